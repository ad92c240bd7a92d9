// Search: `/` or Ctrl-K, then customers, agents, keys, records by id, places to go and things to do.

import { get, url } from "./api.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icons.js";
import { go } from "./router.js";
import { may, signOut } from "./session.js";
import { choose } from "./theme.js";
import { classes, html, useEffect, useId, useRef, useState } from "./ui.js";

const ICONS = { customer: "building-2", agent: "bot", key: "key-round", permission: "shield-check", approval: "inbox", record: "scroll-text", operator: "user-cog" };
const KINDS = { customer: "Customer", agent: "Agent", key: "API key", permission: "Permission", approval: "Approval", record: "Record", operator: "Operator" };
const MIN_LENGTH = 2;
/** How long typing rests before it is searched for. */
const REST_MS = 150;

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

/** The customer that a hit belongs to, for operators: agents of many customers share their names. */
function whose({ kind, customer_id, customer_name }, who) {
  const isOthers = who.kind === "operator" && customer_id && kind !== "customer";
  return isOthers ? (customer_name ?? `cus_…${customer_id.slice(-6)}`) : null;
}

/** What is found for a text: `{ hits, isBusy, error, of }`; `of` is the text that the hits are for. */
function useSearch(text, maySearch) {
  const wanted = text.trim();
  const [state, setState] = useState({ hits: [], of: "", isBusy: false, error: null });
  useEffect(() => {
    if (wanted.length < MIN_LENGTH || !maySearch) {
      setState({ hits: [], of: "", isBusy: false, error: null });
      return undefined;
    }
    setState((before) => ({ ...before, isBusy: true }));
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { data } = await get(url("/api/search", { q: wanted }), { signal: aborter.signal });
        setState({ hits: data, of: wanted, isBusy: false, error: null });
      } catch (error) {
        error.name !== "AbortError" && setState({ hits: [], of: wanted, isBusy: false, error });
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [wanted]);
  return state;
}

/** Places of the rail, commands of the page, and what can be done anywhere. */
function useful({ who, sections, commands, onHelp }) {
  const places = sections.flatMap(({ items }) => items).map(({ path, title, icon, letter }) => ({ id: path, title, icon, detail: "Go to", hint: letter && `g ${letter}`, run: () => go(path) }));
  const anywhere = [
    { title: "Keyboard shortcuts", detail: "Help", icon: "keyboard", hint: "?", run: onHelp },
    { title: "Light colours", detail: "Colours", icon: "sun", run: () => choose("light") },
    { title: "Dark colours", detail: "Colours", icon: "moon", run: () => choose("dark") },
    { title: "Colours of the system", detail: "Colours", icon: "monitor", run: () => choose("system") },
    ...(may(who, "read") ? [{ title: "Account", detail: "Go to", icon: "user-cog", run: () => go("/account") }] : []),
    { title: "Sign out", detail: "Account", icon: "log-out", run: signOut },
  ];
  return [...places, ...commands, ...anywhere];
}

export function Palette({ who, sections, commands = [], onHelp, onClose }) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const search = useSearch(text, may(who, "read"));
  const list = useRef(null);
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const hits = search.hits.map((hit) => ({ ...hit, icon: ICONS[hit.kind], detail: [KINDS[hit.kind], hit.detail, whose(hit, who)].filter(Boolean).join(" · "), run: () => go(pathOf(hit, who)) }));
  const others = useful({ who, sections, commands, onHelp }).filter(({ title }) => title.toLowerCase().includes(wanted));
  const all = [...hits, ...others];
  const place = Math.max(0, Math.min(active, all.length - 1));
  const key = (event) => keyed(event, { place, all, setActive, choose: chosen });
  useEffect(() => list.current?.querySelector(".is-active")?.scrollIntoView({ block: "nearest" }), [place, all.length]);
  function chosen(item) {
    onClose();
    item.run();
  }
  return html`<${Dialog} title="Search" onClose=${onClose} name="palette">
    <div class="palette">
      <div class="palette-box"><${Icon} name="search" />
        <input type="search" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls=${`${id}-list`} aria-activedescendant=${all[place] ? `${id}-${place}` : undefined} aria-label="Search" autocomplete="off" spellcheck=${false}
          placeholder=${who.kind === "operator" ? "Customer, agent, id, page" : "Agent, id, page"} value=${text} onInput=${(event) => (setText(event.target.value), setActive(0))} onKeyDown=${key} /></div>
      <ul role="listbox" ref=${list} id=${`${id}-list`} aria-label="Results">
        ${all.map((item, index) => html`<${Option} key=${`${item.kind}${item.id ?? item.title}${item.customer_id}`} id=${`${id}-${index}`} item=${item} isActive=${index === place} choose=${() => chosen(item)} point=${() => setActive(index)} />`)}
      </ul>
      <p class="palette-says faint" role="status">${says(search, all, wanted)}</p>
      <p class="palette-keys faint" aria-hidden="true"><kbd>↑</kbd><kbd>↓</kbd> to choose <kbd>Enter</kbd> to open <kbd>Esc</kbd> to close</p>
    </div>
  <//>`;
}

function Option({ id, item, isActive, choose: chosen, point }) {
  return html`<li id=${id} role="option" aria-selected=${isActive} class=${classes(isActive && "is-active")} onClick=${chosen} onMouseMove=${point}>
    <${Icon} name=${item.icon ?? "arrow-right"} /><span class="palette-title">${item.title}</span><span class="palette-detail">${item.detail}</span>${item.hint && html`<kbd>${item.hint}</kbd>`}
  </li>`;
}

function says({ error, isBusy, of }, all, wanted) {
  if (error) {
    return `The search failed: ${error.message}`;
  }
  if (all.length === 0 && !isBusy && of.toLowerCase() === wanted && wanted !== "") {
    return "Nothing is called that. Of an id, give the whole or its beginning.";
  }
  return all.length === 0 && !isBusy ? `Type ${MIN_LENGTH} letters or more to search everything.` : "";
}

function keyed(event, { place, all, setActive, choose: chosen }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && all.length > 0) {
    event.preventDefault();
    setActive((place + step + all.length) % all.length);
  } else if (event.key === "Enter" && all[place]) {
    event.preventDefault();
    chosen(all[place]);
  }
}
