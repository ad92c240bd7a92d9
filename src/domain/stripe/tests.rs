//! The same end whatever the order; and what each event means.

use proptest::prelude::*;

use super::*;
use crate::domain::tier::Tiers;

fn settings() -> StripeSettings {
    let prices = [
        ("price_starter", "starter"),
        ("price_pro", "pro"),
        ("price_free", "free"),
        ("plink_pro", "pro"),
    ];
    StripeSettings {
        prices: prices
            .map(|(price, tier)| (price.to_owned(), tier.to_owned()))
            .into(),
        ..StripeSettings::default()
    }
}

fn stamp(created: i64, stage: u8, event: &str) -> Stamp {
    Stamp {
        created,
        stage,
        event: event.into(),
    }
}

fn state(status: Status, price: &str) -> News {
    News::Subscription {
        subscription: "sub_1".into(),
        state: State {
            status,
            prices: vec![price.to_owned()],
            stripe_customer: Some("cus_stripe".to_owned()),
            reference: None,
        },
    }
}

fn invoice(payment: Option<Payment>) -> News {
    invoice_of(0, payment)
}

/// What became of the invoice that was made at that second.
fn invoice_of(invoice_created: i64, payment: Option<Payment>) -> News {
    News::Invoice {
        subscription: "sub_1".into(),
        payer: Payer::default(),
        settled: payment.map(|payment| Settled {
            invoice_created,
            payment,
        }),
    }
}

fn told(events: &[(i64, u8, News)]) -> Facts {
    let mut facts = Facts::default();
    for (place, (created, stage, news)) in events.iter().enumerate() {
        facts.learn(&stamp(*created, *stage, &format!("evt_{place}")), news);
    }
    facts
}

fn follows(facts: &[Facts], settings: &StripeSettings) -> Option<(Option<String>, bool)> {
    let verdict = verdict(facts.iter(), settings, &Tiers::built_in())?;
    Some((
        verdict.tier.map(|tier| tier.to_string()),
        verdict.is_suspended,
    ))
}

#[test]
fn each_status_means_one_thing() {
    use Standing::{Ended, Live, Pending, Suspended};
    for (status, expect) in [
        (Status::Incomplete, Pending),
        (Status::IncompleteExpired, Pending),
        (Status::Trialing, Live),
        (Status::Active, Live),
        (Status::PastDue, Live),
        (Status::Canceled, Ended),
        (Status::Unpaid, Suspended),
        (Status::Paused, Suspended),
    ] {
        let facts = told(&[(1, 0, state(status, "price_pro"))]);
        assert_eq!(facts.standing(), expect, "{status:?}");
        let written = serde_json::to_string(&facts).unwrap();
        assert!(written.contains(status.word()), "{written}");
        assert_eq!(serde_json::from_str::<Facts>(&written).unwrap(), facts);
    }
    assert_eq!(Facts::default().standing(), Pending);
}

#[test]
fn a_payment_that_failed_for_good_suspends_until_it_is_made_good() {
    let failed = (5, 0, invoice(Some(Payment::Failed)));
    let with = |first: Status, later: &[(i64, u8, News)]| {
        let mut events = vec![(1, 0, state(first, "price_pro")), failed.clone()];
        events.extend_from_slice(later);
        told(&events).standing()
    };
    assert_eq!(with(Status::Active, &[]), Standing::Suspended);
    let late = (5, 1, state(Status::PastDue, "price_pro"));
    assert_eq!(
        with(Status::Active, std::slice::from_ref(&late)),
        Standing::Suspended
    );
    let touched = (9, 1, state(Status::PastDue, "price_pro"));
    assert_eq!(
        with(Status::Active, &[touched]),
        Standing::Suspended,
        "late is late"
    );
    let paid = (6, 1, invoice(Some(Payment::Paid)));
    assert_eq!(with(Status::Active, &[late, paid.clone()]), Standing::Live);
    assert_eq!(
        with(Status::Unpaid, std::slice::from_ref(&paid)),
        Standing::Live
    );
    let well = (6, 1, state(Status::Active, "price_pro"));
    assert_eq!(with(Status::Active, &[well]), Standing::Live);
    // A trial that is over without a card goes on when it is resumed, and not before.
    assert_eq!(
        with(Status::Paused, std::slice::from_ref(&paid)),
        Standing::Suspended
    );
    let retried = (6, 0, invoice(None));
    assert_eq!(with(Status::PastDue, &[retried]), Standing::Suspended);
    assert_eq!(with(Status::Canceled, &[paid]), Standing::Ended);
}

