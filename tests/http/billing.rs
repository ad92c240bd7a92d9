//! Statements, what was metered, quotas: made again from the log, and compared.

use std::collections::BTreeMap;
use std::time::Duration;

use portcullis::domain::settings::LiveSettings;
use portcullis::domain::tier::{Tier, Tiers};
use serde_json::{Value, json};

use crate::harness::{Customer, TestApp, text};

/// What is counted, by day, agent, action, result and reason.
type Counts = BTreeMap<[String; 5], u64>;

/// The decisions of a customer in an export of the log, counted without the code under test.
fn counted(app: &TestApp, customer: &Customer) -> Counts {
    let mut counts = Counts::new();
    let mut target = format!("/api/logs/export?customer_id={}&limit=7", customer.id);
    loop {
        let answered = app.get(&target).local().send();
        assert_eq!(answered.status, 200, "{answered}");
        for line in answered.text().lines() {
            let record: Value = serde_json::from_str(line).unwrap();
            if !["approved", "denied"].contains(&record["result"].as_str().unwrap()) {
                continue;
            }
            let agent = match record["reason"].as_str().unwrap() {
                "agent_not_found" => String::new(),
                _ => text(&record, "agent_id"),
            };
            let key = [
                text(&record, "timestamp")[..10].to_owned(),
                agent,
                text(&record, "action"),
                text(&record, "result"),
                text(&record, "reason"),
            ];
            *counts.entry(key).or_default() += 1;
        }
        let Some(link) = answered.header("link") else {
            return counts;
        };
        let next = link.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        next.unwrap().0.clone_into(&mut target);
    }
}

/// The same as the API meters it, page by page.
fn metered(app: &TestApp, target: &str, customer: Option<&Customer>) -> Counts {
    let mut counts = Counts::new();
    let mut cursor = String::new();
    loop {
        let page = app
            .get(&format!("{target}&limit=3{cursor}"))
            .local()
            .ok(200);
        for row in page["data"].as_array().unwrap() {
            if let Some(id) = row.get("customer_id")
                && customer.is_none_or(|customer| *id != customer.id)
            {
                continue;
            }
            let agent = row["agent_id"].as_str().unwrap_or("").to_owned();
            let member = |name| text(row, name);
            let key = [
                member("day"),
                agent,
                member("action"),
                member("result"),
                member("reason"),
            ];
            let count = row["count"].as_u64().unwrap();
            assert_eq!(counts.insert(key, count), None, "{row} is there twice");
        }
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return counts,
        }
    }
}

fn statement(app: &TestApp, customer: &Customer, month: &str) -> Value {
    let target = format!("/api/customers/{}/statements/{month}", customer.id);
    app.get(&target).local().ok(200)
}

fn upgrade(app: &TestApp, customer: &Customer, tier: &str) {
    let target = format!("/api/customers/{}/upgrade?new_tier={tier}", customer.id);
    app.call("PUT", &target).local().ok(200);
}

