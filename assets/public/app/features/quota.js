// The checks of a month against the quota of the customer's tier: how much is used, when it begins
// anew, what happens at its end, and which tier has more.

import { Meter } from "../kit/chart.js";
import { useResource } from "../kit/data.js";
import { ErrorNote, Note } from "../kit/feedback.js";
import { number, utcDay } from "../kit/format.js";
import { Link } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";
import { useTiers } from "./tiers.js";
import { monthName } from "./usage-days.js";

/** From this share of the quota on, in per cent, the page says so by itself. */
const NEAR_PERCENT = 80;

/** The customer's quota: `{ month, max_checks_per_month, used, percent, resets_at, notices }`. */
export const useQuota = (scope) => useResource(`/api/customers/${encodeURIComponent(scope.customerId)}/quota`, { topics: ["log", "customers", "settings"] });

const hasQuota = (quota) => typeof quota?.max_checks_per_month === "number";
const isUsedUp = ({ used, max_checks_per_month: most }) => used >= most;
/** Whole per cent, rounded down: 100 is said only of a quota that is used up. */
const percentOf = ({ used, max_checks_per_month: most }) => (most === 0 ? 100 : Math.floor((used / most) * 100));

/** The next tier above the customer's that allows more checks a month than the quota does. */
function tierWithMore(tiers, current, { max_checks_per_month: most }) {
  const place = tiers.findIndex(({ name }) => name === current);
  return tiers.slice(place + 1).find((tier) => tier.max_checks_per_month === null || tier.max_checks_per_month > most);
}

/** `Tue, 1 Dec 2026, 00:00 UTC`, and how far away that is. */
const Reset = ({ at }) => html`<${Time} at=${at} text=${`${utcDay(at)}, 00:00 UTC`} />`;

/** A quiet word when the month's checks come to an end, and what can be done; nothing before that. */
export function QuotaBanner({ scope }) {
  const { data: quota } = useQuota(scope);
  if (!hasQuota(quota) || percentOf(quota) < NEAR_PERCENT) {
    return null;
  }
  const isOver = isUsedUp(quota);
  const title = isOver ? "The checks of this month are used up" : `${percentOf(quota)} % of this month's checks are used`;
  return html`<div class="quota-banner" role="status"><${Note} kind="warning" title=${title}>
    <p>${number(quota.used)} of ${number(quota.max_checks_per_month)}. ${isOver ? html`Each further check is refused with the code <code>quota_exceeded</code>, so agents must not act. Reads, changes and kill switches go on. ` : html`When they are used up, checks are refused and agents must not act. `}The count begins anew on <${Reset} at=${quota.resets_at} />.</p>
    <${More} scope=${scope} quota=${quota} />
  <//></div>`;
}

/** What lets more checks pass: a tier, or whoever agreed on a quota of the customer's own. */
function More({ scope, quota }) {
  const tiers = useTiers();
  const { data: customer } = useResource(`/api/customers/${encodeURIComponent(scope.customerId)}`, { topics: ["customers"] });
  if (!tiers.data || !customer) {
    return null;
  }
  const isOwn = typeof customer.overrides?.max_checks_per_month === "number";
  const tier = tierWithMore(tiers.data, customer.subscription_tier, quota);
  if (isOwn || !tier) {
    return html`<p>${isOwn ? "This quota was set for this customer alone" : "No tier allows more"}: an operator can raise it, and checks pass at once.</p>`;
  }
  const allowed = tier.max_checks_per_month === null ? "has no quota of checks" : `allows ${number(tier.max_checks_per_month)} checks a month`;
  return html`<p><${Link} to=${`${scope.base}/tier?to=${encodeURIComponent(tier.name)}`}>${tier.title}<//> ${allowed}. A move lets checks pass at once.</p>`;
}

/** The quota as a bar, for a panel of limits; a word where there is none. */
export function QuotaMeter({ quota, label = "Checks this month" }) {
  if (!quota) {
    return null;
  }
  if (!hasQuota(quota)) {
    return html`<p class="meter-line"><span>${label}</span><span><span class="figure">${number(quota.used)}</span> <span class="faint">no quota</span></span></p>`;
  }
  return html`<${Meter} label=${label} used=${quota.used} allowed=${quota.max_checks_per_month} />`;
}

/** The same for a place that has nothing else to read it for. */
export const QuotaLine = ({ scope }) => html`<${QuotaMeter} quota=${useQuota(scope).data} />`;

/** The quota with all that is known about it, as a panel of its own; nothing where there is none. */
export function QuotaPanel({ scope }) {
  const { data: quota, error, reload } = useQuota(scope);
  if (error) {
    return html`<${ErrorNote} error=${error} retry=${reload} />`;
  }
  if (!hasQuota(quota)) {
    return null;
  }
  return html`<section class="panel quota" aria-labelledby="quota"><header><h2 id="quota">Quota of ${monthName(`${quota.month}-01`)}</h2><span class="faint">begins anew on <${Reset} at=${quota.resets_at} /></span></header>
    <div class="stack"><${QuotaMeter} quota=${quota} /><${Marks} notices=${quota.notices} /></div>
  </section>`;
}

/** When the marks were reached of which notice is given. */
function Marks({ notices }) {
  if (notices.length === 0) {
    return html`<p class="faint">A notice is given at 80, 95 and 100 %, once each in a month.</p>`;
  }
  return html`<ul class="quota-marks">${notices.map(({ percent, at }) => html`<li key=${percent}><span class="figure">${percent} %</span> <span class="faint">reached <${Time} at=${at} /></span></li>`)}</ul>`;
}