#[test]
fn an_old_failure_does_not_count_against_a_later_period() {
    let first = (1, 0, state(Status::Active, "price_pro"));
    let failed = (12, 0, invoice_of(10, Some(Payment::Failed)));
    let late = (13, 1, state(Status::PastDue, "price_pro"));
    let with = |later: &[(i64, u8, News)]| {
        let mut events = vec![first.clone(), failed.clone(), late.clone()];
        events.extend_from_slice(later);
        let mut standings = Vec::new();
        for order in orders(&events) {
            standings.push(told(&order).standing());
        }
        assert!(standings.iter().all(|standing| *standing == standings[0]));
        standings[0]
    };
    // The period goes on unpaid, and the next begins so: nothing made it good.
    assert_eq!(with(&[]), Standing::Suspended);
    let tried_again = (42, 0, invoice_of(40, None));
    let still_late = (43, 1, state(Status::PastDue, "price_pro"));
    assert_eq!(
        with(&[tried_again.clone(), still_late.clone()]),
        Standing::Suspended
    );
    // Stripe said that all was well, as it does when the invoice is voided or paid elsewhere; then
    // the next period is late, and is tried again.
    let well = (20, 1, state(Status::Active, "price_pro"));
    assert_eq!(
        with(&[well.clone(), still_late.clone(), tried_again]),
        Standing::Live
    );
    let given_up = (45, 0, invoice_of(40, Some(Payment::Failed)));
    assert_eq!(
        with(&[well.clone(), still_late.clone(), given_up.clone()]),
        Standing::Suspended
    );
    // What somebody tries, or pays, of the old one says nothing of the new one.
    let old_fails = (50, 0, invoice_of(10, Some(Payment::Failed)));
    let new_is_paid = (44, 1, invoice_of(40, Some(Payment::Paid)));
    assert_eq!(with(&[well, new_is_paid, old_fails]), Standing::Live);
    let old_is_paid = (50, 1, invoice_of(10, Some(Payment::Paid)));
    assert_eq!(
        with(&[still_late, given_up, old_is_paid]),
        Standing::Suspended
    );
}

#[test]
fn within_a_second_the_later_stage_counts() {
    let facts = told(&[
        (7, 3, state(Status::Canceled, "price_pro")),
        (7, 1, state(Status::Active, "price_pro")),
        (7, 0, state(Status::Incomplete, "price_pro")),
        (6, 3, state(Status::Active, "price_pro")),
    ]);
    assert_eq!(facts.standing(), Standing::Ended);
    assert_eq!(&*facts.last_event().unwrap().event, "evt_0");
}

#[test]
fn the_dearest_subscription_in_force_counts() {
    let of = |status, price: &str| told(&[(1, 0, state(status, price))]);
    let starter = of(Status::Active, "price_starter");
    let pro = of(Status::PastDue, "price_pro");
    let gone = of(Status::Canceled, "price_pro");
    let unpaid = of(Status::Unpaid, "price_pro");
    let pending = of(Status::Incomplete, "price_pro");
    let (plain, tier) = (settings(), |name: &str| Some(name.to_owned()));
    for (all, expect) in [
        (vec![&starter, &pro], Some((tier("pro"), false))),
        (vec![&pro, &starter], Some((tier("pro"), false))),
        (
            vec![&starter, &gone, &unpaid],
            Some((tier("starter"), false)),
        ),
        (vec![&gone, &unpaid], Some((tier("pro"), true))),
        (vec![&gone], Some((tier("pro"), true))),
        (vec![&pending], None),
        (vec![], None),
    ] {
        let all: Vec<Facts> = all.into_iter().cloned().collect();
        assert_eq!(follows(&all, &plain), expect, "{all:?}");
    }
    let ends = StripeSettings {
        ended_tier: Some("free".to_owned()),
        ..settings()
    };
    assert_eq!(follows(&[gone], &ends), Some((tier("free"), false)));
    let several = told(&[(1, 0, state(Status::Active, "price_starter"))]);
    assert_eq!(follows(&[several], &ends), Some((tier("starter"), false)));
    let unknown = of(Status::Active, "price_nobody_set");
    assert_eq!(unknown.tier(&plain, &Tiers::built_in()), None);
}

