// The mark: a portcullis, raised while all is running, dropped while a system kill is on; in the page
// and in the browser's tab.

import { html, store, useStore } from "./ui.js";

const file = (name) => new URL(`../../${name}.svg`, import.meta.url).pathname;
const RAISED = file("mark");
const DROPPED = file("mark-dropped");

const isDropped = store(false);

/** Drops or raises the mark everywhere on the page. */
export function dropMark(isOn) {
  isDropped.set(isOn);
  document.documentElement.classList.toggle("is-killed", isOn);
  const icon = document.querySelector('link[rel="icon"]');
  if (icon) {
    icon.href = isOn ? DROPPED : RAISED;
  }
}

export function Mark() {
  const isOn = useStore(isDropped);
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><use href=${`${isOn ? DROPPED : RAISED}#mark`} /></svg>`;
}
