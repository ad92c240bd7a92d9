//! One of everything, for the tests that walk the table of routes: two customers, keys of every
//! kind, operators of every role, an agent, a permission and an open request for approval.

use std::sync::Arc;

use portcullis::domain::outbox::{MailSettings, OutboxSettings};
use portcullis::http::Field;
use portcullis::http::routes::Route;
use serde_json::{Map, Value, json};

use crate::harness::{Customer, Operator, PASSWORD, Setup, TestApp, text};

/// The agent that the examples of the table name.
pub(crate) const AGENT: &str = "billing-bot";

pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) acme: Customer,
    pub(crate) globex: Customer,
    pub(crate) owner: Operator,
    pub(crate) admin: Operator,
    pub(crate) approver: Operator,
    pub(crate) auditor: Operator,
    pub(crate) permission_id: String,
    pub(crate) request_id: String,
    pub(crate) quote_id: String,
    /// An import of the owner's that was checked.
    pub(crate) import_id: String,
    pub(crate) setup_token: String,
    pub(crate) portal_token: String,
    pub(crate) key_link: String,
    pub(crate) message_id: String,
    /// The cookies of the auditor, and of somebody in Acme's portal.
    pub(crate) cookies: [String; 2],
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Setup)) -> Self {
        let app = TestApp::with(|setup| {
            setup.live.outbox = mailing();
            change(setup);
        });
        let owner = app.operator("ada", "owner");
        let admin = app.operator("bob", "admin");
        let approver = app.operator("cleo", "approver");
        let auditor = app.operator("dan", "auditor");
        let acme = app.register_on("Acme", "pro");
        let globex = app.register_on("Globex", "pro");
        app.without_rate_limit(&acme);
        app.without_rate_limit(&globex);
        app.agent(&acme, AGENT);
        app.agent(&globex, AGENT);
        let permission_id = app.permit(&acme, "require_approval", (AGENT, "refund", "orders/*"));
        let asked = app.check(&acme, (AGENT, "refund", "orders/4711"));
        let request_id = text(&asked["approval"], "request_id");
        let link = app.post("/api/operators/setup-link", &json!({}));
        let setup_token = text(&link.local().ok(201), "token");
        let portal_token = app.portal_link(&acme, &json!({}));
        let body =
            json!({"company": "Initech", "contact": "Bill", "email": "bill@initech.example"});
        let asked = app.post("/api/quotes", &body).local().ok(201);
        let quote_id = text(&asked, "quote_id");
        let key_link = app.key_link(&acme, &json!({"delivery": "link"}));
        let tried = app.post("/api/outbox/test", &json!({"to": "ops@acme.example"}));
        let message_id = text(&tried.local().ok(201), "id");
        let import_id = import(&app, &owner);
        let body = json!({"username": "dan", "password": PASSWORD});
        let signed_in = app.post("/api/operators/login", &body);
        let signed_in = signed_in.from("198.51.100.79").send();
        let cookies = [signed_in.cookie(), app.portal(&acme.key)];
        Self {
            app,
            acme,
            globex,
            owner,
            admin,
            approver,
            auditor,
            permission_id,
            request_id,
            quote_id,
            import_id,
            setup_token,
            portal_token,
            key_link,
            message_id,
            cookies,
        }
    }

    /// The route's path with things that are there.
    pub(crate) fn path(&self, route: &Route) -> String {
        // A walk may have ended them all by now; then it is one that never was.
        let first = |target: String| {
            let all = self.app.get(&target).local().ok(200);
            all[0]["id"].as_str().unwrap_or("never").to_owned()
        };
        let of_acme = |what: &str| first(format!("/api/customers/{}/{what}", self.acme.id));
        let session_id = || {
            if route.path.starts_with("/api/customers/") {
                of_acme("sessions")
            } else {
                first(format!("/api/operators/{}/sessions", self.auditor.id))
            }
        };
        let links = if route.path.contains("key-links") {
            "key-links"
        } else {
            "portal-links"
        };
        let with = |name: &str, id: &dyn Fn() -> String| {
            if route.path.contains(name) {
                id()
            } else {
                String::new()
            }
        };
        route
            .path
            .replace("{id}", &self.acme.id)
            .replace("{key_id}", &self.acme.key_id)
            .replace("{agent_id}", AGENT)
            .replace("{permission_id}", &self.permission_id)
            .replace("{request_id}", &self.request_id)
            .replace("{quote_id}", &self.quote_id)
            .replace("{import_id}", &self.import_id)
            .replace("{number}", "0")
            .replace("{operator_id}", &self.auditor.id)
            .replace("{token_id}", &self.auditor.token_id)
            .replace("{session_id}", &with("{session_id}", &session_id))
            .replace("{link_id}", &with("{link_id}", &|| of_acme(links)))
            .replace("{message_id}", &self.message_id)
            .replace("{path*}", "site.css")
            .replace("{name*}", "CLI")
            .replace("{place*}", "log/dec_0")
            .replace("{month}", "2026-11")
            .replace("{record_id}", "1")
    }

    /// The path with the query that an operator needs.
    pub(crate) fn operators_target(&self, route: &Route) -> String {
        use portcullis::http::routes::Target;
        let path = self.path(route);
        let mut target = match route.target {
            Target::Query | Target::QueryOrAll => format!("{path}?customer_id={}", self.acme.id),
            Target::Own | Target::Path => path,
        };
        match route.path {
            "/api/search" => target = format!("{target}&q=acme"),
            "/api/activity" => target = format!("{target}&span=day"),
            "/api/permissions" => target = format!("{target}&agent_id={AGENT}"),
            "/api/kill-switches/effect" => {
                target = format!("{target}&level=agent&agent_id={AGENT}");
            }
            _ => {}
        }
        target
    }

    /// A body that the route takes, from the examples of its members.
    pub(crate) fn body(&self, route: &Route) -> Map<String, Value> {
        let mut body: Map<String, Value> = route
            .body
            .iter()
            .map(|field| (field.name.to_owned(), example(field)))
            .filter(|(_, value)| !value.is_null())
            .collect();
        match route.path {
            "/api/customers/register" | "/api/customers/invite" | "/api/customers/{id}" => {
                body.insert("email".to_owned(), json!("new@acme.example"));
            }
            "/api/customers/{id}/api-keys/generate" => {
                body.remove("agent_id");
            }
            "/api/admin/agents" => {
                body.insert("id".to_owned(), json!("another-bot"));
            }
            "/api/agent/kill" => {
                body.insert("owner".to_owned(), json!("finance"));
            }
            "/api/agent/approve" | "/api/agent/deny" => {
                body.insert("request_id".to_owned(), json!(self.request_id));
            }
            "/api/operators" | "/api/operators/setup-link" => {
                body.insert("username".to_owned(), json!("eve"));
            }
            "/api/setup" => {
                body.insert("username".to_owned(), json!("eve"));
                body.insert("token".to_owned(), json!(self.setup_token));
            }
            "/api/portal/open" => {
                body.insert("token".to_owned(), json!(self.portal_token));
            }
            "/api/key-links/open" | "/api/key-links/redeem" => {
                body.insert("link".to_owned(), json!(self.key_link));
            }
            "/api/portal/login" => {
                body.insert("api_key".to_owned(), json!(self.acme.key));
            }
            "/api/operators/login" => {
                body.insert("password".to_owned(), json!(PASSWORD));
            }
            _ => {}
        }
        body
    }

    /// Every secret that lives here.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let Self {
            acme,
            globex,
            owner,
            admin,
            approver,
            auditor,
            ..
        } = self;
        let of_cookie = |cookie: &String| cookie.split_once('=').unwrap().1.to_owned();
        vec![
            self.portal_token.clone(),
            self.key_link.clone(),
            of_cookie(&self.cookies[0]),
            of_cookie(&self.cookies[1]),
            acme.key.clone(),
            globex.key.clone(),
            owner.token.clone(),
            admin.token.clone(),
            approver.token.clone(),
            auditor.token.clone(),
            self.setup_token.clone(),
            PASSWORD.to_owned(),
        ]
    }

    /// All that anybody can see, but for counters: two of these are equal when nothing changed.
    pub(crate) fn state(&self) -> Value {
        let get = |target: &str| self.app.get(target).local().ok(200);
        let mut customers = get("/api/customers?limit=100");
        for customer in customers["data"].as_array_mut().unwrap() {
            customer["total_api_calls"].take();
        }
        let of_each = |customer: &Customer| {
            let id = &customer.id;
            let mut keys = get(&format!("/api/customers/{id}/api-keys"));
            for key in keys.as_array_mut().unwrap() {
                key["last_used"].take();
            }
            let mut sessions = get(&format!("/api/customers/{id}/sessions"));
            for session in sessions.as_array_mut().unwrap() {
                session["last_used_at"].take();
            }
            json!([
                keys,
                sessions,
                get(&format!("/api/customers/{id}/portal-links")),
                get(&format!("/api/customers/{id}/key-links")),
                get(&format!("/api/admin/agents?customer_id={id}")),
                get(&format!("/api/admin/permissions?customer_id={id}")),
                get(&format!("/api/customers/{id}/kill-switch")),
            ])
        };
        let operators = get("/api/operators");
        let tokens: Vec<Value> = [&self.owner, &self.admin, &self.approver, &self.auditor]
            .iter()
            .map(|operator| get(&format!("/api/operators/{}/tokens", operator.id)))
            .collect();
        json!({
            "customers": customers, "acme": of_each(&self.acme), "globex": of_each(&self.globex),
            "pending": get("/api/agent/pending-approvals"), "operators": operators, "tokens": tokens,
            "system": get("/api/agent/system-kill-switch"),
            "quotes": get("/api/quotes"),
            "outbox": get("/api/outbox?limit=100"),
        })
    }
}

/// A relay is configured; nobody sends anything here.
pub(crate) fn mailing() -> Arc<OutboxSettings> {
    Arc::new(OutboxSettings {
        mail: Some(MailSettings {
            relay: "relay.example:587".to_owned(),
            security: "starttls",
            from: "gate@portcullis.example".to_owned(),
        }),
        public_url: Some("https://portcullis.example".into()),
        ..OutboxSettings::default()
    })
}

/// An import of one customer, checked.
fn import(app: &TestApp, operator: &Operator) -> String {
    let open = app.post("/api/imports", &json!({"kind": "customers"}));
    let id = text(&open.bearer(&operator.token).ok(201), "import_id");
    let part = app.call("PUT", &format!("/api/imports/{id}/parts/0"));
    let part = part.bytes("name,email\nHooli,ops@hooli.example\n");
    let part = part.header("content-type", "text/csv");
    part.bearer(&operator.token).ok(200);
    let check = app.call("POST", &format!("/api/imports/{id}/check"));
    check.bearer(&operator.token).ok(200);
    id
}

/// The example of a member.
pub(crate) fn example(field: &Field) -> Value {
    serde_json::from_str(field.example).unwrap()
}
