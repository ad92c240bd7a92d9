// The customer's own log.

import { LogView } from "../features/log.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Log({ who }) {
  return html`<${LogView} scope=${own(who)} title="Log" about="Every decision and every change of yours, on record before it was answered." />`;
}
