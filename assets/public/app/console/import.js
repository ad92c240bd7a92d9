// Importing customers from a CSV file: the file, what would happen, the import, and the keys, once. The
// import stays on the appliance for an hour, and its id in the address, so that a reload goes on where it was.

import { del, get, save } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm } from "../kit/dialog.js";
import { Empty, ErrorNote, Note, Skeleton, toast } from "../kit/feedback.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { usePolling } from "../features/progress.js";
import { html, useState } from "../kit/ui.js";
import { ImportApply, Importing, useApply } from "./import-apply.js";
import { ImportKeys } from "./import-keys.js";
import { OpenImports } from "./import-list.js";
import { ImportRows, ImportSummary, SkippedRows } from "./import-rows.js";
import { ImportSource } from "./import-source.js";

const ABOUT = "From a CSV file, one customer in each line. Nothing is changed before you have seen what would happen.";

export default function Import({ who }) {
  if (!may(who, "manage")) {
    return html`<${PageHead} title="Import customers" about=${ABOUT} />
      <${Empty} icon="lock" title="Owners and admins import customers"><p>You are signed in as ${who.role}. The list of customers can be exported by every role.</p><//>`;
  }
  return html`<${ImportPage} />`;
}

function ImportPage() {
  const { id } = useQuery();
  return html`<${PageHead} title="Import customers" about=${ABOUT}><${Template} /><//>
    <div class="stack">${id ? html`<${Opened} key=${id} id=${id} />` : html`<${Begin} />`}</div>`;
}

function Begin() {
  const list = useResource("/api/imports?limit=100");
  return html`<${OpenImports} list=${list} /><${ImportSource} onReady=${(id) => setQuery({ id, only: null })} onFailed=${list.reload} />`;
}

const startOver = () => setQuery({ id: null, only: null });

/** A file to fill in, with every column at its head. */
export function Template({ kind = "customers" }) {
  const download = async () => {
    try {
      const { data } = await get(`/api/imports/template?kind=${kind}`, { isText: true, headers: { Accept: "text/csv" } });
      save(`portcullis-${kind}-template.csv`, data, "text/csv");
      toast("The template is saved");
    } catch (error) {
      toast(error.message, { kind: "error" });
    }
  };
  return html`<button type="button" class="button" onClick=${download}><${Icon} name="download" />Template</button>`;
}

function Opened({ id }) {
  const path = `/api/imports/${encodeURIComponent(id)}`;
  const found = useResource(path);
  const apply = useApply(path, found.reload);
  const isRunning = apply.isRunning || found.data?.state === "applying";
  usePolling(isRunning, found);
  if (found.error && (found.error.status === 404 || !found.data)) {
    return html`<${Gone} error=${found.error} retry=${found.reload} />`;
  }
  if (!found.data) {
    return html`<${Skeleton} lines=${8} />`;
  }
  const state = found.data;
  const hasKeys = state.keys !== "none";
  if (state.state === "applied") {
    return html`<${Applied} path=${path} state=${state} hasKeys=${hasKeys} onKeys=${found.reload} />`;
  }
  if (isRunning) {
    return html`<${ImportSummary} state=${state} /><${Importing} state=${state} /><${ImportRows} path=${path} state=${state} />`;
  }
  if (state.state === "failed") {
    return html`<${Note} kind="warning" title="Nothing was imported"><p>It could not be recorded: not one customer of the file was made. The log of the program says why.</p><//><${StartOver} path=${path} />`;
  }
  if (state.state === "receiving") {
    return html`<${Note} kind="warning" title="The file did not arrive as a whole"><p>The page was left while it was being sent. Nothing was imported.</p><//><${StartOver} path=${path} />`;
  }
  return html`<${ImportSummary} state=${state}><${Discard} path=${path} /><//>
    <${ImportApply} state=${state} hasKeys=${hasKeys} apply=${apply} />
    <${ImportRows} path=${path} state=${state} />`;
}

function Gone({ error, retry }) {
  if (error.status !== 404) {
    return html`<${ErrorNote} error=${error} retry=${retry} />`;
  }
  return html`<${Empty} icon="clock" title="This import is not there any more" action=${html`<button type="button" class="button is-primary" onClick=${startOver}>Choose a file</button>`}>
    <p>An import is kept for an hour, in memory only, and belongs to whoever began it. If it was made, its customers are in the list, and the log says so.</p>
  <//>`;
}

/** Takes what was sent off the appliance and begins again. */
function StartOver({ path }) {
  const [error, setError] = useState(null);
  const run = () => del(path).then(startOver, (problem) => (problem.status === 404 ? startOver() : setError(problem)));
  return html`<${ErrorNote} error=${error} /><div class="row"><button type="button" class="button is-primary" onClick=${run}><${Icon} name="rotate-ccw" />Choose a file again</button></div>`;
}

function Discard({ path }) {
  const [isAsking, setAsking] = useState(false);
  return html`<button type="button" class="button small" onClick=${() => setAsking(true)}>Choose another file</button>
    ${isAsking && html`<${Confirm} title="Choose another file" verb="Discard this one" onClose=${() => setAsking(false)}
      run=${async () => {
        await del(path);
        startOver();
      }}><p>What was sent is taken off the appliance. Nothing of it was imported.</p><//>`}`;
}

function Applied({ path, state, hasKeys, onKeys }) {
  return html`<${ImportSummary} state=${state} isDone />
    <${ImportKeys} path=${path} state=${state} hasKeys=${hasKeys} onTaken=${onKeys} />
    <div class="row">
      <${Link} to="/customers" class="button"><${Icon} name="building-2" />All customers<//>
      <button type="button" class="button" disabled=${state.keys_available} title=${state.keys_available ? "Download the keys first" : undefined} onClick=${startOver}><${Icon} name="upload" />Import another file</button>
    </div>
    ${state.bad > 0 && html`<${SkippedRows} state=${state} />`}`;
}
