// What is imported: a file that is chosen or dropped, or lines that are pasted; then how far sending it is.

import { bytes, number } from "../kit/format.js";
import { call, del, post } from "../kit/api.js";
import { ErrorNote, announce } from "../kit/feedback.js";
import { DropZone, whyNot } from "../features/drop-zone.js";
import { html, useEffect, useId, useRef, useState } from "../kit/ui.js";

const COLUMNS = [
  ["name", "What the customer is called", true],
  ["email", "Its address, one for each customer", true],
  ["subscription_tier", "The name of its tier; without it the one that a registration starts with"],
  ["time_zone", "For example Europe/Berlin; without it UTC"],
  ["max_agents, max_requests_per_minute, max_api_keys, max_checks_per_month", "Limits of this customer alone, instead of the tier's"],
  ["price_usd_month", "An agreed price in whole US dollars"],
];

/** Sends a file part by part, has it checked, and gives the import's id; `says` tells how far it is. */
async function send(file, keys, signal, says) {
  const { data: made } = await post("/api/imports", { kind: "customers", keys }, { signal });
  const path = `/api/imports/${encodeURIComponent(made.import_id)}`;
  try {
    const count = Math.max(1, Math.ceil(file.size / made.part_bytes));
    for (let part = 0; part < count; part += 1) {
      says({ phase: "Sending", done: part * made.part_bytes, total: file.size });
      const body = file.slice(part * made.part_bytes, (part + 1) * made.part_bytes, "text/csv");
      await call("PUT", `${path}/parts/${part}`, { body, signal });
    }
    says({ phase: "Checking", done: file.size, total: file.size });
    await post(`${path}/check`, {}, { signal });
    return made.import_id;
  } catch (error) {
    // What was sent is of no use any more; an hour later it would be gone anyway.
    await del(path).catch(() => {});
    throw error;
  }
}

const AT_MOST_BYTES = 32 * 1024 * 1024;

/** What is wrong with the file as a whole is said of its field `file`. */
export function aboutFile(error) {
  const [first] = error.errors ?? [];
  if (first?.field === "file") {
    error.message = `the file ${first.message}`;
  }
  return error;
}

/** `onReady(id)` is called with an import that was sent and checked, `onFailed()` when it could not be. */
export function ImportSource({ onReady, onFailed }) {
  const [file, setFile] = useState(null);
  const [text, setText] = useState("");
  const [isPasting, setPasting] = useState(false);
  const [keys, setKeys] = useState("file");
  const [state, setState] = useState(null);
  const [error, setError] = useState(null);
  const aborter = useRef(null);
  useEffect(() => () => aborter.current?.abort(), []);
  const source = isPasting ? (text.trim() === "" ? null : new Blob([text], { type: "text/csv" })) : file;
  const mistake = whyNot(source, AT_MOST_BYTES);
  const run = async () => {
    aborter.current = new AbortController();
    setError(null);
    // Said before the first answer: whoever presses twice finds no button any more.
    setState({ phase: "Sending", done: 0, total: source.size });
    try {
      onReady(await send(source, keys, aborter.current.signal, setState));
      announce("The file was checked");
    } catch (problem) {
      setState(null);
      onFailed();
      problem.name !== "AbortError" && setError(aboutFile(problem));
    }
  };
  if (state) {
    return html`<${Sending} state=${state} name=${file && !isPasting ? file.name : "what was pasted"} stop=${() => aborter.current.abort()} />`;
  }
  return html`<${ErrorNote} error=${error} title="The file cannot be imported" />
    <div class="grid"><section class="panel two-thirds import-source"><div class="stack">
      <div class="segments" role="group" aria-label="Where the customers come from">${[[false, "A file"], [true, "Pasted lines"]].map(([is, label]) => html`<label key=${label}><input type="radio" name="source" checked=${isPasting === is} onChange=${() => setPasting(is)} /><span>${label}</span></label>`)}</div>
      ${isPasting ? html`<${Paste} text=${text} setText=${setText} />` : html`<${DropZone} file=${file} setFile=${setFile} />`}
      <${Keys} value=${keys} set=${setKeys} />
      ${mistake && html`<p class="field-error" role="alert">${mistake}</p>`}
      <div class="buttons"><button type="button" class="button is-primary" disabled=${!source || Boolean(mistake)} title=${source ? (mistake ?? undefined) : isPasting ? "Paste some lines first" : "Choose a file first"} onClick=${run}>Check ${isPasting ? "lines" : "file"}</button></div>
    </div></section><${Columns} /></div>`;
}

function Paste({ text, setText }) {
  const id = useId();
  return html`<div class="field"><label for=${id}>Lines, the names of the columns first</label>
    <textarea id=${id} class="mono" rows="9" spellcheck=${false} placeholder=${"name,email,subscription_tier\nAcme Retail,ops@acme.example,starter"} value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
    <p class="help">With commas or semicolons between the values.</p></div>`;
}

function Keys({ value, set }) {
  const kinds = [
    ["file", "A key for each, in a file", "The file is offered once after the import. It holds every key in full: treat it as you treat the keys."],
    ["none", "No keys yet", "Each customer gets one later, for example by a one-time link from its page."],
  ];
  return html`<fieldset class="field"><legend>First keys</legend>
    <div class="choices">${kinds.map(([key, label, help]) => html`<label key=${key} class="choice"><input type="radio" name="keys" checked=${value === key} onChange=${() => set(key)} /><span><strong>${label}</strong><span class="faint">${help}</span></span></label>`)}</div>
  </fieldset>`;
}

function Columns() {
  return html`<section class="panel third"><header><h2>Columns</h2></header><div class="stack">
    <dl class="columns">${COLUMNS.map(([names, about, isNeeded]) => html`<div key=${names}><dt><code>${names}</code>${isNeeded && html` <span class="tag">needed</span>`}</dt><dd class="faint">${about}</dd></div>`)}</dl>
    <p class="faint">The first line names the columns, in any order. UTF-8; up to ${number(100_000)} customers and 32 MiB.</p>
  </div></section>`;
}

function Sending({ state: { phase, done, total }, name, stop }) {
  const isChecking = phase === "Checking";
  return html`<section class="panel"><header><h2>${phase} ${name}</h2><button type="button" class="button small" onClick=${stop}>Stop</button></header>
    <div class="progress" role="status"><div class="meter-line"><span>${isChecking ? "Every row is compared with the customers that are there" : "Nothing is changed by sending it"}</span><span class="figure">${isChecking ? bytes(total) : html`${bytes(done)} <span class="faint">of ${bytes(total)}</span>`}</span></div>
      ${isChecking ? html`<progress aria-label=${phase}></progress>` : html`<progress aria-label=${phase} max=${Math.max(total, 1)} value=${done}></progress>`}</div>
  </section>`;
}
