// The imports that are open: one's own, to go on with or to discard, and whose the others are.

import { del } from "../kit/api.js";
import { Confirm } from "../kit/dialog.js";
import { ErrorNote, toast } from "../kit/feedback.js";
import { refocus } from "../kit/focus.js";
import { actorName, plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { setQuery } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";

/** Whether it still holds something: a file, or keys that nobody fetched. */
const isOpen = ({ state, keys_available: hasKeys }) => ["receiving", "checked", "applying"].includes(state) || hasKeys;

/** `list`: what `useResource` gave of `/api/imports`. */
export function OpenImports({ list }) {
  const [asked, setAsked] = useState(null);
  const open = (list.data?.data ?? []).filter(isOpen);
  if (list.error && !list.data) {
    return html`<${ErrorNote} error=${list.error} title="Open imports could not be read" retry=${list.reload} />`;
  }
  if (open.length === 0) {
    return null;
  }
  const own = open.filter((one) => one.is_own);
  const others = open.filter((one) => !one.is_own);
  return html`<section class="panel is-flush" aria-label="Open imports"><header><h2>Open imports</h2></header>
    <div class="panel-body"><ul class="plain-list">
      ${own.map((one) => html`<li key=${one.import_id}><${Icon} name=${one.keys_available ? "key-round" : "upload"} /><span>${sentenceOf(one)}</span>
        <span class="faint">begun <${Time} at=${one.opened_at} />, kept until <${Time} at=${one.expires_at} absolute /></span><span class="spring"></span>
        ${one.state !== "receiving" && html`<button type="button" class="button small" onClick=${() => setQuery({ id: one.import_id })}>${one.keys_available ? "Get the keys" : "Go on"}</button>`}
        ${one.state !== "applying" && html`<button type="button" class="button small" onClick=${() => setAsked(one)}>Discard</button>`}
      </li>`)}
      ${others.map((one) => html`<li key=${one.import_id}><${Icon} name="user" /><span>${sentenceOf(one)}</span>
        <span class="faint">of ${actorName(one.opened_by)}, begun <${Time} at=${one.opened_at} />, kept until <${Time} at=${one.expires_at} absolute /></span>
      </li>`)}
    </ul>${open.length > 1 && html`<p class="faint">Two are held at once, for all operators together: finish or discard one to begin another.</p>`}</div>
    ${asked && html`<${Confirm} title="Discard the import" verb="Discard import" danger=${asked.keys_available} onClose=${() => setAsked(null)}
      run=${async () => {
        await del(`/api/imports/${encodeURIComponent(asked.import_id)}`);
        toast("The import is discarded");
        list.reload();
        refocus(() => document.getElementById("main"));
      }}><p>${asked.keys_available ? html`<strong>The keys of ${plural(asked.done, "customer")} are lost with it.</strong> The customers stay; each needs another key.` : "What was sent is taken off the appliance. Nothing of it was imported."}</p><//>`}
  </section>`;
}

function sentenceOf({ state, rows, bad, done, keys_available: hasKeys }) {
  if (hasKeys) {
    return `${plural(done, "customer")} imported, keys not downloaded yet`;
  }
  if (state === "checked") {
    return `A file of ${plural(rows, "row")}${bad > 0 ? `, ${plural(bad, "row")} with mistakes` : ""}`;
  }
  return state === "applying" ? `A file of ${plural(rows, "row")}, being imported` : "A file that has not arrived as a whole";
}
