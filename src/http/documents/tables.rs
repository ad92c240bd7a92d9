//! The tiers in force as Markdown: the table to compare them by, and single figures of them.

use super::generated::Fault;
use crate::domain::tier::{Feature, Tier, Tiers};
use crate::http::text::grouped;

/// The limits that a tier sets: the name in the configuration, the words for people, the value.
type Limit = (&'static str, &'static str, fn(&Tier) -> Option<u64>);

const LIMITS: &[Limit] = &[
    ("max_agents", "Agents", |tier| {
        Some(tier.limits.max_agents.into())
    }),
    ("max_requests_per_minute", "Requests a minute", |tier| {
        Some(tier.limits.max_requests_per_minute.into())
    }),
    ("max_api_keys", "API keys", |tier| {
        Some(tier.limits.max_api_keys.into())
    }),
    ("max_checks_per_month", "Checks a month", |tier| {
        tier.limits.max_checks_per_month
    }),
];

/// All that tiers differ in, a column each.
pub fn tiers(tiers: &Tiers) -> String {
    let all: Vec<&Tier> = tiers.iter().map(AsRef::as_ref).collect();
    let row = |title: &str, cell: &dyn Fn(&Tier) -> String| {
        let cells = all.iter().map(|tier| format!(" {} |", cell(tier)));
        format!("| {title} |{}\n", cells.collect::<String>())
    };
    let mut table = row("", &|tier| text(&tier.title));
    // Words and figures: columns of figures alone would not wrap.
    table.push_str("|---|");
    table.push_str(&"---|".repeat(all.len()));
    table.push('\n');
    table += &row("Price a month", &price);
    for (_, title, value) in LIMITS {
        table += &row(title, &|tier| figure(value(tier)));
    }
    for feature in Feature::ENFORCED {
        let title = feature.title().unwrap_or_default();
        let word = |tier: &Tier| if tier.has(feature) { "yes" } else { "no" };
        table += &row(&format!("{title} (`{}`)", feature.word()), &|tier| {
            word(tier).to_owned()
        });
    }
    table += &row("Support", &|tier| text(&tier.support));
    let list = |tier: &Tier| {
        let lines: Vec<String> = tier.feature_list.iter().map(|line| text(line)).collect();
        lines.join("; ")
    };
    table + &row("In short", &list)
}

/// Name, price and limits, a row each.
pub fn tiers_short(tiers: &Tiers) -> String {
    let mut table = "| Tier | Price a month |".to_owned();
    for (_, title, _) in LIMITS {
        table.extend([" ", title, " |"]);
    }
    table.push_str("\n|---|--:|");
    table.push_str(&"--:|".repeat(LIMITS.len()));
    table.push('\n');
    for tier in tiers.iter() {
        table.extend(["| ", &text(&tier.title), " | ", &price(tier), " |"]);
        for (_, _, value) in LIMITS {
            table.extend([" ", &figure(value(tier)), " |"]);
        }
        table.push('\n');
    }
    table
}

/// What a tier costs a month.
pub fn price_of(tiers: &Tiers, name: &str) -> Result<String, Fault> {
    found(tiers, name).map(price)
}

/// A limit of a tier.
pub fn limit_of(tiers: &Tiers, name: &str, limit: &str) -> Result<String, Fault> {
    let known = LIMITS.iter().find(|(known, _, _)| *known == limit);
    let (_, _, value) = known
        .ok_or_else(|| Fault::Wrong(format!("limit {name} {limit}"), "there is no such limit"))?;
    found(tiers, name).map(|tier| figure(value(tier)))
}

/// The tier of that name.
pub fn found<'a>(tiers: &'a Tiers, name: &str) -> Result<&'a Tier, Fault> {
    let tier = tiers.find(name).map(AsRef::as_ref);
    tier.ok_or_else(|| Fault::Absent(name.to_owned()))
}

fn price(tier: &Tier) -> String {
    match tier.price_usd_month {
        Some(price) => format!("${}", grouped(price.into())),
        None => "on request".to_owned(),
    }
}

fn figure(value: Option<u64>) -> String {
    value.map_or_else(|| "no limit".to_owned(), grouped)
}

/// Text from the configuration as words: nothing in it is Markdown or markup.
pub fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() && !",.;:'/%-()".contains(letter) {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tiers_stand_side_by_side() {
        insta::assert_snapshot!(tiers(&Tiers::built_in()));
    }

    #[test]
    fn the_short_table_has_a_row_for_each() {
        insta::assert_snapshot!(tiers_short(&Tiers::built_in()));
    }

    #[test]
    fn figures_are_those_of_the_tier() {
        let tiers = Tiers::built_in();
        for (limit, shown) in [
            ("max_agents", "5,000"),
            ("max_requests_per_minute", "10,000"),
            ("max_api_keys", "100"),
            ("max_checks_per_month", "no limit"),
        ] {
            assert_eq!(limit_of(&tiers, "enterprise", limit).unwrap(), shown);
        }
        for (tier, shown) in [
            ("free", "$0"),
            ("starter", "$99"),
            ("enterprise", "on request"),
        ] {
            assert_eq!(price_of(&tiers, tier).unwrap(), shown);
        }
        assert!(price_of(&tiers, "gold").is_err());
    }

    #[test]
    fn text_from_the_configuration_is_neither_markdown_nor_markup() {
        let hostile = "a|b <!-- end --> [x](javascript:y) `z` **b**";
        let shown =
            super::super::render::render("A", &format!("| {} |\n|--|\n", text(hostile)), &|_| {
                super::super::render::Lead::Nowhere
            });
        assert!(
            !shown.html.contains("<a") && !shown.html.contains("<code>"),
            "{}",
            shown.html
        );
        assert!(!shown.html.contains("<strong>") && shown.html.contains("&lt;!-- end --&gt;"));
        assert!(shown.html.contains("a|b"), "{}", shown.html);
        assert!(!text(hostile).contains("<!-- end -->"));
    }
}
