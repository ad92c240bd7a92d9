// The records that the filters leave, as a file.

import { url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Dialog } from "../kit/dialog.js";
import { Code, ErrorNote, Note } from "../kit/feedback.js";
import { exact, plural, words } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";
import { useDownload } from "./download.js";

const PIECE = 10_000;
const FORMATS = {
  csv: ["CSV", "text/csv", "For a spreadsheet: one line for each record, safe to open."],
  ndjson: ["NDJSON", "application/x-ndjson", "For programs: one JSON object in each line, with trace and context."],
};
const NAMES = { agent_id: "agent", start_time: "from", end_time: "to", customer_id: "customer" };

function Narrowed({ params }) {
  const set = Object.entries(params).filter(([, value]) => value);
  if (set.length === 0) {
    return html`<p>Nothing is filtered: the file has the whole log.</p>`;
  }
  return html`<dl class="facts">${set.map(([name, value]) => html`<dt key=${name}>${NAMES[name] ?? words(name)}</dt><dd>${name.endsWith("_time") ? exact(value) : value}</dd>`)}</dl>`;
}

export function ExportDialog({ scope, params, onClose }) {
  const [format, setFormat] = useState("csv");
  const { state, run, stop } = useDownload();
  const own = useResource(scope.isOperator ? null : "/api/customers/me");
  const mayNot = own.data && !own.data.features.includes("audit_export");
  const [, media, about] = FORMATS[format];
  const address = url("/api/logs/export", { ...params, format, limit: PIECE });
  const name = `portcullis-log-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}Z.${format}`;
  const footer = html`<span class="faint" role="status">${state && plural(state.lines, "record")}${state?.isBusy ? " so far" : state?.isDone ? " in the file" : ""}</span>
    <div class="buttons">
      ${state?.isBusy ? html`<button type="button" class="button" onClick=${stop}>Stop</button>` : html`<button type="button" class="button" onClick=${onClose}>${state?.isDone ? "Close" : "Cancel"}</button>`}
      <button type="button" class="button is-primary" disabled=${state?.isBusy || mayNot} title=${mayNot ? "Your tier does not include it" : undefined} onClick=${() => run(address, name, media)}><${Icon} name="download" />Export records</button>
    </div>`;
  return html`<${Dialog} title="Export the log" onClose=${state?.isBusy ? undefined : onClose} footer=${footer} wide>
    ${mayNot && html`<${Note} kind="warning" title="Your tier does not include the export"><p>Its feature is called <code>audit_export</code>; the tiers say which have it. Reading the log here is not affected.</p><//>`}
    <fieldset class="segments"><legend class="hidden">Format</legend>
      ${Object.entries(FORMATS).map(([key, [title]]) => html`<label key=${key}><input type="radio" name="format" checked=${key === format} onChange=${() => setFormat(key)} /><span>${title}</span></label>`)}
    </fieldset>
    <p>${about}</p>
    <${Narrowed} params=${params} />
    <${Code} label="The same with curl, 10,000 records at a time" text=${curl("GET", address)} />
    <${ErrorNote} error=${state?.error} title="The export was not finished" />
  <//>`;
}
