//! Worked tables of money: the first year of a seller, and what a customer gains. Whole numbers go in,
//! and everything is computed in cents, so that the rows of a table add up.

use super::generated::Fault;
use super::tables::{found, text};
use crate::domain::tier::Tiers;
use crate::http::text::grouped;

/// More than anybody sells or counts, and far from where the arithmetic ends.
const MOST: i64 = 1_000_000_000;

/// The numbers of a marker, by name, each used once.
struct Numbers<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Numbers<'a> {
    fn read(pairs: &[&'a str]) -> Result<Self, Fault> {
        let one = |pair: &&'a str| {
            let wrong = || wrong(pair, "write `NAME=NUMBER` for each assumption");
            pair.split_once('=').ok_or_else(wrong)
        };
        pairs.iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    fn word(&mut self, name: &str) -> Option<&'a str> {
        let place = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.remove(place).1)
    }

    fn number(&mut self, name: &str) -> Result<Option<i64>, Fault> {
        let Some(word) = self.word(name) else {
            return Ok(None);
        };
        let number = word
            .parse()
            .ok()
            .filter(|number| (0..=MOST).contains(number));
        let told = || {
            wrong(
                &format!("{name}={word}"),
                "give a whole number up to 1000000000",
            )
        };
        number.ok_or_else(told).map(Some)
    }

    fn needed(&mut self, name: &str) -> Result<i64, Fault> {
        let number = self.number(name)?;
        number.ok_or_else(|| wrong(name, "is needed"))
    }

    fn finish(self) -> Result<(), Fault> {
        match self.0.first() {
            Some((name, _)) => Err(wrong(name, "is not known here, or there twice")),
            None => Ok(()),
        }
    }
}

/// What so many customers on each tier come to: `starter=50 enterprise=2 enterprise_price=2500`, where
/// the last is the price that was agreed for a tier without one. Tiers that are not offered are left
/// out.
pub fn growth(tiers: &Tiers, pairs: &[&str]) -> Result<String, Fault> {
    let mut numbers = Numbers::read(pairs)?;
    let mut table = "| Tier | Customers | Price a month | A month | A year |\n\
                     |---|--:|--:|--:|--:|\n"
        .to_owned();
    let (mut customers, mut cents_a_month) = (0, 0);
    for tier in tiers.iter() {
        let agreed = numbers.number(&format!("{}_price", tier.name))?;
        let Some(count) = numbers.number(&tier.name)? else {
            continue;
        };
        let price = match (tier.price_usd_month, agreed) {
            (Some(price), None) => i64::from(price),
            (None, Some(agreed)) => agreed,
            (None, None) => return Err(wrong(&tier.name, "has no price: give `TIER_price`")),
            (Some(_), Some(_)) => return Err(wrong(&tier.name, "has a price of its own")),
        };
        let cents = i128::from(count) * i128::from(price) * 100;
        customers += count;
        cents_a_month += cents;
        table += &row(&[
            &text(&tier.title),
            &whole(count),
            &usd(i128::from(price) * 100),
            &usd(cents),
            &usd(cents * 12),
        ]);
    }
    table += &row(&[
        "Sum",
        &whole(customers),
        "",
        &usd(cents_a_month),
        &usd(cents_a_month * 12),
    ]);
    match numbers.0.first() {
        None => Ok(table),
        Some((name, _)) => Err(Fault::Partly {
            name: (*name).to_owned(),
            made: table,
        }),
    }
}

