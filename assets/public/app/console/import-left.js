// Imports that were left while they were open, by this tab or one that was closed: this browser remembers
// their ids, so that each can be gone back to or taken off the appliance, which holds only a few at a time.

import { del } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Note, toast } from "../kit/feedback.js";
import { refocus } from "../kit/focus.js";
import { number } from "../kit/format.js";
import { setQuery } from "../kit/router.js";
import { html, useEffect, useState } from "../kit/ui.js";

const KEY = "imports";

/** `[{ id, keys }]`, the newest first; `keys` is `none` where none were wanted. */
function known() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

const keepAll = (all) => localStorage.setItem(KEY, JSON.stringify(all));
export const forget = (id) => keepAll(known().filter((one) => one.id !== id));
export const remember = (id, keys) => keepAll([{ id, keys }, ...known().filter((one) => one.id !== id)]);

/** Offers each of them, as long as it is there. */
export function LeftImports() {
  const [all, setAll] = useState(known);
  const gone = (id) => {
    forget(id);
    setAll(known());
    refocus(() => document.getElementById("main"));
  };
  return all.map(({ id, keys }) => html`<${Left} key=${id} id=${id} keys=${keys} onGone=${() => gone(id)} />`);
}

function Left({ id, keys, onGone }) {
  const path = `/api/imports/${encodeURIComponent(id)}`;
  const found = useResource(path);
  const isGone = found.error?.status === 404;
  useEffect(() => {
    isGone && onGone();
  }, [isGone]);
  const state = found.data;
  if (!state || (state.state === "applied" && !state.keys_available)) {
    return null;
  }
  const discard = () => del(path).then(onGone, (error) => toast(error.message, { kind: "error" }));
  const isOpen = ["receiving", "checked", "failed"].includes(state.state);
  const what = state.rows > 0 ? ` with ${number(state.rows)} rows` : "";
  return html`<${Note} kind=${state.keys_available ? "warning" : "info"} title=${state.keys_available ? "The keys of an import were not downloaded" : `An import${what} is still open`}>
    <p>${state.keys_available ? "Nobody can see them later." : "What you sent is still there, for an hour after it was begun."}</p>
    <div class="row">
      <button type="button" class="button small" onClick=${() => setQuery({ id, keys })}>Go on with it</button>
      ${isOpen && html`<button type="button" class="button small" onClick=${discard}>Discard it</button>`}
    </div>
  <//>`;
}
