//! Nonsense in query parameters, made from the table of routes.

use portcullis::http::routes::{ROUTES, Target};

use crate::world::World;

/// Values that a parameter does not take; nothing for those that take any text.
fn wrong_values(path: &str, name: &str) -> &'static [&'static str] {
    match name {
        "limit" if path.ends_with("/export") || path.starts_with("/api/exports/") => {
            &["0", "10001", "-1", "x", "%00"]
        }
        "from_seq" => &["x", "0", "-1", "99999999999999999999"],
        "format" if path == "/api/logs/export" => &["x", "CSV", "json", "%00"],
        "format" if path.ends_with("/{month}") => &["x", "CSV", "ndjson", "%00"],
        "format" => &["x", "CSV", "html", "%00"],
        "month" => &["x", "2026", "2026-13", "2026-11-22", "2026-12", "%00"],
        "action" if path.ends_with("/metering") => &["%00", "%20"],
        "limit" => &[
            "0",
            "101",
            "-1",
            "1.5",
            "x",
            "99999999999999999999",
            "%00",
            "1%20",
            "0x10",
        ],
        "q" if path == "/api/search" => &["x", "%20x%20", "%00%00", "a%0ab"],
        "after" => &["x", "-1", "1.5", "%00", "99999999999999999999"],
        "cursor" => &["x", "0", "zz", "6", "ff", "c3a9c3", "%F0%9F%97%BF", "00"],
        "start_time" | "end_time" => &["x", "0", "2026-11-22", "2026-13-01T00:00:00Z", "%00"],
        "from" | "to" => &["x", "0", "2026-11-32", "2026-11", "%00"],
        "customer_id" => &["x", "cus_", "key_01k00000000000000000000000", "%00", "*"],
        "status" => &["x", "Pending", "%00"],
        "binding" => &["x", "00", "%00"],
        "effect" => &["x", "Allow", "%00"],
        "span" => &["x", "Day", "%00", "hour"],
        "level" => &["x", "System", "%00"],
        "only" => &["x", "Bad", "%00"],
        "state" => &["x", "Open", "%00"],
        "kind" => &["x", "Customers", "%00"],
        "active" => &["x", "1", "TRUE"],
        "tier" | "subscription_tier" => &["x", "%00", "Free"],
        "agent_id" => &["%00", "%20", "%e2%80%8b"],
        "key_name" => &["%00", "%20"],
        _ => &[],
    }
}

#[test]
fn every_parameter_refuses_what_it_does_not_take() {
    let world = World::new();
    let before = (world.state(), world.app.head());
    let mut sent = 0;
    for route in ROUTES {
        for param in route.query {
            let base = world.operators_target(route);
            // Filters of the log and of what is over are compared, not read.
            let of_records = ["/api/logs", "/api/logs/export", "/api/approvals"];
            let is_compared = of_records.contains(&route.path) && param.name == "agent_id";
            let values = wrong_values(route.path, param.name)
                .iter()
                .filter(|_| !is_compared);
            let also = ["%ff", "%c0%af"];
            let values = values.copied().chain(also);
            for value in values {
                let target = with(&base, param.name, value);
                let call = world.app.call(route.method.word(), &target).local();
                let problem = if route.body.is_empty() {
                    call.refused(400, "bad_parameter")
                } else {
                    call.json(&world.body(route).into())
                        .refused(400, "bad_parameter")
                };
                let detail = problem["detail"].as_str().unwrap();
                assert!(
                    detail.starts_with(&format!("`{}`", param.name)),
                    "{target}: {detail}"
                );
                sent += 1;
            }
            // A value that it takes, but twice.
            let one = with(&base, param.name, "1");
            let target = format!("{one}&{}=2", param.name);
            let call = world.app.call(route.method.word(), &target).local();
            let problem = call.refused(400, "bad_parameter");
            let twice = format!("`{}` is there twice", param.name);
            assert_eq!(problem["detail"], twice, "{target}");
            sent += 1;
        }
    }
    assert_eq!((world.state(), world.app.head()), before);
    assert!(sent > 150, "{sent}");
}

/// The target with the parameter, instead of the one that it has.
fn with(target: &str, name: &str, value: &str) -> String {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut pairs: Vec<String> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with(&format!("{name}=")))
        .map(str::to_owned)
        .collect();
    pairs.push(format!("{name}={value}"));
    format!("{path}?{}", pairs.join("&"))
}

#[test]
fn an_operator_must_name_the_customer_where_one_is_meant() {
    let world = World::new();
    let before = (world.state(), world.app.head());
    for route in ROUTES.iter().filter(|route| route.target == Target::Query) {
        for query in ["", "?customer_id=", "?customer_id"] {
            let target = format!("{}{query}", world.path(route));
            let call = world
                .app
                .call(route.method.word(), &target)
                .bearer(&world.owner.token);
            let problem = call.refused(400, "bad_parameter");
            assert_eq!(
                problem["detail"],
                "`customer_id` is needed: name the customer"
            );
        }
    }
    assert_eq!((world.state(), world.app.head()), before);
}

#[test]
fn cursors_are_of_the_list_that_gave_them() {
    let world = World::new();
    let of_customers = world.app.get("/api/customers?limit=1").local().ok(200);
    let cursor = of_customers["next_cursor"].as_str().unwrap();
    for target in ["/api/operators", "/api/logs"] {
        let target = format!("{target}?cursor={cursor}");
        world.app.get(&target).local().refused(400, "bad_parameter");
    }
    // The end of the log, and beyond any.
    let digits = "3138343436373434303733373039353531363135"; // u64::MAX
    for (hex, expected) in [("31", 0), ("30", 0), (digits, 1)] {
        let target = format!("/api/logs?limit=1&cursor={hex}");
        let found = world.app.get(&target).local().ok(200);
        assert_eq!(found.as_array().unwrap().len(), expected, "{hex}");
    }
}
