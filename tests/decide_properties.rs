//! What holds for every decision, whatever the facts.
//!
//! The alphabets are tiny and all times lie within a few microseconds, so that rules match,
//! collide, shadow each other and expire all the time; the first test makes sure of it.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod facts;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use facts::{Book, World};
use portcullis::domain::agent::AgentStatus;
use portcullis::domain::approval::ApprovalStatus;
use portcullis::domain::check::{ApprovalUse, CheckRequest, Reason, RuleResult, Verdict};
use portcullis::domain::id::{ApprovalId, PermissionId};
use portcullis::domain::kill::KillTarget;
use portcullis::domain::pattern::Pattern;
use portcullis::domain::permission::{Effect, Permission};
use portcullis::domain::time::Timestamp;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{FileFailurePersistence, TestRunner};

/// Times are 0-11 microseconds after the epoch; from here on nothing changes any more.
const LAST_MICROS: i64 = 12;
const ACTIONS: [&str; 2] = ["a", "ab"];
const RESOURCES: [&str; 3] = ["x", "x/y", "y"];
const CONTEXTS: [&str; 2] = ["{}", r#"{"n":1}"#];
const ACTION_PATTERNS: [&str; 5] = ["a", "ab", "*", "a*", "*b"];
const RESOURCE_PATTERNS: [&str; 6] = ["x", "x/y", "y", "*", "x*", "*y"];

/// A permission before it has an identifier and an agent.
#[derive(Debug, Clone, Copy)]
struct Rule {
    effect: Effect,
    action: &'static str,
    resource: &'static str,
    expires_at: Option<i64>,
}

fn time() -> impl Strategy<Value = i64> {
    0..LAST_MICROS
}

/// An end in every third rule.
fn rule(effect: impl Strategy<Value = Effect>) -> impl Strategy<Value = Rule> {
    (
        effect,
        select(&ACTION_PATTERNS),
        select(&RESOURCE_PATTERNS),
        prop::option::weighted(0.33, time()),
    )
        .prop_map(|(effect, action, resource, expires_at)| Rule {
            effect,
            action,
            resource,
            expires_at,
        })
}

/// Fewer denies than others: one is enough to hide everything else.
fn any_effect() -> impl Strategy<Value = Effect> {
    prop_oneof![
        3 => Just(Effect::Allow),
        3 => Just(Effect::RequireApproval),
        1 => Just(Effect::Deny),
    ]
}

/// A question by its place in the alphabets.
fn question() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    (select(&ACTIONS), select(&RESOURCES), select(&CONTEXTS))
}

/// A kill switch, or an agent that is not active, in one of five worlds each.
fn world() -> impl Strategy<Value = World> {
    let kills = prop_oneof![
        4 => Just([None; 3]),
        1 => prop::array::uniform3(prop::option::of(time())),
    ];
    let agent = prop_oneof![
        8 => Just(Some(AgentStatus::Active)),
        1 => Just(Some(AgentStatus::Disabled)),
        1 => Just(None),
    ];
    let approval = (question(), select(&ApprovalStatus::ALL), time());
    // An approval for this very question is what makes a difference most often.
    let own = prop::option::weighted(0.75, (select(&ApprovalStatus::ALL), time()));
    (
        time(),
        kills,
        agent,
        prop::collection::vec(rule(any_effect()), 0..6),
        prop::collection::vec(approval, 0..3),
        own,
        question(),
    )
        .prop_map(|(now, kills, agent, rules, others, own, asked)| {
            let request = ask(asked);
            let mut book = HashMap::new();
            let approvals = others
                .into_iter()
                .chain(own.map(|(status, end)| (asked, status, end)));
            for (number, (about, status, end)) in (1..).zip(approvals) {
                let id = ApprovalId::from_bytes([number; 16]);
                let approval = facts::approval(&ask(about), id, status, at(end));
                book.insert(approval.binding, approval);
            }
            let mut targets = [
                KillTarget::System,
                KillTarget::Customer(facts::customer_id()),
                KillTarget::Agent(facts::customer_id(), request.agent_id.clone()),
            ]
            .into_iter();
            let mut world = World {
                now: at(now),
                kills: kills.map(|engaged| {
                    let target = targets.next().unwrap();
                    engaged.map(|since| facts::kill(target, at(since)))
                }),
                agent: agent.map(|status| facts::agent(&request, status).unwrap()),
                permissions: Vec::new(),
                approvals: Book(book),
                request,
            };
            // Even numbers, so that another rule fits before, between and behind them.
            for (number, rule) in (1..).zip(rules) {
                let permission = made(&world, rule, number * 2);
                world.permissions.push(permission);
            }
            world
        })
}

