//! Who may call what: every route with every kind of caller, as one table that a reviewer reads.

use std::fmt::Write as _;

use portcullis::http::routes::{ROUTES, Route};
use serde_json::{Value, json};

use crate::harness::{Call, Operator, TestApp};
use crate::world::World;

const NEVER: &str = "01k00000000000000000000000";

/// What the caller came to. A call that came through the gate is made to fail behind it, so that
/// one world serves for all.
fn verdict(call: Call<'_>) -> &'static str {
    let answered = call.send();
    if answered.status < 400 {
        return "yes";
    }
    match (answered.status, answered.json()["code"].as_str().unwrap()) {
        (400 | 404 | 409 | 415 | 422, _) => "yes",
        (401, "unauthenticated") => "401",
        (403, "insufficient_scope") => "scope",
        (403, "operator_role") => "role",
        _ => panic!("{answered}"),
    }
}

/// A call that fails behind the gate: the objects that it names never were, the body is nonsense.
fn call<'a>(world: &'a World, route: &Route, operator_id: &str) -> Call<'a> {
    let mut path = route.path.to_owned();
    for (name, prefix) in [
        ("{id}", "cus_"),
        ("{key_id}", "key_"),
        ("{permission_id}", "perm_"),
        ("{token_id}", "tok_"),
        ("{session_id}", "ses_"),
        ("{link_id}", "plk_"),
        ("{request_id}", "apr_"),
        ("{quote_id}", "quo_"),
        ("{import_id}", "imp_"),
        ("{number}", "7"),
        ("{agent_id}", "nobody-"),
        ("{path*}", "app/file-"),
        ("{name*}", "document-"),
        ("{place*}", "log/place-"),
        ("{record_id}", "dec_"),
    ] {
        path = path.replace(name, &format!("{prefix}{NEVER}"));
    }
    let path = path.replace("{operator_id}", operator_id);
    let call = world.app.call(route.method.word(), &path);
    if route.path.contains("{operator_id}") && !operator_id.ends_with(NEVER) {
        // Their own, where a change would be one.
        return if route.body.is_empty() {
            call
        } else {
            call.json(&json!({"nonsense": 1}))
        };
    }
    match route.body {
        [] => call
            .bytes("nonsense")
            .header("content-type", "application/json"),
        _ if route.path.contains("{operator_id}") => call.json(&Value::Object(world.body(route))),
        _ => call.json(&json!({"nonsense": 1})),
    }
}

/// What a caller proves itself with.
enum Proof {
    Nothing,
    Bearer(String),
    Cookie(String),
}

impl Proof {
    fn show<'a>(&self, call: Call<'a>) -> Call<'a> {
        match self {
            Self::Nothing => call,
            Self::Bearer(secret) => call.bearer(secret),
            Self::Cookie(cookie) => call.session(cookie),
        }
    }
}

struct Column {
    name: &'static str,
    proof: Proof,
    operator_id: Option<String>,
}

fn columns(world: &World) -> Vec<Column> {
    let operator = |name, operator: &Operator| Column {
        name,
        proof: Proof::Bearer(operator.token.clone()),
        operator_id: Some(operator.id.clone()),
    };
    let key = |name, body: Value| Column {
        name,
        proof: Proof::Bearer(world.app.key(&world.acme, &body)),
        operator_id: None,
    };
    let session = |name, body: Value| Column {
        name,
        proof: Proof::Cookie(world.app.portal(&world.app.key(&world.acme, &body))),
        operator_id: None,
    };
    vec![
        operator("owner", &world.owner),
        operator("admin", &world.admin),
        operator("approver", &world.approver),
        operator("auditor", &world.auditor),
        key("check", json!({"scopes": ["check"]})),
        key("read", json!({"scopes": ["read"]})),
        key("manage", json!({"scopes": ["manage"]})),
        key("approve", json!({"scopes": ["approve"], "holder": "Ada"})),
        key("agent", json!({"agent_id": crate::world::AGENT})),
        session("s.read", json!({"scopes": ["read"]})),
        session("s.manage", json!({"scopes": ["check", "manage"]})),
        Column {
            name: "s.link",
            proof: Proof::Cookie(world.app.portal_by_link(
                &world.acme,
                &json!({"scopes": ["read", "approve"], "holder": "Ada"}),
            )),
            operator_id: None,
        },
        Column {
            name: "nobody",
            proof: Proof::Nothing,
            operator_id: None,
        },
    ]
}

#[test]
fn who_may_call_what() {
    let world = World::new();
    let columns = columns(&world);
    let mut table = format!("{:<65}", "");
    for column in &columns {
        write!(table, "{:<9}", column.name).unwrap();
    }
    let mut row = |title: String, cell: &dyn Fn(&Column) -> &'static str| {
        let mut line = format!("{title:<65}");
        for column in &columns {
            write!(line, "{:<9}", cell(column)).unwrap();
        }
        write!(table, "\n{}", line.trim_end()).unwrap();
    };
    let with =
        |call: Call<'_>, column: &Column| -> &'static str { verdict(column.proof.show(call)) };
    for route in ROUTES {
        let title = format!("{:<7}{}", route.method.word(), route.path);
        let never = format!("op_{NEVER}");
        row(title.clone(), &|column| {
            with(call(&world, route, &never), column)
        });
        if route.path.contains("{operator_id}") {
            row(format!("{title} (own)"), &|column| {
                match &column.operator_id {
                    // An owner's change of the owner would change the table.
                    Some(id) => with(call(&world, route, id), column),
                    None => "-",
                }
            });
        }
    }
    let about = "`yes`: comes through the gate. `401`: no credential. `scope`, `role`: 403.\n\
                 `s.read` and `s.manage` are sessions in the portal, by keys with these scopes; `s.link`\n\
                 is one by a link with `read` and `approve`.\n\
                 Objects that the row names are another's or never were, but in rows marked (own).";
    insta::with_settings!({description => about, omit_expression => true}, {
        insta::assert_snapshot!("access", table);
    });
}

/// The last column of the table is the same for a caller whose credential is no good.
#[test]
fn a_credential_that_is_no_good_opens_nothing() {
    let world = World::new();
    for route in ROUTES.iter().filter(|route| !route.need.anyone) {
        let never = format!("op_{NEVER}");
        call(&world, route, &never)
            .header("authorization", "Basic YWRhOnNlY3JldA==")
            .refused(401, "invalid_key");
    }
    // Also where none is needed: who sends one means it.
    let app: &TestApp = &world.app;
    app.get("/api/tiers")
        .bearer("sk-nonsense")
        .refused(401, "invalid_key");
}
