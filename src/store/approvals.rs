//! Requests for approval, those long over included, on connections that cannot write.

use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::error::StoreError;
use super::load::approval;
use super::read::Reader;
use crate::domain::approval::{Approval, ApprovalStatus, Binding};
use crate::domain::id::{ApprovalId, CustomerId};
use crate::domain::time::Timestamp;

/// How long one question may hold a connection that others wait for.
const SEARCH_AT_MOST: Duration = Duration::from_millis(250);

/// The columns of an approval as [`approval`] takes them, with the customer's identifier last.
const SELECT: &str = "SELECT a.id, a.binding, a.agent_id, a.action, a.resource, a.context, a.trace,
       a.asked_by, a.status, a.created_at, a.expires_at, a.settled_at, a.settled_by, a.claim,
       a.notes, c.id
     FROM approvals a JOIN customers c ON c.no = a.customer_no";

/// Which requests for approval are wanted. Of those left, the newest come first.
#[derive(Debug, Clone, Default)]
pub struct ApprovalFilter {
    /// Only those of this customer.
    pub customer: Option<CustomerId>,
    /// Only those that stand so.
    pub status: Option<ApprovalStatus>,
    /// Only those of this agent.
    pub agent_id: Option<String>,
    /// Only those for this action.
    pub action: Option<String>,
    /// Only those for this resource.
    pub resource: Option<String>,
    /// Only those about this very question.
    pub binding: Option<Binding>,
    /// Only those in whose agent, action or resource this is found, or whose identifier it is; in
    /// lower case.
    pub text: Option<String>,
    /// Only those opened before this one.
    pub before: Option<ApprovalId>,
    /// The time by which they stand as they do.
    pub now: Timestamp,
    /// At most so many.
    pub limit: usize,
}

impl ApprovalFilter {
    fn admits(&self, approval: &Approval) -> bool {
        let is = |wanted: &Option<String>, value: &str| {
            wanted.as_deref().is_none_or(|wanted| wanted == value)
        };
        let (agent, action, resource) = (
            approval.agent_id.as_str(),
            approval.action.as_str(),
            approval.resource.as_str(),
        );
        let holds = |text: &String| {
            [agent, action, resource]
                .iter()
                .any(|value| value.to_lowercase().contains(text))
                || approval.id.to_string() == *text
        };
        let status = approval.status_at(self.now);
        self.status.is_none_or(|wanted| wanted == status)
            && is(&self.agent_id, agent)
            && is(&self.action, action)
            && is(&self.resource, resource)
            && self.binding.is_none_or(|wanted| wanted == approval.binding)
            && self.text.as_ref().is_none_or(holds)
    }
}

/// Some requests for approval, and where to look for more.
#[derive(Debug, Clone, Default)]
pub struct ApprovalPage {
    /// Those found, newest first.
    pub found: Vec<Approval>,
    /// The last one looked at, when there may be more behind it.
    pub last: Option<ApprovalId>,
}

impl Reader {
    /// The newest requests for approval that the filter leaves. What takes too long to find is left
    /// for the next question: then there are fewer than were asked for, and `last` is there.
    pub fn approvals(&self, filter: &ApprovalFilter) -> Result<ApprovalPage, StoreError> {
        let connection = self.connection()?;
        search(&connection, filter).map_err(StoreError::sqlite("cannot read approvals"))
    }

    /// The request of that identifier, whatever became of it.
    pub fn approval(&self, id: ApprovalId) -> Result<Option<Approval>, StoreError> {
        let connection = self.connection()?;
        let read = || {
            connection
                .prepare_cached(&format!("{SELECT} WHERE a.id = ?1"))?
                .query_row([&id.to_bytes()[..]], read_row)
                .optional()
        };
        read().map_err(StoreError::sqlite("cannot read an approval"))
    }
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Approval> {
    approval(row, CustomerId::from_bytes(row.get(15)?))
}

fn search(connection: &Connection, filter: &ApprovalFilter) -> rusqlite::Result<ApprovalPage> {
    let until = Instant::now() + SEARCH_AT_MOST;
    let before = filter.before.map_or([0xff; 16], ApprovalId::to_bytes);
    // The index of the customer's own holds the identifiers in order, as the table does.
    let of_customer = match filter.customer {
        Some(_) => "AND a.customer_no = (SELECT no FROM customers WHERE id = ?2)",
        None => "AND ?2 IS NULL",
    };
    let customer = filter.customer.map(CustomerId::to_bytes);
    let mut statement = connection.prepare_cached(&format!(
        "{SELECT} WHERE a.id < ?1 {of_customer} ORDER BY a.id DESC"
    ))?;
    let mut rows = statement.query((&before[..], customer.as_ref().map(|id| &id[..])))?;
    let mut page = ApprovalPage::default();
    while let Some(row) = rows.next()? {
        // One more than fits says that there is more.
        if page.found.len() == filter.limit || Instant::now() > until {
            return Ok(page);
        }
        let approval = read_row(row)?;
        page.last = Some(approval.id);
        if filter.admits(&approval) {
            page.found.push(approval);
        }
    }
    page.last = None;
    Ok(page)
}
