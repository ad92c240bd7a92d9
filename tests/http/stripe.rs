//! What Stripe tells, signed as Stripe signs it, late, twice and in any order.

use std::sync::{Arc, Barrier};
use std::time::Duration;

use portcullis::domain::outbox::{MailSettings, OutboxSettings};
use portcullis::domain::settings::{Configuration, LiveSettings};
use portcullis::domain::stripe::{PaymentLink, WebhookSecret};
use portcullis::http::wire::Lane;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{Answered, Call, Customer, TestApp, text};

const SECRET: &str = "whsec_correct_horse_battery_staple";
const OTHER: &str = "whsec_an_old_and_rusty_portcullis";
const PATH: &str = "/api/billing/stripe/webhook";
/// Where the clocks of these tests stand.
const NOW: i64 = 1_795_363_200;

const CHECKOUT: &str = include_str!("../fixtures/stripe/checkout.session.completed.json");
const CREATED: &str = include_str!("../fixtures/stripe/customer.subscription.created.json");
const UPDATED: &str = include_str!("../fixtures/stripe/customer.subscription.updated.json");
const PAUSED: &str = include_str!("../fixtures/stripe/customer.subscription.paused.json");
const RESUMED: &str = include_str!("../fixtures/stripe/customer.subscription.resumed.json");
const DELETED: &str = include_str!("../fixtures/stripe/customer.subscription.deleted.json");
const PAID: &str = include_str!("../fixtures/stripe/invoice.paid.json");
const PAID_OLD: &str = include_str!("../fixtures/stripe/invoice.paid.2024-06-20.json");
const FAILED: &str = include_str!("../fixtures/stripe/invoice.payment_failed.json");

/// RFC 2104, by hand: what is tested has it from a library.
fn hmac(key: &str, message: &[u8]) -> String {
    let mut block = [0u8; 64];
    block[..key.len()].copy_from_slice(key.as_bytes());
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message);
    let outer = Sha256::new()
        .chain_update(pad(0x5c))
        .chain_update(inner.finalize());
    outer
        .finalize()
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn signature(secret: &str, at: i64, body: &[u8]) -> String {
    let message = [format!("{at}.").as_bytes(), body].concat();
    format!("t={at},v1={}", hmac(secret, &message))
}

fn live() -> LiveSettings {
    let mut live = LiveSettings::default();
    live.stripe.secrets = vec![WebhookSecret::parse(SECRET).unwrap()];
    for (price, tier) in [("price_1PtcStarter", "starter"), ("price_1PtcPro", "pro")] {
        live.stripe.prices.insert(price.to_owned(), tier.to_owned());
    }
    live
}

#[test]
fn a_customer_is_told_where_each_tier_is_paid() {
    let app = with(|settings| {
        for (tier, link) in [
            ("pro", "https://buy.stripe.com/pro?locale=en"),
            ("starter", "https://buy.stripe.com/starter"),
        ] {
            let link = PaymentLink::parse(link).unwrap();
            settings.stripe.payment_links.insert(tier.to_owned(), link);
        }
    });
    let acme = app.register_on("Acme", "starter");
    let email = text(&shown(&app, &acme.id), "email").replace('@', "%40");
    let who = format!("client_reference_id={}&prefilled_email={email}", acme.id);
    let read = app.key(&acme, &json!({"scopes": ["read"]}));
    let told = app
        .get(&format!("/api/customers/{}/billing", acme.id))
        .bearer(&read)
        .ok(200);
    assert_eq!(
        told["payment_links"],
        json!([
            {"subscription_tier": "starter", "url": format!("https://buy.stripe.com/starter?{who}")},
            {"subscription_tier": "pro", "url": format!("https://buy.stripe.com/pro?locale=en&{who}")},
        ])
    );
    let none = TestApp::new();
    let acme = none.register_on("Acme", "free");
    assert_eq!(billing(&none, &acme.id)["payment_links"], json!([]));
}

fn app() -> TestApp {
    with(|_| {})
}

fn with(change: impl FnOnce(&mut LiveSettings)) -> TestApp {
    TestApp::with(|setup| {
        setup.live = live();
        setup.live.stripe.find_by_email = true;
        change(&mut setup.live);
    })
}

