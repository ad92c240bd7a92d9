//! Decision cases as data: the facts, and the decision with its whole trace.
//!
//! Each file of `tests/decisions` is one theme. A case is run with its permissions in every
//! rotation, forwards and backwards, and must come out the same.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod facts;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use facts::{Book, Refused, World};
use portcullis::domain::agent::AgentStatus;
use portcullis::domain::approval::{ApprovalStatus, Binding};
use portcullis::domain::check::{
    ApprovalUse, CheckRequest, Decision, Reason, Rule, RuleResult, Step, Verdict,
};
use portcullis::domain::id::{ApprovalId, PermissionId};
use portcullis::domain::kill::{KillSwitch, KillTarget};
use portcullis::domain::time::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    now: Timestamp,
    #[serde(default)]
    kills: Vec<KillFact>,
    agent: AgentFact,
    #[serde(default)]
    permissions: Vec<PermissionFact>,
    #[serde(default)]
    approvals: Vec<ApprovalFact>,
    request: Question,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KillFact {
    level: Level,
    engaged_at: Timestamp,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Level {
    System,
    Customer,
    Agent,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AgentFact {
    None,
    Active,
    Disabled,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PermissionFact {
    id: PermissionId,
    effect: String,
    action: String,
    resource: String,
    expires_at: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApprovalFact {
    id: ApprovalId,
    status: String,
    expires_at: Timestamp,
    question: Question,
}

/// What a caller sent; the context is JSON text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    agent_id: String,
    action: String,
    resource: String,
    context: Option<String>,
}

/// The whole decision; nothing may be left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    verdict: String,
    reason: String,
    approval: ExpectedUse,
    /// A time, or `never`.
    valid_until: String,
    trace: Vec<ExpectedStep>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum ExpectedUse {
    None,
    Open,
    Standing(ApprovalId),
    Spend(ApprovalId),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedStep {
    rule: Rule,
    result: RuleResult,
    notes: String,
    permission: Option<PermissionId>,
}

#[test]
fn every_case_comes_out_as_written() {
    let mut wrong = Vec::new();
    let mut names = HashSet::new();
    for (path, text) in files() {
        let file: File = read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(!file.case.is_empty(), "{} has no case", path.display());
        for case in &file.case {
            let name = format!("{}: {}", path.display(), case.name);
            if let Err(error) = run(case) {
                wrong.push(format!("{name}\n{error}"));
            }
            assert!(names.insert(name.clone()), "{name} is there twice");
        }
    }
    assert!(!names.is_empty(), "there is no case to run");
    assert!(
        wrong.is_empty(),
        "{} of {} cases came out otherwise:\n\n{}",
        wrong.len(),
        names.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn every_reason_has_a_case() {
    let seen: HashSet<String> = files()
        .iter()
        .flat_map(|(_, text)| read(text).unwrap().case)
        .map(|case| case.expect.reason)
        .collect();
    let missing: Vec<_> = Reason::ALL
        .iter()
        .map(|reason| reason.word())
        .filter(|word| !seen.contains(*word))
        .collect();
    assert!(missing.is_empty(), "no case ends in {missing:?}");
}

#[test]
fn a_misspelt_member_is_refused_wherever_it_stands() {
    let good = r#"
        [[case]]
        name = "n"
        now = "2026-11-22T16:00:00Z"
        kills = [{ level = "agent", engaged_at = "2026-11-22T16:00:00Z" }]
        agent = "active"
        permissions = [{ id = "perm_00000000000000000000000001", effect = "allow", action = "a", resource = "r" }]
        approvals = [{ status = "used", id = "apr_00000000000000000000000001", expires_at = "2026-11-22T16:00:00Z", question = { action = "b", agent_id = "bot", resource = "r" } }]
        request = { agent_id = "bot", action = "a", resource = "r" }
        [case.expect]
        verdict = "denied"
        reason = "agent_kill_switch_enabled"
        approval = "none"
        valid_until = "never"
        trace = [{ rule = "kill_switch", result = "failed", notes = "n" }]
    "#;
    assert!(read(good).is_ok());
    for place in [
        "[[case]]\n",
        "kills = [{",
        "permissions = [{",
        "approvals = [{",
        "question = {",
        "request = {",
        "[case.expect]\n",
        "trace = [{",
    ] {
        let separator = if place.ends_with('\n') { "\n" } else { "," };
        let bad = good.replacen(place, &format!("{place} expires = 1{separator}"), 1);
        let error = read(&bad).err().map(|error| error.to_string());
        assert!(
            error
                .as_ref()
                .is_some_and(|text| text.contains("unknown field `expires`")),
            "{place}: {error:?}"
        );
    }
}

fn files() -> Vec<(PathBuf, String)> {
    let mut files: Vec<_> = fs::read_dir("tests/decisions")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn read(text: &str) -> Result<File, toml::de::Error> {
    toml::from_str(text)
}

fn run(case: &Case) -> Result<(), Refused> {
    let mut world = world(case)?;
    let expected = expected(&case.expect, &world)?;
    for backwards in [false, true] {
        if backwards {
            world.permissions.reverse();
        }
        for _ in 0..world.permissions.len().max(1) {
            let decision = world.decide();
            if decision != expected {
                let order: Vec<_> = world.permissions.iter().map(|p| p.id).collect();
                let text = format!("order {order:?}\nexpected {expected:#?}\ncame {decision:#?}");
                return Err(text.into());
            }
            if let Some(last) = world.permissions.pop() {
                world.permissions.insert(0, last);
            }
        }
    }
    Ok(())
}

fn world(case: &Case) -> Result<World, Refused> {
    let request = question(&case.request)?;
    let agent = match case.agent {
        AgentFact::None => None,
        AgentFact::Active => Some(facts::agent(&request, AgentStatus::Active)?),
        AgentFact::Disabled => Some(facts::agent(&request, AgentStatus::Disabled)?),
    };
    let permissions = case
        .permissions
        .iter()
        .map(|fact| {
            let patterns = (fact.action.as_str(), fact.resource.as_str());
            facts::permission(
                &request,
                fact.id,
                fact.effect.parse()?,
                patterns,
                fact.expires_at,
            )
        })
        .collect::<Result<_, Refused>>()?;
    Ok(World {
        now: case.now,
        kills: kills(&case.kills, &request)?,
        agent,
        permissions,
        approvals: approvals(&case.approvals)?,
        request,
    })
}

fn question(question: &Question) -> Result<CheckRequest, Refused> {
    let Question {
        agent_id,
        action,
        resource,
        context,
    } = question;
    facts::request(agent_id, action, resource, context.as_deref())
}

/// The switches by level, in whatever order the case lists them.
fn kills(listed: &[KillFact], request: &CheckRequest) -> Result<[Option<KillSwitch>; 3], Refused> {
    let [mut system, mut customer, mut agent] = [None, None, None];
    for fact in listed {
        let customer_id = facts::customer_id();
        let (slot, target) = match fact.level {
            Level::System => (&mut system, KillTarget::System),
            Level::Customer => (&mut customer, KillTarget::Customer(customer_id)),
            Level::Agent => {
                let target = KillTarget::Agent(customer_id, request.agent_id.clone());
                (&mut agent, target)
            }
        };
        if slot.replace(facts::kill(target, fact.engaged_at)).is_some() {
            return Err("two kill switches of one level".into());
        }
    }
    Ok([system, customer, agent])
}

fn approvals(listed: &[ApprovalFact]) -> Result<Book, Refused> {
    let mut book = HashMap::new();
    for fact in listed {
        let status = ApprovalStatus::ALL
            .into_iter()
            .find(|status| status.word() == fact.status)
            .ok_or_else(|| format!("`{}` is no status of an approval", fact.status))?;
        let about = question(&fact.question)?;
        let approval = facts::approval(&about, fact.id, status, fact.expires_at);
        if book.insert(approval.binding, approval).is_some() {
            return Err("two approvals for one question".into());
        }
    }
    Ok(Book(book))
}

fn expected(expect: &Expected, world: &World) -> Result<Decision, Refused> {
    let approval = match &expect.approval {
        ExpectedUse::None => ApprovalUse::None,
        ExpectedUse::Open => ApprovalUse::Open(binding_by_the_book(&world.request)?),
        ExpectedUse::Standing(id) => {
            let mut all = world.approvals.0.values();
            let approval = all.find(|approval| approval.id == *id);
            ApprovalUse::Standing(Arc::clone(approval.ok_or("names an approval not given")?))
        }
        ExpectedUse::Spend(id) => ApprovalUse::Spend(*id),
    };
    let trace = expect.trace.iter().map(|step| Step {
        permission_id: step.permission,
        ..Step::new(step.rule, step.result, step.notes.clone())
    });
    Ok(Decision {
        verdict: [Verdict::Approved, Verdict::Denied]
            .into_iter()
            .find(|verdict| verdict.word() == expect.verdict)
            .ok_or("unknown verdict")?,
        reason: *Reason::ALL
            .iter()
            .find(|reason| reason.word() == expect.reason)
            .ok_or("unknown reason")?,
        trace: trace.collect(),
        approval,
        valid_until: match expect.valid_until.as_str() {
            "never" => None,
            time => Some(time.parse()?),
        },
    })
}

/// The binding as the API describes it: SHA-256 over RFC 8785 of agent, action, resource, context.
fn binding_by_the_book(request: &CheckRequest) -> Result<Binding, Refused> {
    let context: Value = serde_json::from_str(request.context.as_str())?;
    let canonical = serde_json_canonicalizer::to_vec(&json!({
        "agent_id": request.agent_id.as_str(),
        "action": request.action.as_str(),
        "resource": request.resource.as_str(),
        "context": context,
    }))?;
    Ok(Binding::from_bytes(Sha256::digest(canonical).into()))
}
