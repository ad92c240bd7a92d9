// Icons of one family (Lucide), from one file of symbols. An icon is decoration: a word stands
// beside it, or `label` says it.

import { classes, html } from "./ui.js";

const file = new URL("../../icons.svg", import.meta.url).pathname;

export function Icon({ name, label, class: extra }) {
  const role = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return html`<svg class=${classes("icon", extra)} ...${role}><use href=${`${file}#${name}`} /></svg>`;
}