#[test]
fn a_payment_link_means_a_tier_where_the_price_means_none() {
    let mut facts = told(&[(1, 0, state(Status::Active, "price_nobody_set"))]);
    let payer = Payer {
        payment_link: Some("plink_pro".to_owned()),
        ..Payer::default()
    };
    let subscription = "sub_1".into();
    facts.learn(
        &stamp(1, 0, "evt_link"),
        &News::Checkout {
            subscription,
            payer,
        },
    );
    let tier = facts.tier(&settings(), &Tiers::built_in());
    assert_eq!(tier.as_deref(), Some("pro"));
}

#[test]
fn what_is_no_event_is_refused() {
    for (body, is_json) in [
        (&b""[..], false),
        (b"{", false),
        (b"\xff\xfe", false),
        (b"[]", true),
        (b"{}", true),
        (b"null", true),
        (br#"{"id":"evt_1","type":"a","created":1}"#, true),
        (br#"{"id":"sub_1","type":"a","created":1,"data":{"object":{}}}"#, true),
        (br#"{"id":"evt_1","type":"a","created":-1,"data":{"object":{}}}"#, true),
        (br#"{"id":"evt_1","type":"a","created":"1","data":{"object":{}}}"#, true),
        (br#"{"id":"evt_1","type":"customer.subscription.created","created":1,"data":{"object":{}}}"#, true),
        (br#"{"id":"evt_1","type":"customer.subscription.created","created":1,"data":{"object":{"id":"sub_1","status":"asleep"}}}"#, true),
        (br#"{"id":"evt_1","type":"customer.subscription.created","created":1,"data":{"object":{"id":"","status":"active"}}}"#, true),
    ] {
        let text = String::from_utf8_lossy(body);
        match Event::parse(body) {
            Err(BadEvent::NotJson(_)) => assert!(!is_json, "{text}"),
            Err(BadEvent::NotAnEvent(_)) => assert!(is_json, "{text}"),
            Ok(event) => panic!("{event:?}"),
        }
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(
        Event::parse(deep.as_bytes()),
        Err(BadEvent::NotJson(_))
    ));
    let other = br#"{"id":"evt_1","type":"payout.paid","created":1,"data":{"object":{}},"new":1}"#;
    assert_eq!(Event::parse(other).unwrap().news, News::Other);
}

fn any_news() -> impl Strategy<Value = News> {
    let statuses = prop::sample::select(vec![
        Status::Incomplete,
        Status::IncompleteExpired,
        Status::Trialing,
        Status::Active,
        Status::PastDue,
        Status::Canceled,
        Status::Unpaid,
        Status::Paused,
    ]);
    let prices = prop::sample::select(vec!["price_free", "price_starter", "price_pro"]);
    let payments = prop::sample::select(vec![None, Some(Payment::Paid), Some(Payment::Failed)]);
    prop_oneof![
        3 => (statuses, prices).prop_map(|(status, price)| state(status, price)),
        2 => (0i64..3, payments).prop_map(|(made, payment)| invoice_of(made, payment)),
    ]
}

/// Every order of a few things (Heap's algorithm).
fn orders<T: Clone>(things: &[T]) -> Vec<Vec<T>> {
    let [first, rest @ ..] = things else {
        return vec![Vec::new()];
    };
    let mut all = Vec::new();
    for order in orders(rest) {
        for place in 0..=order.len() {
            let mut longer = order.clone();
            longer.insert(place, first.clone());
            all.push(longer);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any events, in every order, some twice: the same is known in the end, and the same follows at
    /// the end from what was applied on the way.
    #[test]
    fn the_end_is_the_same_in_every_order(
        events in prop::collection::vec((0i64..4, 0u8..4, any_news()), 1..=5),
        twice in any::<prop::sample::Index>(),
    ) {
        let named: Vec<(Stamp, News)> = events
            .iter()
            .enumerate()
            .map(|(place, (created, stage, news))| {
                (stamp(*created, *stage, &format!("evt_{place}")), news.clone())
            })
            .collect();
        let mut ends = Vec::new();
        for order in orders(&named) {
            let mut facts = Facts::default();
            // A customer as the application moves it: on `free` and active, until something follows.
            let mut customer = ("free".to_owned(), false);
            let again = order[twice.index(order.len())].clone();
            for (at, news) in order.iter().chain([&again]) {
                if facts.learn(at, news)
                    && let Some((tier, is_suspended)) = follows(std::slice::from_ref(&facts), &settings())
                {
                    customer = (tier.unwrap_or(customer.0), is_suspended);
                }
            }
            ends.push((facts, customer));
        }
        for end in &ends {
            prop_assert_eq!(end, &ends[0]);
        }
    }
}
