// What would happen, or did: sums, and a row for each line of the file.

import { Badge } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { useFocusHere } from "../kit/focus.js";
import { number, plural } from "../kit/format.js";
import { Prose } from "../kit/prose.js";
import { setQuery, useQuery } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { html, useRef } from "../kit/ui.js";
import { titleOf, useTiers } from "../features/tiers.js";

export function ImportSummary({ state, isDone = false, children }) {
  const tiers = useTiers();
  const byTier = Object.entries(state.tiers);
  const skipped = isDone ? state.rows - state.done : state.bad;
  const heading = useRef(null);
  useFocusHere(heading, [isDone]);
  return html`<section class="panel import-summary" aria-label=${isDone ? "What was imported" : "What would happen"}>
    <header><h2 ref=${heading} tabindex="-1">${headOf(state, isDone)}</h2>${children}</header>
    <div class="figures">
      <div class="stat"><b>${number(state.rows)}</b><span>${state.rows === 1 ? "row" : "rows"} in the file</span></div>
      <div class="stat"><b>${number(isDone ? state.done : state.good)}</b><span>${isDone ? "customers imported" : "would be imported"}</span></div>
      <div class="stat"><b class=${skipped > 0 ? "is-bad" : undefined}>${number(skipped)}</b><span>${isDone ? "skipped" : "with mistakes"}</span></div>
    </div>
    ${!isDone && byTier.length > 0 && html`<p class="faint">${byTier.map(([tier, count], index) => html`${index > 0 && " · "}<span class="figure">${number(count)}</span> on ${titleOf(tiers.data, tier)}`)}</p>`}
  </section>`;
}

function headOf({ bad, done }, isDone) {
  if (isDone) {
    return `${plural(done, "customer")} ${done === 1 ? "is" : "are"} imported`;
  }
  return bad === 0 ? "Every row is good" : `${plural(bad, "row")} ${bad === 1 ? "has a mistake" : "have mistakes"}`;
}

/** The rows; those with mistakes alone when there are any, unless asked for otherwise. */
export function ImportRows({ path, state }) {
  const { only = state.bad > 0 ? "bad" : "all" } = useQuery();
  const list = useList(`${path}/rows`, { only: only === "all" ? null : only });
  const total = { all: state.rows, good: state.good, bad: state.bad }[only];
  const kinds = [["all", "All", state.rows], ["good", "Good", state.good], ["bad", "Mistakes", state.bad]];
  return html`<section aria-label="Rows of the file">
    <div class="filters"><div class="segments" role="group" aria-label="Which rows">${kinds.map(([key, label, count]) => html`<label key=${key}><input type="radio" name="only" checked=${only === key} onChange=${() => setQuery({ only: key }, { replace: true })} /><span>${label} <span class="faint figure">${number(count)}</span></span></label>`)}</div></div>
    <${DataTable} caption="Rows of the file" columns=${only === "good" ? GOOD : COLUMNS} list=${list} rowKey=${({ line }) => line} total=${total} marker=${markerOf} empty=${html`<p class="panel faint">${only === "bad" ? "No row has a mistake." : "There is no such row."}</p>`} />
  </section>`;
}

/** What is remembered of the rows that were left out: the first mistakes. */
export function SkippedRows({ state }) {
  const byLine = Map.groupBy(state.errors, ({ line }) => line);
  const items = [...byLine].map(([line, errors]) => ({ line, errors }));
  const isCut = items.length < state.bad;
  return html`<section aria-label="Rows that were left out"><h2 class="after-panel">Rows that were left out</h2>
    <${DataTable} caption="Rows that were left out" columns=${LEFT_OUT} list=${{ items }} rowKey=${({ line }) => line} isCounted=${false} />
    ${isCut && html`<p class="table-count">The first ${number(items.length)} of ${number(state.bad)}; check the file again for the others.</p>`}
  </section>`;
}

const markerOf = ({ outcome }) => (outcome === "error" ? "is-bad-row" : undefined);

const COLUMNS = [
  { id: "line", title: "Line", kind: "number", width: "72px", cell: ({ line }) => html`<span class="cell-line">${number(line)}</span>` },
  { id: "outcome", title: "Outcome", width: "112px", hide: "narrow", cell: ({ outcome }) => (outcome === "error" ? html`<${Badge} is="failed" text="Mistake" />` : html`<${Badge} is="passed" text="Good" />`) },
  { id: "name", title: "Name", hide: "narrow", cell: ({ name }) => html`<span class="cell-name">${name || html`<span class="faint">–</span>`}</span>` },
  { id: "email", title: "Email", hide: "narrow", cell: ({ email }) => html`<span class="cell-name">${email || html`<span class="faint">–</span>`}</span>` },
  { id: "tier", title: "Tier", width: "104px", hide: "medium", cell: ({ subscription_tier: tier }) => tier || html`<span class="faint">–</span>` },
  { id: "errors", title: "What is wrong", grow: true, wraps: true, cell: ({ name, errors }) => html`${name && html`<span class="only-narrow">${name}${errors.length > 0 && ":"}</span>`}<${Mistakes} errors=${errors} />` },
];

const LEFT_OUT = COLUMNS.filter(({ id }) => ["line", "errors"].includes(id));

/** Of rows without mistakes. */
const GOOD = COLUMNS.filter(({ id }) => id !== "errors").map((column) => (column.id === "name" ? { ...column, grow: true, hide: undefined } : column));

/** All of them; in full on hover where there is one line for them. */
function Mistakes({ errors }) {
  if (!errors?.length) {
    return html`<span class="faint">–</span>`;
  }
  const text = errors.map(mistakeOf).join("; ");
  return html`<span title=${text.replaceAll("`", "")}><${Prose} text=${text} /></span>`;
}

/** `{ field: "email", message: "must be …" }` as a phrase. */
export const mistakeOf = ({ field, message }) => (field === "row" ? `the row ${message}` : `\`${field}\` ${message}`);
