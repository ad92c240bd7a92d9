//! `GET /api/activity`.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::activity::{Outcomes, Span};
use crate::domain::id::CustomerId;
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::{Call, bad_parameter};

/// Checks by what they came to.
#[derive(Serialize, ToSchema)]
#[schema(as = Outcomes)]
pub struct OutcomesBody {
    approved: u64,
    /// The held ones apart.
    denied: u64,
    /// Denied until a person agrees.
    held: u64,
}

impl From<Outcomes> for OutcomesBody {
    fn from(outcomes: Outcomes) -> Self {
        let Outcomes {
            approved,
            denied,
            held,
        } = outcomes;
        Self {
            approved,
            denied,
            held,
        }
    }
}

/// Checks in one step of time.
#[derive(Serialize, ToSchema)]
#[schema(as = ActivityPoint)]
pub struct PointBody {
    /// When the step began.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    #[serde(flatten)]
    outcomes: OutcomesBody,
}

/// Checks by reason.
#[derive(Serialize, ToSchema)]
#[schema(as = ActivityReason)]
pub struct ReasonBody {
    reason: String,
    count: u64,
}

/// A busy customer.
#[derive(Serialize, ToSchema)]
#[schema(as = BusyCustomer)]
pub struct BusyCustomerBody<'a> {
    #[schema(value_type = String)]
    customer_id: CustomerId,
    name: Option<&'a str>,
    count: u64,
}

/// A busy agent.
#[derive(Serialize, ToSchema)]
#[schema(as = BusyAgent)]
pub struct BusyAgentBody {
    #[schema(value_type = String)]
    customer_id: CustomerId,
    agent_id: String,
    count: u64,
}

/// What was decided lately.
#[derive(Serialize, ToSchema)]
#[schema(as = Activity)]
pub struct ActivityBody<'a> {
    span: &'static str,
    step_seconds: u64,
    /// When the first step began.
    #[schema(value_type = String, format = DateTime)]
    from: Timestamp,
    /// Now; the last step is under way.
    #[schema(value_type = String, format = DateTime)]
    to: Timestamp,
    /// Every step, those without checks too.
    points: Vec<PointBody>,
    totals: OutcomesBody,
    /// The most frequent first.
    reasons: Vec<ReasonBody>,
    /// Those with the most checks since `customers_since`, ten at most; for operators who named no
    /// customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    busiest_customers: Option<Vec<BusyCustomerBody<'a>>>,
    /// The start of the hour from which customers are ranked; not there where they are too many to
    /// be ranked in time.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    customers_since: Option<Timestamp>,
    /// Those with the most checks since `agents_since`, ten at most.
    busiest_agents: Vec<BusyAgentBody>,
    /// The start of the UTC day from which agents are ranked; `null` where they are too many to be
    /// ranked in time.
    #[schema(value_type = Option<String>, format = DateTime)]
    agents_since: Option<Timestamp>,
}

/// `GET /api/activity`.
pub fn show(call: &Call<'_>) -> Handled {
    let span = match call.query("span").as_deref() {
        Some("hour") => Span::Hour,
        Some("day") => Span::Day,
        Some("week") => Span::Week,
        Some(_) | None => return Err(bad_parameter("span", "must be `hour`, `day` or `week`")),
    };
    if call.customer.is_some() {
        call.state()?;
    }
    let activity = call.app.activity(call.customer, span, call.now)?;
    let customers = activity.busiest_customers.iter().map(|(id, count)| {
        let state = call.live.customer(*id);
        BusyCustomerBody {
            customer_id: *id,
            name: state.map(|state| state.customer().name.as_str()),
            count: *count,
        }
    });
    let is_of_all = call.customer.is_none();
    answer::ready(&ActivityBody {
        span: span.word(),
        step_seconds: activity.step_seconds,
        from: activity.from,
        to: call.now,
        points: activity
            .points
            .iter()
            .map(|(at, outcomes)| PointBody {
                at: *at,
                outcomes: (*outcomes).into(),
            })
            .collect(),
        totals: activity.totals.into(),
        reasons: activity
            .reasons
            .into_iter()
            .map(|(reason, count)| ReasonBody { reason, count })
            .collect(),
        busiest_customers: is_of_all.then(|| customers.collect()),
        customers_since: activity.customers_since,
        busiest_agents: activity
            .busiest_agents
            .into_iter()
            .map(|agent| BusyAgentBody {
                customer_id: agent.customer,
                agent_id: agent.agent_id,
                count: agent.count,
            })
            .collect(),
        agents_since: activity.agents_since,
    })
}