fn ask((action, resource, context): (&str, &str, &str)) -> CheckRequest {
    facts::request("bot", action, resource, Some(context)).unwrap()
}

fn at(micros: i64) -> Timestamp {
    Timestamp::from_micros(micros)
}

fn made(world: &World, rule: Rule, number: u8) -> Arc<Permission> {
    facts::permission(
        &world.request,
        PermissionId::from_bytes([number; 16]),
        rule.effect,
        (rule.action, rule.resource),
        rule.expires_at.map(at),
    )
    .unwrap()
}

/// The world with one more permission, at any place in the list and of any age.
fn with(world: &World, rule: Rule, place: Index, age: Index) -> World {
    let mut more = world.clone();
    let number = u8::try_from(age.index(world.permissions.len() + 1)).unwrap() * 2 + 1;
    let place = place.index(world.permissions.len() + 1);
    more.permissions.insert(place, made(world, rule, number));
    more
}

fn applies(world: &World, permission: &Permission) -> bool {
    permission.expires_at.is_none_or(|end| world.now < end)
        && permission.action.matches(world.request.action.as_str())
        && permission.resource.matches(world.request.resource.as_str())
}

/// The rule with its patterns and its end changed so that it applies.
fn fitted(world: &World, rule: Rule, choice: Index) -> Rule {
    let action = world.request.action.as_str();
    let resource = world.request.resource.as_str();
    let fitting = |patterns: &[&'static str], text: &str| {
        let fits = |pattern: &&str| Pattern::from_stored(pattern).matches(text);
        let all: Vec<_> = patterns.iter().copied().filter(fits).collect();
        *choice.get(&all)
    };
    Rule {
        action: fitting(&ACTION_PATTERNS, action),
        resource: fitting(&RESOURCE_PATTERNS, resource),
        expires_at: rule.expires_at.map(|end| world.now.as_micros() + 1 + end),
        ..rule
    }
}

/// The rules as the design states them, in the plainest way.
fn reason_by_the_book(world: &World) -> Reason {
    let there = |effect| {
        let mut all = world.permissions.iter();
        all.any(|permission| permission.effect == effect && applies(world, permission))
    };
    let status = world.agent.as_ref().map(|agent| agent.status);
    let standing = world.approvals.0.get(&world.request.binding());
    match (&world.kills, status) {
        ([Some(_), _, _], _) => Reason::SystemKillSwitchEnabled,
        ([None, Some(_), _], _) => Reason::CustomerKillSwitchEnabled,
        ([None, None, Some(_)], _) => Reason::AgentKillSwitchEnabled,
        ([None, None, None], None) => Reason::AgentNotFound,
        ([None, None, None], Some(AgentStatus::Disabled)) => Reason::AgentDisabled,
        _ if there(Effect::Deny) => Reason::PermissionDenied,
        _ if there(Effect::RequireApproval) => {
            match standing.map(|one| (one.status, world.now < one.expires_at)) {
                Some((ApprovalStatus::Pending, true)) => Reason::ApprovalPending,
                Some((ApprovalStatus::Approved, true)) => Reason::HumanOverride,
                Some((ApprovalStatus::Rejected, true)) => Reason::ApprovalRejected,
                Some((ApprovalStatus::Pending | ApprovalStatus::Approved, false)) => {
                    Reason::ApprovalExpired
                }
                Some(_) | None => Reason::ApprovalRequired,
            }
        }
        _ if there(Effect::Allow) => Reason::AllChecksPassed,
        _ => Reason::PermissionRuleFailed,
    }
}

