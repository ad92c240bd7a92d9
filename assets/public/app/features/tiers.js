// What the tiers are, in words: read once, used wherever a tier is named, compared or chosen.

import { useResource } from "../kit/data.js";
import { number, price, sentence, words } from "../kit/format.js";
import { html } from "../kit/ui.js";

/** The tiers in force, cheapest first. */
export const useTiers = () => useResource("/api/tiers", { topics: ["settings"] });

/** The limits of a tier, with their names. */
export const LIMITS = [
  ["max_agents", "Agents"],
  ["max_requests_per_minute", "Requests a minute"],
  ["max_api_keys", "API keys"],
  ["max_checks_per_month", "Checks a month"],
];

/** A limit in words; a month's checks have one only where the tier sets a quota. */
export const limitText = (value) => (value === null || value === undefined ? "no quota" : number(value));

export const limitName = (limit) => LIMITS.find(([key]) => key === limit)?.[1] ?? words(limit);

/** The title of a tier; its name while the tiers are not known yet. */
export const titleOf = (tiers, name) => tiers?.find((tier) => tier.name === name)?.title ?? sentence(name);

/** `[[value, label]]` for a choice, with the price beside the name. */
export const tierOptions = (tiers) => (tiers ?? []).map(({ name, title, price_usd_month }) => [name, `${title}, ${price(price_usd_month)}`]);

/** What a tier can open, with the words for people. Other words in `features` open nothing yet. */
const FEATURES = {
  approvals: "Human approvals",
  audit_export: "Exports of the audit log",
};
export const featureName = (feature) => FEATURES[feature] ?? sentence(words(feature));

/** Of the words in `features`, those that open something. */
export const realFeatures = (features) => features.filter((feature) => Object.hasOwn(FEATURES, feature));

/** Features that any of the tiers unlocks, in the order in which they first appear. */
export const allFeatures = (tiers) => [...new Set(tiers.flatMap(({ features }) => realFeatures(features)))];

/** A limit with its unit left to the heading. */
export const Limit = ({ value }) => html`<span class="figure">${number(value)}</span>`;
