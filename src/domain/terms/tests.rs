use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn on(since: Timestamp, tier: &str) -> CustomerTerms {
    CustomerTerms {
        since,
        tier: tier.into(),
        price_usd_month: None,
        max_checks_per_month: None,
        is_active: true,
    }
}

fn offer(since: Timestamp, tier: &str, price: Option<u32>) -> TierTerms {
    TierTerms {
        since,
        tier: tier.into(),
        title: tier.to_uppercase().into(),
        price_usd_month: price,
        max_checks_per_month: None,
    }
}

fn offers() -> Vec<TierTerms> {
    let start = at("2026-01-01T00:00:00Z");
    vec![
        offer(start, "free", Some(0)),
        offer(start, "starter", Some(99)),
        offer(start, "pro", Some(499)),
        offer(start, "enterprise", None),
    ]
}

/// Lines as `tier from-to days amount`.
fn told(month_text: &str, customer: Vec<CustomerTerms>, tiers: Vec<TierTerms>) -> Vec<String> {
    let month = month(month_text);
    let days = Terms::new(customer, tiers).days(month, month.last());
    let line = |line: &Line| {
        let amount = line
            .amount
            .map_or("-".to_owned(), |cents| cents.to_string());
        let (from, to) = (line.from.to_string(), line.to.to_string());
        format!(
            "{} {}..{} {} {amount}",
            line.tier,
            from.rsplit('-').next().unwrap(),
            to.rsplit('-').next().unwrap(),
            line.days
        )
    };
    lines(month, &days).iter().map(line).collect()
}

#[test]
fn a_whole_month_is_its_price_whatever_its_length() {
    let start = at("2026-01-01T00:00:00Z");
    for (month, days) in [
        ("2026-02", 28),
        ("2028-02", 29),
        ("2026-04", 30),
        ("2026-07", 31),
    ] {
        let told = told(month, vec![on(start, "starter")], offers());
        assert_eq!(told, [format!("starter 01..{days} {days} 99.00")]);
    }
}

#[test]
fn the_dearest_terms_of_a_day_are_its_price() {
    // Up at noon of the 10th, down at noon of the 20th: both days are the dearer tier's.
    let terms = vec![
        on(at("2026-01-05T10:00:00Z"), "starter"),
        on(at("2026-11-10T12:00:00Z"), "pro"),
        on(at("2026-11-20T12:00:00Z"), "starter"),
    ];
    assert_eq!(
        told("2026-11", terms, offers()),
        [
            "starter 01..09 9 29.70",
            "pro 10..20 11 182.97",
            "starter 21..30 10 33.00"
        ]
    );
}

#[test]
fn a_change_at_midnight_is_the_new_days_alone() {
    for (when, expected) in [
        (
            "2026-11-10T00:00:00Z",
            ["pro 01..09 9 149.70", "free 10..30 21 0.00"],
        ),
        (
            "2026-11-10T00:00:00.000001Z",
            ["pro 01..10 10 166.33", "free 11..30 20 0.00"],
        ),
        (
            "2026-11-09T23:59:59.999999Z",
            ["pro 01..09 9 149.70", "free 10..30 21 0.00"],
        ),
    ] {
        let terms = vec![on(at("2026-01-05T10:00:00Z"), "pro"), on(at(when), "free")];
        assert_eq!(told("2026-11", terms, offers()), expected, "{when}");
    }
}

#[test]
fn what_held_for_no_moment_costs_nothing() {
    let noon = at("2026-11-10T12:00:00Z");
    let terms = vec![
        on(at("2026-01-05T10:00:00Z"), "free"),
        on(noon, "pro"),
        on(noon, "free"),
    ];
    assert_eq!(told("2026-11", terms, offers()), ["free 01..30 30 0.00"]);
}

#[test]
fn a_day_of_which_a_moment_was_active_counts_and_others_do_not() {
    let inactive = |since| CustomerTerms {
        is_active: false,
        ..on(since, "starter")
    };
    let terms = vec![
        on(at("2026-11-03T23:59:59.999999Z"), "starter"),
        inactive(at("2026-11-10T00:00:00.000001Z")),
        on(at("2026-11-20T12:00:00Z"), "starter"),
        inactive(at("2026-11-25T00:00:00Z")),
    ];
    assert_eq!(
        told("2026-11", terms.clone(), offers()),
        ["starter 03..10 8 26.40", "starter 20..24 5 16.50"]
    );
    assert_eq!(told("2026-12", terms.clone(), offers()), [""; 0]);
    assert_eq!(told("2026-10", terms, offers()), [""; 0]);
}

#[test]
fn a_price_that_a_reload_changed_counts_from_its_day_on() {
    let mut tiers = offers();
    tiers.push(offer(at("2026-11-16T08:00:00Z"), "starter", Some(120)));
    let agreed = CustomerTerms {
        price_usd_month: Some(60),
        ..on(at("2026-11-26T00:00:00Z"), "starter")
    };
    let terms = vec![on(at("2026-01-05T10:00:00Z"), "starter"), agreed];
    assert_eq!(
        told("2026-11", terms.clone(), tiers.clone()),
        [
            "starter 01..15 15 49.50",
            "starter 16..25 10 40.00",
            "starter 26..30 5 10.00"
        ]
    );
    // A cheaper one counts from the day after.
    tiers.push(offer(at("2026-11-20T08:00:00Z"), "starter", Some(99)));
    assert_eq!(
        told("2026-11", terms, tiers),
        [
            "starter 01..15 15 49.50",
            "starter 16..20 5 20.00",
            "starter 21..25 5 16.50",
            "starter 26..30 5 10.00"
        ]
    );
}

