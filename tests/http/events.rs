//! `GET /api/events`.

use std::time::Duration;

use portcullis::http;
use portcullis::http::wire::{Answer, Head, Incoming, Lane, Party, Piece, Service as _, Source};
use serde_json::{Value, json};

use crate::harness::{Customer, PASSWORD, TestApp};
use crate::world::{AGENT, World};

/// A stream with what it said last taken apart.
struct Listener<'a> {
    app: &'a TestApp,
    source: Box<dyn Source>,
}

/// `event` and `data`.
type Said = Option<(String, Value)>;

fn read(bytes: &[u8]) -> Said {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.ends_with("\n\n"), "{text:?}");
    let field = |name: &str| {
        let mut lines = text.lines();
        lines.find_map(|line| line.strip_prefix(name).map(str::to_owned))
    };
    let event = field("event: ")?;
    let data = field("data: ").unwrap();
    Some((event, serde_json::from_str(&data).unwrap()))
}

impl<'a> Listener<'a> {
    /// Opens a stream and takes its first word.
    fn open(app: &'a TestApp, secret: &str, target: &str) -> Self {
        let source = app.get(target).bearer(secret).open();
        let mut listener = Self { app, source };
        let (event, data) = listener.said().unwrap();
        assert_eq!((event.as_str(), &data["retry"]), ("hello", &json!(3000)));
        listener
    }

    fn next(&mut self) -> Piece {
        self.app.advance(Duration::from_millis(250));
        self.source.next()
    }

    fn said(&mut self) -> Said {
        match self.next() {
            Piece::Nothing => None,
            Piece::More(bytes) => read(&bytes),
            Piece::Last(bytes) => panic!("the end: {}", String::from_utf8(bytes).unwrap()),
        }
    }

    /// The topics of what is said next, and the number.
    fn changed(&mut self) -> (Vec<String>, u64) {
        let Some((event, data)) = self.said() else {
            return (Vec::new(), 0);
        };
        assert_eq!(event, "changed");
        let topics = serde_json::from_value(data["topics"].clone()).unwrap();
        let at = data["at"].as_str().unwrap();
        assert!(at.ends_with('Z'), "{at}");
        (topics, data["seq"].as_u64().unwrap())
    }

    #[track_caller]
    fn hears(&mut self, topics: &[&str]) {
        assert_eq!(self.changed().0, topics);
        assert_eq!(self.said(), None, "once");
    }

    /// The last word.
    #[track_caller]
    fn bye(&mut self) -> String {
        for _ in 0..8 {
            if let Piece::Last(bytes) = self.next() {
                let (event, data) = read(&bytes).unwrap();
                assert_eq!(event, "bye");
                return data["code"].as_str().unwrap().to_owned();
            }
        }
        panic!("it goes on");
    }
}

#[test]
fn each_change_is_told_to_those_who_see_it_and_to_nobody_else() {
    let world = World::new();
    let (app, acme, globex) = (&world.app, &world.acme, &world.globex);
    let mut operator = Listener::open(app, &world.auditor.token, "/api/events");
    let about_acme = format!("/api/events?customer_id={}", acme.id);
    let mut about_acme = Listener::open(app, &world.auditor.token, &about_acme);
    let mut own = Listener::open(app, &acme.key, "/api/events");
    let mut other = Listener::open(app, &globex.key, "/api/events");
    let mut expect = |topics: &[&str], of_acme: &[&str], of_globex: &[&str]| {
        operator.hears(topics);
        about_acme.hears(of_acme);
        own.hears(of_acme);
        other.hears(of_globex);
    };
    let owner = |method: &str, target: &str, body: Option<Value>| {
        let mut call = app.call(method, target).bearer(&world.owner.token);
        if let Some(body) = body {
            call = call.json(&body);
        }
        let answered = call.send();
        assert!(answered.status < 300, "{answered}");
    };
    expect(&[], &[], &[]);
    app.check(acme, (AGENT, "read", "x"));
    expect(&["log"], &["log"], &[]);
    app.check(acme, (AGENT, "refund", "orders/1"));
    let approvals = &["log", "approvals"][..];
    expect(approvals, approvals, &[]);
    app.permit(acme, "allow", (AGENT, "read", "*"));
    let permissions = &["log", "permissions"][..];
    expect(permissions, permissions, &[]);
    app.agent(acme, "second");
    expect(&["log", "agents"], &["log", "agents"], &[]);
    let path = format!("/api/admin/agents/{AGENT}?customer_id={}", globex.id);
    owner("DELETE", &path, None);
    let agents = &["log", "agents", "permissions"][..];
    expect(agents, &[], agents);
    app.key(acme, &json!({}));
    expect(&["log", "keys"], &["log", "keys"], &[]);
    let path = format!("/api/customers/{}", acme.id);
    owner("PATCH", &path, Some(json!({"name": "Acme II"})));
    expect(&["log", "customers"], &["log", "customers"], &[]);
    app.register("Third");
    expect(&["log", "customers", "keys"], &[], &[]);
    let kill = json!({"agent_id": AGENT, "enabled": false});
    let kill = app.post("/api/agent/kill", &kill).bearer(&acme.key);
    kill.ok(200);
    let kills = &["log", "approvals", "kills"][..];
    expect(kills, kills, &[]);
    // The system's switch is everybody's; its record is the appliance's own.
    let path = "/api/agent/system-kill-switch";
    owner("POST", path, Some(json!({"enabled": true})));
    expect(&["log", "kills"], &["kills"], &["kills"]);
    owner("POST", path, Some(json!({"enabled": false})));
    expect(&["log", "kills"], &["kills"], &["kills"]);
    owner("POST", "/api/system/reload", None);
    expect(&["log", "settings"], &["settings"], &["settings"]);
    app.operator("eve", "auditor");
    expect(&["log", "operators"], &[], &[]);
    owner("POST", "/api/operators/setup-link", Some(json!({})));
    expect(&["log", "operators"], &[], &[]);
    owner("POST", "/api/system/probe", None);
    expect(&["log"], &[], &[]);
    // Refused changes are on record, and move nothing else.
    app.delete(&format!("/api/customers/{}", acme.id))
        .bearer(&globex.key)
        .refused(404, "not_found");
    expect(&["log"], &[], &["log"]);
    // Reads move nothing.
    app.get("/api/logs").bearer(&acme.key).ok(200);
    expect(&[], &[], &[]);
}

