//! Nonsense in bodies, made from the table of routes: every field of every route, wrong in every
//! way that its kind can be. Each gets its documented refusal, and nothing is half done.

use portcullis::http::routes::{ROUTES, Route};
use portcullis::http::{Field, Kind};
use serde_json::{Map, Value, json};

use crate::harness::{Answered, Call};
use crate::world::{World, example};

/// The routes that read a body, with their path and a body that they take.
fn routes(world: &World) -> Vec<(&'static Route, String, Map<String, Value>)> {
    let with_body = ROUTES.iter().filter(|route| !route.body.is_empty());
    with_body
        .map(|route| (route, world.operators_target(route), world.body(route)))
        .collect()
}

/// Whoever may call the route at all.
fn call<'a>(world: &'a World, route: &Route, target: &str) -> Call<'a> {
    let call = world.app.call(route.method.word(), target);
    if route.path.ends_with("/login")
        || route.path == "/api/setup"
        || route.path == "/api/portal/open"
    {
        return call;
    }
    // Who comes over the control socket is not throttled, which is not what is tested here.
    let call = call.local();
    if route.need.roles.iter().next().is_none() {
        call.bearer(&world.acme.key)
    } else {
        call
    }
}

/// What is done to every body, and the state before all of it.
struct Walk {
    world: World,
    before: (Value, u64),
    sent: usize,
}

impl Walk {
    fn new() -> Self {
        let world = World::new();
        let before = (world.state(), world.app.head());
        Self {
            world,
            before,
            sent: 0,
        }
    }

    /// Sends one nonsense; the log must not have moved.
    fn send(&mut self, call: impl FnOnce(&World) -> Answered) -> Answered {
        self.sent += 1;
        let answered = call(&self.world);
        assert_eq!(
            self.world.app.head(),
            self.before.1,
            "left a record: {answered}"
        );
        answered
    }

    fn finish(self, at_least: usize) {
        assert_eq!((self.world.state(), self.world.app.head()), self.before);
        assert!(self.sent >= at_least, "{} were sent", self.sent);
    }
}

/// One way to be wrong, with the name of the field that the refusal must give.
struct Wrong {
    what: &'static str,
    value: Value,
}

fn wrong(what: &'static str, value: Value) -> Wrong {
    Wrong { what, value }
}

