//! What customers are billed by: statements, what was metered, quotas.

use super::row::{CURSOR, CUSTOMER, LIMIT, OPERATOR, READ, ROW};
use crate::http::resources::{metering, one, paged, quota, statements};
use crate::http::routes::{Param, Route, Target};
use crate::http::wire::Run;

const CSV: Param = Param {
    name: "format",
    about: "`json`, unless given, or `csv`, with up to 10000 items a page; `Accept` does as well.",
};
const FORMAT: Param = Param {
    name: "format",
    about: "`json`, unless given, `csv`, or `html` to print; `Accept` does as well.",
};
const FROM: Param = Param {
    name: "from",
    about: "The first UTC day; the month's first unless given.",
};
const TO: Param = Param {
    name: "to",
    about: "The last UTC day; today unless given.",
};
const AGENT: Param = Param {
    name: "agent_id",
    about: "Only what was asked about this agent.",
};
const ACTION: Param = Param {
    name: "action",
    about: "Only this action.",
};

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    Route {
        path: "/api/customers/{id}/statements",
        need: READ,
        target: Target::Path,
        run: Run::Worker,
        query: &[LIMIT, CURSOR],
        handler: statements::list,
        doc: doc!(
            "Billing",
            "The months of a customer, the newest first, with what each costs",
            paged::<statements::SummaryBody>,
            r#"{"data":[{"month":"2026-11","from":"2026-11-01","to":"2026-11-22","is_final":false,"checks":4711,"total_usd":"72.60","has_unpriced_days":false}],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/statements/{month}",
        need: READ,
        target: Target::Path,
        run: Run::Worker,
        query: &[FORMAT],
        handler: statements::show,
        doc: doc!(
            "Billing",
            "A customer's statement of a UTC month; as JSON, as a table, or as a page to print",
            one::<statements::StatementBody<'_>>,
            r#"{"number":"cus_01k0000000000000000000000-2026-11","customer_id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","month":"2026-11","from":"2026-11-01","to":"2026-11-30","is_final":true,"issuer":["Gate Ltd","1 High Street, London"],"payment_days":30,"note":"","currency":"USD","lines":[{"subscription_tier":"starter","title":"Starter","from":"2026-11-17","to":"2026-11-30","days":14,"price_usd_month":99,"amount_usd":"46.20"}],"total_usd":"46.20","has_unpriced_days":false,"usage":{"approved":120,"denied":3,"held":1,"checks":124,"changes":9,"reads":14},"days":[{"day":"2026-11-17","subscription_tier":"starter","price_usd_month":99,"approved":120,"denied":3,"held":1,"checks":124}],"agents":[{"agent_id":"billing-bot","is_rest":false,"approved":120,"denied":3,"held":1,"checks":124}],"actions":[{"action":"refund","approved":120,"denied":3,"held":1,"checks":124}],"quota":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/metering",
        need: READ,
        target: Target::Path,
        run: Run::Worker,
        query: &[FROM, TO, AGENT, ACTION, CSV, LIMIT, CURSOR],
        handler: metering::of_customer,
        doc: doc!(
            "Billing",
            "A customer's checks counted by day, agent, action and reason; they are what the log says",
            paged::<metering::MeteredBody>,
            r#"{"data":[{"day":"2026-11-22","agent_id":"billing-bot","action":"refund","result":"approved","reason":"all_checks_passed","count":120}],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/quota",
        need: READ,
        target: Target::Path,
        handler: quota::show,
        doc: doc!(
            "Billing",
            "Where a customer's month stands against its quota of checks",
            one::<quota::QuotaBody>,
            r#"{"month":"2026-11","max_checks_per_month":10000,"used":8012,"percent":80,"resets_at":"2026-12-01T00:00:00.000000Z","notices":[{"percent":80,"at":"2026-11-22T16:00:00.000000Z"}]}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/statements",
        need: OPERATOR,
        run: Run::Worker,
        query: &[
            Param {
                name: "month",
                about: "The UTC month, `2026-11`; this one unless given.",
            },
            CSV,
            LIMIT,
            CURSOR,
        ],
        handler: statements::of_month,
        doc: doc!(
            "Billing",
            "What each customer's statement of a month says, in short",
            paged::<statements::CustomerSummaryBody>,
            r#"{"data":[{"customer_id":"cus_01k0000000000000000000000","name":"Acme Retail","email":"ops@acme.example","subscription_tier":"starter","month":"2026-11","checks":4711,"total_usd":"99.00","has_unpriced_days":false,"is_active":true,"is_final":false}],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
    Route {
        path: "/api/metering",
        need: OPERATOR,
        target: Target::QueryOrAll,
        run: Run::Worker,
        query: &[CUSTOMER, FROM, TO, AGENT, ACTION, CSV, LIMIT, CURSOR],
        handler: metering::of_all,
        doc: doc!(
            "Billing",
            "All customers' checks counted by day, agent, action and reason: the export of usage",
            paged::<metering::MeteredOfBody>,
            r#"{"data":[{"customer_id":"cus_01k0000000000000000000000","day":"2026-11-22","agent_id":"billing-bot","action":"refund","result":"approved","reason":"all_checks_passed","count":120}],"has_more":false,"next_cursor":null}"#
        ),
        ..ROW
    },
];