#[test]
fn without_a_price_there_is_no_amount_and_it_is_dearer_than_any() {
    let terms = vec![
        on(at("2026-01-05T10:00:00Z"), "enterprise"),
        on(at("2026-11-10T12:00:00Z"), "pro"),
    ];
    assert_eq!(
        told("2026-11", terms, offers()),
        ["enterprise 01..10 10 -", "pro 11..30 20 332.67"]
    );
    // A tier that nothing was noted of has none either.
    let unknown = vec![on(at("2026-01-05T10:00:00Z"), "gold")];
    assert_eq!(told("2026-11", unknown, offers()), ["gold 01..30 30 -"]);
}

#[test]
fn terms_that_a_clock_put_before_the_last_ones_follow_them() {
    let terms = vec![
        on(at("2026-11-10T12:00:00Z"), "free"),
        on(at("2026-11-10T11:00:00Z"), "pro"),
    ];
    assert_eq!(
        told("2026-11", terms, offers()),
        ["pro 10..30 21 349.30"],
        "the later one holds"
    );
}

/// Terms at random moments of three months, prices of tiers too.
fn histories() -> impl Strategy<Value = (Vec<CustomerTerms>, Vec<TierTerms>)> {
    let start = at("2026-10-01T00:00:00Z").as_micros();
    let end = at("2027-01-01T00:00:00Z").as_micros();
    let tier = prop::sample::select(vec!["free", "starter", "pro", "enterprise"]);
    // Half of the moments are midnights.
    let moment = (start..end, any::<bool>()).prop_map(|(micros, is_midnight)| {
        let time = Timestamp::from_micros(micros);
        if is_midnight {
            time.day().starts_at()
        } else {
            time
        }
    });
    let own = (
        moment.clone(),
        tier.clone(),
        prop::option::weighted(0.3, 0u32..1000),
        prop::bool::weighted(0.8),
    );
    let own = own.prop_map(|(since, tier, price, is_active)| CustomerTerms {
        price_usd_month: price,
        is_active,
        ..on(since, tier)
    });
    let changed = (moment, tier, prop::option::weighted(0.8, 0u32..1000))
        .prop_map(|(since, tier, price)| offer(since, tier, price));
    let customer = prop::collection::vec(own, 1..12);
    let tiers = prop::collection::vec(changed, 0..6);
    (customer, tiers).prop_map(|(mut customer, mut changed)| {
        customer.sort_by_key(|terms| terms.since);
        changed.sort_by_key(|terms| terms.since);
        let mut tiers = offers();
        tiers.append(&mut changed);
        (customer, tiers)
    })
}

proptest! {
    #[test]
    fn lines_partition_the_days_that_cost((customer, tiers) in histories()) {
        let month = month("2026-11");
        let terms = Terms::new(customer, tiers);
        let days = terms.days(month, month.last());
        let mut covered = Vec::new();
        let lines = lines(month, &days);
        for line in &lines {
            prop_assert_eq!(i64::from(line.days), line.to.number() - line.from.number() + 1);
            for number in line.from.number()..=line.to.number() {
                let of_day = terms.day(Day::from_number(number)).unwrap();
                prop_assert_eq!(&of_day.tier, &line.tier);
                prop_assert_eq!(of_day.price_usd_month, line.price_usd_month);
                covered.push(of_day.day);
            }
        }
        let costing: Vec<Day> = month.days().filter(|day| terms.day(*day).is_some()).collect();
        prop_assert_eq!(covered, costing);
        // Neighbours differ, or they would be one line.
        for pair in lines.windows(2) {
            let goes_on = pair[0].to.next() == pair[1].from
                && pair[0].tier == pair[1].tier
                && pair[0].price_usd_month == pair[1].price_usd_month;
            prop_assert!(!goes_on);
        }
    }

    #[test]
    fn no_line_costs_more_than_its_price_and_is_a_cent_of_its_share((customer, tiers) in histories()) {
        let month = month("2026-11");
        let days = Terms::new(customer, tiers).days(month, month.last());
        for line in lines(month, &days) {
            let (Some(price), Some(amount)) = (line.price_usd_month, line.amount) else {
                prop_assert_eq!(line.price_usd_month.is_none(), line.amount.is_none());
                continue;
            };
            prop_assert!(amount.0 <= u64::from(price) * 100);
            let exact = f64::from(price) * 100.0 * f64::from(line.days) / 30.0;
            let rounded = u32::try_from(amount.0).unwrap();
            prop_assert!((f64::from(rounded) - exact).abs() <= 0.5 + 1e-6);
            if line.days == 30 {
                prop_assert_eq!(amount, Cents(u64::from(price) * 100));
            }
        }
    }

    #[test]
    fn the_price_of_a_day_is_that_of_some_moment_and_no_other_is_dearer(
        (customer, tiers) in histories(),
        offset in 0i64..86_400_000_000,
        number in 0i64..30,
    ) {
        let terms = Terms::new(customer, tiers);
        let day = Day::from_number(day("2026-11-01").number() + number);
        let moment = Timestamp::from_micros(day.starts_at().as_micros() + offset);
        if let Some(then) = terms.at(day, moment) {
            let priced = terms.day(day).unwrap();
            prop_assert_ne!(dearer(&then, &priced), Ordering::Greater);
        }
    }
}
