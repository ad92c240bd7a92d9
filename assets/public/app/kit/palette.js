// Search: `/` or Ctrl-K, then customers, agents, keys, records by id, and places to go.

import { get, url } from "./api.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icons.js";
import { go } from "./router.js";
import { classes, html, useEffect, useId, useRef, useState } from "./ui.js";

const ICONS = { customer: "building-2", agent: "bot", key: "key-round", permission: "shield-check", approval: "inbox", record: "scroll-text", operator: "user-cog", place: "arrow-right" };

/** Where a hit of `GET /api/search` is shown. */
export function pathOf(hit, who) {
  const customer = who.kind === "operator" ? `/customers/${hit.customer_id}` : "";
  const id = encodeURIComponent(hit.id);
  switch (hit.kind) {
    case "customer":
      return `/customers/${id}`;
    case "agent":
      return `${customer}/agents/${id}`;
    case "key":
      return `${customer}/keys?open=${id}`;
    case "permission":
      return `${customer}/permissions?open=${id}`;
    case "approval":
      return `/approvals?open=${id}`;
    case "operator":
      return `/operators?open=${id}`;
    default:
      return `/log?open=${id}`;
  }
}

export function Palette({ who, sections, commands = [], onClose }) {
  const [text, setText] = useState("");
  const [hits, setHits] = useState([]);
  const [active, setActive] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const input = useRef(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 2) {
      setHits([]);
      return undefined;
    }
    setBusy(true);
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { data } = await get(url("/api/search", { q: wanted }), { signal: aborter.signal });
        setHits(data);
      } catch (error) {
        error.name !== "AbortError" && setHits([]);
      }
      setBusy(false);
    }, 150);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [text]);

  const places = sections
    .flatMap(({ items }) => items)
    .map(({ path, title }) => ({ kind: "place", id: path, title, detail: "Go to", run: () => go(path) }))
    .concat(commands.map((command) => ({ kind: "place", id: command.title, ...command })))
    .filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase()));
  const all = [...hits.map((hit) => ({ ...hit, run: () => go(pathOf(hit, who)) })), ...places];
  const place = Math.min(active, all.length - 1);
  const choose = (item) => {
    onClose();
    item.run();
  };
  const key = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((place + step + all.length) % Math.max(all.length, 1));
    } else if (event.key === "Enter" && all[place]) {
      event.preventDefault();
      choose(all[place]);
    }
  };
  return html`<${Dialog} title="Search" onClose=${onClose}>
    <div class="palette">
      <input ref=${input} type="search" role="combobox" aria-expanded="true" aria-controls=${`${id}-list`} aria-activedescendant=${all[place] ? `${id}-${place}` : undefined} aria-label="Search"
        placeholder=${who.kind === "operator" ? "Customer, agent, id of a record or a key, or a place" : "Agent, id of a record or a key, or a place"} value=${text} onInput=${(event) => (setText(event.target.value), setActive(0))} onKeyDown=${key} />
      <ul role="listbox" id=${`${id}-list`} aria-label="Results">
        ${all.map((item, index) => html`<li key=${`${item.kind}${item.id}`} id=${`${id}-${index}`} role="option" aria-selected=${index === place} class=${classes(index === place && "is-active")} onClick=${() => choose(item)} onMouseMove=${() => setActive(index)}>
          <${Icon} name=${ICONS[item.kind] ?? "arrow-right"} /><span>${item.title}</span><span class="faint">${item.detail}</span>
        </li>`)}
      </ul>
      ${all.length === 0 && !isBusy && html`<p class="faint">Nothing is called that. Ids must be whole or their beginning.</p>`}
    </div>
  <//>`;
}
