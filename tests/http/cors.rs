//! Pages of other origins: who is told that it may read what.

use portcullis::domain::origin::{CrossOrigin, Origin, Origins, Part};
use portcullis::http::routes::ROUTES;
use portcullis::http::wire::{Lane, Refusal, Service as _};
use serde_json::json;

use crate::harness::{Answered, TestApp};
use crate::world::World;

const APP: &str = "https://app.example";
const ELSEWHERE: &str = "https://elsewhere.example";
const SHOP: &str = "https://shop.example:8443";

fn these(origins: &[&str]) -> Origins {
    Origins::These(
        origins
            .iter()
            .map(|text| Origin::parse(text).unwrap())
            .collect(),
    )
}

/// Everybody sees prices, the app asks and reads, the shop only asks.
fn settings() -> CrossOrigin {
    CrossOrigin {
        public: Origins::Any,
        checks: these(&[APP, SHOP]),
        customers: these(&[APP]),
    }
}

fn app() -> TestApp {
    TestApp::with(|setup| setup.live.cross_origin = settings())
}

fn preflight(app: &TestApp, path: &str, origin: &str, method: &str) -> Answered {
    app.call("OPTIONS", path)
        .header("origin", origin)
        .header("access-control-request-method", method)
        .header(
            "access-control-request-headers",
            "authorization,content-type",
        )
        .send()
}

fn is_shared(answered: &Answered) -> bool {
    let names = |(name, _): &(String, String)| name.to_lowercase().starts_with("access-control-");
    let is_any = answered.headers.iter().any(names);
    assert_eq!(
        is_any,
        answered.header("access-control-allow-origin").is_some()
    );
    is_any
}

#[test]
fn every_route_is_shared_with_the_origins_of_its_part_and_no_others() {
    let world = World::with(|setup| setup.live.cross_origin = settings());
    let mut parts = [0; 4];
    for route in ROUTES {
        let name = format!("{} {}", route.method.word(), route.path);
        let path = world.path(route);
        let path = path.split('?').next().unwrap();
        let (origins, count) = match route.part() {
            Some(Part::Public) => (vec![APP, SHOP, ELSEWHERE], &mut parts[0]),
            Some(Part::Checks) => (vec![APP, SHOP], &mut parts[1]),
            Some(Part::Customers) => (vec![APP], &mut parts[2]),
            None => (vec![], &mut parts[3]),
        };
        *count += 1;
        for origin in [APP, SHOP, ELSEWHERE, "null", "https://app.example.evil"] {
            let is_let = origins.contains(&origin)
                || (route.part() == Some(Part::Public) && !origins.is_empty());
            let asked = preflight(&world.app, path, origin, route.method.word());
            assert_eq!(asked.status == 204, is_let, "{name} from {origin}: {asked}");
            if is_let {
                assert!(is_shared(&asked), "{asked}");
                let methods = asked.header("access-control-allow-methods").unwrap();
                assert!(
                    methods.split(", ").any(|one| one == route.method.word()),
                    "{asked}"
                );
                assert!(asked.body.is_empty(), "{asked}");
            } else {
                assert_eq!(asked.status, 405, "{asked}");
            }
            // A credential that is none: the refusal must be readable where the answer would be.
            let call = world.app.call(route.method.word(), path);
            let answered = call.bearer("sk-typo").header("origin", origin).send();
            assert_eq!(
                is_shared(&answered),
                is_let,
                "{name} from {origin}: {answered}"
            );
            let varies = answered
                .header("vary")
                .is_some_and(|vary| vary.contains("Origin"));
            assert_eq!(varies, route.part().is_some(), "{name}: {answered}");
        }
        let quiet = world
            .app
            .call(route.method.word(), path)
            .bearer("sk-typo")
            .send();
        assert!(!is_shared(&quiet), "{quiet}");
    }
    assert!(parts.iter().all(|count| *count > 1), "{parts:?}");
}

#[test]
fn a_check_from_a_page_and_what_it_may_read() {
    let app = app();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.permit(&acme, "allow", ("bot", "read", "db"));
    let asked = preflight(&app, "/api/agents/check", SHOP, "POST");
    for (name, value) in [
        ("access-control-allow-origin", SHOP),
        ("access-control-allow-methods", "POST"),
        (
            "access-control-allow-headers",
            "authorization, content-type, if-match, x-request-id",
        ),
        ("access-control-max-age", "600"),
        (
            "vary",
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
        ),
    ] {
        assert_eq!(asked.header(name), Some(value), "{asked}");
    }
    let body = json!({"agent_id": "bot", "action": "read", "resource": "db"});
    let check = app
        .post("/api/agents/check", &body)
        .bearer(&acme.key)
        .header("origin", SHOP)
        .send();
    assert_eq!(check.status, 200, "{check}");
    assert_eq!(check.header("access-control-allow-origin"), Some(SHOP));
    let shown = check.header("access-control-expose-headers").unwrap();
    assert_eq!(
        shown,
        "X-Request-Id, RateLimit, RateLimit-Policy, Retry-After, ETag, Link"
    );
    assert!(check.header("ratelimit").is_some());
    // Refusals of every kind can be read by the page too.
    let key = acme.key.as_str();
    let refusals = [
        (401, app.post("/api/agents/check", &body)),
        (422, app.post("/api/agents/check", &json!({})).bearer(key)),
        (
            400,
            app.call("POST", "/api/agents/check")
                .bearer(key)
                .bytes("{")
                .header("content-type", "application/json"),
        ),
        (
            415,
            app.call("POST", "/api/agents/check")
                .bearer(key)
                .bytes("{}")
                .header("content-type", "text/plain"),
        ),
        (405, app.call("PUT", "/api/agents/check").bearer(key)),
    ];
    for (status, call) in refusals {
        let answered = call.header("origin", SHOP).send();
        assert_eq!(answered.status, status, "{answered}");
        assert_eq!(
            answered.header("access-control-allow-origin"),
            Some(SHOP),
            "{answered}"
        );
    }
    for _ in 0..200 {
        let answered = app
            .post("/api/agents/check", &body)
            .bearer(key)
            .header("origin", SHOP)
            .send();
        if answered.status == 429 {
            assert_eq!(answered.header("access-control-allow-origin"), Some(SHOP));
            return;
        }
    }
    panic!("the limit is never reached");
}