/// Every value that this field does not take.
fn wrong_values(field: &Field) -> Vec<Wrong> {
    let mut all = vec![
        wrong("number", json!(7)),
        wrong("negative", json!(-7)),
        wrong("fraction", json!(0.5)),
        wrong("huge number", serde_json::from_str("1e300").unwrap()),
        wrong(
            "long number",
            serde_json::from_str("123456789012345678901234567890").unwrap(),
        ),
        wrong("text", json!("\u{1f5ff} nonsense")),
        wrong("flag", json!(true)),
        wrong("array", json!([])),
        wrong("array of arrays", json!([["check"]])),
        wrong("object", json!({"nonsense": 1})),
    ];
    let is_fine = |value: &Value| match field.kind {
        Kind::Text { .. } | Kind::Secret => value.is_string(),
        Kind::Flag => value.is_boolean(),
        Kind::Number { min, max } => value.as_u64().is_some_and(|n| (min..=max).contains(&n)),
        Kind::Object => value.is_object(),
        Kind::Texts { .. } | Kind::Objects { .. } => value == &json!([]),
        Kind::Members(_) | Kind::Word(_) | Kind::Words(_) | Kind::Time => false,
    };
    all.retain(|wrong| !is_fine(&wrong.value));
    match field.kind {
        Kind::Text { min, max } => {
            all.push(wrong("too long", json!("x".repeat(max + 1))));
            all.push(wrong(
                "too long in bytes and characters",
                json!("\u{e9}".repeat(max + 1)),
            ));
            all.push(wrong("control", json!("a\u{0}b")));
            all.push(wrong("escape", json!("a\u{1b}[2Jb")));
            if min > 0 {
                all.push(wrong("empty", json!("")));
                all.push(wrong("blank", json!(" \t\n\u{a0}\u{2003} ")));
            }
        }
        Kind::Secret => {
            all.push(wrong("too long", json!("x".repeat(1025))));
        }
        Kind::Word(_) => {
            all.push(wrong("empty", json!("")));
            all.push(wrong(
                "other case",
                json!(example(field).as_str().unwrap().to_uppercase()),
            ));
        }
        Kind::Words(words) => {
            all.push(wrong("twice", json!([words[0], words[0]])));
            all.push(wrong("one unknown", json!([words[0], "nonsense"])));
            all.push(wrong("one null", json!([words[0], null])));
        }
        Kind::Time => {
            for text in [
                "",
                "yesterday",
                "2027-01-01",
                "2027-13-01T00:00:00Z",
                "1795363200",
            ] {
                all.push(wrong("no time", json!(text)));
            }
            all.push(wrong("before time", json!("1969-12-31T23:59:59Z")));
            all.push(wrong("past", json!("2020-01-01T00:00:00Z")));
            all.push(wrong("beyond time", json!("+010000-01-01T00:00:00Z")));
        }
        Kind::Number { min, max } => {
            all.push(wrong("above", json!(max + 1)));
            all.push(wrong("below", json!(i128::from(min) - 1)));
        }
        Kind::Texts { max } => {
            all.push(wrong("too many", json!(vec!["x"; max + 1])));
            all.push(wrong("one unknown", json!(["nonsense"])));
            all.push(wrong("one null", json!([null])));
        }
        Kind::Objects { max, .. } => {
            all.push(wrong(
                "too many",
                json!(vec![example(field)[0].clone(); max + 1]),
            ));
            all.push(wrong("one null", json!([example(field)[0], null])));
            all.push(wrong("a stranger inside", json!([{"nonsense": 1}])));
        }
        Kind::Flag | Kind::Object | Kind::Members(_) => {}
    }
    if field.is_required {
        all.push(wrong("null", Value::Null));
    }
    all
}

/// The refusal names the field, and only that one.
fn names(answered: &Answered, field: &str, what: &str) {
    assert_eq!(answered.status, 422, "{what}: {answered}");
    let problem = answered.json();
    let code = problem["code"].as_str().unwrap();
    assert!(
        ["validation_failed", "not_canonical"].contains(&code),
        "{what}: {answered}"
    );
    for error in problem["errors"].as_array().unwrap() {
        let named = error["field"].as_str().unwrap();
        assert!(
            named == field
                || named
                    .strip_prefix(field)
                    .is_some_and(|rest| rest.starts_with('.')),
            "{what}: `{named}` is not `{field}`: {answered}"
        );
    }
}

#[test]
fn every_field_refuses_what_it_does_not_take() {
    let mut walk = Walk::new();
    for (route, target, body) in routes(&walk.world) {
        for field in route.body {
            for Wrong { what, value } in wrong_values(field) {
                // The past is for the rules to refuse, which is on record: a change was meant.
                if what == "past" {
                    continue;
                }
                let mut body = body.clone();
                body.insert(field.name.to_owned(), value);
                let answered =
                    walk.send(|world| call(world, route, &target).json(&json!(body)).send());
                names(&answered, field.name, &format!("{} {what}", field.name));
            }
            if let Kind::Members(inner) = field.kind {
                for member in inner {
                    for Wrong { what, value } in wrong_values(member) {
                        let mut body = body.clone();
                        body.insert(field.name.to_owned(), json!({member.name: value}));
                        let answered = walk
                            .send(|world| call(world, route, &target).json(&json!(body)).send());
                        let name = format!("{}.{}", field.name, member.name);
                        names(&answered, &name, &format!("{name} {what}"));
                    }
                }
            }
        }
    }
    walk.finish(500);
}