/// What a customer gains a month by asking people less often, with every assumption:
/// `tier=starter actions=10000 reviewed_before=5 reviewed_after=2 minutes=2 hourly_usd=35
/// running_hours=4`, and `price=` for a tier without one.
pub fn roi(tiers: &Tiers, pairs: &[&str]) -> Result<String, Fault> {
    let mut numbers = Numbers::read(pairs)?;
    let name = numbers
        .word("tier")
        .ok_or_else(|| wrong("tier", "is needed"))?;
    let agreed = numbers.number("price")?;
    let actions = numbers.needed("actions")?;
    let before = numbers.needed("reviewed_before")?;
    let after = numbers.needed("reviewed_after")?;
    let minutes = numbers.needed("minutes")?;
    let hourly = numbers.needed("hourly_usd")?;
    let running = numbers.needed("running_hours")?;
    numbers.finish()?;
    if before > 100 || after > 100 {
        return Err(wrong("reviewed_before", "a percentage is at most 100"));
    }
    let tier = found(tiers, name)?;
    let price = match (tier.price_usd_month, agreed) {
        (Some(price), None) => i64::from(price),
        (None, Some(agreed)) => agreed,
        (None, None) => return Err(wrong("price", "is needed: the tier has none")),
        (Some(_), Some(_)) => return Err(wrong("price", "the tier has a price of its own")),
    };
    let assumptions = [
        ("Actions a month", whole(actions)),
        ("Reviewed by a person today", format!("{before} %")),
        ("Held for a person with Portcullis", format!("{after} %")),
        ("A review takes", format!("{} min", whole(minutes))),
        (
            "An hour of that person costs",
            usd(i128::from(hourly) * 100),
        ),
        (
            "Running Portcullis takes",
            format!("{} h a month", whole(running)),
        ),
        (
            "Price a month",
            format!("{} ({})", usd(i128::from(price) * 100), text(&tier.title)),
        ),
    ];
    let mut page = "| Assumption | |\n|---|--:|\n".to_owned();
    for (what, value) in &assumptions {
        page += &row(&[what, value]);
    }
    page.push('\n');
    // In hundredths, so that nothing is lost before the one division.
    let reviews = i128::from(actions) * i128::from(before - after);
    let hours = rounded(reviews * i128::from(minutes), 60);
    let value = rounded(reviews * i128::from(minutes) * i128::from(hourly), 60);
    let cost = (i128::from(price) + i128::from(running) * i128::from(hourly)) * 100;
    let gain = value - cost;
    let gained = if cost == 0 {
        "no cost".to_owned()
    } else {
        format!("{} %", signed(rounded(gain * 100, cost), 0))
    };
    let (actions, price) = (whole(actions), usd(i128::from(price) * 100));
    let (hundredths, rate) = (signed(reviews, 2), usd(i128::from(hourly) * 100));
    let steps = [
        (
            "Reviews saved",
            format!("{actions} × ({before} − {after}) ÷ 100"),
            hundredths.clone(),
        ),
        (
            "Hours saved",
            format!("{hundredths} × {minutes} ÷ 60"),
            signed(hours, 2),
        ),
        (
            "Worth",
            format!("{hundredths} × {minutes} ÷ 60 × {rate}"),
            usd(value),
        ),
        ("Cost", format!("{price} + {running} × {rate}"), usd(cost)),
        (
            "Gain a month",
            format!("{} − {}", usd(value), usd(cost)),
            usd(gain),
        ),
        ("Gain a year", format!("{} × 12", usd(gain)), usd(gain * 12)),
        ("Return", format!("{} ÷ {}", usd(gain), usd(cost)), gained),
    ];
    page.push_str("| A month | Computed | |\n|---|---|--:|\n");
    for (what, how, result) in &steps {
        page += &row(&[what, how, result]);
    }
    Ok(page)
}

fn wrong(what: &str, why: &'static str) -> Fault {
    Fault::Wrong(what.to_owned(), why)
}

fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A quotient, halves away from zero.
fn rounded(number: i128, by: i128) -> i128 {
    let half = by / 2;
    if number < 0 {
        -((-number + half) / by)
    } else {
        (number + half) / by
    }
}

fn whole(number: i64) -> String {
    signed(i128::from(number), 0)
}

/// Cents as dollars; without cents where there are none.
fn usd(cents: i128) -> String {
    let shown = signed(cents, 2);
    match shown.strip_prefix('−') {
        Some(rest) => format!("−${rest}"),
        None => format!("${shown}"),
    }
}

