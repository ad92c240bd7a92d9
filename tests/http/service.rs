//! `/`, `/health`, `/metrics`, `/docs`, `/openapi.json`, `/assets/…`, and what is no route.

use std::sync::Arc;

use portcullis::domain::settings::DocumentSettings;
use portcullis::http::documents::names;
use portcullis::http::wire::{Head, Lane, Refusal, Service as _};
use serde_json::json;

use crate::harness::TestApp;
use crate::schema;

#[test]
fn the_front_page_shows_the_prices() {
    let app = TestApp::new();
    let page = app.get("/").send();
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    for text in [
        "Free",
        "Starter",
        "Pro",
        "Enterprise",
        "$99 a month",
        "$499 a month",
    ] {
        assert!(page.text().contains(text), "{text}");
    }
    assert!(!page.text().contains("<!-- tiers -->"), "{page}");
    let without_rules = !page.text().contains("<style") && !page.text().contains(" style=");
    assert!(
        without_rules && !page.text().contains("<script>"),
        "nothing inline: {page}"
    );
    app.get("/")
        .header("accept", "application/json")
        .refused(406, "not_acceptable");
}

#[test]
fn no_page_leads_to_a_document_that_is_left_out() {
    let links = |app: &TestApp| {
        let mut links = Vec::new();
        for page in ["/", "/pricing", "/welcome"] {
            let page = app.get(page).send();
            assert!(!page.text().contains("<!-- "), "{page}");
            let targets = page.text().split("href=\"/docs/").skip(1);
            links.extend(targets.map(|rest| rest.split(['"', '#']).next().unwrap().to_owned()));
        }
        links
    };
    let all = links(&TestApp::new());
    assert!(all.iter().any(|name| name == "POLICY"), "{all:?}");
    assert!(all.iter().any(|name| name == "GETTING_STARTED"), "{all:?}");
    let app = TestApp::with(|setup| {
        let documents = DocumentSettings {
            hidden: names(),
            policy: None,
            help: None,
        };
        setup.live.documents = Arc::new(documents);
    });
    for name in links(&app) {
        assert_eq!(
            app.get(&format!("/docs/{name}")).send().status,
            200,
            "{name}"
        );
    }
}

#[test]
fn every_file_that_a_page_names_is_there() {
    let app = TestApp::new();
    let mut named = 0;
    for page in ["/", "/pricing", "/docs", "/setup"] {
        let page = app.get(page).send();
        assert_eq!(page.status, 200);
        for attribute in ["src=\"", "href=\""] {
            for rest in page.text().split(attribute).skip(1) {
                let target = rest.split('"').next().unwrap();
                if !target.starts_with("/assets/") {
                    let is_elsewhere = target.contains("//");
                    assert!(!is_elsewhere, "works without a network: {target}");
                    continue;
                }
                named += 1;
                let target = target.split('#').next().unwrap();
                let file = app.get(target).send();
                assert_eq!(file.status, 200, "{target}");
                let media = file
                    .header("content-type")
                    .unwrap()
                    .split(';')
                    .next()
                    .unwrap();
                let same = app.get(target).header("accept", media).send();
                assert_eq!((same.status, &same.body), (200, &file.body), "{target}");
            }
        }
    }
    assert!(named > 0 || app.get("/assets/site.css").send().status == 404);
    app.get("/assets/nothing.css").refused(404, "not_found");
}

#[test]
fn health_is_for_everybody() {
    let app = TestApp::new();
    assert_eq!(app.get("/health").ok(200), json!({"status": "healthy"}));
    assert_eq!(
        app.get("/health").lane(Lane::Metrics).ok(200),
        json!({"status": "healthy"})
    );
}

/// A server is ready once something is on the disk; there it is the record of its start.
fn written(app: &TestApp) {
    let answered = app.get("/ready").unchecked().send();
    let expected = json!({"status": "not_ready", "reason": "the server is starting"});
    assert_eq!((answered.status, answered.json()), (503, expected));
    app.operator("ada", "owner");
}