#[test]
fn what_is_required_is_required_and_what_is_unknown_is_refused() {
    let mut walk = Walk::new();
    for (route, target, body) in routes(&walk.world) {
        for field in route.body.iter().filter(|field| field.is_required) {
            let mut body = body.clone();
            body.remove(field.name);
            let answered = walk.send(|world| call(world, route, &target).json(&json!(body)).send());
            names(&answered, field.name, "missing");
            assert_eq!(answered.json()["errors"][0]["message"], "is required");
        }
        let known = route.body[0].name;
        for unknown in ["nonsense", "", "__proto__", &known.to_uppercase(), "\u{0}"] {
            let mut body = body.clone();
            body.insert(unknown.to_owned(), json!(null));
            let answered = walk.send(|world| call(world, route, &target).json(&json!(body)).send());
            names(&answered, unknown, "unknown");
        }
        // All that is wrong is told at once.
        let all: Map<String, Value> = route
            .body
            .iter()
            .map(|field| (field.name.to_owned(), json!([[]])))
            .collect();
        let answered = walk.send(|world| call(world, route, &target).json(&json!(all)).send());
        let errors = answered.json()["errors"].as_array().unwrap().len();
        assert_eq!(errors, route.body.len(), "{answered}");
    }
    walk.finish(60);
}

/// Bodies that are wrong as a whole, with what they are answered.
fn wrong_bodies(body: &Map<String, Value>, first: &str) -> Vec<(&'static str, Vec<u8>, u16)> {
    let whole = json!(body).to_string();
    let member = |text: &str| {
        let rest = whole.strip_prefix('{').unwrap();
        format!("{{\"nonsense\":{text},{rest}").into_bytes()
    };
    let nested = |depth: usize| member(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
    let twice = {
        let value = &body[first];
        let rest = whole.strip_prefix('{').unwrap();
        format!("{{\"{first}\":{value},{rest}").into_bytes()
    };
    let spelt_otherwise = {
        let (head, tail) = first.split_at(1);
        let escaped = format!("\\u{:04x}{tail}", u32::from(head.as_bytes()[0]));
        let rest = whole.strip_prefix('{').unwrap();
        format!("{{\"{escaped}\":{},{rest}", body[first]).into_bytes()
    };
    let mut invalid = member("\"\"");
    invalid.splice(13..13, [0xff]);
    let mut overlong = member("\"\"");
    overlong.splice(13..13, [0xc0, 0xaf]);
    let mut surrogate = member("\"\"");
    surrogate.splice(13..13, *b"\\ud800");
    let mut bom = vec![0xef, 0xbb, 0xbf];
    bom.extend(whole.as_bytes());
    vec![
        (
            "truncated",
            whole.as_bytes()[..whole.len() - 1].to_vec(),
            400,
        ),
        ("half", whole.as_bytes()[..whole.len() / 2].to_vec(), 400),
        ("more after it", format!("{whole} {{}}").into_bytes(), 400),
        ("not JSON", b"agent_id=bot&action=read".to_vec(), 400),
        ("blank", b"  \n".to_vec(), 400),
        ("comment", format!("/* */{whole}").into_bytes(), 400),
        (
            "trailing comma",
            format!("{},}}", whole.trim_end_matches('}')).into_bytes(),
            400,
        ),
        ("not a number", member("NaN"), 400),
        ("beyond numbers", member("1e999"), 400),
        ("invalid UTF-8", invalid, 400),
        ("overlong UTF-8", overlong, 400),
        ("half a surrogate pair", surrogate, 400),
        ("byte order mark", bom, 400),
        ("NUL", vec![0; 16], 400),
        ("array", format!("[{whole}]").into_bytes(), 422),
        ("null", b"null".to_vec(), 422),
        ("text", b"\"text\"".to_vec(), 422),
        ("number", b"7".to_vec(), 422),
        ("32 deep", nested(31), 422),
        ("33 deep", nested(32), 422),
        ("129 deep", nested(128), 422),
        ("100,000 deep", nested(100_000), 422),
        ("deep and truncated", "[".repeat(100_000).into_bytes(), 422),
        ("name twice", twice, 422),
        ("name twice, spelt otherwise", spelt_otherwise, 422),
    ]
}

#[test]
fn bodies_that_are_wrong_as_a_whole_are_refused() {
    let mut walk = Walk::new();
    for (route, target, body) in routes(&walk.world) {
        let first = body.keys().next().unwrap().clone();
        for (what, bytes, status) in wrong_bodies(&body, &first) {
            let answered = walk.send(|world| {
                call(world, route, &target)
                    .bytes(bytes)
                    .header("content-type", "application/json")
                    .send()
            });
            assert_eq!(answered.status, status, "{what}: {answered}");
            let code = answered.json()["code"].clone();
            let expected = if status == 400 {
                "malformed_json"
            } else {
                "validation_failed"
            };
            assert_eq!(code, expected, "{what}: {answered}");
            if status == 422 {
                // What nests no deeper than it may is read, and found to be unknown.
                let named = if what == "32 deep" { "nonsense" } else { "" };
                let errors = answered.json()["errors"].take();
                let fields: Vec<&Value> = errors
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|error| &error["field"])
                    .collect();
                assert_eq!(fields, [named], "{what}: {answered}");
            }
        }
        let needs_one = route.body.iter().any(|field| field.is_required);
        if needs_one {
            let answered = walk.send(|world| call(world, route, &target).send());
            assert_eq!(
                (answered.status, &answered.json()["code"]),
                (400, &json!("malformed_json"))
            );
        }
    }
    walk.finish(300);
}

