// A JSON value for people: names and values in lines, nested as it is. What was sent is shown as it
// is, not interpreted, except that times say when they are and lists of words stand in one line.

import { Time } from "./time.js";
import { html } from "./ui.js";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isPlain = (value) => value === null || typeof value !== "object";

function Plain({ value }) {
  if (value === null) {
    return html`<span class="faint">null</span>`;
  }
  if (typeof value === "string") {
    return TIME.test(value) ? html`<${Time} at=${value} absolute />` : html`<span class="value-text">${value === "" ? html`<span class="faint">empty</span>` : value}</span>`;
  }
  return html`<code>${String(value)}</code>`;
}

/** An object or a list, as far down as it goes. */
export function Values({ value }) {
  if (isPlain(value)) {
    return html`<${Plain} value=${value} />`;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) {
      return html`<span class="faint">none</span>`;
    }
    if (value.every(isPlain)) {
      return html`<span class="value-list">${value.map((one, index) => html`<span key=${index} class="tag"><${Plain} value=${one} /></span>`)}</span>`;
    }
    return html`<ol class="value-items">${value.map((one, index) => html`<li key=${index}><${Values} value=${one} /></li>`)}</ol>`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) {
    return html`<span class="faint">empty</span>`;
  }
  return html`<dl class="values">${entries.map(([name, one]) => html`<div key=${name} class=${isPlain(one) || Array.isArray(one) ? undefined : "is-nested"}><dt><code>${name}</code></dt><dd><${Values} value=${one} /></dd></div>`)}</dl>`;
}