/// A customer that has gone through the checkout, and is named by it.
fn checked_out(app: &TestApp) -> Customer {
    let customer = registered(app);
    tell(app, &check_out_of(&customer));
    customer
}

fn check_out_of(customer: &Customer) -> Value {
    let named = json!({"client_reference_id": customer.id});
    changed(CHECKOUT, "evt_c", NOW, &named)
}

/// The same, whose subscription has begun.
fn subscribed(app: &TestApp) -> Customer {
    let customer = checked_out(app);
    tell(app, &event(CREATED));
    assert_eq!(stands(app, &customer.id), on("starter", Value::Null));
    customer
}

fn now(app: &TestApp) -> i64 {
    app.http.app().now().as_seconds()
}

fn post(app: &TestApp, body: impl Into<Vec<u8>>) -> Call<'_> {
    let body = body.into();
    let signed = signature(SECRET, now(app), &body);
    sent(app, &[&signed], body)
}

/// A body with these headers `Stripe-Signature`.
fn sent<'a>(app: &'a TestApp, signatures: &[&str], body: impl Into<Vec<u8>>) -> Call<'a> {
    let call = app
        .call("POST", PATH)
        .header("content-type", "application/json; charset=utf-8");
    let with = |call: Call<'a>, value: &&str| call.header("stripe-signature", value);
    signatures.iter().fold(call, with).bytes(body)
}

/// Tells an event and gives what became of it.
#[track_caller]
fn tell(app: &TestApp, event: &Value) -> String {
    let told = post(app, event.to_string()).ok(200);
    assert_eq!(
        (&told["received"], &told["event_id"]),
        (&json!(true), &event["id"])
    );
    text(&told, "outcome")
}

