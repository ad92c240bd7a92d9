// Two people change the same thing: the second is told, sees what changed meanwhile, and nothing that was
// typed is lost.

import { get } from "./api.js";
import { Icon } from "./icons.js";
import { html, useRef, useState } from "./ui.js";

/**
 * Saves what was edited only if nobody changed it since it was opened. `target`: where it is read;
 * `etag`: what it was read with; `send(values, etag)` changes it. Gives `save(values)`, which throws
 * the `edit_conflict` and then knows `theirs`; `save(values, { overwrite: true })` goes on all the same.
 */
export function useConflict({ target, etag, send }) {
  const base = useRef(etag);
  const [found, setFound] = useState(null);
  const save = async (values, { overwrite = false } = {}) => {
    try {
      return await send(values, overwrite && found ? found.etag : base.current);
    } catch (problem) {
      if (problem.code === "edit_conflict") {
        const { data, etag: theirEtag } = await get(target);
        setFound({ data, etag: theirEtag });
      }
      throw problem;
    }
  };
  const take = () => {
    base.current = found.etag;
    setFound(null);
    return found.data;
  };
  return { theirs: found?.data ?? null, theirEtag: found?.etag ?? null, save, take };
}

/** What they have and what was typed, field by field. `fields`: `[[name, label]]`; `take`, `overwrite`: what the buttons do. */
export function ConflictNote({ theirs, values, fields, take, overwrite }) {
  if (!theirs) {
    return null;
  }
  const different = fields.filter(([name]) => String(theirs[name] ?? "") !== String(values[name] ?? "").trim());
  return html`<div class="note is-warning" role="alert">
    <${Icon} name="users" />
    <div>
      <p><strong>Somebody else changed it meanwhile</strong></p>
      ${
        different.length === 0
          ? html`<p>They typed the same as you.</p>`
          : html`<table class="conflict"><caption class="hidden">What differs</caption><thead><tr><th scope="col">Field</th><th scope="col">Now saved</th><th scope="col">You typed</th></tr></thead>
              <tbody>${different.map(([name, label]) => html`<tr key=${name}><th scope="row">${label}</th><td>${shown(theirs[name])}</td><td>${shown(values[name])}</td></tr>`)}</tbody></table>`
      }
      <div class="row"><button type="button" class="button small" onClick=${take}>Take theirs</button><button type="button" class="button small" onClick=${overwrite}>Overwrite with mine</button></div>
    </div>
  </div>`;
}

const shown = (value) => (value === "" || value === null || value === undefined ? html`<span class="faint">nothing</span>` : String(value));