fn lines(statement: &Value) -> Vec<String> {
    let line = |line: &Value| {
        let day = |name| text(line, name)[8..].to_owned();
        format!(
            "{} {}-{} {} {}",
            text(line, "subscription_tier"),
            day("from"),
            day("to"),
            line["days"],
            line["amount_usd"].as_str().unwrap_or("-")
        )
    };
    statement["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

/// Two customers with two agents each.
fn desks(app: &TestApp) -> [Customer; 2] {
    let customers = ["Acme", "Globex"].map(|name| app.register(name));
    for customer in &customers {
        app.without_rate_limit(customer);
        for bot in ["a-bot", "b-bot"] {
            app.agent(customer, bot);
            app.permit(customer, "allow", (bot, "read", "*"));
            app.permit(customer, "require_approval", (bot, "refund", "*"));
        }
    }
    customers
}

/// A statement, each of its sums and both lists of statements say what was counted from the log.
fn month_adds_up(app: &TestApp, customer: &Customer, month: &str, expected: &Counts) {
    let of_month = expected.iter().filter(|(key, _)| key[0].starts_with(month));
    let sum = |of: &dyn Fn(&[String; 5]) -> bool| -> u64 {
        let of_month = of_month.clone();
        of_month
            .filter(|(key, _)| of(key))
            .map(|(_, count)| count)
            .sum()
    };
    let is_held = |key: &[String; 5]| {
        ["approval_required", "approval_pending", "approval_expired"].contains(&&*key[4])
    };
    let four = |of: &dyn Fn(&[String; 5]) -> bool| {
        json!({
            "approved": sum(&|key| of(key) && key[3] == "approved"),
            "denied": sum(&|key| of(key) && key[3] == "denied" && !is_held(key)),
            "held": sum(&|key| of(key) && is_held(key)),
            "checks": sum(&|key| of(key)),
        })
    };
    let statement = statement(app, customer, month);
    for (list, name, place) in [
        ("days", "day", 0),
        ("agents", "agent_id", 1),
        ("actions", "action", 2),
    ] {
        let rows = statement[list].as_array().unwrap();
        let mut all = 0;
        for row in rows {
            let named = row[name].as_str().unwrap_or("");
            let expected = four(&|key| key[place] == named);
            for count in ["approved", "denied", "held", "checks"] {
                assert_eq!(row[count], expected[count], "{list} {row}");
            }
            all += row["checks"].as_u64().unwrap();
        }
        assert_eq!(statement["usage"]["checks"], all, "{list}");
    }
    let whole = four(&|_| true);
    for count in ["approved", "denied", "held", "checks"] {
        assert_eq!(statement["usage"][count], whole[count]);
    }
    let cents =
        |amount: &Value| -> u64 { amount.as_str().unwrap().replace('.', "").parse().unwrap() };
    let of_lines = statement["lines"].as_array().unwrap().iter();
    let of_lines: u64 = of_lines.map(|line| cents(&line["amount_usd"])).sum();
    assert_eq!(cents(&statement["total_usd"]), of_lines);
    // The lists say the same in short.
    let target = format!("/api/customers/{}/statements", customer.id);
    let list = app.get(&target).bearer(&customer.key).ok(200);
    let in_list = list["data"].as_array().unwrap().iter();
    let in_list = in_list.clone().find(|one| one["month"] == month).unwrap();
    let of_all = app
        .get(&format!("/api/statements?month={month}"))
        .local()
        .ok(200);
    let of_all = of_all["data"].as_array().unwrap().iter();
    let of_all = of_all
        .clone()
        .find(|one| one["customer_id"] == customer.id)
        .unwrap();
    for short in [in_list, of_all] {
        assert_eq!(short["checks"], statement["usage"]["checks"]);
        assert_eq!(short["total_usd"], statement["total_usd"]);
    }
}

#[test]
fn a_statement_is_what_the_log_says() {
    let app = TestApp::new();
    app.set_clock("2026-11-28T22:00:00Z");
    let customers = desks(&app);
    // Four days with a month's end in them, tiers that move, and checks of every kind.
    for turn in 0..96_usize {
        app.advance(Duration::from_mins(57));
        let customer = &customers[turn % 2];
        let bot = ["a-bot", "b-bot", "nobody"][turn % 3];
        let action = ["read", "delete", "refund", "read", "read"][turn % 5];
        app.check(customer, (bot, action, "orders/1"));
        match turn {
            20 => upgrade(&app, &customers[0], "pro"),
            30 => upgrade(&app, &customers[0], "free"),
            40 => {
                let target = format!("/api/customers/{}", customers[1].id);
                app.patch(&target, &json!({"overrides": {"price_usd_month": 310}}))
                    .local()
                    .ok(200);
            }
            _ => {}
        }
    }
    for customer in &customers {
        let expected = counted(&app, customer);
        assert_eq!(expected.values().sum::<u64>(), 48);
        let own = format!(
            "/api/customers/{}/metering?from=2026-11-01&to=2026-12-31",
            customer.id
        );
        assert_eq!(metered(&app, &own, None), expected);
        let all = "/api/metering?from=2026-11-01&to=2026-12-31";
        assert_eq!(metered(&app, all, Some(customer)), expected);
        for month in ["2026-11", "2026-12"] {
            month_adds_up(&app, customer, month, &expected);
        }
    }
    // Registered on the 28th; pro for some hours of the 29th, free from the 30th on.
    let november = statement(&app, &customers[0], "2026-11");
    assert_eq!(
        lines(&november),
        ["starter 28-28 1 3.30", "pro 29-30 2 33.27"]
    );
    assert_eq!(november["is_final"], true);
    assert_eq!(november["to"], "2026-11-30");
    let december = statement(&app, &customers[0], "2026-12");
    assert_eq!(lines(&december), ["free 01-02 2 0.00"]);
    assert_eq!(
        (&december["is_final"], &december["to"]),
        (&json!(false), &json!("2026-12-02"))
    );
    assert_eq!(
        december["quota"],
        json!({"max_checks_per_month": 10_000, "used": december["usage"]["checks"], "percent": 0})
    );
    let other = statement(&app, &customers[1], "2026-11");
    assert_eq!(
        lines(&other),
        ["starter 28-29 2 6.60", "starter 30-30 1 10.33"]
    );
}

#[test]
fn months_without_a_statement_are_absent() {
    let app = TestApp::new();
    let acme = app.register("Acme");
    let of = |month: &str| {
        let target = format!("/api/customers/{}/statements/{month}", acme.id);
        app.get(&target).bearer(&acme.key)
    };
    of("2026-10").refused(404, "not_found");
    of("2026-12").refused(404, "not_found");
    for bad in ["x", "2026", "2026-13", "2026-11-01", "latest"] {
        of(bad).refused(400, "bad_parameter");
    }
    of("2026-11").ok(200);
    // Months go on by themselves, the newest first, page by page.
    app.set_clock("2027-02-03T10:00:00Z");
    let target = format!("/api/customers/{}/statements?limit=3", acme.id);
    let page = app.get(&target).local().ok(200);
    let months = |page: &Value| -> Vec<String> {
        let months = page["data"].as_array().unwrap().iter();
        months.map(|one| text(one, "month")).collect()
    };
    assert_eq!(months(&page), ["2027-02", "2027-01", "2026-12"]);
    assert_eq!(page["data"][1]["total_usd"], "99.00");
    let cursor = text(&page, "next_cursor");
    let page = app
        .get(&format!("{target}&cursor={cursor}"))
        .local()
        .ok(200);
    assert_eq!(months(&page), ["2026-11"]);
    assert_eq!(page["has_more"], false);
}

#[test]
fn a_price_that_is_not_agreed_is_no_amount() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "enterprise");
    let statement = statement(&app, &acme, "2026-11");
    assert_eq!(lines(&statement), ["enterprise 22-22 1 -"]);
    assert_eq!(statement["total_usd"], "0.00");
    assert_eq!(statement["has_unpriced_days"], true);
    assert_eq!(statement["lines"][0]["price_usd_month"], Value::Null);
    let page = page(&app, &acme);
    assert!(page.contains("to be agreed"), "{page}");
}

