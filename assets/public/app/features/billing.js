// How a customer pays, where a payment provider says so: its subscriptions, who ended what, and where to
// pay.

import { Badge, Id } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { ErrorNote, Note } from "../kit/feedback.js";
import { words } from "../kit/format.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";
import { titleOf, useTiers } from "./tiers.js";

/** A subscription's state at the payment provider, as a state of ours. */
const STATES = { active: "active", trialing: "active", past_due: "held", paused: "held", unpaid: "denied", canceled: "inactive", incomplete: "held", incomplete_expired: "inactive" };
const ENDED_BY = { operator: "An operator deactivated this customer. A payment does not reactivate it; an operator does.", customer: "The customer deactivated itself. A payment does not reactivate it; an operator does.", billing: "The payment provider reported that nothing is paid any more. A payment reactivates the customer." };

/** Who ended it, and who can undo that; nothing while the customer is active. */
export function Ended({ by }) {
  return by && html`<${Note} kind="warning" title="Not active"><p>${ENDED_BY[by] ?? words(by)}</p><//>`;
}

/** Whoever has one of these would pay twice. */
const RUNNING = ["active", "trialing", "past_due", "paused", "unpaid"];

/**
 * Nothing where there is neither a subscription, nor anything that ended, nor a page to pay at.
 * `pays`: whether it is the customer who looks, who gets the links.
 */
export function Billing({ scope, pays = false }) {
  const { data, error, reload } = useResource(`/api/customers/${encodeURIComponent(scope.customerId)}/billing`, { topics: ["customers"] });
  const tiers = useTiers();
  if (error) {
    return html`<${ErrorNote} error=${error} retry=${reload} />`;
  }
  const links = pays && data ? data.payment_links : [];
  if (!data || (data.subscriptions.length === 0 && !data.deactivated_by && links.length === 0)) {
    return null;
  }
  const isRunning = data.subscriptions.some(({ status }) => RUNNING.includes(status));
  return html`<section class="panel" aria-labelledby="billing"><header><h2 id="billing">Payment</h2></header>
    <div class="stack">
      <${Ended} by=${data.deactivated_by} />
      ${data.subscriptions.length > 0 && html`<ul class="plain-list">${data.subscriptions.map((one) => html`<li key=${one.id}>
        <${Badge} is=${STATES[one.status] ?? "held"} text=${one.status ? words(one.status) : "checkout done"} />
        <strong>${one.subscription_tier ? titleOf(tiers.data, one.subscription_tier) : "no tier"}</strong>
        <span class="faint">subscription <${Id} value=${one.id} />, last heard of <${Time} at=${one.updated_at} /></span>
      </li>`)}</ul>`}
      ${links.length > 0 && (isRunning ? html`<p class="faint">You have a subscription. Change or end it at the payment provider, with the link in its letters; a second one would be paid beside it.</p>`
        : html`<p class="actions">${links.map(({ subscription_tier: tier, url }) => html`<a key=${tier} class="button" href=${url} target="_blank" rel="noopener noreferrer">Pay for ${titleOf(tiers.data, tier)}</a>`)}</p>
          <p class="faint">Opens the page of the payment provider. The tier changes when the provider reports the payment.</p>`)}
    </div>
  </section>`;
}
