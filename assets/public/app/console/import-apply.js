// Importing what was checked: all or nothing, or without the rows that have mistakes.

import { post } from "../kit/api.js";
import { ErrorNote, announce } from "../kit/feedback.js";
import { number, plural } from "../kit/format.js";
import { html, useState } from "../kit/ui.js";

const MODES = [
  ["all", "All or nothing", "Import only when every row is good."],
  ["skip_bad", "Skip rows with mistakes", "Import the good rows; the others are left out."],
];

/**
 * Imports, and keeps how that goes: `{ mode, setMode, isRunning, error, run }`. However it ended, the
 * import is read again with `reload`: an answer that did not arrive does not say that nothing was done.
 */
export function useApply(path, reload) {
  const [mode, setMode] = useState("all");
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState(null);
  const run = async () => {
    setError(null);
    setRunning(true);
    try {
      const { data } = await post(`${path}/apply`, { mode });
      announce(`${plural(data.imported, "customer")} imported`);
    } catch (problem) {
      setError(problem);
    }
    await reload();
    setRunning(false);
  };
  return { mode, setMode, isRunning, error, run };
}

/** `apply`: what `useApply` gave. */
export function ImportApply({ state, apply: { mode, setMode, error, run } }) {
  const reason = whyNot(state, mode);
  return html`<section class="panel" aria-label="Import"><div class="stack">
    ${state.bad > 0 && html`<fieldset class="field"><legend>Rows with mistakes</legend>
      <div class="choices">${MODES.map(([key, label, help]) => html`<label key=${key} class="choice"><input type="radio" name="mode" checked=${mode === key} onChange=${() => setMode(key)} /><span><strong>${label}</strong><span class="faint">${help}</span></span></label>`)}</div>
    </fieldset>`}
    <${ErrorNote} error=${error} title=${error?.status === 0 ? undefined : "Nothing was imported"} />
    <div class="import-act">
      <p class="faint">${reason ?? html`It is one entry of the log with a record for each customer: either all of them are made, or none. ${state.keys === "none" ? "No keys are made." : "Each gets its first key."}`}</p>
      <button type="button" class="button is-primary" disabled=${Boolean(reason)} title=${reason ?? undefined} onClick=${run}>${verbOf(state, mode)}</button>
    </div>
  </div></section>`;
}

function whyNot({ good, bad }, mode) {
  if (good === 0) {
    return "No row is good: correct the file and choose it again.";
  }
  return mode === "all" && bad > 0 ? `${plural(bad, "row")} ${bad === 1 ? "has a mistake" : "have mistakes"}: correct the file and choose it again, or skip ${bad === 1 ? "it" : "them"}.` : null;
}

function verbOf({ good, bad }, mode) {
  const all = mode === "all" ? good + bad : good;
  const verb = `Import ${plural(all, "customer")}`;
  return mode === "skip_bad" && bad > 0 ? `${verb}, skip ${number(bad)}` : verb;
}

/** How far it is; the import itself goes on when the page is left. */
export function Importing({ state }) {
  const { done } = state;
  const total = state.good;
  return html`<section class="panel"><header><h2>Importing</h2></header>
    <div class="progress" role="status"><div class="meter-line"><span>Checks go on meanwhile. You may leave this page; the import goes on.</span>${done > 0 && html`<span class="figure">${number(done)} <span class="faint">of ${plural(total, "customer")}</span></span>`}</div>
      ${done > 0 ? html`<progress aria-label="Importing" max=${Math.max(total, 1)} value=${done}></progress>` : html`<progress aria-label="Importing"></progress>`}</div>
  </section>`;
}