#[test]
fn an_agreed_price_goes_along_and_the_preview_says_so() {
    let app = TestApp::new();
    let acme = app.register_on("Acme", "pro");
    let path = format!("/api/customers/{}", acme.id);
    let agree = |price: Value| {
        let body = json!({"overrides": {"price_usd_month": price}});
        app.patch(&path, &body).local().ok(200);
    };
    let previewed = || {
        let target = format!("{path}/tier-preview?subscription_tier=free");
        let preview = app.get(&target).bearer(&acme.key).ok(200);
        preview["price_usd_month"].clone()
    };
    assert_eq!(previewed(), 0);
    agree(json!(750));
    assert_eq!(previewed(), 750);
    app.set_clock("2026-11-23T00:00:00Z");
    upgrade(&app, &acme, "free");
    app.set_clock("2026-11-25T00:00:00Z");
    agree(Value::Null);
    app.set_clock("2026-11-26T00:00:00Z");
    assert_eq!(
        lines(&statement(&app, &acme, "2026-11")),
        [
            "pro 22-22 1 25.00",
            "free 23-25 3 75.00",
            "free 26-26 1 0.00"
        ]
    );
}

fn page(app: &TestApp, customer: &Customer) -> String {
    let target = format!(
        "/api/customers/{}/statements/2026-11?format=html",
        customer.id
    );
    let answered = app.get(&target).bearer(&customer.key).send();
    assert_eq!(answered.status, 200, "{answered}");
    assert_eq!(
        answered.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    answered.text().to_owned()
}

#[test]
fn a_statement_can_be_printed_and_put_into_a_sheet() {
    let app = TestApp::with(|setup| {
        setup.live.billing = std::sync::Arc::new(portcullis::domain::billing::Billing {
            issuer: vec!["Gate & Sons Ltd".to_owned(), "1 High Street".to_owned()],
            payment_days: 14,
            note: "Pay to <account> 7.".to_owned(),
        });
    });
    let acme = app.register("Acme");
    let target = format!("/api/customers/{}", acme.id);
    let name = json!({"name": "<script>alert(1)</script> <!-- total -->"});
    app.patch(&target, &name).local().ok(200);
    app.agent(&acme, "=cmd()");
    app.permit(&acme, "allow", ("=cmd()", "read", "*"));
    app.check(&acme, ("=cmd()", "read", "db"));
    app.set_clock("2026-12-01T00:00:00Z");
    let html = page(&app, &acme);
    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("<!-- "), "a place is left: {html}");
    assert!(
        !html.contains(" style=") && !html.contains("<style"),
        "{html}"
    );
    for shown in [
        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- total --&gt;",
        "Gate &amp; Sons Ltd",
        "Pay to &lt;account&gt; 7.",
        "within 14 days",
        "2026-11-30",
        "<td class=\"figure\">29.70</td>",
        "statement.css",
    ] {
        assert!(html.contains(shown), "{shown} is missing: {html}");
    }
    // A browser that follows a link is shown the page, a program what it asks for.
    let target = format!("/api/customers/{}/statements/2026-11", acme.id);
    for (accept, media) in [
        (
            "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
            "text/html; charset=utf-8",
        ),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/json, text/html", "application/json"),
        ("*/*", "application/json"),
    ] {
        let answered = app
            .get(&target)
            .bearer(&acme.key)
            .header("accept", accept)
            .send();
        assert_eq!(answered.header("content-type"), Some(media), "{accept}");
    }
    let sheet = app
        .get(&format!("{target}?format=csv"))
        .bearer(&acme.key)
        .send();
    let sheet = sheet.text();
    let number = format!("{}-2026-11", acme.id);
    assert!(
        sheet.starts_with("number,customer_id,name,kind,from,to,days,"),
        "{sheet}"
    );
    assert!(
        sheet.contains(",line,2026-11-22,2026-11-30,9,starter,,,99,29.70,,,,\r\n"),
        "{sheet}"
    );
    assert!(sheet.contains(",'=cmd(),"), "{sheet}");
    assert!(
        sheet.lines().skip(1).all(|line| line.starts_with(&number)),
        "{sheet}"
    );
}