#[test]
fn ready_says_whether_a_request_would_be_served() {
    let app = TestApp::new();
    written(&app);
    for lane in [Lane::Network, Lane::Metrics, Lane::Control] {
        assert_eq!(
            app.get("/ready").lane(lane).ok(200),
            json!({"status": "ready"})
        );
    }
    let edge = app.http.stats();
    edge.is_draining
        .store(true, std::sync::atomic::Ordering::SeqCst);
    for lane in [Lane::Network, Lane::Metrics, Lane::Control] {
        let answered = app.get("/ready").lane(lane).unchecked().send();
        let expected = json!({"status": "not_ready", "reason": "the server is stopping"});
        assert_eq!((answered.status, answered.json()), (503, expected));
    }
    // It still records what it has.
    assert_eq!(app.get("/health").ok(200), json!({"status": "healthy"}));
    let metrics = app.get("/metrics").local().send();
    assert!(
        metrics.text().contains("portcullis_ready 0.0\n"),
        "{metrics}"
    );
}

#[test]
fn nothing_is_ready_before_a_write_or_by_a_clock_that_is_wrong() {
    let app = TestApp::new();
    written(&app);
    app.set_clock("2024-12-31T23:59:59Z");
    let acme = json!({"name": "Acme", "email": "ops@acme.example"});
    let refused = app.post("/api/customers/register", &acme).unchecked();
    assert_eq!(refused.send().status, 503);
    let answered = app.get("/ready").unchecked().send();
    let expected = json!({"status": "not_ready", "reason": "the clock cannot be right"});
    assert_eq!((answered.status, answered.json()), (503, expected));
    let answered = app.get("/health").unchecked().send();
    let expected = json!({"status": "unhealthy", "reason": "the clock cannot be right"});
    assert_eq!((answered.status, answered.json()), (503, expected));
}

#[test]
fn metrics_count_what_was_answered() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.agent(&acme, "bot");
    app.check(&acme, ("bot", "read", "orders"));
    app.get("/api/tiers").ok(200);
    app.get("/nothing").refused(404, "not_found");
    let login = json!({"username": "ada", "password": "a wrong one"});
    for _ in 0..5 {
        app.post("/api/operators/login", &login)
            .refused(401, "invalid_key");
    }
    app.post("/api/operators/login", &login)
        .refused(429, "rate_limited");
    let kill = json!({"agent_id": "bot", "enabled": false});
    app.post("/api/agent/kill", &kill).bearer(&acme.key).ok(200);
    let metrics = app.get("/metrics").local().send();
    for line in [
        concat!(
            "portcullis_build_info{version=\"",
            env!("CARGO_PKG_VERSION"),
            "\"} 1.0"
        ),
        "portcullis_http_responses_total{group=\"check\",class=\"2xx\"} 1.0",
        "portcullis_http_responses_total{group=\"other\",class=\"4xx\"} 1.0",
        "portcullis_http_responses_total{group=\"operator\",class=\"4xx\"} 6.0",
        "portcullis_http_response_seconds_bucket{le=\"+Inf\",group=\"check\"} 1",
        "portcullis_http_response_seconds_count{group=\"check\"} 1",
        "portcullis_changes_total{action=\"operator.login\",result=\"refused\"} 5",
        "portcullis_logins_throttled_total 1",
        "portcullis_kill_switches_engaged{level=\"agent\"} 1.0",
        "portcullis_kill_switches_engaged{level=\"system\"} 0.0",
        "portcullis_objects{kind=\"customers\"} 1.0",
        "portcullis_approvals_waiting 0.0",
        "portcullis_queue_limit_entries 16384.0",
    ] {
        assert!(
            metrics.text().lines().any(|found| found == line),
            "{line}: {metrics}"
        );
    }
}

#[test]
fn a_ledger_that_has_stopped_is_told_and_nothing_is_answered() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    app.http.app().ledger().close();
    let question = json!({"agent_id": "bot", "action": "a", "resource": "b"});
    for call in [
        app.post("/api/agents/check", &question),
        app.post("/api/admin/agents", &json!({"name": "Bot", "owner": "o"})),
    ] {
        let answered = call.bearer(&acme.key).unchecked().send();
        assert_eq!(
            (answered.status, answered.header("retry-after")),
            (503, Some("1"))
        );
        assert_eq!(answered.json()["code"], "ledger_unavailable", "{answered}");
    }
    // What is in memory can still be read, and what was not answered is not counted.
    let me = app.get("/api/customers/me").bearer(&acme.key).ok(200);
    assert_eq!(me["total_api_calls"], 0);
}

