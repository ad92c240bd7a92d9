//! The application over a data directory of its own, with fixed time and randomness.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portcullis::app::{
    App, ConfigurationSource, Error, Proposal, Reloaded, Setting, SettingSource,
};
use portcullis::domain::environment::Environment;
use portcullis::domain::settings::{Configuration, LiveSettings};
use portcullis::domain::time::Timestamp;
use portcullis::http::wire::{Answer, EdgeStats, Head, Incoming, Lane, Service as _, Source};
use portcullis::http::{self, Http};
use portcullis::ledger::{self, ChangeError, Hooks, Ledger};
use portcullis::metrics::Metrics;
use portcullis::store::{DataDir, Durability};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::promises;

/// 2026-11-22T16:00:00Z, a Sunday.
const START_MICROS: i64 = 1_795_363_200_000_000;

/// Time that moves when it is told to, and bytes that look random and are not.
pub(crate) struct Fixed {
    wall_micros: AtomicI64,
    monotonic_nanos: AtomicU64,
    seed: Mutex<u64>,
}

impl Fixed {
    fn new() -> Self {
        Self {
            wall_micros: AtomicI64::new(START_MICROS),
            monotonic_nanos: AtomicU64::new(1_000_000_000_000),
            seed: Mutex::new(7),
        }
    }
}

impl Environment for Fixed {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.wall_micros.load(Ordering::SeqCst))
    }

    fn monotonic_nanos(&self) -> u64 {
        self.monotonic_nanos.load(Ordering::SeqCst)
    }

    /// `SplitMix64`.
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.seed.lock().unwrap();
        for byte in bytes {
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = *state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            *byte = (mixed ^ (mixed >> 31)).to_le_bytes()[3];
        }
    }
}

/// A configuration that never changes.
struct SameAgain(std::sync::Weak<App>);

impl ConfigurationSource for SameAgain {
    fn propose(&self) -> Result<Proposal, Error> {
        let app = self.0.upgrade().unwrap();
        Ok(Proposal {
            configuration: Arc::new(Configuration {
                live: Arc::clone(app.live().settings()),
                settings: "{}".into(),
            }),
            sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a".to_owned(),
            reloaded: Reloaded::default(),
            adopt: Box::new(|| {}),
        })
    }

    fn settings(&self) -> Vec<Setting> {
        vec![Setting {
            key: "server.drain_seconds",
            value: "7".to_owned(),
            default: "25".to_owned(),
            source: SettingSource::File,
            place: Some("portcullis.toml:3".to_owned()),
            is_live: false,
            unit: Some("seconds"),
            about: "Seconds that open requests have.".to_owned(),
        }]
    }

    fn settled(&self, _: &str, _: Result<&Reloaded, &ChangeError<Error>>) {}
}

/// What a test may set otherwise.
#[derive(Default)]
pub(crate) struct Setup {
    pub(crate) live: LiveSettings,
    pub(crate) http: http::Settings,
    pub(crate) ledger: ledger::Settings,
}

/// The application.
pub(crate) struct TestApp {
    pub(crate) http: Arc<Http>,
    pub(crate) clock: Arc<Fixed>,
    directory: TempDir,
}

/// A registered customer with its first key.
#[derive(Clone)]
pub(crate) struct Customer {
    pub(crate) id: String,
    pub(crate) key: String,
    pub(crate) key_id: String,
}

/// An operator with a token.
#[derive(Clone)]
pub(crate) struct Operator {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) token_id: String,
}

/// The password of every operator that has one.
pub(crate) const PASSWORD: &str = "an old and rusty portcullis";