/// The built-in tiers, `free` with a quota of so many checks.
fn with_free_quota(quota: u64) -> LiveSettings {
    let tiers = Tiers::built_in();
    let tiers = tiers.iter().map(|tier| {
        let mut tier = Tier::clone(tier);
        if &*tier.name == "free" {
            tier.limits.max_checks_per_month = Some(quota);
        }
        tier
    });
    LiveSettings::from(Tiers::new(tiers.collect(), "pro", "starter").unwrap())
}

#[test]
fn a_quota_ends_checks_and_nothing_else() {
    let app = TestApp::with(|setup| setup.live = with_free_quota(10));
    let acme = app.register_on("Acme", "free");
    app.without_rate_limit(&acme);
    app.agent(&acme, "bot");
    let ask = || {
        let body = json!({"agent_id": "bot", "action": "read", "resource": "db"});
        app.post("/api/agents/check", &body).bearer(&acme.key)
    };
    for _ in 0..10 {
        ask().ok(200);
    }
    app.set_clock("2026-11-30T23:59:00Z");
    let head = app.head();
    let answered = ask().send();
    assert_eq!(answered.status, 429, "{answered}");
    assert_eq!(answered.json()["code"], "quota_exceeded");
    let seconds: u64 = answered.header("retry-after").unwrap().parse().unwrap();
    assert!((58..=60).contains(&seconds), "{seconds}");
    let detail = text(&answered.json(), "detail");
    assert!(
        detail.contains("10 checks") && detail.contains("`starter` has more"),
        "{detail}"
    );
    assert_eq!(app.head(), head, "nothing is recorded");
    // Dry runs, reads, changes and kills go on.
    let dry = json!({"agent_id": "bot", "action": "read", "resource": "db", "dry_run": true});
    app.post("/api/agents/check", &dry)
        .bearer(&acme.key)
        .ok(200);
    app.permit(&acme, "allow", ("bot", "read", "*"));
    let kill = json!({"agent_id": "bot", "enabled": false});
    app.post("/api/agent/kill", &kill).bearer(&acme.key).ok(200);
    let quota = app
        .get(&format!("/api/customers/{}/quota", acme.id))
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(
        (&quota["used"], &quota["percent"]),
        (&json!(10), &json!(100))
    );
    assert_eq!(quota["resets_at"], "2026-12-01T00:00:00.000000Z");
    // One that is raised, another tier, and another month let checks pass at once.
    let target = format!("/api/customers/{}", acme.id);
    let raise = |to: Value| {
        let body = json!({"overrides": {"max_checks_per_month": to}});
        app.patch(&target, &body).local().ok(200);
    };
    raise(json!(11));
    ask().ok(200);
    ask().refused(429, "quota_exceeded");
    raise(Value::Null);
    ask().refused(429, "quota_exceeded");
    upgrade(&app, &acme, "starter");
    ask().ok(200);
    upgrade(&app, &acme, "free");
    ask().refused(429, "quota_exceeded");
    app.set_clock("2026-12-01T00:00:00Z");
    ask().ok(200);
}