#[test]
fn metrics_have_their_own_credential() {
    let app = TestApp::with(|setup| {
        setup.live.metrics_token = Some(portcullis::domain::secret::SecretDigest::of("scrape-me"));
    });
    let acme = app.register("Acme");
    let auditor = app.operator("dan", "auditor");
    app.get("/metrics").refused(401, "unauthenticated");
    app.get("/metrics")
        .bearer("wrong")
        .refused(401, "invalid_key");
    app.get("/metrics")
        .bearer(&acme.key)
        .refused(403, "operator_role");
    for token in ["scrape-me", &auditor.token] {
        let metrics = app.get("/metrics").bearer(token).send();
        assert_eq!(metrics.status, 200, "{metrics}");
        assert!(metrics.text().ends_with("# EOF\n"), "{metrics}");
        assert!(metrics.text().contains("portcullis_up 1"), "{metrics}");
    }
    app.get("/metrics").lane(Lane::Metrics).send();
    app.get("/api/tiers")
        .lane(Lane::Metrics)
        .refused(404, "not_found");
    app.get("/").lane(Lane::Metrics).refused(404, "not_found");
}

#[test]
fn the_reference_is_served_as_it_is_made() {
    let app = TestApp::new();
    assert_eq!(app.get("/openapi.json").ok(200), *schema::DOCUMENT);
}

#[test]
fn identifiers_of_requests_are_echoed_when_they_are_plausible() {
    let app = TestApp::new();
    let echoed = |id: &str| {
        let answered = app.get("/api/tiers").header("x-request-id", id).send();
        answered.header("x-request-id").unwrap() == id
    };
    for good in ["a", "A.b_c-9", &"x".repeat(128)] {
        assert!(echoed(good), "{good}");
    }
    for bad in ["", &"x".repeat(129), "a b", "a\u{e9}", "<script>", "a,b"] {
        assert!(!echoed(bad), "{bad}");
    }
    let made = || {
        app.get("/api/tiers")
            .send()
            .header("x-request-id")
            .unwrap()
            .to_owned()
    };
    assert_ne!(made(), made());
}

#[test]
fn what_the_edge_refuses_looks_like_everything_else() {
    let app = TestApp::new();
    let head = Head {
        method: "POST".to_owned(),
        target: "/api/agents/check?x=1".to_owned(),
        headers: vec![("x-request-id".to_owned(), "edge-1".to_owned())],
        peer: None,
        lane: Lane::Network,
        secure: false,
        certificate: None,
    };
    for (refusal, status, code) in [
        (Refusal::MalformedRequest, 400, "malformed_request"),
        (Refusal::RequestTimeout, 408, "request_timeout"),
        (
            Refusal::BodyTooLarge { limit_bytes: 7 },
            413,
            "body_too_large",
        ),
        (Refusal::HeadTooLarge, 431, "head_too_large"),
        (Refusal::Overloaded, 503, "overloaded"),
        (Refusal::ExpectationFailed, 417, "expectation_failed"),
        (Refusal::Panicked, 500, "internal"),
    ] {
        for head in [Some(&head), None] {
            let reply = app.http.refuse(refusal, head);
            let header = |wanted: &str| {
                let found = reply.headers.iter().find(|(name, _)| name == wanted);
                found.map(|(_, value)| value.as_str())
            };
            let problem: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
            assert_eq!((reply.status, &problem["code"]), (status, &json!(code)));
            assert_eq!(problem["status"], status);
            assert_eq!(header("Content-Type"), Some("application/problem+json"));
            assert_eq!(header("X-Content-Type-Options"), Some("nosniff"));
            assert_eq!(header("X-Request-Id"), problem["request_id"].as_str());
            if head.is_some() {
                assert_eq!(header("X-Request-Id"), Some("edge-1"));
                assert_eq!(problem["instance"], "/api/agents/check");
            }
        }
    }
}
