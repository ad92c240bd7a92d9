//! A statement as a page to print.

use rouille::Response;

use super::statements::{LineBody, StatementBody};
use crate::http::bundle::bundle;
use crate::http::seal::PAGE_POLICY;
use crate::http::text::{escaped, grouped};

const PAGE: &str = include_str!("../../../assets/statement.html");

/// Rows of a table of the page; the JSON and the table have them all.
const ROWS_SHOWN: usize = 50;

/// The statement as a page. It stands among the API's answers, so it brings along what protects a
/// page.
pub fn page(body: &StatementBody<'_>, has_policy: bool) -> Response {
    // Escaped text has no `<`, so what a name says is never taken for a place.
    let page = bundle().hashed(PAGE);
    let page = [
        ("number", escaped(&body.number)),
        ("issuer", lines_of(body.issuer)),
        ("draft", draft(body)),
        ("terms", terms(body)),
        ("from", body.from.clone()),
        ("to", body.to.clone()),
        ("name", escaped(body.name)),
        ("email", escaped(body.email)),
        ("customer", body.customer_id.to_string()),
        ("lines", lines(&body.lines)),
        ("total", money(&body.total_usd)),
        ("unpriced", unpriced(body)),
        ("all", all(body)),
        ("quota", quota(body)),
        ("agents", agents(body)),
        ("actions", actions(body)),
        ("note", note(body)),
        ("policy", policy(has_policy)),
        ("month-days", month_days(body)),
    ]
    .iter()
    .fold(page, |page, (place, text)| {
        page.replace(&format!("<!-- {place} -->"), text)
    });
    Response::from_data("text/html; charset=utf-8", page)
        .with_unique_header("Content-Security-Policy", PAGE_POLICY)
        .with_unique_header("X-Frame-Options", "DENY")
        .with_unique_header("Referrer-Policy", "no-referrer")
        .with_unique_header("Cache-Control", "no-store")
}

fn lines_of(issuer: &[String]) -> String {
    let lines = issuer.iter();
    lines.fold(String::new(), |all, line| {
        all + "<p>" + &escaped(line) + "</p>\n"
    })
}

fn draft(body: &StatementBody<'_>) -> String {
    if body.is_final {
        return String::new();
    }
    "<p class=\"draft\">Not final: the month is not over.</p>".to_owned()
}

fn terms(body: &StatementBody<'_>) -> String {
    let fact = |name: &str, text: &str| format!("<div><dt>{name}</dt><dd>{text}</dd></div>\n");
    if !body.is_final {
        return String::new();
    }
    match body.payment_days {
        0 => fact("Payable", "at once"),
        1 => fact("Payable", "within 1 day"),
        days => fact("Payable", &format!("within {days} days")),
    }
}

/// `1234.50` as `1,234.50`.
fn money(amount: &str) -> String {
    let (dollars, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    let dollars = dollars.parse().map_or_else(|_| dollars.to_owned(), grouped);
    format!("{dollars}.{cents}")
}

fn lines(lines: &[LineBody]) -> String {
    if lines.is_empty() {
        return row("Nothing is billed for this month", &vec![String::new(); 5]);
    }
    lines.iter().fold(String::new(), |all, line| {
        let price = line.price_usd_month;
        let amount = line.amount_usd.as_deref();
        let plain = |text: &str| format!("<td>{text}</td>");
        let figure = |text: &str| format!("<td class=\"figure\">{text}</td>");
        let cells = [
            plain(&line.from),
            plain(&line.to),
            figure(&line.days.to_string()),
            figure(&price.map_or("to be agreed".to_owned(), |price| {
                format!("{}.00", grouped(price.into()))
            })),
            figure(&amount.map_or("to be agreed".to_owned(), money)),
        ];
        let head = escaped(&line.title);
        all + "<tr><th scope=\"row\">" + &head + "</th>" + &cells.concat() + "</tr>\n"
    })
}

fn unpriced(body: &StatementBody<'_>) -> String {
    if !body.has_unpriced_days {
        return String::new();
    }
    "<p>Days for which no price was agreed are not in the total.</p>".to_owned()
}

/// A row with a head and figures.
fn row(head: &str, figures: &[String]) -> String {
    let cells = figures.iter().fold(String::new(), |cells, figure| {
        cells + "<td class=\"figure\">" + figure + "</td>"
    });
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", escaped(head))
}

fn counts(counts: [u64; 4]) -> Vec<String> {
    counts.iter().map(|count| grouped(*count)).collect()
}

fn all(body: &StatementBody<'_>) -> String {
    let usage = &body.usage;
    let of_all = [usage.approved, usage.denied, usage.held, usage.checks];
    row("All checks", &counts(of_all))
}

fn quota(body: &StatementBody<'_>) -> String {
    body.quota.as_ref().map_or_else(String::new, |quota| {
        format!(
            "<p>{} % of the monthly quota of {} checks.</p>",
            quota.percent,
            grouped(quota.max_checks_per_month)
        )
    })
}

fn agents(body: &StatementBody<'_>) -> String {
    table(body.agents.iter().map(|agent| {
        let name = agent.agent_id.clone();
        let nameless = if agent.is_rest {
            "all other agents"
        } else {
            "agents that there were not"
        };
        let name = name.unwrap_or_else(|| nameless.to_owned());
        (
            name,
            [agent.approved, agent.denied, agent.held, agent.checks],
        )
    }))
}

fn actions(body: &StatementBody<'_>) -> String {
    table(body.actions.iter().map(|action| {
        let name = action.action.clone();
        let name = name.unwrap_or_else(|| "all other actions".to_owned());
        let of = [action.approved, action.denied, action.held, action.checks];
        (name, of)
    }))
}

/// The first rows, and all others as one, so that the columns add up.
fn table(rows: impl ExactSizeIterator<Item = (String, [u64; 4])>) -> String {
    let (mut page, mut rest, mut others) = (String::new(), [0; 4], 0_u64);
    for (place, (name, of)) in rows.enumerate() {
        if place < ROWS_SHOWN {
            page += &row(&name, &counts(of));
        } else {
            others += 1;
            for (sum, one) in rest.iter_mut().zip(of) {
                *sum += one;
            }
        }
    }
    if others > 0 {
        page += &row(&format!("{} more", grouped(others)), &counts(rest));
    }
    if page.is_empty() {
        page = row("None", &counts([0; 4]));
    }
    page
}

fn note(body: &StatementBody<'_>) -> String {
    if body.note.is_empty() {
        return String::new();
    }
    format!("<p class=\"note\">{}</p>", escaped(body.note))
}

fn policy(is_shown: bool) -> String {
    if is_shown {
        "<p>Refunds and cancellation: <a href=\"/docs/POLICY\">/docs/POLICY</a></p>".to_owned()
    } else {
        String::new()
    }
}

fn month_days(body: &StatementBody<'_>) -> String {
    let month = body.month.parse::<crate::domain::month::Month>();
    month.map_or_else(|_| String::new(), |month| month.day_count().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_grouped() {
        for (amount, written) in [
            ("0.00", "0.00"),
            ("46.20", "46.20"),
            ("1234.50", "1,234.50"),
            ("10000000.00", "10,000,000.00"),
        ] {
            assert_eq!(money(amount), written);
        }
    }
}