#[test]
fn each_mark_of_a_quota_is_noted_once() {
    let app = TestApp::with(|setup| setup.live = with_free_quota(20));
    let acme = app.register_on("Acme", "free");
    app.without_rate_limit(&acme);
    let asked = |count: usize| {
        for _ in 0..count {
            app.check(&acme, ("nobody", "read", "db"));
            app.http.app().note_quotas();
        }
    };
    let noted = || -> Vec<u64> {
        let mut records = app.log("action=quota.notice");
        records.reverse();
        let percent = |record: &Value| record["details"]["percent"].as_u64().unwrap();
        records.iter().map(percent).collect()
    };
    asked(15);
    assert_eq!(noted(), [0; 0]);
    asked(1);
    assert_eq!(noted(), [80]);
    asked(3);
    assert_eq!(noted(), [80, 95]);
    asked(1);
    app.http.app().note_quotas();
    assert_eq!(noted(), [80, 95, 100]);
    let record = app.log("action=quota.notice").remove(0);
    assert_eq!(record["actor"], json!({"kind": "system"}));
    assert_eq!(record["customer_id"], acme.id);
    assert_eq!(
        record["details"],
        json!({"max_checks_per_month": 20, "month": "2026-11", "percent": 100, "used": 20})
    );
    let target = format!("/api/customers/{}/quota", acme.id);
    let notices = app.get(&target).bearer(&acme.key).ok(200)["notices"].take();
    let percents: Vec<_> = notices
        .as_array()
        .unwrap()
        .iter()
        .map(|n| &n["percent"])
        .collect();
    assert_eq!(percents, [80, 95, 100]);
    // A quota that is raised tells nothing of this month again.
    let body = json!({"overrides": {"max_checks_per_month": 25}});
    app.patch(&format!("/api/customers/{}", acme.id), &body)
        .local()
        .ok(200);
    asked(5);
    assert_eq!(noted(), [80, 95, 100]);
    // The next month begins anew, and what is passed at once is noted at once.
    app.set_clock("2026-12-01T00:00:00Z");
    app.http.app().note_quotas();
    assert_eq!(noted().len(), 3);
    for _ in 0..24 {
        app.check(&acme, ("nobody", "read", "db"));
    }
    app.http.app().note_quotas();
    assert_eq!(noted()[3..], [80, 95]);
    let quota = app.get(&target).bearer(&acme.key).ok(200);
    assert_eq!(quota["notices"].as_array().unwrap().len(), 2);
}