#[test]
fn bodies_of_another_type_are_refused() {
    let mut walk = Walk::new();
    for (route, target, body) in routes(&walk.world) {
        for media in [
            None,
            Some(""),
            Some("text/plain"),
            Some("text/json"),
            Some("application/x-www-form-urlencoded"),
            Some("multipart/form-data; boundary=x"),
            Some("application/jsonp"),
            Some("application/problem+json"),
            Some("application/json, text/plain"),
        ] {
            let answered = walk.send(|world| {
                let call = call(world, route, &target).bytes(json!(body).to_string());
                match media {
                    Some(media) => call.header("content-type", media).send(),
                    None => call.send(),
                }
            });
            let code = answered.json()["code"].clone();
            let expected = (415, json!("unsupported_media_type"));
            assert_eq!((answered.status, code), expected, "{media:?}: {answered}");
        }
    }
    walk.finish(100);
    let app = crate::harness::TestApp::new();
    for (media, name) in [
        ("application/json; charset=utf-8", "a"),
        ("Application/JSON", "b"),
    ] {
        let body = json!({"name": name, "email": format!("{name}@acme.example")});
        let call = app.call("POST", "/api/customers/register");
        call.bytes(body.to_string())
            .header("content-type", media)
            .ok(201);
    }
}

/// What names something that rules are written about holds nothing that nobody sees.
#[test]
fn invisible_characters_are_refused_where_rules_are_written_about() {
    let mut walk = Walk::new();
    let ruled = ["agent_id", "action", "resource"];
    let mut found = 0;
    for (route, target, body) in routes(&walk.world) {
        let is_ruled = |field: &&Field| {
            ruled.contains(&field.name) || (field.name == "id" && route.path.contains("agents"))
        };
        for field in route.body.iter().filter(is_ruled) {
            found += 1;
            for invisible in [
                "\u{200b}",
                "\u{202e}",
                "\u{ad}",
                "\u{feff}",
                "\u{e0041}",
                "\u{fe0f}",
            ] {
                let mut body = body.clone();
                body.insert(field.name.to_owned(), json!(format!("bo{invisible}t")));
                let answered =
                    walk.send(|world| call(world, route, &target).json(&json!(body)).send());
                names(&answered, field.name, invisible);
                assert_eq!(answered.json()["code"], "not_canonical", "{answered}");
            }
        }
    }
    assert_eq!(found, 15);
    walk.finish(60);
}

#[test]
fn routes_without_a_body_take_none_that_says_something() {
    let world = World::new();
    for route in ROUTES.iter().filter(|route| route.body.is_empty()) {
        let target = world.operators_target(route);
        let answered = call(&world, route, &target)
            .bytes("{\"nonsense\":1}")
            .header("content-type", "application/json")
            .send();
        assert!(answered.status < 500, "{answered}");
    }
}