#[test]
fn what_happens_between_two_looks_is_told_at_once_with_the_last_number() {
    let world = World::new();
    let (app, acme) = (&world.app, &world.acme);
    let mut own = Listener::open(app, &acme.key, "/api/events");
    let mut operator = Listener::open(app, &world.auditor.token, "/api/events");
    for number in 0..50 {
        app.check(acme, (AGENT, "refund", &format!("orders/{number}")));
        app.check(&world.globex, (AGENT, "read", "x"));
    }
    app.agent(acme, "second");
    let newest = app.get("/api/logs?limit=1").bearer(&acme.key).ok(200);
    let own_seq = newest[0]["seq"].as_u64().unwrap();
    let topics: Vec<String> = ["log", "approvals", "agents"].map(str::to_owned).into();
    assert_eq!(own.changed(), (topics.clone(), own_seq));
    assert_eq!(operator.changed(), (topics, app.head()));
    assert_ne!(own_seq, app.head(), "a customer sees its own numbers");
}

#[test]
fn a_backup_is_told_to_operators_when_it_begins_and_when_it_is_over() {
    let world = World::new();
    let app = &world.app;
    let mut operator = Listener::open(app, &world.auditor.token, "/api/events");
    let mut own = Listener::open(app, &world.acme.key, "/api/events");
    let started = app.call("POST", "/api/system/backups");
    assert_eq!(started.bearer(&world.owner.token).send().status, 202);
    app.http.app().stop_backups();
    let (topics, _) = operator.changed();
    assert_eq!(topics, ["log", "backups"]);
    assert_eq!(own.said(), None);
}

#[test]
fn a_silent_stream_says_something_now_and_then() {
    let world = World::new();
    let mut own = Listener::open(&world.app, &world.acme.key, "/api/events");
    for _ in 0..2 {
        for _ in 0..59 {
            assert_eq!(own.next(), Piece::Nothing);
        }
        assert_eq!(own.next(), Piece::More(b":\n\n".to_vec()));
    }
    assert_eq!(read(&own.source.farewell()).unwrap().1["code"], "draining");
}

