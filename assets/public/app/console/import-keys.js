// The first keys of customers that were imported: one file, given out once.

import { get, save } from "../kit/api.js";
import { ErrorNote, Note, announce } from "../kit/feedback.js";
import { plural } from "../kit/format.js";
import { useFocusHere } from "../kit/focus.js";
import { Icon } from "../kit/icons.js";
import { useLeavingAsked } from "../kit/router.js";
import { html, useRef, useState } from "../kit/ui.js";

export function ImportKeys({ path, state, hasKeys, onTaken }) {
  const [file, setFile] = useState(null);
  const [error, setError] = useState(null);
  const [isBusy, setBusy] = useState(false);
  const again = useRef(null);
  useFocusHere(again, [file]);
  const name = `portcullis-keys-${path.split("/").at(-1)}.csv`;
  useLeavingAsked(state.keys_available && !file ? "The keys were not downloaded yet. They wait for ten minutes only. Leave all the same?" : null);
  const take = async () => {
    setBusy(true);
    setError(null);
    try {
      const { data } = await get(`${path}/keys`, { isText: true, headers: { Accept: "text/csv" } });
      const blob = new Blob([data], { type: "text/csv" });
      setFile(blob);
      save(name, blob);
      announce("The keys are saved");
      onTaken();
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  if (file) {
    return html`<${Note} kind="success" title=${`The keys are in ${name}`}>
      <p>The appliance has forgotten them; only their digests are kept. Look whether the file is there before you leave this page.</p>
      <${NextWithKeys} />
      <button ref=${again} type="button" class="button small" onClick=${() => save(name, file)}><${Icon} name="download" />Save the file again</button>
    <//>`;
  }
  if (state.keys_available) {
    return html`<section class="panel keys-once" aria-label="Keys"><div class="stack">
      <header><h2>Download the keys</h2></header>
      <p><strong>${plural(state.done, "key")} in one file, which is given out once.</strong> Whoever has it can act for each of these customers. It waits for ten minutes; after that nobody can get it, and each customer needs a new key.</p>
      <${ErrorNote} error=${error} title="The keys were not given out" />
      <div class="row"><button type="button" class="button is-primary" disabled=${isBusy} onClick=${take}><${Icon} name="download" />Download keys</button></div>
    </div></section>`;
  }
  if (!hasKeys) {
    return html`<${Note} title="What to do next"><p>The customers have no keys yet. Open one and send it a key link from its tab API keys: it shows a key once, to whoever opens it first.</p><//>`;
  }
  return html`<${Note} title="The keys are not here any more"><p>They were downloaded, or nobody did so in time. They cannot be shown again: a customer whose key was lost gets another one from its tab API keys.</p><//>`;
}

function NextWithKeys() {
  return html`<ol class="next-steps">
    <li>Hand each customer its own line over a safe channel, never the whole file.</li>
    <li>Delete the file when that is done.</li>
    <li>Ask customers to replace the key by one that only they have seen.</li>
  </ol>`;
}
