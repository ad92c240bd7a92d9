// Two people edit the same thing: the second sees what the first changed, and decides. Nothing that
// was typed is lost.

import { Icon } from "./icons.js";
import { html, useState } from "./ui.js";

/**
 * Sends a change with the version it was made from. `send(etag)` makes the request; `read()` gives
 * `{ data, etag }` as it is now. When somebody was faster, `conflict` is what is there now, and the
 * form's error is this. `{ conflict, run, overwrite, dismiss }`.
 */
export function useConflict({ etag, send, read }) {
  const [conflict, setConflict] = useState(null);
  const run = async (version = conflict?.etag ?? etag) => {
    try {
      const answer = await send(version);
      setConflict(null);
      return answer;
    } catch (error) {
      if (error.status === 412) {
        setConflict(await read());
        return null;
      }
      throw error;
    }
  };
  return { conflict, run: () => run(etag), overwrite: () => run(conflict.etag), dismiss: () => setConflict(null) };
}

/**
 * What differs. `fields`: `[[name, label]]`; `mine` and `theirs`: values by name, as text; `onMine` sends
 * what was typed after all, `onTheirs` takes what is there.
 */
export function ConflictNote({ fields, mine, theirs, onMine, onTheirs, isBusy }) {
  const differing = fields.filter(([name]) => String(mine[name] ?? "") !== String(theirs[name] ?? ""));
  return html`<div class="note is-warning" role="alert">
    <${Icon} name="triangle-alert" />
    <div>
      <p><strong>Somebody else changed this while you were editing.</strong> Nothing was saved, and what you typed is still in the form.</p>
      ${
        differing.length > 0
          ? html`<table class="conflict"><caption class="hidden">What differs</caption>
              <thead><tr><th scope="col">Field</th><th scope="col">In your form</th><th scope="col">Saved now</th></tr></thead>
              <tbody>${differing.map(([name, label]) => html`<tr key=${name}><th scope="row">${label}</th><td>${shown(mine[name])}</td><td>${shown(theirs[name])}</td></tr>`)}</tbody>
            </table>`
          : html`<p>What is saved now is the same as in your form.</p>`
      }
      <div class="row">
        <button type="button" class="button small" disabled=${isBusy} onClick=${onTheirs}>Take what is saved</button>
        ${differing.length > 0 && html`<button type="button" class="button small" disabled=${isBusy} onClick=${onMine}>Save mine over it</button>`}
      </div>
    </div>
  </div>`;
}

const shown = (value) => (value === "" || value === undefined || value === null ? html`<span class="faint">nothing</span>` : String(value));
