// The tiers beside each other: price, limits, what they unlock. The one that is in force is marked.

import { price } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { classes, html } from "../kit/ui.js";
import { LIMITS, allFeatures, featureName, limitText } from "./tiers.js";

/**
 * `current`: the name of the tier in force; `chosen`: the one that is looked at; `head(tier)`: what stands
 * below the name and the price, for example a button.
 */
export function TierTable({ tiers, current, chosen, head, caption = "Tiers" }) {
  const cells = (cell) => tiers.map((tier) => html`<td key=${tier.name} class=${columnClass(tier, current, chosen)}>${cell(tier)}</td>`);
  const features = allFeatures(tiers);
  return html`<div class="table-box tier-table" tabindex="0" role="region" aria-label=${caption}><table>
    <caption class="hidden">${caption}</caption>
    <thead><tr><td></td>${tiers.map((tier) => html`<th key=${tier.name} scope="col" class=${columnClass(tier, current, chosen)}>
      <span class="tier-name">${tier.title}${tier.name === current && html` <span class="tag">in force</span>`}</span>
      <span class="tier-price">${price(tier.price_usd_month)}</span>${head && html`<span class="tier-head">${head(tier)}</span>`}
    </th>`)}</tr></thead>
    <tbody>
      ${LIMITS.map(([key, label]) => html`<tr key=${key}><th scope="row">${label}</th>${cells((tier) => html`<span class="figure">${limitText(tier[key])}</span>`)}</tr>`)}
      ${features.map((feature) => html`<tr key=${feature}><th scope="row">${featureName(feature)}</th>${cells((tier) =>
        tier.features.includes(feature) ? html`<${Icon} name="check" label="Yes" class="yes" />` : html`<span class="faint" aria-label="No" role="img">–</span>`)}</tr>`)}
      <tr><th scope="row">Support</th>${cells((tier) => tier.support)}</tr>
      <tr class="tier-list"><th scope="row">In words</th>${cells((tier) => html`<ul>${tier.feature_list.map((text) => html`<li key=${text}>${text}</li>`)}</ul>`)}</tr>
    </tbody>
  </table></div>`;
}

const columnClass = (tier, current, chosen) => classes(tier.name === current && "is-current", tier.name === chosen && "is-chosen") || undefined;
