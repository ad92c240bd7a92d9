//! What is paid for, as Stripe tells it.

use super::row::{READ, ROW};
use crate::http::resources::{one, stripe};
use crate::http::routes::{Method, Route, Target};
use crate::http::wire::Run;

/// An event as Stripe signs it, with the secret of `stripe.webhook_secret_file`.
const SIGNED: &str = r#"EVENT='{"id":"evt_example","type":"customer.subscription.created","created":1795363200,"data":{"object":{"id":"sub_example","status":"active","customer":"cus_example","items":{"data":[{"price":{"id":"price_example"}}]},"metadata":{"portcullis_customer_id":"cus_01k0000000000000000000000"}}}}'
NOW=$(date +%s)
DIGEST=$(printf '%s' "$NOW.$EVENT" | openssl dgst -sha256 -hmac "$STRIPE_WEBHOOK_SECRET" | sed 's/.* //')
curl -sS "$PORTCULLIS_URL/api/billing/stripe/webhook" \
  -H 'Content-Type: application/json' \
  -H "Stripe-Signature: t=$NOW,v1=$DIGEST" \
  -d "$EVENT""#;

/// The rows, in the order of the reference.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Post,
        path: "/api/billing/stripe/webhook",
        is_charged: false,
        audit: Some("billing.event"),
        run: Run::Worker,
        handler: stripe::webhook,
        doc: doc!(
            "Billing",
            "What Stripe tells: an event of Stripe's as the body, proved by `Stripe-Signature`; not there unless `stripe.webhook_secret_file` is set",
            one::<stripe::ReceivedBody>,
            r#"{"received":true,"outcome":"applied","event_id":"evt_1SPortcullisExample"}"#,
            command: SIGNED,
            refusals: &[400, 404, 409, 422]
        ),
        ..ROW
    },
    Route {
        path: "/api/customers/{id}/billing",
        need: READ,
        target: Target::Path,
        handler: stripe::show,
        doc: doc!(
            "Billing",
            "A customer's subscriptions at Stripe, the pages where tiers are paid, and who stopped the customer",
            one::<stripe::BillingBody>,
            r#"{"payment_links":[{"subscription_tier":"pro","url":"https://buy.stripe.com/example?client_reference_id=cus_01k0000000000000000000000&prefilled_email=ops%40acme.example"}],"subscriptions":[{"id":"sub_1SPortcullisExample","status":"active","subscription_tier":"starter","price_id":"price_1SPortcullisExample","updated_at":"2026-11-22T16:00:00.000000Z","last_event_id":"evt_1SPortcullisExample"}],"deactivated_by":null}"#
        ),
        ..ROW
    },
];