#[test]
fn what_was_metered_is_filtered_and_given_as_a_sheet() {
    let app = TestApp::new();
    let [acme, globex] = desks(&app);
    for (customer, bot, action) in [
        (&acme, "a-bot", "read"),
        (&acme, "b-bot", "read"),
        (&acme, "b-bot", "delete"),
        (&acme, "ghost", "read"),
        (&globex, "a-bot", "read"),
    ] {
        app.check(customer, (bot, action, "db"));
    }
    let rows = |query: &str| -> Vec<String> {
        let target = format!("/api/customers/{}/metering?{query}", acme.id);
        let page = app.get(&target).bearer(&acme.key).ok(200);
        let rows = page["data"].as_array().unwrap().iter();
        rows.map(|row| format!("{} {}", row["agent_id"], row["action"]))
            .collect()
    };
    assert_eq!(
        rows("agent_id=b-bot"),
        [r#""b-bot" "delete""#, r#""b-bot" "read""#]
    );
    assert_eq!(rows("action=delete"), [r#""b-bot" "delete""#]);
    assert_eq!(rows("from=2026-11-23").len(), 0);
    assert_eq!(rows("").len(), 4);
    assert_eq!(rows("")[0], r#"null "read""#, "nobody's agent has no name");
    let refused = |query: &str| {
        let target = format!("/api/metering?{query}");
        app.get(&target).local().refused(400, "bad_parameter");
    };
    refused("from=2026-11-23&to=2026-11-22");
    refused("from=2000-01-01&to=2026-11-22");
    refused("format=xml");
    let sheet = app.get("/api/metering?format=csv&limit=4").local().send();
    assert_eq!(
        sheet.header("content-type"),
        Some("text/csv; charset=utf-8")
    );
    let first = sheet.text();
    assert!(
        first.starts_with("day,customer_id,customer_name,agent_id,action,result,reason,count\r\n")
    );
    assert_eq!(first.lines().count(), 5);
    let link = sheet.header("link").unwrap();
    let next = link
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
        .unwrap()
        .0;
    let second = app.get(next).local().send();
    assert_eq!(second.text().lines().count(), 2, "{second}");
    assert!(
        second
            .text()
            .contains(",Globex,a-bot,read,approved,all_checks_passed,1\r\n")
    );
    assert_eq!(second.header("link"), None);
}

#[test]
fn a_mark_is_told_when_the_quota_comes_to_meet_it_and_by_whoever_runs_then() {
    let app = TestApp::with(|setup| setup.live = with_free_quota(100));
    let [acme, globex, initech] = ["Acme", "Globex", "Initech"].map(|name| {
        let customer = app.register_on(name, "free");
        app.without_rate_limit(&customer);
        customer
    });
    for customer in [&acme, &globex, &initech] {
        for _ in 0..8 {
            app.check(customer, ("nobody", "read", "db"));
        }
    }
    let noted = |app: &TestApp| -> Vec<(String, u64)> {
        app.http.app().note_quotas();
        let records = app.log("action=quota.notice&result=done&limit=100");
        let mut noted: Vec<_> = records
            .iter()
            .map(|record| {
                let percent = record["details"]["percent"].as_u64().unwrap();
                (text(record, "customer_id"), percent)
            })
            .collect();
        noted.sort();
        noted
    };
    assert_eq!(noted(&app), [], "8 of 100 are nothing to tell");
    // A quota of its own, and no check since.
    let own = json!({"overrides": {"max_checks_per_month": 10}});
    app.patch(&format!("/api/customers/{}", acme.id), &own)
        .local()
        .ok(200);
    assert_eq!(noted(&app), [(acme.id.clone(), 80)]);
    // Another quota for everybody on the tier, and no check since.
    let configuration = portcullis::domain::settings::Configuration {
        live: std::sync::Arc::new(with_free_quota(8)),
        settings: "{}".into(),
    };
    let started = app
        .http
        .app()
        .start(std::sync::Arc::new(configuration), json!({}));
    started.recv().unwrap().unwrap();
    let mut all = vec![(acme.id.clone(), 80)];
    for customer in [&globex, &initech] {
        all.extend([80, 95, 100].map(|percent| (customer.id.clone(), percent)));
    }
    all.sort();
    assert_eq!(noted(&app), all);
    // Whoever looks first after a start looks at everybody, and tells nothing twice.
    for _ in 0..2 {
        app.check(&acme, ("nobody", "read", "db"));
    }
    let app = app.restarted(|setup| setup.live = with_free_quota(8));
    all.extend([95, 100].map(|percent| (acme.id.clone(), percent)));
    all.sort();
    assert_eq!(noted(&app), all);
    let refused = app.log("action=quota.notice&result=refused");
    assert_eq!(refused.len(), 0, "{refused:?}");
}