/// A number with so many decimal places (0 or 2) in its last digits, grouped; zeros behind the point are
/// left out.
fn signed(number: i128, places: u32) -> String {
    let one = 10i128.pow(places);
    let sign = if number < 0 { "−" } else { "" };
    let number = number.abs();
    let (whole, rest) = (number / one, number % one);
    let whole = grouped(u64::try_from(whole).unwrap_or(u64::MAX));
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tier::Tier;

    fn growth_of(pairs: &str) -> Result<String, Fault> {
        let pairs: Vec<&str> = pairs.split_whitespace().collect();
        growth(&Tiers::built_in(), &pairs)
    }

    fn roi_of(pairs: &str) -> Result<String, Fault> {
        let pairs: Vec<&str> = pairs.split_whitespace().collect();
        roi(&Tiers::built_in(), &pairs)
    }

    #[test]
    fn the_first_year_adds_up() {
        insta::assert_snapshot!(
            growth_of("starter=50 pro=20 enterprise=2 enterprise_price=2500").unwrap(),
            @r"
        | Tier | Customers | Price a month | A month | A year |
        |---|--:|--:|--:|--:|
        | Starter | 50 | $99 | $4,950 | $59,400 |
        | Pro | 20 | $499 | $9,980 | $119,760 |
        | Enterprise | 2 | $2,500 | $5,000 | $60,000 |
        | Sum | 72 |  | $19,930 | $239,160 |
        ");
    }

    #[test]
    fn what_is_gained_is_computed_from_what_is_assumed() {
        let gains = "tier=starter actions=10000 reviewed_before=5 reviewed_after=2 minutes=2 \
                     hourly_usd=35 running_hours=4";
        insta::assert_snapshot!(roi_of(gains).unwrap(), @r"
        | Assumption | |
        |---|--:|
        | Actions a month | 10,000 |
        | Reviewed by a person today | 5 % |
        | Held for a person with Portcullis | 2 % |
        | A review takes | 2 min |
        | An hour of that person costs | $35 |
        | Running Portcullis takes | 4 h a month |
        | Price a month | $99 (Starter) |

        | A month | Computed | |
        |---|---|--:|
        | Reviews saved | 10,000 × (5 − 2) ÷ 100 | 300 |
        | Hours saved | 300 × 2 ÷ 60 | 10 |
        | Worth | 300 × 2 ÷ 60 × $35 | $350 |
        | Cost | $99 + 4 × $35 | $239 |
        | Gain a month | $350 − $239 | $111 |
        | Gain a year | $111 × 12 | $1,332 |
        | Return | $111 ÷ $239 | 46 % |
        ");
        let loses = "tier=enterprise price=2500 actions=101 reviewed_before=10 reviewed_after=3 \
                     minutes=7 hourly_usd=40 running_hours=1";
        let page = roi_of(loses).unwrap();
        // 7.07 reviews of 7 minutes are 0.82 hours, $32.99.
        for row in [
            "| Reviews saved | 101 × (10 − 3) ÷ 100 | 7.07 |",
            "| Hours saved | 7.07 × 7 ÷ 60 | 0.82 |",
            "| Worth | 7.07 × 7 ÷ 60 × $40 | $32.99 |",
            "| Gain a month | $32.99 − $2,540 | −$2,507.01 |",
            "| Gain a year | −$2,507.01 × 12 | −$30,084.12 |",
            "| Return | −$2,507.01 ÷ $2,540 | −99 % |",
        ] {
            assert!(page.contains(row), "{row} in {page}");
        }
    }

    #[test]
    fn what_cannot_be_computed_is_named() {
        for pairs in [
            "starter",
            "starter=many",
            "starter=-1",
            "starter=1.5",
            "starter=1000000001",
            "starter=1 starter=2",
            "starter=1 starter_price=7",
            "enterprise=1",
            "gold=1",
        ] {
            assert!(growth_of(pairs).is_err(), "{pairs}");
        }
        let all = "tier=pro actions=1 reviewed_before=5 reviewed_after=2 minutes=2 hourly_usd=35 running_hours=4";
        assert!(roi_of(all).is_ok());
        for part in all.split_whitespace() {
            let (name, _) = part.split_once('=').unwrap();
            let without = all.replace(part, "");
            let told = roi_of(&without).unwrap_err().to_string();
            assert_eq!(told, format!("`{name}`: is needed"));
            assert!(roi_of(&format!("{all} {part}")).is_err(), "{part}");
        }
        assert!(roi_of(&all.replace("before=5", "before=101")).is_err());
        assert!(roi_of(&format!("{all} price=3")).is_err());
        assert!(roi_of(&all.replace("tier=pro", "tier=enterprise")).is_err());
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let most = MOST.to_string();
        let pairs = format!("starter={most} enterprise={most} enterprise_price={most}");
        assert!(growth_of(&pairs).unwrap().contains("1,000,000,000"));
        let pairs = format!(
            "tier=enterprise price={most} actions={most} reviewed_before=100 reviewed_after=0 \
             minutes={most} hourly_usd={most} running_hours={most}"
        );
        roi_of(&pairs).unwrap();
    }

    #[test]
    fn a_price_in_force_is_what_is_computed_with() {
        let tiers: Vec<Tier> = Tiers::built_in()
            .iter()
            .map(|tier| Tier {
                price_usd_month: Some(7),
                ..Tier::clone(tier)
            })
            .collect();
        let tiers = Tiers::new(tiers, "pro", "starter").unwrap();
        let table = growth(&tiers, &["pro=3"]).unwrap();
        assert!(table.contains("| Pro | 3 | $7 | $21 | $252 |"), "{table}");
        let Err(Fault::Partly { name, made }) = growth(&tiers, &["pro=3", "gold=4"]) else {
            panic!("`gold` is not there")
        };
        assert_eq!((name.as_str(), made), ("gold", table));
    }
}
