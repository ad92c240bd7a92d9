// Filters that live in the address: one box or choice for each, what is set shown as chips that can be
// taken away.

import { Icon } from "./icons.js";
import { setQuery, useQuery } from "./router.js";
import { classes, html, useEffect, useId, useRef, useState } from "./ui.js";

/**
 * `filters`: `[{ name, label, options?: [[value, label]], placeholder?, kind?, isWide?, Control?, chip? }]`;
 * without options it is a text box, which acts a moment after the last key; `Control` draws another one, null
 * none; `chip(value)` says in words what is set. `children` stand at the right.
 */
export function FilterBar({ filters, children }) {
  const query = useQuery();
  const set = filters.filter(({ name }) => query[name]);
  return html`<div class="filters">
    <div class="filter-row" role="search">
      ${filters.filter(({ Control }) => Control !== null).map((filter) => html`<${filter.Control ?? (filter.options ? Choice : Box)} key=${filter.name} ...${filter} value=${query[filter.name] ?? ""} />`)}
      <span class="spring"></span>
      ${children}
    </div>
    ${set.length > 0 && html`<ul class="chips" aria-label="Filters that are set">
      ${set.map((filter) => html`<${Chip} key=${filter.name} ...${filter} value=${query[filter.name]} />`)}
      ${set.length > 1 && html`<li><button type="button" class="chip is-quiet" onClick=${() => setQuery(Object.fromEntries(set.map(({ name }) => [name, null])))}>Clear all</button></li>`}
    </ul>`}
  </div>`;
}

function Chip({ name, label, options, value, chip }) {
  return html`<li><button type="button" class="chip" onClick=${() => setQuery({ [name]: null })} title="Remove this filter">
    <span class="faint">${label}</span> ${chip?.(value) ?? options?.find(([key]) => key === value)?.[1] ?? value}<span class="hidden">: remove this filter</span> <${Icon} name="x" />
  </button></li>`;
}

function Choice({ name, label, options, value }) {
  const id = useId();
  return html`<div class="filter"><label for=${id} class="hidden">${label}</label>
    <select id=${id} value=${value} onChange=${(event) => setQuery({ [name]: event.target.value }, { replace: true })}>
      <option value="">${label}: any</option>
      ${options.map(([key, text]) => html`<option key=${key} value=${key} selected=${key === value}>${text}</option>`)}
    </select>
  </div>`;
}

function Box({ name, label, value, placeholder, kind = "search", isWide }) {
  const id = useId();
  const [text, setText] = useState(value);
  const timer = useRef(null);
  // What is in the address replaces what is typed only where they differ: a blank at the end of a word
  // is on its way to the next.
  useEffect(() => {
    clearTimeout(timer.current);
    setText((typed) => (typed.trim() === value ? typed : value));
    return () => clearTimeout(timer.current);
  }, [value]);
  const typed = (event) => {
    const next = event.target.value;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setQuery({ [name]: next.trim() }, { replace: true }), 250);
  };
  return html`<div class=${classes("filter", isWide && "is-wide")}><label for=${id} class="hidden">${label}</label><input id=${id} type=${kind} value=${text} placeholder=${placeholder ?? label} onInput=${typed} /></div>`;
}
