//! `GET /api/customers/{id}/quota`.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::quotas::{QuotaStanding, standing};
use crate::domain::time::Timestamp;
use crate::http::answer::{self, Handled};
use crate::http::call::Call;

/// A mark of the quota that the month has reached.
#[derive(Serialize, ToSchema)]
#[schema(as = QuotaNotice)]
struct NoticeBody {
    /// The mark: 80, 95 or 100 per cent.
    percent: u8,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// Where a customer's month stands.
#[derive(Serialize, ToSchema)]
#[schema(as = QuotaStanding)]
pub struct QuotaBody {
    /// The UTC month, `2026-11`.
    month: String,
    /// Recorded checks that the month may have; `null` when there is no quota.
    max_checks_per_month: Option<u64>,
    /// Recorded checks so far; dry runs are none.
    used: u64,
    /// Whole per cent of the quota; `null` when there is none.
    percent: Option<u64>,
    /// When the next month begins.
    #[schema(value_type = String, format = DateTime)]
    resets_at: Timestamp,
    /// The marks that were reached this month.
    notices: Vec<NoticeBody>,
}

impl From<QuotaStanding> for QuotaBody {
    fn from(standing: QuotaStanding) -> Self {
        Self {
            month: standing.month.to_string(),
            max_checks_per_month: standing.quota,
            used: standing.used,
            percent: standing.percent,
            resets_at: standing.resets_at,
            notices: standing
                .notices
                .into_iter()
                .map(|notice| NoticeBody {
                    percent: notice.percent,
                    at: notice.at,
                })
                .collect(),
        }
    }
}

/// `GET /api/customers/{id}/quota`.
pub fn show(call: &Call<'_>) -> Handled {
    let standing = standing(call.live, call.state()?, call.now);
    answer::ready(&QuotaBody::from(standing))
}
