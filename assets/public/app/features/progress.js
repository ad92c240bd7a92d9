// How far something long has come.

import { number } from "../kit/format.js";
import { html, useEffect } from "../kit/ui.js";

const POLL_MS = 500;

/** Reads a resource again and again while something runs, each time a moment after the last answer. */
export function usePolling(isOn, { isLoading, reload }) {
  useEffect(() => {
    const timer = isOn && !isLoading && setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [isOn, isLoading, reload]);
}

export function Progress({ label, done, total, noun }) {
  return html`<div class="progress">
    <div class="meter-line"><span>${label}</span><span class="figure">${number(done)} <span class="faint">of ${number(total)} ${noun}s</span></span></div>
    <progress max=${Math.max(total, 1)} value=${done} aria-label=${label}></progress>
  </div>`;
}
