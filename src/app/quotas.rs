//! Monthly quotas: where a customer stands, and the notices when it comes near the end of one.

use std::sync::Arc;

use serde_json::json;

use super::outbox::{Notice, messages_for};
use super::{App, Error};
use crate::domain::actor::Actor;
use crate::domain::id::CustomerId;
use crate::domain::month::Month;
use crate::domain::mutation::Mutation;
use crate::domain::quota::{QuotaNotice, percent};
use crate::domain::time::Timestamp;
use crate::ledger::{Accepted, ChangeError, ChangeMeta, Lane, Moment, RecordedChange, Watched};
use crate::live::{CustomerState, Live};

/// Notes that wait for one flush together.
const NOTED_AT_ONCE: usize = 256;

type Noted = oneshot::Receiver<Result<RecordedChange<()>, ChangeError<Error>>>;

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

impl App {
    /// Notes which customers have reached a mark of their quota since the last time, each mark once
    /// in a month; called about once a second. Blocks until the notes are on the disk.
    pub fn note_quotas(&self) {
        // Taken before the state is read, so that whoever was noted is in it.
        let watched = self.ledger.take_watched();
        let (live, now) = (self.ledger.live().load_full(), self.now());
        let due = |state: &Arc<CustomerState>| -> Vec<(CustomerId, u8)> {
            let id = state.customer().id;
            live.marks_due(state, now).map(|mark| (id, mark)).collect()
        };
        let due: Vec<(CustomerId, u8)> = match watched {
            Watched::Everyone => live.customers().flat_map(due).collect(),
            Watched::These(customers) => {
                let states = customers.into_iter().filter_map(|id| live.customer(id));
                states.flat_map(due).collect()
            }
        };
        for some in due.chunks(NOTED_AT_ONCE) {
            let waiting: Vec<_> = some
                .iter()
                .map(|(customer, mark)| (*customer, self.note_quota(*customer, *mark)))
                .collect();
            let failed = waiting.into_iter().filter_map(|(customer, noted)| {
                let is_noted = noted.recv().is_ok_and(|noted| noted.is_ok());
                (!is_noted).then_some(customer)
            });
            self.ledger.watch(failed);
        }
    }

    fn note_quota(&self, customer: CustomerId, mark: u8) -> Noted {
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
        self.ledger.change(Lane::Normal, meta, move |live, moment| {
            noted(live, moment, customer, mark)
        })
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
    let due: Vec<u8> = live.marks_due(state, moment.now).collect();
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
