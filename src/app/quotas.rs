//! Monthly quotas: where a customer stands, and the notices when it comes near the end of one.

use std::sync::PoisonError;

use serde_json::json;

use super::outbox::{Notice, messages_for};
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::id::CustomerId;
use crate::domain::month::Month;
use crate::domain::mutation::Mutation;
use crate::domain::quota::{QuotaNotice, percent, reached};
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeMeta, Lane, Moment};
use crate::live::{CustomerState, Live};

/// Where a customer's month stands.
#[derive(Debug, Clone)]
pub struct QuotaStanding {
    /// The month.
    pub month: Month,
    /// Its quota, if it has one.
    pub quota: Option<u64>,
    /// Its recorded checks so far.
    pub used: u64,
    /// How much of the quota that is, in whole per cent.
    pub percent: Option<u64>,
    /// When the next month begins.
    pub resets_at: Timestamp,
    /// The marks that were reached, and when.
    pub notices: Vec<QuotaNotice>,
}

/// Where a customer's month stands on that state.
pub fn standing(live: &Live, state: &CustomerState, now: Timestamp) -> QuotaStanding {
    let month = now.month();
    let quota = live.limits_of(state.customer()).max_checks_per_month;
    let used = state.month_checks().of(month);
    QuotaStanding {
        month,
        quota,
        used,
        percent: quota.map(|quota| percent(used, quota)),
        resets_at: month.ends_at(),
        notices: state.quota_notices(month).copied().collect(),
    }
}

/// The marks that a customer has reached and that were not noted in this month.
fn due(live: &Live, state: &CustomerState, now: Timestamp) -> Vec<u8> {
    let month = now.month();
    let used = state.month_checks().of(month);
    if used == 0 {
        return Vec::new();
    }
    let Some(quota) = live.limits_of(state.customer()).max_checks_per_month else {
        return Vec::new();
    };
    let is_new = |mark: &u8| {
        let mut noted = state.quota_notices(month);
        !noted.any(|notice| notice.percent == *mark)
    };
    reached(used, quota).filter(is_new).collect()
}

impl App {
    /// Notes which customers have reached a mark of their quota since the last time, each mark once
    /// in a month; called about once a second. Blocks until the notes are on the disk.
    pub fn note_quotas(&self) {
        // Where nothing was recorded, nothing was reached.
        let head = self.ledger.log_head();
        let seen = self.quotas_seen.lock();
        let mut seen = seen.unwrap_or_else(PoisonError::into_inner);
        if *seen == Some(head) {
            return;
        }
        let (live, now) = (self.ledger.live().load_full(), self.now());
        let mut is_done = true;
        for state in live.customers() {
            for mark in due(&live, state, now) {
                is_done &= self.note_quota(state.customer().id, mark);
            }
        }
        *seen = is_done.then_some(head);
    }

    /// Returns whether it is settled; otherwise it is tried again the next time.
    fn note_quota(&self, customer: CustomerId, mark: u8) -> bool {
        let meta = ChangeMeta {
            action: "quota.notice",
            actor: Actor::System,
            claim: None,
            customer_id: Some(customer),
            agent_id: None,
            object: Some(customer.to_string()),
            charged_to: None,
            request_id: self.fresh_request_id(),
        };
        let noted = self.ledger.change(Lane::Normal, meta, move |live, moment| {
            noted(live, moment, customer, mark)
        });
        noted.recv().is_ok_and(|noted| noted.is_ok())
    }
}

/// The note, on the state as it is in its turn. Of several marks that are reached at once each is
/// noted, and the highest is told.
fn noted(
    live: &Live,
    moment: &Moment<'_>,
    customer: CustomerId,
    mark: u8,
) -> Result<Accepted<()>, Error> {
    let state = live.customer(customer).ok_or(Error::NotFound("customer"))?;
    let due = due(live, state, moment.now);
    let quota = live.limits_of(state.customer()).max_checks_per_month;
    let Some(quota) = quota.filter(|_| due.contains(&mark)) else {
        let why = format!("{mark} % of the quota are not reached, or noted already");
        return Err(Error::Conflict(why));
    };
    let month = moment.now.month();
    let used = state.month_checks().of(month);
    let mut mutations = vec![Mutation::NoteQuota(QuotaNotice {
        customer_id: customer,
        month,
        percent: mark,
        at: moment.now,
    })];
    if due.last() == Some(&mark) {
        let notice = Notice::QuotaReached {
            customer: state.customer(),
            percent: mark,
            used,
            quota,
            month: &month.to_string(),
        };
        mutations.extend(messages_for(live, moment, notice));
    }
    let details = json!({
        "max_checks_per_month": quota, "month": month.to_string(), "percent": mark, "used": used,
    });
    Ok(Accepted::done((), mutations, details))
}
