// Times that say how long ago, and exactly when on hover and focus.

import { exact, relative, utc } from "./format.js";
import { html, store, useStore } from "./ui.js";

/** Ticks once a second for whatever shows relative time. */
const now = store(Date.now());
setInterval(() => document.visibilityState === "visible" && now.set(Date.now()), 1_000);

export const useNow = () => useStore(now);

/** `3 min ago`, with the reader's time and UTC behind it; `text` says it otherwise. */
export function Time({ at, absolute = false, text }) {
  const current = useStore(now);
  if (!at) {
    return html`<span class="faint">never</span>`;
  }
  return html`<time datetime=${at} title=${`${text ? `${relative(at, current)} · ` : ""}${exact(at)} · ${utc(at)}`}>${text ?? (absolute ? exact(at) : relative(at, current))}</time>`;
}
