// The log of the whole appliance, or of one customer.

import { LogView } from "../features/log.js";
import { scopeOf } from "../kit/session.js";
import { html } from "../kit/ui.js";

export default function Log({ who }) {
  return html`<${LogView} scope=${scopeOf(who, null, "")} title="Log" about="Every decision and every change, on record before it was answered." />`;
}