#[test]
fn who_may_no_more_is_told_so_within_a_second() {
    let world = World::new();
    let app = &world.app;
    let revoked = app.key(&world.acme, &json!({"scopes": ["read"]}));
    let expiring = json!({"scopes": ["read"], "expires_at": app.in_a(Duration::from_secs(30))});
    let expiring = app.key(&world.acme, &expiring);
    let mut by_revoked = Listener::open(app, &revoked, "/api/events");
    let mut by_expiring = Listener::open(app, &expiring, "/api/events");
    let mut by_customer = Listener::open(app, &world.globex.key, "/api/events");
    let mut by_auditor = Listener::open(app, &world.auditor.token, "/api/events");
    let mut by_owner = Listener::open(app, &world.owner.token, "/api/events");
    let keys = format!("/api/customers/{}/api-keys", world.acme.id);
    let keys = app.get(&keys).local().ok(200);
    let is_revoked =
        |key: &&Value| revoked.starts_with(key["prefix"].as_str().unwrap().trim_end_matches('…'));
    let key_id = keys.as_array().unwrap().iter().find(is_revoked).unwrap()["id"].as_str();
    for target in [
        format!(
            "/api/customers/{}/api-keys/{}",
            world.acme.id,
            key_id.unwrap()
        ),
        format!("/api/customers/{}", world.globex.id),
    ] {
        app.delete(&target).local().ok(200);
    }
    let target = format!("/api/operators/{}", world.auditor.id);
    app.patch(&target, &json!({"is_disabled": true}))
        .local()
        .ok(200);
    for stream in [&mut by_revoked, &mut by_customer, &mut by_auditor] {
        assert_eq!(stream.bye(), "session_over");
    }
    by_owner.changed();
    by_expiring.changed();
    assert_eq!(by_expiring.said(), None);
    app.advance(Duration::from_secs(30));
    assert_eq!(by_expiring.bye(), "session_over");
    assert_eq!(by_owner.said(), None);
    app.advance(Duration::from_hours(1));
    assert_eq!(by_owner.bye(), "again");
}

