//! Which tier fits what somebody says they need.

use std::sync::Arc;

use super::text::grouped;
use super::tier::{Feature, Tier, Tiers};

/// Minutes of the month that checks are spread over when nothing is said of a peak: 30 days.
const MINUTES_OF_MONTH: u64 = 30 * 24 * 60;

/// What somebody says they need; what is not said is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Demand {
    /// Agents that run today.
    pub agents: Option<u64>,
    /// Checks that they would ask in a month.
    pub checks_per_month: Option<u64>,
    /// Checks in the busiest minute.
    pub peak_checks_per_minute: Option<u64>,
    /// Whether people are to approve some of what agents do.
    pub needs_approvals: bool,
}

impl Demand {
    /// Whether anything was said at all.
    pub fn says_anything(&self) -> bool {
        *self != Self::default()
    }

    /// Calls a minute that the rate limit must let through: the peak, or at the least the average.
    fn per_minute(&self) -> Option<u64> {
        let average = self
            .checks_per_month
            .map(|checks| checks.div_ceil(MINUTES_OF_MONTH));
        self.peak_checks_per_minute.max(average)
    }
}

/// The tier that fits, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// The cheapest tier that fits; none where not even one of a custom price is on offer.
    pub tier: Option<Arc<Tier>>,
    /// Why, for people.
    pub reason: String,
}

/// The cheapest tier that has room for all of it. Where none has, one with a custom price, whose
/// limits are set for each customer.
pub fn recommend(tiers: &Tiers, demand: &Demand) -> Recommendation {
    let wishes = wishes(demand);
    if let Some(tier) = tiers.iter().find(|tier| fits(tier, demand)) {
        let reason = if wishes.is_empty() {
            "nothing was said of what is needed: this is the cheapest tier".to_owned()
        } else {
            format!("the cheapest tier with {}", listed(&wishes))
        };
        return Recommendation {
            tier: Some(Arc::clone(tier)),
            reason,
        };
    }
    let custom = tiers.iter().find(|tier| {
        tier.price_usd_month.is_none() && (!demand.needs_approvals || tier.has(Feature::Approvals))
    });
    let beyond = format!("no tier has {} by itself", listed(&wishes));
    let reason = match custom {
        Some(tier) => format!("{beyond}; limits and price of `{}` are agreed", tier.name),
        None => format!("{beyond}, and none has limits that are agreed"),
    };
    Recommendation {
        tier: custom.cloned(),
        reason,
    }
}

fn fits(tier: &Tier, demand: &Demand) -> bool {
    let limits = &tier.limits;
    let within = |wanted: Option<u64>, limit: u32| wanted.is_none_or(|n| n <= u64::from(limit));
    let quota = |checks: u64| {
        limits
            .max_checks_per_month
            .is_none_or(|quota| checks <= quota)
    };
    within(demand.agents, limits.max_agents)
        && demand.checks_per_month.is_none_or(quota)
        && within(demand.per_minute(), limits.max_requests_per_minute)
        && (!demand.needs_approvals || tier.has(Feature::Approvals))
}

/// What is asked for, piece by piece.
fn wishes(demand: &Demand) -> Vec<String> {
    let agents = demand.agents.map(|n| counted(n, "agent"));
    let agents = agents.map(|agents| format!("room for {agents}"));
    let month = demand
        .checks_per_month
        .map(|n| counted(n, "check") + " a month");
    let peak = demand
        .peak_checks_per_minute
        .map(|n| counted(n, "check") + " a minute");
    let approvals = demand
        .needs_approvals
        .then(|| "approvals by people".to_owned());
    [agents, month, peak, approvals]
        .into_iter()
        .flatten()
        .collect()
}

fn counted(number: u64, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", grouped(number))
}

fn listed(wishes: &[String]) -> String {
    match wishes {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        wishes => wishes.concat(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn demand(agents: u64, month: u64, peak: u64, needs_approvals: bool) -> Demand {
        let said = |number: u64| (number > 0).then_some(number);
        Demand {
            agents: said(agents),
            checks_per_month: said(month),
            peak_checks_per_minute: said(peak),
            needs_approvals,
        }
    }

    #[rstest]
    #[case(
        demand(0, 0, 0, false),
        "free",
        "nothing was said of what is needed: this is the cheapest tier"
    )]
    #[case(
        demand(5, 0, 10, false),
        "free",
        "the cheapest tier with room for 5 agents and 10 checks a minute"
    )]
    #[case(
        demand(1, 0, 0, true),
        "starter",
        "the cheapest tier with room for 1 agent and approvals by people"
    )]
    #[case(
        demand(6, 0, 0, false),
        "starter",
        "the cheapest tier with room for 6 agents"
    )]
    #[case(
        demand(5, 10_000, 0, false),
        "free",
        "the cheapest tier with room for 5 agents and 10,000 checks a month"
    )]
    #[case(
        demand(5, 10_001, 0, false),
        "starter",
        "the cheapest tier with room for 5 agents and 10,001 checks a month"
    )]
    #[case(
        demand(50, 4_320_000, 0, false),
        "starter",
        "the cheapest tier with room for 50 agents and 4,320,000 checks a month"
    )]
    #[case(
        demand(5, 432_000, 10, true),
        "starter",
        "the cheapest tier with room for 5 agents, 432,000 checks a month, 10 checks a minute and approvals by people"
    )]
    #[case(
        demand(51, 0, 100, false),
        "pro",
        "the cheapest tier with room for 51 agents and 100 checks a minute"
    )]
    #[case(
        demand(500, 43_200_000, 1000, true),
        "pro",
        "the cheapest tier with room for 500 agents, 43,200,000 checks a month, 1,000 checks a minute and approvals by people"
    )]
    #[case(
        demand(5000, 0, 10_000, true),
        "enterprise",
        "the cheapest tier with room for 5,000 agents, 10,000 checks a minute and approvals by people"
    )]
    #[case(
        demand(1, 0, 10_001, false),
        "enterprise",
        "no tier has room for 1 agent and 10,001 checks a minute by itself; limits and price of `enterprise` are agreed"
    )]
    #[case(
        demand(5, 4_320_001, 0, false),
        "pro",
        "the cheapest tier with room for 5 agents and 4,320,001 checks a month"
    )]
    #[case(
        demand(5, 432_001, 101, false),
        "pro",
        "the cheapest tier with room for 5 agents, 432,001 checks a month and 101 checks a minute"
    )]
    #[case(
        demand(501, 0, 0, false),
        "enterprise",
        "the cheapest tier with room for 501 agents"
    )]
    #[case(
        demand(5001, 0, 0, true),
        "enterprise",
        "no tier has room for 5,001 agents and approvals by people by itself; limits and price of `enterprise` are agreed"
    )]
    fn the_cheapest_that_fits(#[case] demand: Demand, #[case] tier: &str, #[case] reason: &str) {
        let found = recommend(&Tiers::built_in(), &demand);
        assert_eq!(&*found.tier.unwrap().name, tier);
        assert_eq!(found.reason, reason);
    }

    #[test]
    fn where_nothing_is_agreed_nothing_may_fit() {
        let priced = Tiers::built_in();
        let priced = priced.iter().filter(|tier| tier.price_usd_month.is_some());
        let priced = priced.map(|tier| Tier::clone(tier)).collect();
        let tiers = Tiers::new(priced, "pro", "free").unwrap();
        let found = recommend(&tiers, &demand(501, 0, 0, false));
        assert_eq!(found.tier, None);
        assert!(found.reason.starts_with("no tier has room for 501 agents"));
    }
}
