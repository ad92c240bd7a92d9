// How far something long has come.

import { number } from "../kit/format.js";
import { html } from "../kit/ui.js";

export function Progress({ label, done, total, noun }) {
  return html`<div class="progress">
    <div class="meter-line"><span>${label}</span><span class="figure">${number(done)} <span class="faint">of ${number(total)} ${noun}s</span></span></div>
    <progress max=${Math.max(total, 1)} value=${done} aria-label=${label}></progress>
  </div>`;
}
