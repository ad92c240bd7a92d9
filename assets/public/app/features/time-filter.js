// The time that a list covers: lengths that end now, or exact times in the reader's zone. In the
// address exact times are in UTC, so that a link means the same everywhere.

import { RANGES } from "./log-query.js";
import { setQuery, useQuery } from "../kit/router.js";
import { html, useEffect, useId, useState } from "../kit/ui.js";

export function TimeFilter() {
  const { range, from, to } = useQuery();
  const isSet = Boolean(from || to);
  const [isExact, setExact] = useState(isSet);
  const id = useId();
  useEffect(() => setExact((before) => (range ? false : before || isSet)), [range, isSet]);
  const choose = (value) => {
    setExact(value === "exact");
    if (value !== "exact") {
      setQuery({ range: value, from: null, to: null }, { replace: true });
    } else {
      setQuery({ range: null }, { replace: true });
    }
  };
  const value = isExact ? "exact" : (range ?? "");
  return html`<div class="filter">
      <label for=${id} class="hidden">Time</label>
      <select id=${id} value=${value} onChange=${(event) => choose(event.target.value)}>
        <option value="">Time: any</option>
        ${RANGES.map(([key, text]) => html`<option key=${key} value=${key} selected=${key === value}>${text}</option>`)}
        <option value="exact" selected=${value === "exact"}>Exact times…</option>
      </select>
    </div>
    ${isExact && html`<${Moment} name="from" label="From" value=${from} /><${Moment} name="to" label="to" value=${to} />`}`;
}

/** `2026-11-22T17:05:00.000Z` as `datetime-local` wants it, in the reader's zone. */
function localOf(text) {
  const date = new Date(text ?? "");
  if (Number.isNaN(date.getTime())) {
    return "";
  }
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function Moment({ name, label, value }) {
  const id = useId();
  const set = (event) => {
    const date = new Date(event.target.value);
    setQuery({ [name]: Number.isNaN(date.getTime()) ? null : date.toISOString() }, { replace: true });
  };
  return html`<div class="filter is-moment"><label for=${id}>${label}</label><input id=${id} type="datetime-local" step="1" value=${localOf(value)} onChange=${set} /></div>`;
}
