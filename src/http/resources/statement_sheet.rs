//! A statement as a table: one kind of row for lines, the total, days, agents and actions.

use super::statements::StatementBody;
use crate::domain::sheet::Sheet;

/// The columns, in their order.
const COLUMNS: [&str; 16] = [
    "number",
    "customer_id",
    "name",
    "kind",
    "from",
    "to",
    "days",
    "subscription_tier",
    "agent_id",
    "action",
    "price_usd_month",
    "amount_usd",
    "approved",
    "denied",
    "held",
    "checks",
];

/// The cells of a row that differ; what a kind does not have stays empty.
#[derive(Default)]
struct Cells {
    kind: &'static str,
    from: String,
    to: String,
    days: String,
    tier: String,
    agent: String,
    action: String,
    price: String,
    amount: String,
    counts: Option<[u64; 4]>,
}

/// The statement as a table.
pub fn sheet(body: &StatementBody<'_>) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    let mut add = |cells: Cells| {
        let counts = cells.counts.map_or_else(
            || vec![String::new(); 4],
            |counts| counts.iter().map(ToString::to_string).collect(),
        );
        let id = body.customer_id.to_string();
        let mut row = vec![
            body.number.clone(),
            id,
            body.name.to_owned(),
            cells.kind.to_owned(),
            cells.from,
            cells.to,
            cells.days,
            cells.tier,
            cells.agent,
            cells.action,
            cells.price,
            cells.amount,
        ];
        row.extend(counts);
        sheet.row(row);
    };
    let price = |price: Option<u32>| price.map_or_else(String::new, |price| price.to_string());
    for line in &body.lines {
        add(Cells {
            kind: "line",
            from: line.from.clone(),
            to: line.to.clone(),
            days: line.days.to_string(),
            tier: line.subscription_tier.clone(),
            price: price(line.price_usd_month),
            amount: line.amount_usd.clone().unwrap_or_default(),
            ..Cells::default()
        });
    }
    let usage = &body.usage;
    add(Cells {
        kind: "total",
        from: body.from.clone(),
        to: body.to.clone(),
        amount: body.total_usd.clone(),
        counts: Some([usage.approved, usage.denied, usage.held, usage.checks]),
        ..Cells::default()
    });
    for day in &body.days {
        add(Cells {
            kind: "day",
            from: day.day.clone(),
            to: day.day.clone(),
            days: "1".to_owned(),
            tier: day.subscription_tier.clone().unwrap_or_default(),
            price: price(day.price_usd_month),
            counts: Some([day.approved, day.denied, day.held, day.checks]),
            ..Cells::default()
        });
    }
    for agent in &body.agents {
        add(Cells {
            kind: if agent.is_rest {
                "other_agents"
            } else {
                "agent"
            },
            agent: agent.agent_id.clone().unwrap_or_default(),
            counts: Some([agent.approved, agent.denied, agent.held, agent.checks]),
            ..Cells::default()
        });
    }
    for action in &body.actions {
        add(Cells {
            kind: "action",
            action: action.action.clone().unwrap_or_default(),
            counts: Some([action.approved, action.denied, action.held, action.checks]),
            ..Cells::default()
        });
    }
    sheet
}