impl TestApp {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Setup)) -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self::over(directory, Arc::new(Fixed::new()), change)
    }

    /// The same data and the same clock, in another process as it were.
    pub(crate) fn restarted(self, change: impl FnOnce(&mut Setup)) -> Self {
        let Self {
            http,
            clock,
            directory,
        } = self;
        http.app().ledger().close();
        drop(http);
        Self::over(directory, clock, change)
    }

    fn over(directory: TempDir, clock: Arc<Fixed>, change: impl FnOnce(&mut Setup)) -> Self {
        let mut setup = Setup::default();
        // What a flush survives is the ledger's tests' business.
        setup.ledger.durability = Durability::Process;
        change(&mut setup);
        let ledger = Ledger::open(
            DataDir::take(&directory.path().join("data"), "test").unwrap(),
            setup.ledger,
            Arc::new(setup.live),
            Arc::clone(&clock) as Arc<dyn Environment>,
            Arc::new(Metrics::default()),
            Hooks::default(),
        );
        let app = Arc::new(App::new(Arc::new(ledger.unwrap())));
        app.reload_from(Box::new(SameAgain(Arc::downgrade(&app))));
        let http = Http::new(app, setup.http, Arc::new(EdgeStats::default()));
        Self {
            http: Arc::new(http),
            clock,
            directory,
        }
    }

    /// The file that everything is in.
    pub(crate) fn database(&self) -> std::path::PathBuf {
        let ledger = self.http.app().ledger();
        ledger.directory().join(portcullis::store::DATABASE_FILE)
    }

    /// Both clocks move.
    pub(crate) fn advance(&self, duration: Duration) {
        let nanos = u64::try_from(duration.as_nanos()).unwrap();
        let micros = i64::try_from(duration.as_micros()).unwrap();
        self.clock
            .monotonic_nanos
            .fetch_add(nanos, Ordering::SeqCst);
        self.clock.wall_micros.fetch_add(micros, Ordering::SeqCst);
    }

    /// The wall clock says another time.
    pub(crate) fn set_clock(&self, time: &str) {
        let time: Timestamp = time.parse().unwrap();
        let wall = &self.clock.wall_micros;
        wall.store(time.as_micros(), Ordering::SeqCst);
    }

    /// The time now and a while, as the API writes it.
    pub(crate) fn in_a(&self, duration: Duration) -> String {
        self.clock.now().plus(duration).to_string()
    }

    pub(crate) fn call(&self, method: &str, target: &str) -> Call<'_> {
        Call {
            app: self,
            head: Head {
                method: method.to_owned(),
                target: target.to_owned(),
                headers: vec![("host".to_owned(), "gate.example".to_owned())],
                peer: Some("192.0.2.1:5000".parse().unwrap()),
                lane: Lane::Network,
                secure: true,
                certificate: None,
            },
            body: Vec::new(),
            checks: true,
        }
    }

    pub(crate) fn get(&self, target: &str) -> Call<'_> {
        self.call("GET", target)
    }

    pub(crate) fn post(&self, target: &str, body: &Value) -> Call<'_> {
        self.call("POST", target).json(body)
    }

    pub(crate) fn put(&self, target: &str, body: &Value) -> Call<'_> {
        self.call("PUT", target).json(body)
    }

    pub(crate) fn patch(&self, target: &str, body: &Value) -> Call<'_> {
        self.call("PATCH", target).json(body)
    }

    pub(crate) fn delete(&self, target: &str) -> Call<'_> {
        self.call("DELETE", target)
    }

    // Fixtures

    /// A customer on the tier `starter`, as anybody registers one.
    pub(crate) fn register(&self, name: &str) -> Customer {
        self.register_on(name, "starter")
    }

    /// A customer on a tier, registered by the local owner.
    pub(crate) fn register_on(&self, name: &str, tier: &str) -> Customer {
        let email = format!("ops@{}.example", name.to_lowercase());
        let body = json!({"name": name, "email": email, "subscription_tier": tier});
        let made = self.post("/api/customers/register", &body).local().ok(201);
        Customer {
            id: text(&made, "customer_id"),
            key: text(&made, "api_key"),
            key_id: text(&made, "key_id"),
        }
    }

    /// An operator with a token and the password [`PASSWORD`].
    pub(crate) fn operator(&self, username: &str, role: &str) -> Operator {
        let body = json!({"username": username, "role": role, "token": true, "password": PASSWORD});
        let made = self.post("/api/operators", &body).local().ok(201);
        Operator {
            id: text(&made, "id"),
            token: text(&made, "token"),
            token_id: text(&made, "token_id"),
        }
    }

    pub(crate) fn agent(&self, customer: &Customer, id: &str) {
        let body = json!({"id": id, "name": id, "owner": "finance"});
        self.post("/api/admin/agents", &body)
            .bearer(&customer.key)
            .ok(201);
    }

    /// A permission of an agent, by its identifier.
    pub(crate) fn permit(
        &self,
        customer: &Customer,
        effect: &str,
        (agent, action, resource): (&str, &str, &str),
    ) -> String {
        let body = json!({
            "agent_id": agent, "action": action, "resource": resource, "effect": effect,
        });
        let made = self
            .post("/api/admin/permissions", &body)
            .bearer(&customer.key)
            .ok(201);
        text(&made, "id")
    }

    /// The answer to a check of the customer's first key.
    pub(crate) fn check(
        &self,
        customer: &Customer,
        (agent, action, resource): (&str, &str, &str),
    ) -> Value {
        let body = json!({"agent_id": agent, "action": action, "resource": resource});
        self.post("/api/agents/check", &body)
            .bearer(&customer.key)
            .ok(200)
    }

    /// A key of the customer that an operator issues.
    pub(crate) fn key(&self, customer: &Customer, body: &Value) -> String {
        let target = format!("/api/customers/{}/api-keys/generate", customer.id);
        let made = self.post(&target, body).local().ok(201);
        text(&made, "api_key")
    }

    /// The cookie of somebody who signed in to the portal with a key.
    pub(crate) fn portal(&self, key: &str) -> String {
        let call = self.post("/api/portal/login", &json!({"api_key": key}));
        let answered = call.from("198.51.100.77").send();
        assert_eq!(answered.status, 200, "{answered}");
        answered.cookie()
    }

    /// A link into the customer's portal, as the local owner makes one.
    pub(crate) fn portal_link(&self, customer: &Customer, body: &Value) -> String {
        let target = format!("/api/customers/{}/portal-links", customer.id);
        text(&self.post(&target, body).local().ok(201), "token")
    }

    /// The secret of a link to a key, as the local owner makes one.
    pub(crate) fn key_link(&self, customer: &Customer, body: &Value) -> String {
        let target = format!("/api/customers/{}/key-links", customer.id);
        let link = text(&self.post(&target, body).local().ok(201), "link");
        link.split_once('#').unwrap().1.to_owned()
    }

    /// The cookie of somebody who signed in to the portal with a link.
    pub(crate) fn portal_by_link(&self, customer: &Customer, body: &Value) -> String {
        let token = self.portal_link(customer, body);
        let call = self.post("/api/portal/open", &json!({"token": token}));
        let answered = call.from("198.51.100.78").send();
        assert_eq!(answered.status, 200, "{answered}");
        answered.cookie()
    }

    /// The newest records, all customers together.
    pub(crate) fn log(&self, query: &str) -> Vec<Value> {
        let target = format!("/api/logs?{query}");
        let Value::Array(records) = self.get(&target).local().ok(200) else {
            panic!("no array")
        };
        records
    }

    /// The global number of the newest record; 0 while there is none.
    pub(crate) fn head(&self) -> u64 {
        self.log("limit=1")
            .first()
            .map_or(0, |record| record["seq"].as_u64().unwrap())
    }

    /// Lifts the customer's rate limit out of the test's way.
    pub(crate) fn without_rate_limit(&self, customer: &Customer) {
        let target = format!("/api/customers/{}", customer.id);
        let body = json!({"overrides": {"max_requests_per_minute": 10_000_000}});
        self.patch(&target, &body).local().ok(200);
    }
}

