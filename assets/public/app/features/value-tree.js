// JSON for people: a nested table of names and values; the raw text stays a step away.

import { Code } from "../kit/feedback.js";
import { classes, html } from "../kit/ui.js";

const isNested = (value) => value !== null && typeof value === "object";

/** An object or a list as rows; what is inside stands inside. */
export function ValueTree({ value }) {
  const entries = Array.isArray(value) ? value.map((one, index) => [String(index + 1), one]) : Object.entries(value);
  if (entries.length === 0) {
    return html`<span class="faint">${Array.isArray(value) ? "an empty list" : "empty"}</span>`;
  }
  return html`<dl class=${classes("value-tree", Array.isArray(value) && "is-list")}>
    ${entries.map(([name, one]) => html`<div key=${name} class=${classes(isNested(one) && "is-nested")}><dt>${name}</dt><dd><${Value} value=${one} /></dd></div>`)}
  </dl>`;
}

function Value({ value }) {
  if (isNested(value)) {
    return html`<${ValueTree} value=${value} />`;
  }
  if (value === "") {
    return html`<span class="faint">an empty text</span>`;
  }
  return typeof value === "string" ? html`<span class="value-text">${value}</span>` : html`<code class="figure">${String(value)}</code>`;
}

/** A context: as a table or as the JSON that it came as. */
export function ContextView({ context, isRaw }) {
  if (Object.keys(context ?? {}).length === 0) {
    return html`<p class="faint">The agent gave no context: the question is the action and the resource alone.</p>`;
  }
  return isRaw ? html`<${Code} text=${JSON.stringify(context, null, 2)} what="the context" />` : html`<${ValueTree} value=${context} />`;
}
