// What is agreed with one customer alone: single limits and a price, over what its tier gives.

import { Field } from "../kit/form.js";
import { number, price } from "../kit/format.js";
import { html, useState } from "../kit/ui.js";
import { LIMITS } from "./tiers.js";

/** What can be set for one customer alone. */
export const OVERRIDES = [...LIMITS, ["price_usd_month", "Agreed price, $"]];

/** Nothing would work without one of these. */
const AT_LEAST_ONE = ["max_requests_per_minute", "max_checks_per_month"];

/** What the tier gives, or the customer has, in words. */
export const termOf = (name, value) => (name === "price_usd_month" ? price(value) : value === null || value === undefined ? "no quota" : number(value));

/** Values of a form in which nothing is agreed. */
export const NOTHING_AGREED = Object.fromEntries(OVERRIDES.map(([name]) => [name, ""]));

/** What is wrong, by field. */
export function checkOverrides(values) {
  const wrong = (text, least) => (text.trim() !== "" && !(/^\d+$/.test(text.trim()) && Number(text) >= least) ? `must be a whole number of at least ${least}, or empty for the tier's` : undefined);
  return Object.fromEntries(OVERRIDES.map(([name]) => [name, wrong(values[name], AT_LEAST_ONE.includes(name) ? 1 : 0)]));
}

/** A body for a new customer: the values that are no override as they are, and what was agreed. */
export function withOverrides(values) {
  const isOverride = (name) => Object.hasOwn(NOTHING_AGREED, name);
  const entries = Object.entries(values);
  const agreed = entries.filter(([name, text]) => isOverride(name) && text.trim() !== "").map(([name, text]) => [name, Number(text)]);
  const body = Object.fromEntries(entries.filter(([name]) => !isOverride(name)));
  return agreed.length > 0 ? { ...body, overrides: Object.fromEntries(agreed) } : body;
}

/** `overrides.max_agents` is the field `max_agents` here. */
export function inOverrides(error) {
  error.errors = error.errors?.map((one) => ({ ...one, field: one.field.replace(/^overrides\./, "") }));
  return error;
}

/** The fields, each with what the tier gives. */
export const OverrideFields = ({ state, tier }) => html`<div class="fields">${OVERRIDES.map(([name, label]) => html`<${Field} key=${name} state=${state} name=${name} label=${label} optional inputmode="numeric" autocomplete="off" help=${tier ? `The tier's: ${termOf(name, tier[name])}` : undefined} />`)}</div>`;

/** What was agreed with a customer that is being made: closed as long as nothing was. */
export function Agreed({ state, tiers }) {
  const tier = tiers.find(({ name }) => name === state.values.subscription_tier);
  const isNamed = OVERRIDES.some(([name]) => state.errors[name]);
  const [isOpen, setOpen] = useState(OVERRIDES.some(([name]) => state.values[name].trim() !== ""));
  return html`<details class="agreed" open=${isOpen || isNamed} onToggle=${(event) => setOpen(event.target.open)}><summary>Limits and price of this customer alone</summary>
    <p class="faint">Empty means what the tier gives. What is set here holds from the customer's first day, whatever the tier.</p>
    <${OverrideFields} state=${state} tier=${tier} />
  </details>`;
}