/// A member that is text.
pub(crate) fn text(value: &Value, member: &str) -> String {
    value[member]
        .as_str()
        .unwrap_or_else(|| panic!("no `{member}` in {value}"))
        .to_owned()
}

/// A request in the making.
pub(crate) struct Call<'a> {
    app: &'a TestApp,
    head: Head,
    body: Vec<u8>,
    checks: bool,
}

impl Call<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.head.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.head.headers.retain(|(known, _)| known != name);
        self
    }

    pub(crate) fn host(self, host: &str) -> Self {
        self.without("host").header("host", host)
    }

    pub(crate) fn bearer(self, secret: &str) -> Self {
        self.header("authorization", &format!("Bearer {secret}"))
    }

    /// By the session in that cookie, from our own page.
    pub(crate) fn session(self, cookie: &str) -> Self {
        self.header("cookie", cookie)
            .header("sec-fetch-site", "same-origin")
    }

    /// As the local owner, over the control socket.
    pub(crate) fn local(mut self) -> Self {
        self.head.lane = Lane::Control;
        self.head.peer = None;
        self.head.secure = false;
        self
    }

    pub(crate) fn lane(mut self, lane: Lane) -> Self {
        self.head.lane = lane;
        self
    }

    /// Over a connection that is not encrypted.
    pub(crate) fn plain(mut self) -> Self {
        self.head.secure = false;
        self
    }

    pub(crate) fn from(mut self, address: &str) -> Self {
        self.head.peer = Some(SocketAddr::new(address.parse().unwrap(), 4711));
        self
    }

    /// For an answer that no test provokes but on purpose: a 5xx.
    pub(crate) fn unchecked(mut self) -> Self {
        self.checks = false;
        self
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.bytes(body.to_string().into_bytes())
            .header("content-type", "application/json")
    }

    pub(crate) fn bytes(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends it, and holds the answer to what holds for every answer.
    pub(crate) fn send(self) -> Answered {
        // Identifiers sort by the millisecond.
        self.app.clock.wall_micros.fetch_add(1000, Ordering::SeqCst);
        let Self {
            app,
            head,
            body,
            checks,
        } = self;
        let sent = head.clone();
        let reply = app.http.answer(Incoming { head, body }).wait();
        let answered = Answered {
            what: format!("{} {}", sent.method, sent.target),
            status: reply.status,
            headers: reply.headers,
            body: reply.body,
        };
        if checks {
            promises::hold(app, &sent, &answered);
        }
        answered
    }

    /// Sends it, and expects a stream.
    #[track_caller]
    pub(crate) fn open(self) -> Box<dyn Source> {
        let Self {
            app, head, body, ..
        } = self;
        match app.http.answer(Incoming { head, body }) {
            Answer::Stream(reply, source) => {
                assert_eq!((reply.status, reply.body.len()), (200, 0));
                source
            }
            other @ (Answer::Now(_) | Answer::Later(_)) => {
                panic!("no stream, but {}", other.wait().status)
            }
        }
    }

    /// Sends it, and expects success with a JSON body.
    #[track_caller]
    pub(crate) fn ok(self, status: u16) -> Value {
        let answered = self.send();
        assert_eq!(answered.status, status, "{answered}");
        answered.json()
    }

    /// Sends it, and expects a problem document with that code.
    #[track_caller]
    pub(crate) fn refused(self, status: u16, code: &str) -> Value {
        let answered = self.send();
        assert_eq!(answered.status, status, "{answered}");
        let problem = answered.json();
        assert_eq!(problem["code"], code, "{answered}");
        problem
    }
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    what: String,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answered {
    /// The one value of a header; a header that is there twice fails the test.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self
            .headers
            .iter()
            .filter(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "`{name}` is there twice: {self}");
        value
    }

    /// The `Cookie` header of whoever just signed in.
    pub(crate) fn cookie(&self) -> String {
        let set = self.header("set-cookie").expect("a cookie");
        set.split(';').next().unwrap().to_owned()
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self}"))
    }
}

impl std::fmt::Display for Answered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        write!(
            f,
            "{} -> {} {:?}\n{body}",
            self.what, self.status, self.headers
        )
    }
}
