// A customer's billing: what was agreed, what its month costs, and what the payment provider said.

import { Billing } from "../features/billing.js";
import { QuotaPanel } from "../features/quota.js";
import { StatementsTab } from "../features/statements.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { number, price } from "../kit/format.js";
import { Link, useQuery } from "../kit/router.js";
import { html } from "../kit/ui.js";

/** `?month=` shows that month's statement alone. */
export default function CustomerBilling({ scope, customer }) {
  const { month } = useQuery();
  if (month) {
    return html`<${StatementsTab} scope=${scope} />`;
  }
  return html`<div class="stack">
    <${Terms} scope=${scope} customer=${customer.data} />
    <${Billing} scope=${scope} />
    <${QuotaPanel} scope=${scope} />
    <section aria-labelledby="statements"><h2 id="statements" class="after-panel">Statements</h2><${StatementsTab} scope=${scope} /></section>
  </div>`;
}

/** What is in force now, and whether it is the tier's or this customer's own. */
function Terms({ scope, customer }) {
  const tiers = useTiers();
  const { overrides } = customer;
  const own = (name) => overrides[name] !== null && overrides[name] !== undefined;
  const isUnpriced = customer.price_usd_month === null;
  const quota = customer.max_checks_per_month;
  return html`<section class="panel" aria-labelledby="terms"><header><h2 id="terms">Terms in force</h2>${scope.may("manage") && html`<${Link} to=${`${scope.base}/settings`}>Change in the settings<//>`}</header>
    <dl class="facts">
      <dt>Tier</dt><dd>${titleOf(tiers.data, customer.subscription_tier)}</dd>
      <dt>Price</dt><dd>${isUnpriced ? html`<strong class="is-waiting">not agreed yet</strong> <span class="faint">its days are not in the totals until it is</span>` : html`${price(customer.price_usd_month)} <span class="faint">${own("price_usd_month") ? "agreed with this customer" : "the tier's"}</span>`}</dd>
      <dt>Checks a month</dt><dd>${quota === null || quota === undefined ? "no quota" : number(quota)} ${own("max_checks_per_month") && html`<span class="faint">of this customer alone</span>`}</dd>
    </dl>
  </section>`;
}
