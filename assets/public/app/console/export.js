// Lists as files: customers, agents, permissions and usage, fetched in pieces and saved as one.

import { url } from "../kit/api.js";
import { Dialog } from "../kit/dialog.js";
import { Code, ErrorNote } from "../kit/feedback.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { curl } from "../kit/trace.js";
import { useDownload } from "../features/download.js";
import { html, useId, useState } from "../kit/ui.js";

const PIECE = 10_000;
const KINDS = {
  customers: ["Customers", "Names, addresses, tiers, limits and agreed prices. No keys: those are not kept."],
  agents: ["Agents", "Every agent with its customer, its owner and its state."],
  permissions: ["Permissions", "Every standing rule, with the agent that it is for."],
  usage: ["Usage", "What each agent of each customer was answered on each day: action, result, reason and count."],
};
const FORMATS = { csv: ["CSV", "text/csv"], ndjson: ["NDJSON", "application/x-ndjson"] };
/** Usage comes from the meter, which writes CSV. */
const FORMATS_OF = { usage: ["csv"] };

const today = () => new Date().toISOString().slice(0, 10);

function addressOf(kind, format, { from, to }) {
  return kind === "usage" ? url("/api/metering", { from, to, format, limit: PIECE }) : url(`/api/exports/${kind}`, { format, limit: PIECE });
}

export function ExportLists({ onClose }) {
  const [kind, setKind] = useState("customers");
  const [wanted, setFormat] = useState("csv");
  const [days, setDays] = useState({ from: `${today().slice(0, 8)}01`, to: today() });
  const { state, run, stop } = useDownload();
  const formats = FORMATS_OF[kind] ?? Object.keys(FORMATS);
  const format = formats.includes(wanted) ? wanted : formats[0];
  const isBusy = state?.isBusy;
  const mistake = kind === "usage" ? mistakeIn(days) : null;
  const address = addressOf(kind, format, days);
  const name = `portcullis-${kind}-${kind === "usage" ? `${days.from}-${days.to}` : today()}.${format}`;
  const footer = html`<span class="faint" role="status">${state && plural(state.lines, "line")}${isBusy ? " so far" : state?.isDone ? " in the file" : ""}</span>
    <div class="buttons">
      ${isBusy ? html`<button type="button" class="button" onClick=${stop}>Stop</button>` : html`<button type="button" class="button" onClick=${onClose}>${state?.isDone ? "Close" : "Cancel"}</button>`}
      <button type="button" class="button is-primary" disabled=${isBusy || Boolean(mistake)} title=${mistake ?? undefined} onClick=${() => run(address, name, FORMATS[format][1])}><${Icon} name="download" />Export ${KINDS[kind][0].toLowerCase()}</button>
    </div>`;
  return html`<${Dialog} title="Export" onClose=${isBusy ? undefined : onClose} footer=${footer} wide>
    <fieldset class="field" disabled=${isBusy}><legend class="hidden">What is exported</legend>
      <div class="choices is-pairs">${Object.entries(KINDS).map(([key, [label, about]]) => html`<label key=${key} class="choice"><input type="radio" name="kind" checked=${key === kind} onChange=${() => setKind(key)} /><span><strong>${label}</strong><span class="faint">${about}</span></span></label>`)}</div>
    </fieldset>
    ${kind === "usage" && html`<${Days} days=${days} set=${setDays} mistake=${mistake} />`}
    ${formats.length > 1 && html`<fieldset class="segments" disabled=${isBusy}><legend class="hidden">Format</legend>
      ${formats.map((key) => html`<label key=${key}><input type="radio" name="format" checked=${key === format} onChange=${() => setFormat(key)} /><span>${FORMATS[key][0]}</span></label>`)}
    </fieldset>`}
    <p class="faint">${format === "csv" ? "For a spreadsheet, safe to open: a cell that would be taken for a formula begins with an apostrophe." : "For programs: one JSON object in each line."}</p>
    <${Code} label="The same with curl, 10,000 lines at a time; the Link header leads on" text=${curl("GET", address)} />
    <${ErrorNote} error=${state?.error} title="The export was not finished" />
  <//>`;
}

/** What is wrong with the days, as a sentence; null when nothing is. */
function mistakeIn({ from, to }) {
  if (!from || !to) {
    return `The ${from ? "last" : "first"} day is needed.`;
  }
  return from > to ? "The first day comes after the last." : null;
}

function Days({ days, set, mistake }) {
  const id = useId();
  return html`<div class="row">
    ${[["from", "From"], ["to", "to"]].map(([key, label]) => html`<label key=${key} class="check export-day" for=${`${id}-${key}`}>${label} <input id=${`${id}-${key}`} type="date" value=${days[key]} onChange=${(event) => set({ ...days, [key]: event.target.value })} /></label>`)}
    <span class="faint">Days are UTC</span>
    ${mistake && html`<p class="field-error" role="alert">${mistake}</p>`}
  </div>`;
}