/// The cookie of a fresh session of `ada`, an owner.
fn sign_in(app: &TestApp) -> String {
    let body = json!({"username": "ada", "password": PASSWORD});
    let answered = app.post("/api/operators/login", &body).send();
    let cookie = answered.header("set-cookie").unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[test]
fn to_watch_is_no_use_of_a_session() {
    let world = World::new();
    let app = &world.app;
    let cookie = sign_in(app);
    let idle = app.http.app().live().settings().session_idle;
    let get = |target: &str| app.get(target).header("cookie", &cookie);
    let source = get("/api/events").open();
    let mut stream = Listener { app, source };
    assert_eq!(stream.said().unwrap().0, "hello");
    app.advance(idle / 2);
    // Neither a stream that is open nor one that is opened again keeps the session awake.
    assert!(matches!(stream.next(), Piece::More(_)));
    drop(get("/api/events").open());
    app.advance(idle / 2);
    assert_eq!(stream.bye(), "session_over");
    get("/api/events").refused(401, "invalid_key");
    get("/api/operators/me").refused(401, "invalid_key");
    // One that is used goes on, and one that is signed out of ends.
    let cookie = sign_in(app);
    let get = |target: &str| app.get(target).header("cookie", &cookie);
    let source = get("/api/events").open();
    let mut stream = Listener { app, source };
    stream.said();
    for _ in 0..3 {
        app.advance(idle / 2);
        get("/api/operators/me").ok(200);
        stream.said();
    }
    let logout = app.call("POST", "/api/operators/logout");
    let logout = logout.header("cookie", &cookie);
    logout.header("origin", "https://gate.example").ok(200);
    assert_eq!(stream.bye(), "session_over");
}

#[test]
fn places_are_bounded_and_given_back() {
    let app = TestApp::with(|setup| {
        setup.http = http::Settings {
            max_streams: 40,
            ..http::Settings::default()
        };
    });
    let customers: Vec<Customer> = (0..5)
        .map(|n| app.register_on(&format!("c{n}"), "pro"))
        .collect();
    let open = |secret: &str| app.get("/api/events").bearer(secret).open();
    let refused = |secret: &str| {
        let answered = app.get("/api/events").bearer(secret).unchecked().send();
        let code = answered.json()["code"].as_str().unwrap().to_owned();
        assert!(answered.header("retry-after").is_some(), "{answered}");
        (answered.status, code)
    };
    let too_many = (429, "too_many_streams".to_owned());
    let taken = (503, "overloaded".to_owned());
    let first = &customers[0];
    let mut streams: Vec<_> = (0..8).map(|_| open(&first.key)).collect();
    let problem = app.get("/api/events").bearer(&first.key);
    let problem = problem.refused(429, "too_many_streams");
    assert_eq!(problem["title"], "Too many event streams");
    // Another key of the same customer is another caller, and the customer's all the same: it has
    // a quarter of the places.
    let other = app.key(first, &json!({}));
    streams.extend((0..2).map(|_| open(&other)));
    assert_eq!(refused(&other), too_many);
    // All customers together have three quarters.
    for customer in &customers[1..3] {
        streams.extend((0..8).map(|_| open(&customer.key)));
    }
    streams.extend((0..4).map(|_| open(&customers[3].key)));
    assert_eq!(refused(&customers[4].key), taken);
    // The rest is the operators'.
    let operators = ["ada", "bob"].map(|name| app.operator(name, "auditor").token);
    streams.extend((0..8).map(|_| open(&operators[0])));
    streams.extend((0..2).map(|_| open(&operators[1])));
    assert_eq!(refused(&operators[1]), taken);
    streams.remove(0);
    drop(open(&operators[1]));
    open(&first.key);
    drop(streams);
    for _ in 0..50 {
        open(&first.key);
    }
}

#[test]
fn a_head_takes_no_place_and_has_the_headers() {
    let world = World::new();
    for _ in 0..20 {
        let head = world.app.call("HEAD", "/api/events");
        let answered = head.bearer(&world.owner.token).send();
        assert_eq!((answered.status, answered.body.len()), (200, 0));
        assert_eq!(answered.header("content-type"), Some("text/event-stream"));
        assert_eq!(answered.header("x-accel-buffering"), Some("no"));
    }
    let absent = "/api/events?customer_id=cus_01k00000000000000000000000";
    let absent = world.app.get(absent).bearer(&world.owner.token);
    absent.refused(404, "not_found");
    let json = world.app.get("/api/events").bearer(&world.owner.token);
    json.header("accept", "application/json")
        .refused(406, "not_acceptable");
}

/// All that a customer comes with counts as one, and so does all of an operator.
#[test]
fn whose_requests_wait_for_each_other() {
    let world = World::new();
    let app = &world.app;
    let plan = |target: &str, header: (&str, &str), lane: Lane| {
        let head = Head {
            method: "GET".to_owned(),
            target: target.to_owned(),
            headers: vec![(header.0.to_owned(), header.1.to_owned())],
            peer: None,
            lane,
            secure: true,
            certificate: None,
        };
        app.http.plan(&head).party
    };
    let bearer = |token: &str| format!("Bearer {token}");
    let party = |name: &str, value: &str| plan("/api/logs", (name, value), Lane::Network);
    let acme = app.register_on("One", "pro");
    let (other, eve) = (app.register("Two"), app.operator("two", "auditor"));
    let of_acme = party("authorization", &bearer(&acme.key));
    assert!(matches!(of_acme, Some(Party::Customer(_))), "{of_acme:?}");
    assert_eq!(party("cookie", &app.portal(&acme.key)), of_acme);
    assert_eq!(
        party("cookie", &app.portal_by_link(&acme, &json!({}))),
        of_acme
    );
    assert_ne!(party("authorization", &bearer(&other.key)), of_acme);
    let of_eve = party("authorization", &bearer(&eve.token));
    assert!(matches!(of_eve, Some(Party::Operator(_))), "{of_eve:?}");
    assert_ne!(party("authorization", &bearer(&world.owner.token)), of_eve);
    assert_eq!(
        party("authorization", "Bearer sk-wrong"),
        Some(Party::Stranger)
    );
    // What the route does not admit takes no turn of the customer that it was made for.
    let agents = app.key(&acme, &json!({"scopes": ["check"]}));
    let lost = app.register("Three");
    let before = party("authorization", &bearer(&lost.key));
    assert!(matches!(before, Some(Party::Customer(_))), "{before:?}");
    let target = format!("/api/customers/{}/api-keys/{}", lost.id, lost.key_id);
    app.delete(&target).local().ok(200);
    for key in [&agents, &lost.key] {
        assert_eq!(party("authorization", &bearer(key)), Some(Party::Stranger));
    }
    assert_eq!(plan("/api/logs", ("x", "y"), Lane::Control), None);
    let check = ("authorization", &*bearer(&acme.key));
    assert_eq!(
        plan("/api/tiers", check, Lane::Network),
        None,
        "takes no worker"
    );
}

#[test]
fn no_reserved_seat_is_kept_by_who_watches() {
    let world = World::new();
    let plan = |target: &str| {
        let bearer = format!("Bearer {}", world.owner.token);
        let head = Head {
            method: "GET".to_owned(),
            target: target.to_owned(),
            headers: vec![("authorization".to_owned(), bearer)],
            peer: None,
            lane: Lane::Network,
            secure: true,
            certificate: None,
        };
        world.app.http.plan(&head).reserved_seat
    };
    assert!(plan("/api/logs"));
    assert!(!plan("/api/events"));
    // What is asked without a listener gives its first word, and its place back.
    for _ in 0..20 {
        let call = Incoming {
            head: Head {
                method: "GET".to_owned(),
                target: "/api/events".to_owned(),
                headers: Vec::new(),
                peer: None,
                lane: Lane::Control,
                secure: false,
                certificate: None,
            },
            body: Vec::new(),
        };
        let answer = world.app.http.answer(call);
        assert!(matches!(answer, Answer::Stream(..)));
        assert!(
            answer
                .wait()
                .body
                .starts_with(b"retry: 3000\nevent: hello\n")
        );
    }
}
