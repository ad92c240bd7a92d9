// The frame of console and portal: rail, top bar, banner of kill switches, the place for the page.

import { onSessionOver } from "./api.js";
import { Toasts, announce } from "./feedback.js";
import { Icon } from "./icons.js";
import { KillBanner } from "./kill-banner.js";
import { connection } from "./live.js";
import { Palette } from "./palette.js";
import { Person } from "./person.js";
import { RAIL_ID, Rail } from "./rail.js";
import { Link, usePlace } from "./router.js";
import { ShortcutHelp, useShortcuts } from "./shortcuts.js";
import { SignInAgain } from "./signin.js";
import { Time } from "./time.js";
import { html, useEffect, useRef, useState, useStore } from "./ui.js";

/**
 * `who`: Me; `name`: of the place (`Console`); `sections`: `[{ title?, items: [{ path, title, icon, count?, letter? }] }]`,
 * where `letter` goes there after `g`; `crumbs`: `[{ title, path? }]`; `commands`: what the palette
 * offers beside the search: `[{ title, detail, icon, run }]`.
 */
export function Shell({ who, name, sections, crumbs, commands, children }) {
  const [floating, setFloating] = useState(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const isOver = useSessionOver();
  const { path } = usePlace();
  const items = sections.flatMap((section) => section.items);
  const search = () => setFloating("search");
  const help = () => setFloating("help");
  const close = () => setFloating(null);
  useEffect(() => setMenuOpen(false), [path]);
  useFocusOnMove(path);
  useShortcuts({ items, onSearch: search, onHelp: help });

  return html`<a class="skip" href="#main">Skip to the content</a>
    <${KillBanner} who=${who} />
    <div class="frame">
      <${Rail} name=${name} sections=${sections} isOpen=${isMenuOpen} close=${() => setMenuOpen(false)} />
      <div class="frame-main" inert=${isMenuOpen}>
        <header class="bar">
          <button type="button" class="button icon-button quiet only-narrow" aria-label="Menu" aria-expanded=${isMenuOpen} aria-controls=${RAIL_ID} onClick=${() => setMenuOpen(!isMenuOpen)}><${Icon} name="menu" /></button>
          <${Crumbs} crumbs=${crumbs} />
          <span class="spring"></span>
          <button type="button" class="search-button" aria-label="Search" onClick=${search}><${Icon} name="search" /><span>Search</span><kbd>/</kbd></button>
          <${Connection} />
          <${Person} who=${who} onHelp=${help} />
        </header>
        <main id="main" tabindex="-1">${children}</main>
      </div>
    </div>
    ${floating === "search" && html`<${Palette} who=${who} sections=${sections} commands=${commands} onHelp=${help} onClose=${close} />`}
    ${floating === "help" && html`<${ShortcutHelp} items=${items.filter(({ letter }) => letter)} onClose=${close} />`}
    ${isOver && html`<${SignInAgain} who=${who} onDone=${isOver.done} />`}
    <${Toasts} />`;
}

/** While a session is over: what to call when there is one again. Whatever waits goes on then. */
function useSessionOver() {
  const [isOver, setOver] = useState(null);
  useEffect(() => {
    let waiting = null;
    onSessionOver(() => {
      waiting ??= new Promise((resolve) => setOver({ done: () => ((waiting = null), setOver(null), resolve()) }));
      return waiting;
    });
  }, []);
  return isOver;
}

/** A link that was followed within a page is gone with it: the focus goes to the new page's beginning. */
function useFocusOnMove(path) {
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) {
      before.current = path;
      const isElsewhere = document.activeElement?.closest(".rail, .bar, dialog");
      isElsewhere || document.getElementById("main")?.focus({ preventScroll: true });
    }
  }, [path]);
}

function Crumbs({ crumbs }) {
  return html`<nav class="crumbs" aria-label="Place"><ol>
    ${crumbs.map(({ title, path }, index) => {
      const isLast = index === crumbs.length - 1;
      return html`<li key=${index}>${path && !isLast ? html`<${Link} to=${path}>${title}<//>` : html`<span aria-current=${isLast ? "page" : undefined}>${title}</span>`}</li>`;
    })}
  </ol></nav>`;
}

const CONNECTION = { live: "Live", polling: "Polling", offline: "Offline" };

/** Whether what is shown is fresh: by the event stream, by asking, or not since when. */
function Connection() {
  const { state, since } = useStore(connection);
  return html`<span class=${`connection is-${state}`} role="status" title=${state === "live" ? "Changes appear as they happen" : state === "polling" ? "Asking every few seconds" : "The appliance does not answer"}>
    <i class="dot" aria-hidden="true"></i><span>${CONNECTION[state]}${state === "offline" && html` since <${Time} at=${new Date(since).toISOString()} />`}</span>
  </span>`;
}

/** What the document is called before any page; its first page need not be announced. */
const FIRST_TITLE = document.title;

/** The head of a page: what it is, what can be done here. */
export function PageHead({ title, about, children, badge }) {
  useEffect(() => {
    const isFirst = document.title === FIRST_TITLE;
    document.title = `${title} · Portcullis`;
    isFirst || announce(title);
  }, [title]);
  return html`<div class="page-head"><div><h1>${title} ${badge}</h1>${about && html`<p class="about">${about}</p>`}</div><div class="page-actions">${children}</div></div>`;
}

/** Tabs that are places: `tabs`: `[{ path, title, count? }]`. */
export function Tabs({ tabs, label }) {
  const { path } = usePlace();
  return html`<nav class="tabs" aria-label=${label}><ul>${tabs.map((tab) => html`<li key=${tab.path}><${Link} to=${tab.path} aria-current=${tab.path === path ? "page" : undefined}>${tab.title}${tab.count !== undefined && html` <span class="faint figure">${tab.count}</span>`}<//></li>`)}</ul></nav>`;
}