/// Each reason comes up at least 25 times in 4,000 worlds, so that no property is about nothing.
#[test]
fn the_worlds_reach_every_reason_often() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<Reason, u32> = BTreeMap::new();
    let (mut crowded, mut ending) = (0, 0);
    for _ in 0..4_000 {
        let world = world().new_tree(&mut runner).unwrap().current();
        let decision = world.decide();
        *seen.entry(decision.reason).or_default() += 1;
        let matching = world.permissions.iter().filter(|p| applies(&world, p));
        let effects: BTreeSet<_> = matching.map(|permission| permission.effect).collect();
        crowded += u32::from(effects.len() > 1);
        ending += u32::from(decision.valid_until.is_some());
    }
    let rare: Vec<_> = Reason::ALL
        .iter()
        .filter(|reason| seen.get(reason).is_none_or(|times| *times < 25))
        .collect();
    assert!(rare.is_empty(), "{rare:?} hardly ever happen: {seen:?}");
    assert!(crowded > 400, "effects collide in {crowded} worlds only");
    assert!(ending > 400, "{ending} decisions end");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_reason_is_the_one_in_the_book(world in world()) {
        prop_assert_eq!(world.decide().reason, reason_by_the_book(&world));
    }

    #[test]
    fn approved_is_only_what_passed_or_what_a_person_approved(world in world()) {
        let decision = world.decide();
        let granting = matches!(
            decision.reason,
            Reason::AllChecksPassed | Reason::HumanOverride
        );
        prop_assert_eq!(decision.verdict == Verdict::Approved, granting);
    }

    #[test]
    fn a_grant_is_spent_when_a_person_is_the_reason_and_never_else(world in world()) {
        let decision = world.decide();
        let spent = matches!(decision.approval, ApprovalUse::Spend(_));
        prop_assert_eq!(spent, decision.reason == Reason::HumanOverride);
        if let ApprovalUse::Spend(id) = decision.approval {
            let grant = &world.approvals.0[&world.request.binding()];
            prop_assert_eq!(id, grant.id);
            prop_assert_eq!(grant.status, ApprovalStatus::Approved);
            prop_assert!(world.now < grant.expires_at);
        }
    }

    #[test]
    fn a_request_is_opened_for_this_question_only_and_said_to_be(world in world()) {
        let decision = world.decide();
        let says_so = matches!(
            decision.reason,
            Reason::ApprovalRequired | Reason::ApprovalExpired
        );
        let opened = match decision.approval {
            ApprovalUse::Open(binding) => Some(binding),
            ApprovalUse::None | ApprovalUse::Standing(_) | ApprovalUse::Spend(_) => None,
        };
        prop_assert_eq!(opened, says_so.then(|| world.request.binding()));
    }

    #[test]
    fn the_trace_ends_where_it_stops_passing(world in world()) {
        let decision = world.decide();
        let results: Vec<_> = decision.trace.iter().map(|step| step.rule_result).collect();
        let (last, before) = results.split_last().unwrap();
        prop_assert!(before.iter().all(|result| *result == RuleResult::Passed));
        prop_assert_eq!(
            *last == RuleResult::Passed,
            decision.verdict == Verdict::Approved
        );
    }

    #[test]
    fn the_trace_names_the_oldest_of_the_strongest(world in world()) {
        let decision = world.decide();
        let named: Vec<_> = decision
            .trace
            .iter()
            .filter_map(|step| step.permission_id)
            .collect();
        let reached = decision.trace.len() >= 3;
        let strongest = world
            .permissions
            .iter()
            .filter(|permission| reached && applies(&world, permission))
            .max_by_key(|permission| (permission.effect, std::cmp::Reverse(permission.id)));
        prop_assert_eq!(named, Vec::from_iter(strongest.map(|permission| permission.id)));
    }

    #[test]
    fn the_order_of_permissions_does_not_matter(
        (world, shuffled) in world().prop_flat_map(|world| {
            let shuffled = Just(world.permissions.clone()).prop_shuffle();
            (Just(world), shuffled)
        })
    ) {
        let other = World { permissions: shuffled, ..world.clone() };
        prop_assert_eq!(world.decide(), other.decide());
    }

    #[test]
    fn adding_a_deny_never_grants(
        world in world(),
        deny in rule(Just(Effect::Deny)),
        place: Index,
        age: Index,
    ) {
        let more = with(&world, deny, place, age).decide();
        prop_assert!(
            more.verdict == Verdict::Denied || world.decide().verdict == Verdict::Approved
        );
    }

    #[test]
    fn adding_a_deny_that_applies_denies_and_spends_nothing(
        world in world(),
        deny in rule(Just(Effect::Deny)),
        place: Index,
        age: Index,
    ) {
        let deny = fitted(&world, deny, place);
        let decision = with(&world, deny, place, age).decide();
        prop_assert_eq!(decision.verdict, Verdict::Denied);
        prop_assert_eq!(decision.approval, ApprovalUse::None);
    }

    #[test]
    fn adding_an_allow_never_takes_away(
        world in world(),
        allow in rule(Just(Effect::Allow)),
        place: Index,
        age: Index,
    ) {
        let more = with(&world, allow, place, age).decide();
        prop_assert!(
            more.verdict == Verdict::Approved || world.decide().verdict == Verdict::Denied
        );
    }

    #[test]
    fn adding_a_rule_that_asks_grants_only_through_a_person(
        world in world(),
        asking in rule(Just(Effect::RequireApproval)),
        place: Index,
        age: Index,
    ) {
        let more = with(&world, asking, place, age).decide();
        prop_assert!(
            more.verdict == Verdict::Denied
                || more.reason == Reason::HumanOverride
                || world.decide().verdict == Verdict::Approved
        );
    }

    #[test]
    fn a_permission_that_does_not_apply_changes_nothing(
        world in world(),
        mut rule in rule(any_effect()),
        place: Index,
        age: Index,
    ) {
        if applies(&world, &made(&world, rule, 0)) {
            rule.expires_at = Some(world.now.as_micros());
        }
        prop_assert_eq!(with(&world, rule, place, age).decide(), world.decide());
    }

    #[test]
    fn without_a_permission_that_applies_it_is_denied(mut world in world()) {
        let now = world.clone();
        world.permissions.retain(|permission| !applies(&now, permission));
        let decision = world.decide();
        prop_assert_eq!(decision.verdict, Verdict::Denied);
        prop_assert_eq!(decision.approval, ApprovalUse::None);
    }

    #[test]
    fn any_kill_switch_denies_and_touches_nothing(mut world in world(), level in 0..3usize) {
        world.kills[level] = Some(facts::kill(
            [
                KillTarget::System,
                KillTarget::Customer(facts::customer_id()),
                KillTarget::Agent(facts::customer_id(), world.request.agent_id.clone()),
            ][level].clone(),
            world.now,
        ));
        let decision = world.decide();
        prop_assert_eq!(decision.verdict, Verdict::Denied);
        prop_assert_eq!(decision.trace.len(), 1);
        prop_assert_eq!(decision.approval, ApprovalUse::None);
    }

    /// On unchanged facts the whole decision, `valid_until` itself included, is the same at every
    /// time from `now` up to, but not including, `valid_until`; without one, for ever.
    #[test]
    fn the_decision_is_the_same_until_it_says_so(world in world()) {
        let decision = world.decide();
        let end = decision.valid_until.unwrap_or(at(LAST_MICROS + 1));
        prop_assert!(world.now < end, "it is valid at least now");
        for micros in world.now.as_micros()..end.as_micros() {
            let later = World { now: at(micros), ..world.clone() };
            prop_assert_eq!(&later.decide(), &decision, "at {}", micros);
        }
    }

    /// `valid_until` is nothing but the end of a fact: the earliest among the permissions that
    /// apply and, where a rule asks, the approval that stands.
    #[test]
    fn the_decision_ends_with_the_first_fact_that_does(world in world()) {
        let decision = world.decide();
        let reached = decision.trace.len() >= 3;
        let asked = decision.trace.len() == 4;
        let permissions = world
            .permissions
            .iter()
            .filter(|permission| reached && applies(&world, permission))
            .filter_map(|permission| permission.expires_at);
        let standing = world
            .approvals
            .0
            .get(&world.request.binding())
            .filter(|_| asked)
            .map(|approval| approval.expires_at)
            .filter(|end| world.now < *end);
        prop_assert_eq!(decision.valid_until, permissions.chain(standing).min());
    }

    #[test]
    fn two_questions_share_a_binding_only_when_they_are_one(one in question(), other in question()) {
        prop_assert_eq!(ask(one).binding() == ask(other).binding(), one == other);
    }
}
