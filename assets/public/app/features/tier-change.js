// Changing the tier: the tiers beside each other, then exactly what the move would do, then the move.
// Operators move any customer anywhere; customers move themselves as far as the configuration lets them.

import { put, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { ErrorNote, Loaded, Note, Skeleton, toast } from "../kit/feedback.js";
import { number, price } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { html, useState } from "../kit/ui.js";
import { LIMITS, featureName, limitName, limitText, titleOf, useTiers } from "./tiers.js";
import { TierTable } from "./tier-table.js";

/** `?to=` names the tier that is looked at. */
export function TierChange({ scope }) {
  const { to } = useQuery();
  const tiers = useTiers();
  const customer = useResource(`/api/customers/${encodeURIComponent(scope.customerId)}`, { topics: ["customers"] });
  if (tiers.error || customer.error) {
    return html`<${ErrorNote} error=${tiers.error ?? customer.error} retry=${() => (tiers.reload(), customer.reload())} />`;
  }
  if (!tiers.data || !customer.data) {
    return html`<${Skeleton} lines=${10} />`;
  }
  const current = customer.data.subscription_tier;
  // Customers see what a move would do with a key that could do it; operators whatever their role.
  const maySee = scope.isOperator || scope.may("manage");
  const wanted = maySee && to !== current && tiers.data.some(({ name }) => name === to) ? to : null;
  const head = (tier) =>
    maySee && tier.name !== current &&
    html`<button type="button" class="button small" aria-pressed=${tier.name === wanted} onClick=${() => setQuery({ to: tier.name }, { replace: true })}>${scope.may("manage") ? "See the change" : "Compare"}</button>`;
  return html`<div class="stack">
    ${wanted
      ? html`<${Preview} key=${wanted} scope=${scope} tiers=${tiers.data} customer=${customer} to=${wanted} />`
      : html`<p class="faint">${scope.isOperator ? html`${customer.data.name} is` : "You are"} on ${titleOf(tiers.data, current)}${agreedPrice(customer.data, tiers.data)}. ${maySee && "Choose another tier to see what the move would do, before anything is changed."}</p>`}
    <${TierTable} tiers=${tiers.data} current=${current} chosen=${wanted} head=${head} caption="Tiers beside each other" />
  </div>`;
}

/** The customer's own price, where it is not that of its tier. */
function agreedPrice({ price_usd_month: own, subscription_tier: name }, tiers) {
  const usual = tiers.find((tier) => tier.name === name)?.price_usd_month;
  return typeof own === "number" && own !== usual ? `, at the agreed price of ${price(own)}` : "";
}

function Preview({ scope, tiers, customer, to }) {
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/tier-preview`;
  const preview = useResource(url(path, { subscription_tier: to }), { topics: ["customers", "agents", "keys"] });
  const title = titleOf(tiers, to);
  return html`<section class="panel" aria-label=${`Moving to ${title}`}>
    <header><h2>From ${titleOf(tiers, customer.data.subscription_tier)} to ${title}</h2><button type="button" class="button icon-button" aria-label="Close the preview" onClick=${() => setQuery({ to: null }, { replace: true })}><${Icon} name="x" /></button></header>
    <${Loaded} of=${preview} lines=${5}>${(data) => html`<div class="stack">
      <${Changes} from=${customer.data} to=${data} />
      <${OverLimit} over=${data.over_limit} />
      <${Lost} data=${data} />
      <${Move} scope=${scope} customer=${customer} to=${to} title=${title} data=${data} />
    </div>`}<//>
  </section>`;
}

/** Limits and price, before and after. */
function Changes({ from, to }) {
  return html`<dl class="facts">
    <dt>Price</dt><dd>${price(to.price_usd_month)}${typeof from.overrides?.price_usd_month === "number" && html` <span class="faint">agreed, whatever the tier</span>`}</dd>
    ${LIMITS.flatMap(([key, label]) => [
      html`<dt key=${key}>${label}</dt>`,
      html`<dd key=${`${key}-after`} class="figure">${limitText(from[key]) === limitText(to.limits[key]) ? html`${limitText(from[key])}, as now` : html`<span class="faint">${limitText(from[key])}</span> <${Icon} name="arrow-right" label="to" class="inline" /> <strong>${limitText(to.limits[key])}</strong>`}</dd>`,
    ])}
    ${to.features_gained.length > 0 && html`<dt>Gained</dt><dd>${to.features_gained.map(featureName).join(", ")}</dd>`}
    ${to.features_lost.length > 0 && html`<dt>Lost</dt><dd>${to.features_lost.map(featureName).join(", ")}</dd>`}
  </dl>`;
}

function OverLimit({ over }) {
  if (over.length === 0) {
    return html`<${Note} kind="success"><p>Everything that is there fits.</p><//>`;
  }
  return html`<${Note} kind="warning" title="More is there than the tier allows">
    <ul>${over.map(({ limit, allowed, used }) => html`<li key=${limit}>${limitName(limit)}: <strong class="figure">${number(used)}</strong> there, <span class="figure">${number(allowed)}</span> allowed</li>`)}</ul>
    <p>What is there stays and goes on working. Nothing new is admitted until it fits again.</p>
  <//>`;
}

function Lost({ data }) {
  if (data.features_lost.length === 0) {
    return null;
  }
  return html`<${Note} kind="warning" title=${`Without ${data.features_lost.map(featureName).join(", ").toLowerCase()}`}>
    ${data.features_lost.map((feature) => html`<p key=${feature}>${WITHOUT[feature]}</p>`)}
  <//>`;
}

/** What it means to be without a feature; the API names no others. */
const WITHOUT = {
  approvals: "No new rule can ask a person. Rules that exist stay binding: what asks for approval still asks.",
  audit_export: "The log can still be read, but no longer saved as a file.",
};

function Move({ scope, customer, to, title, data }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState(null);
  if (!scope.may("manage")) {
    return html`<${Note}><p>${scope.isOperator ? "An owner or an admin can change the tier." : html`Moving takes a key with the scope <code>manage</code>. Ask whoever holds one, or the operator of this appliance.`}</p><//>`;
  }
  if (!scope.isOperator && !data.is_self_service) {
    return html`<${Note} title="An operator makes this move"><p>You cannot move to ${title} yourself. Ask the operator of this appliance, and name the tier and your customer id <code>${scope.customerId}</code>.</p><//>`;
  }
  const move = async () => {
    setBusy(true);
    setError(null);
    try {
      await put(`/api/customers/${encodeURIComponent(scope.customerId)}/upgrade`, { subscription_tier: to }, { etag: customer.etag });
      toast(`The tier is ${title} now`);
      setQuery({ to: null }, { replace: true });
      customer.reload();
    } catch (problem) {
      setError(problem);
      problem.status === 412 && customer.reload();
    }
    setBusy(false);
  };
  return html`
    <${ErrorNote} error=${error} title=${error?.status === 412 ? "The customer was changed meanwhile; this shows how it is now" : undefined} />
    <div class="buttons"><button type="button" class="button is-primary" disabled=${isBusy} onClick=${move}>Move to ${title}</button></div>`;
}
