// What a key, a link or a session may do: named the same wherever it is shown or chosen.

import { html } from "../kit/ui.js";
import { Field } from "../kit/form.js";

export const SCOPES = {
  check: "ask for decisions",
  read: "read the log, keys, permissions and usage",
  manage: "see and change agents, permissions, keys and the tier",
  approve: "answer approvals",
};

export const chosenScopes = (values) => Object.keys(SCOPES).filter((name) => values[name] === true);

/** The scopes as tags. */
export const Scopes = ({ of }) => html`<span class="tags">${of.map((name) => html`<span key=${name} class="tag" title=${SCOPES[name]}>${name}</span>`)}</span>`;

/** Check boxes for scopes; `values` has one truth for each name. `disabled`: `{ name: why }`. */
export function ScopeChoice({ state, names, label, disabled = {} }) {
  return html`<fieldset class="field scope-choice">
    <legend>${label}</legend>
    ${names.map((name) => html`<${Field} key=${name} state=${state} name=${name} kind="checkbox" label=${html`<code>${name}</code> ${SCOPES[name]}`} disabled=${Boolean(disabled[name])} help=${disabled[name]} />`)}
    ${state.errors.scopes && html`<p class="field-error">${state.errors.scopes}</p>`}
  </fieldset>`;
}