#[test]
fn methods_are_those_of_the_part_alone() {
    let app = app();
    let acme = app.register("Acme");
    // GET and DELETE are a customer's, PATCH an operator's.
    let path = format!("/api/customers/{}", acme.id);
    let asked = preflight(&app, &path, APP, "DELETE");
    assert_eq!(
        asked.header("access-control-allow-methods"),
        Some("GET, DELETE")
    );
    let operators = preflight(&app, &path, APP, "PATCH");
    assert_eq!(operators.status, 405, "{operators}");
    let unknown = preflight(&app, &path, APP, "BREW");
    assert_eq!(unknown.status, 405, "{unknown}");
    let nowhere = preflight(&app, "/api/nowhere", APP, "GET");
    assert_eq!(
        (nowhere.status, is_shared(&nowhere)),
        (404, false),
        "{nowhere}"
    );
}

#[test]
fn what_is_no_preflight_is_answered_as_ever() {
    let app = app();
    let plain = app.call("OPTIONS", "/api/tiers").send();
    assert_eq!(plain.status, 405, "{plain}");
    let without_method = app
        .call("OPTIONS", "/api/tiers")
        .header("origin", APP)
        .send();
    assert_eq!(without_method.status, 405, "{without_method}");
    for lane in [Lane::Control, Lane::Metrics] {
        let call = app
            .call("OPTIONS", "/api/tiers")
            .lane(lane)
            .header("origin", APP);
        let answered = call.header("access-control-request-method", "GET").send();
        assert_eq!(
            (answered.status, is_shared(&answered)),
            (405, false),
            "{answered}"
        );
    }
}

#[test]
fn a_session_stays_on_our_own_pages() {
    let app = app();
    let acme = app.register("Acme");
    let cookie = app.portal(&acme.key);
    let body = json!({"name": "from elsewhere"});
    let path = format!("/api/customers/{}/api-keys/generate", acme.id);
    let call = app
        .post(&path, &body)
        .header("cookie", &cookie)
        .header("origin", APP);
    call.refused(403, "foreign_origin");
    // What only reads is answered, and no browser gives it to a page: it was sent with a cookie, and
    // nothing allows that.
    let path = format!("/api/customers/{}", acme.id);
    let read = app
        .get(&path)
        .header("cookie", &cookie)
        .header("origin", APP)
        .send();
    assert_eq!(read.header("access-control-allow-credentials"), None);
    for path in [
        "/api/portal/login",
        "/api/portal/logout",
        "/api/operators/login",
    ] {
        let asked = preflight(&app, path, APP, "POST");
        assert_eq!((asked.status, is_shared(&asked)), (405, false), "{asked}");
    }
}

#[test]
fn what_the_edge_refuses_can_be_read_too() {
    let app = app();
    let head = |origin: &str| portcullis::http::wire::Head {
        method: "POST".to_owned(),
        target: "/api/agents/check?x=1".to_owned(),
        headers: vec![("origin".to_owned(), origin.to_owned())],
        peer: None,
        lane: Lane::Network,
        secure: true,
        certificate: None,
    };
    let allowed = |origin: &str| {
        let reply = app.http.refuse(Refusal::Overloaded, Some(&head(origin)));
        let find = |name: &str| {
            reply
                .headers
                .iter()
                .find(|(known, _)| known == name)
                .cloned()
        };
        assert_eq!(find("Vary").unwrap().1, "Origin");
        find("Access-Control-Allow-Origin").map(|(_, value)| value)
    };
    assert_eq!(allowed(APP).as_deref(), Some(APP));
    assert_eq!(allowed(ELSEWHERE), None);
}

#[test]
fn nothing_is_shared_unless_it_is_configured() {
    let app = TestApp::new();
    let tiers = app.get("/api/tiers").header("origin", APP).send();
    assert!(!is_shared(&tiers), "{tiers}");
    assert_eq!(tiers.header("vary"), None);
    assert_eq!(preflight(&app, "/api/tiers", APP, "GET").status, 405);
}