fn event(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// An event with something else in its object.
fn changed(text: &str, id: &str, created: i64, members: &Value) -> Value {
    let mut event = event(text);
    event["id"] = json!(id);
    event["created"] = json!(created);
    for (name, value) in members.as_object().unwrap() {
        event["data"]["object"][name] = value.clone();
    }
    event
}

fn priced(text: &str, id: &str, created: i64, price: &str) -> Value {
    changed(text, id, created, &json!({"items": items_of(price)}))
}

fn items_of(price: &str) -> Value {
    json!({"object": "list", "data": [{"id": "si_1", "price": {"id": price}}]})
}

/// A failed last try to pay, of the invoice that [`paid_then`] pays.
fn failed(id: &str, created: i64) -> Value {
    changed(FAILED, id, created, &json!({}))
}

/// The invoice of [`FAILED`] is paid after all.
fn paid_then(id: &str, created: i64) -> Value {
    let invoice = &event(FAILED)["data"]["object"];
    let same = json!({"id": invoice["id"], "created": invoice["created"]});
    changed(PAID, id, created, &same)
}

fn shown(app: &TestApp, id: &str) -> Value {
    app.get(&format!("/api/customers/{id}")).local().ok(200)
}

fn stands(app: &TestApp, id: &str) -> (String, Value) {
    let customer = shown(app, id);
    assert_eq!(
        customer["is_active"],
        json!(customer["deactivated_by"].is_null())
    );
    (
        text(&customer, "subscription_tier"),
        customer["deactivated_by"].clone(),
    )
}

fn on(tier: &str, by: Value) -> (String, Value) {
    (tier.to_owned(), by)
}

/// The one customer with an address.
fn by_email(app: &TestApp, email: &str) -> Option<String> {
    let found = app
        .get(&format!("/api/customers?q={email}"))
        .local()
        .ok(200);
    let data = found["data"].as_array().unwrap();
    assert!(data.len() < 2, "{found}");
    data.first().map(|customer| text(customer, "id"))
}

fn billing(app: &TestApp, id: &str) -> Value {
    app.get(&format!("/api/customers/{id}/billing"))
        .local()
        .ok(200)
}

fn records(app: &TestApp) -> Vec<Value> {
    app.log("action=billing.event&limit=100")
}

fn registered(app: &TestApp) -> Customer {
    app.register_on("Acme", "free")
}

#[test]
fn a_body_that_another_program_signed_is_taken() {
    let app = app();
    // `python3 -c 'import hmac; print(hmac.new(SECRET, b"1795363200." + BODY, "sha256").hexdigest())'`
    let by_python = "b2df470e914e24074c08f3437e7a290e9e3e355b9cd6d4696a5f8fd2f98ff90b";
    assert_eq!(
        signature(SECRET, NOW, CREATED.as_bytes()),
        format!("t={NOW},v1={by_python}")
    );
    let told = sent(&app, &[&format!("t={NOW},v1={by_python}")], CREATED).ok(200);
    assert_eq!(
        told,
        json!({"received": true, "outcome": "applied", "event_id": "evt_1PtcCreated"})
    );
}

#[test]
fn what_stripe_did_not_sign_is_refused_and_leaves_nothing() {
    let app = app();
    let before = app.head();
    let body = CREATED.as_bytes();
    let good = signature(SECRET, NOW, body);
    let refused = |headers: &[&str], body: &[u8]| {
        sent(&app, headers, body).refused(400, "invalid_signature");
    };
    refused(&[], body);
    refused(&[&good, &good], body);
    refused(&[""], body);
    refused(&["nonsense"], body);
    refused(&[&good.replace("v1=", "v0=")], body);
    refused(&[&signature(OTHER, NOW, body)], body);
    refused(&[&good], b"{}");
    refused(&[&good], b"");
    refused(&[&good], &body[1..]);
    refused(&[&signature(SECRET, NOW + 302, body)], body);
    refused(&[&signature(SECRET, NOW - 302, body)], body);
    // A key or a session says nothing about who Stripe is.
    let owner = app.operator("ada", "owner");
    let before = before.max(app.head());
    let unsigned = || sent(&app, &[], body);
    let by_owner = unsigned().bearer(&owner.token);
    by_owner.refused(400, "invalid_signature");
    unsigned().local().refused(400, "invalid_signature");
    assert_eq!(app.head(), before);
    // Nobody listens where no secret is set, whatever is sent.
    let deaf = TestApp::new();
    sent(&deaf, &[&good], body).refused(404, "not_found");
    assert_eq!(deaf.head(), 0);
}

#[test]
fn what_stripe_signed_and_is_no_event_is_told_so() {
    let app = app();
    post(&app, "{").refused(400, "malformed_json");
    post(&app, b"\xff\xfe\x00".to_vec()).refused(400, "malformed_json");
    post(&app, "").refused(400, "malformed_json");
    post(&app, "[]").refused(422, "validation_failed");
    post(&app, "{\"id\":\"evt_1\"}").refused(422, "validation_failed");
    let mut nameless = event(CREATED);
    nameless["data"]["object"]["status"] = json!("asleep");
    post(&app, nameless.to_string()).refused(422, "validation_failed");
    let large = json!({"id": "evt_large", "type": "payout.paid", "created": 1,
                       "data": {"object": {"text": "x".repeat(900_000)}}});
    assert_eq!(tell(&app, &large), "ignored");
    assert_eq!(app.head(), 0, "none of it leaves a record");
}

#[test]
fn two_secrets_are_good_while_one_is_changed() {
    let other = WebhookSecret::parse(OTHER).unwrap();
    let app = with(|live| live.stripe.secrets.extend([other]));
    for (secret, body, outcome) in [(OTHER, CREATED, "applied"), (SECRET, CREATED, "duplicate")] {
        let signed = signature(secret, NOW, body.as_bytes());
        assert_eq!(sent(&app, &[&signed], body).ok(200)["outcome"], outcome);
    }
    let zeros = format!("v1={}", "0".repeat(64));
    let both = format!("{},{zeros}", signature(OTHER, NOW, PAID.as_bytes()));
    assert_eq!(sent(&app, &[&both], PAID).ok(200)["outcome"], "applied");
}

#[test]
fn a_checkout_makes_a_customer_and_each_event_moves_it() {
    let app = app();
    assert_eq!(tell(&app, &event(CHECKOUT)), "applied");
    assert_eq!(
        by_email(&app, "ops@acme.example"),
        None,
        "what was bought is not known yet"
    );
    assert_eq!(tell(&app, &event(CREATED)), "applied");
    let id = by_email(&app, "ops@acme.example").unwrap();
    assert_eq!(stands(&app, &id), on("starter", Value::Null));
    assert_eq!(shown(&app, &id)["name"], "Acme Retail");
    for (body, tier, by) in [
        (PAID, "starter", Value::Null),
        (PAUSED, "starter", json!("billing")),
        (RESUMED, "starter", Value::Null),
        (UPDATED, "starter", Value::Null),
        (FAILED, "starter", json!("billing")),
    ] {
        assert_eq!(tell(&app, &event(body)), "applied");
        assert_eq!(stands(&app, &id), on(tier, by), "{body}");
    }
    let old = changed(PAID, "evt_paid_1", 1_797_955_390, &json!({}));
    assert_eq!(tell(&app, &old), "applied");
    assert_eq!(
        stands(&app, &id),
        on("starter", json!("billing")),
        "it is the invoice of the month before"
    );
    let later = paid_then("evt_paid_2", 1_797_955_400);
    assert_eq!(tell(&app, &later), "applied");
    assert_eq!(stands(&app, &id), on("starter", Value::Null));
    let pro = priced(CREATED, "evt_pro", 1_797_955_500, "price_1PtcPro");
    assert_eq!(tell(&app, &pro), "applied");
    assert_eq!(stands(&app, &id), on("pro", Value::Null));
    assert_eq!(tell(&app, &event(DELETED)), "applied");
    assert_eq!(stands(&app, &id), on("starter", json!("billing")));
    let known = billing(&app, &id);
    assert_eq!(known["deactivated_by"], "billing");
    assert_eq!(known["subscriptions"][0]["status"], "canceled");
    assert_eq!(known["subscriptions"][0]["id"], "sub_1PtcAcme");
    assert_eq!(
        known["subscriptions"][0]["last_event_id"],
        "evt_1PtcDeleted"
    );
}

#[test]
fn an_older_api_says_the_same_elsewhere() {
    let app = app();
    let acme = checked_out(&app);
    tell(
        &app,
        &changed(CREATED, "evt_s", NOW, &json!({"status": "unpaid"})),
    );
    assert_eq!(stands(&app, &acme.id), on("starter", json!("billing")));
    assert_eq!(tell(&app, &event(PAID_OLD)), "applied");
    assert_eq!(stands(&app, &acme.id), on("starter", Value::Null));
}

#[test]
fn every_record_says_who_and_what() {
    let app = app();
    let acme = subscribed(&app);
    let record = records(&app).remove(0);
    assert_eq!(record["actor"], json!({"kind": "stripe"}));
    assert_eq!(
        (&record["result"], &record["resource"]),
        (&json!("done"), &json!("evt_1PtcCreated"))
    );
    assert_eq!(record["customer_id"], acme.id);
    // The customer sees it in its own log.
    let own = app
        .get("/api/logs?action=billing.event")
        .bearer(&acme.key)
        .ok(200);
    assert_eq!(own.as_array().unwrap().len(), 2, "{own}");
    let export = app.get("/api/system/audit/export").local().send();
    let line = export
        .text()
        .lines()
        .find(|line| line.contains("evt_1PtcCreated"))
        .unwrap();
    let record: Value = serde_json::from_str(line).unwrap();
    let details = if record["details"].is_object() {
        &record["details"]
    } else {
        &record["record"]["details"]
    };
    assert_eq!(
        *details,
        json!({
            "type": "customer.subscription.created", "created": 1_795_363_201, "outcome": "applied",
            "subscription": "sub_1PtcAcme", "price": "price_1PtcStarter",
            "from": {"tier": "free", "deactivated_by": null},
            "to": {"tier": "starter", "deactivated_by": null},
        })
    );
}

#[test]
fn what_came_before_is_not_taken_again_and_what_is_older_changes_nothing() {
    let app = app();
    let acme = checked_out(&app);
    let new = priced(CREATED, "evt_new", NOW + 100, "price_1PtcPro");
    tell(&app, &new);
    let before = records(&app).len();
    for _ in 0..3 {
        assert_eq!(tell(&app, &new), "duplicate");
    }
    assert_eq!(records(&app).len(), before, "duplicates leave no record");
    assert_eq!(tell(&app, &event(CREATED)), "ignored", "it is older");
    assert_eq!(records(&app).len(), before + 1);
    assert_eq!(stands(&app, &acme.id), on("pro", Value::Null));
    let other =
        json!({"id": "evt_other", "type": "payout.paid", "created": NOW, "data": {"object": {}}});
    assert_eq!(tell(&app, &other), "ignored");
    let once = changed(
        CHECKOUT,
        "evt_once",
        NOW,
        &json!({"mode": "payment", "subscription": null}),
    );
    assert_eq!(tell(&app, &once), "ignored", "no subscription came of it");
    assert_eq!(records(&app).len(), before + 1);
    // After so long it is forgotten, and as harmless as before.
    app.advance(Duration::from_hours(24 * 91));
    tell(
        &app,
        &changed(PAID, "evt_much_later", now(&app), &json!({})),
    );
    assert_eq!(tell(&app, &new), "ignored");
}

#[test]
fn the_end_is_the_same_in_every_order() {
    let mut ends = Vec::new();
    for order in orders(5) {
        let app = app();
        let acme = registered(&app);
        let events = [
            check_out_of(&acme),
            event(CREATED),
            priced(UPDATED, "evt_up", NOW + 50, "price_1PtcPro"),
            failed("evt_f", NOW + 60),
            paid_then("evt_p", NOW + 60),
        ];
        for place in &order {
            tell(&app, &events[*place]);
            tell(&app, &events[*place]);
        }
        assert_eq!(records(&app).len(), 5, "one for each, older ones too");
        ends.push((
            stands(&app, &acme.id),
            billing(&app, &acme.id)["subscriptions"][0]["status"].clone(),
        ));
    }
    assert_eq!(ends.len(), 120);
    assert!(
        ends.iter()
            .all(|end| *end == (on("pro", Value::Null), json!("past_due"))),
        "{ends:?}"
    );
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let shorter = orders(last);
    let with_last = |order: &Vec<usize>| {
        let order = order.clone();
        (0..=last).map(move |place| {
            let mut longer = order.clone();
            longer.insert(place, last);
            longer
        })
    };
    shorter.iter().flat_map(with_last).collect()
}

#[test]
fn a_price_that_means_nothing_waits_for_the_operator() {
    let app = app();
    let acme = checked_out(&app);
    let gold = priced(CREATED, "evt_gold", NOW + 1, "price_1PtcGold");
    let problem = post(&app, gold.to_string()).refused(409, "conflict");
    assert!(
        text(&problem, "detail").contains("price_1PtcGold"),
        "{problem}"
    );
    let record = records(&app).remove(0);
    assert_eq!(
        (&record["result"], &record["reason"]),
        (&json!("refused"), &json!("conflict"))
    );
    assert_eq!(
        (&record["resource"], &record["customer_id"]),
        (&json!("evt_gold"), &json!(acme.id))
    );
    assert_eq!(stands(&app, &acme.id), on("free", Value::Null));
    // What is over needs no price.
    let over = changed(
        &gold.to_string(),
        "evt_over",
        NOW - 5,
        &json!({"status": "canceled"}),
    );
    assert_eq!(tell(&app, &over), "applied");
    let mut settings = live();
    settings
        .stripe
        .prices
        .insert("price_1PtcGold".to_owned(), "enterprise".to_owned());
    let configuration = Configuration {
        live: Arc::new(settings),
        settings: "{}".into(),
    };
    let started = app.http.app().start(Arc::new(configuration), json!({}));
    started.recv().unwrap().unwrap();
    assert_eq!(tell(&app, &gold), "applied", "Stripe sends it again");
    assert_eq!(stands(&app, &acme.id), on("enterprise", Value::Null));
}

#[test]
fn a_customer_is_found_by_what_names_it_best() {
    let metadata = |id: &str| json!({"metadata": {"portcullis_customer_id": id}});
    // By the subscription's own metadata, without a checkout.
    let app = app();
    let acme = registered(&app);
    tell(&app, &changed(CREATED, "evt_1", NOW, &metadata(&acme.id)));
    assert_eq!(stands(&app, &acme.id), on("starter", Value::Null));
    // By Stripe's customer, known from another subscription.
    let second = json!({"id": "sub_2", "items": items_of("price_1PtcPro")});
    tell(&app, &changed(CREATED, "evt_2", NOW, &second));
    assert_eq!(
        stands(&app, &acme.id),
        on("pro", Value::Null),
        "the dearest counts"
    );
    let ended = json!({"id": "sub_2", "status": "canceled"});
    tell(&app, &changed(DELETED, "evt_3", NOW + 9, &ended));
    assert_eq!(
        stands(&app, &acme.id),
        on("starter", Value::Null),
        "the other goes on"
    );

    // The other way round: it is found for both when one of them is named.
    let app = self::app();
    let acme = registered(&app);
    tell(&app, &changed(CREATED, "evt_2", NOW, &second));
    assert_eq!(
        records(&app)[0]["customer_id"],
        Value::Null,
        "nobody knows whose it is"
    );
    tell(&app, &changed(CREATED, "evt_1", NOW, &metadata(&acme.id)));
    assert_eq!(stands(&app, &acme.id), on("pro", Value::Null));
    assert_eq!(
        billing(&app, &acme.id)["subscriptions"]
            .as_array()
            .unwrap()
            .len(),
        2
    );

    // By the address, however it is written; an invoice's only where it was sent to be paid.
    let app = self::app();
    let acme = registered(&app);
    tell(&app, &event(CREATED));
    tell(&app, &event(PAID));
    assert_eq!(stands(&app, &acme.id), on("free", Value::Null));
    let sent = json!({"collection_method": "send_invoice", "customer_email": "OPS@acme.EXAMPLE"});
    tell(&app, &changed(PAID, "evt_sent", NOW + 9, &sent));
    assert_eq!(stands(&app, &acme.id), on("starter", Value::Null));

    // Unless the operator would rather not; then nobody is made a second time either.
    let app = with(|live| live.stripe.find_by_email = false);
    let acme = registered(&app);
    tell(&app, &event(CREATED));
    tell(&app, &event(CHECKOUT));
    assert_eq!(stands(&app, &acme.id), on("free", Value::Null));

    // One that was never there, or is of another shop, is nobody; an address that is none makes none.
    let app = self::app();
    for (place, reference) in ["cus_01k00000000000000000000000", "order-17", ""]
        .iter()
        .enumerate()
    {
        let odd =
            json!({"client_reference_id": reference, "customer_details": {"email": "nobody"}});
        tell(
            &app,
            &changed(CHECKOUT, &format!("evt_{place}"), NOW + 1, &odd),
        );
    }
    tell(&app, &event(CREATED));
    assert_eq!(records(&app)[0]["customer_id"], Value::Null);
}

#[test]
fn a_subscription_that_turns_out_to_be_anothers_takes_along_what_nobody_had() {
    let app = app();
    let [acme, globex] = ["Acme", "Globex"].map(|name| app.register_on(name, "free"));
    // Of one subscription only its metadata are known, of the other only Stripe's customer.
    let by_metadata = json!({"customer": null, "metadata": {"portcullis_customer_id": acme.id}});
    tell(&app, &changed(CREATED, "evt_1", NOW, &by_metadata));
    let second = json!({"id": "sub_2", "items": items_of("price_1PtcPro")});
    tell(&app, &changed(CREATED, "evt_2", NOW, &second));
    // The checkout says that the first is Globex's, and who Stripe's customer is.
    tell(&app, &check_out_of(&globex));
    let owned = |customer: &Customer| -> Vec<Value> {
        let subscriptions = billing(&app, &customer.id)["subscriptions"].take();
        let subscriptions = subscriptions.as_array().unwrap().iter();
        subscriptions.map(|one| one["id"].clone()).collect()
    };
    assert_eq!(owned(&globex), ["sub_1PtcAcme", "sub_2"]);
    assert_eq!(owned(&acme), [json!(null); 0]);
    assert_eq!(stands(&app, &globex.id), on("pro", Value::Null));
    let app = app.restarted(|setup| setup.live = live());
    tell(&app, &changed(PAUSED, "evt_3", NOW + 9, &json!({})));
    assert_eq!(stands(&app, &globex.id), on("pro", Value::Null));
}

#[test]
fn nobody_pays_themselves_free_of_what_somebody_else_stopped() {
    let app = app();
    let acme = checked_out(&app);
    let path = format!("/api/customers/{}", acme.id);
    app.delete(&path).local().ok(200);
    tell(&app, &event(CREATED));
    assert_eq!(stands(&app, &acme.id), on("starter", json!("operator")));
    tell(&app, &event(PAUSED));
    tell(&app, &event(RESUMED));
    assert_eq!(stands(&app, &acme.id), on("starter", json!("operator")));
    app.post(&format!("{path}/reactivate"), &json!({}))
        .local()
        .ok(200);
    assert_eq!(stands(&app, &acme.id), on("starter", Value::Null));
    app.delete(&path).bearer(&acme.key).ok(200);
    assert_eq!(stands(&app, &acme.id), on("starter", json!("customer")));
    tell(&app, &changed(PAID, "evt_p2", NOW + 2_000_000, &json!({})));
    assert_eq!(stands(&app, &acme.id), on("starter", json!("customer")));
}

#[test]
fn a_suspended_customers_keys_stop_and_work_again() {
    let app = app();
    let acme = subscribed(&app);
    app.agent(&acme, "bot");
    let cookie = app.portal(&acme.key);
    tell(&app, &event(PAUSED));
    let body = json!({"agent_id": "bot", "action": "read", "resource": "db"});
    app.post("/api/agents/check", &body)
        .bearer(&acme.key)
        .refused(403, "customer_inactive");
    tell(&app, &event(RESUMED));
    app.post("/api/agents/check", &body)
        .bearer(&acme.key)
        .ok(200);
    app.get(&format!("/api/customers/{}", acme.id))
        .session(&cookie)
        .refused(401, "invalid_key");
}

#[test]
fn who_ends_goes_to_the_tier_that_is_set_for_it() {
    let app = with(|live| live.stripe.ended_tier = Some("free".to_owned()));
    let acme = subscribed(&app);
    tell(&app, &event(DELETED));
    assert_eq!(stands(&app, &acme.id), on("free", Value::Null));
    // A try to come back that was never paid stops nobody.
    let again = json!({"id": "sub_again", "status": "incomplete_expired"});
    tell(
        &app,
        &changed(CREATED, "evt_again", NOW + 6_000_000, &again),
    );
    assert_eq!(stands(&app, &acme.id), on("free", Value::Null));
}

#[test]
fn a_new_customer_is_invited_where_letters_are_sent() {
    let app = with(|live| {
        live.outbox = Arc::new(OutboxSettings {
            mail: Some(MailSettings {
                relay: "mail.example:587".to_owned(),
                security: "starttls",
                from: "gate@seller.example".to_owned(),
            }),
            public_url: Some("https://gate.example".into()),
            ..OutboxSettings::default()
        });
    });
    tell(&app, &event(CREATED));
    tell(&app, &event(CHECKOUT));
    tell(&app, &event(CHECKOUT));
    let live = app.http.app().live();
    assert_eq!(live.message_count(), 1, "one letter");
}

#[test]
fn two_who_tell_the_same_at_once_are_told_apart() {
    let app = app();
    checked_out(&app);
    let before = records(&app).len();
    let barrier = Barrier::new(8);
    let outcomes: Vec<String> = std::thread::scope(|scope| {
        let tellers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    barrier.wait();
                    tell(&app, &event(CREATED))
                })
            })
            .collect();
        tellers
            .into_iter()
            .map(|teller| teller.join().unwrap())
            .collect()
    });
    let applied = outcomes
        .iter()
        .filter(|outcome| *outcome == "applied")
        .count();
    assert_eq!((applied, outcomes.len()), (1, 8), "{outcomes:?}");
    assert_eq!(records(&app).len(), before + 1);
}

#[test]
fn no_page_of_another_origin_and_no_other_listener_tells() {
    let app = with(|live| live.cross_origin.public = portcullis::domain::origin::Origins::Any);
    let asked = app
        .call("OPTIONS", PATH)
        .header("origin", "https://a.example");
    let asked: Answered = asked.header("access-control-request-method", "POST").send();
    assert_eq!(asked.status, 405, "{asked}");
    app.call("POST", PATH)
        .lane(Lane::Metrics)
        .bytes(CREATED)
        .refused(404, "not_found");
}
