// The frame of console and portal: rail, top bar, banner of kill switches, the place for the page.

import { onSessionOver } from "./api.js";
import { Toasts } from "./feedback.js";
import { Icon } from "./icons.js";
import { KillBanner } from "./kill-banner.js";
import { connection } from "./live.js";
import { Link, go, usePlace } from "./router.js";
import { Palette } from "./palette.js";
import { signOut } from "./session.js";
import { SignInAgain } from "./signin.js";
import { Time } from "./time.js";
import { choose, useThemeChoice } from "./theme.js";
import { classes, html, useEffect, useRef, useState, useStore } from "./ui.js";

/**
 * `who`: Me; `name`: of the place (`Console`); `sections`: `[{ title?, items: [{ path, title, icon, count? }] }]`;
 * `crumbs`: `[{ title, path? }]`; `commands`: what the palette offers beside the search.
 */
export function Shell({ who, name, sections, crumbs, commands, children }) {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isOver, setOver] = useState(null);
  const { path } = usePlace();

  useEffect(() => {
    let waiting = null;
    onSessionOver(() => {
      waiting ??= new Promise((resolve) => setOver({ done: () => ((waiting = null), setOver(null), resolve()) }));
      return waiting;
    });
  }, []);
  useEffect(() => setMenuOpen(false), [path]);
  useShortcuts({ onSearch: () => setPaletteOpen(true) });

  return html`<a class="skip" href="#main">Skip to the content</a>
    <div class="frame">
      <${Rail} name=${name} sections=${sections} isOpen=${isMenuOpen} close=${() => setMenuOpen(false)} />
      <div class="frame-main">
        <${KillBanner} who=${who} />
        <header class="bar">
          <button type="button" class="button icon-button quiet only-narrow" aria-label="Menu" aria-expanded=${isMenuOpen} onClick=${() => setMenuOpen(!isMenuOpen)}><${Icon} name="menu" /></button>
          <${Crumbs} crumbs=${crumbs} />
          <span class="spring"></span>
          <button type="button" class="search-button" aria-label="Search" onClick=${() => setPaletteOpen(true)}><${Icon} name="search" /><span>Search</span><kbd>/</kbd></button>
          <${Connection} />
          <${Person} who=${who} />
        </header>
        <main id="main" tabindex="-1">${children}</main>
      </div>
    </div>
    ${isPaletteOpen && html`<${Palette} who=${who} sections=${sections} commands=${commands} onClose=${() => setPaletteOpen(false)} />`}
    ${isOver && html`<${SignInAgain} who=${who} onDone=${isOver.done} />`}
    <${Toasts} />`;
}

function Rail({ name, sections, isOpen, close }) {
  const [isSmall, setSmall] = useState(localStorage.getItem("rail") === "small");
  const toggle = () => {
    localStorage.setItem("rail", isSmall ? "wide" : "small");
    setSmall(!isSmall);
  };
  return html`${isOpen && html`<div class="rail-veil only-narrow" onClick=${close}></div>`}
    <nav class=${classes("rail", isSmall && "is-small", isOpen && "is-open")} aria-label="Main">
      <${Link} to="/" class="brand"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><use href="/assets/mark.svg#mark" /></svg><span>Portcullis</span><small>${name}</small><//>
      ${sections.map((section, index) => html`<div key=${index} class="rail-section">
        ${section.title && html`<h2>${section.title}</h2>`}
        <ul>${section.items.map((item) => html`<${RailItem} key=${item.path} ...${item} isSmall=${isSmall} />`)}</ul>
      </div>`)}
      <span class="spring"></span>
      <button type="button" class="rail-item rail-toggle" onClick=${toggle} aria-pressed=${isSmall} title=${isSmall ? "Show words" : "Icons only"}>
        <${Icon} name=${isSmall ? "panel-left-open" : "panel-left-close"} /><span>Icons only</span>
      </button>
    </nav>`;
}

function RailItem({ path, title, icon, count, isSmall }) {
  const place = usePlace().path;
  const isHere = path === "/" ? place === "/" : place === path || place.startsWith(`${path}/`);
  return html`<li><${Link} to=${path} class="rail-item" aria-current=${isHere ? "page" : undefined} title=${isSmall ? title : undefined}>
    <${Icon} name=${icon} /><span>${title}</span>${count > 0 && html`<b class="count" aria-label=${`${count} waiting`}>${count > 99 ? "99+" : count}</b>`}
  <//></li>`;
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

function Person({ who }) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef(null);
  const theme = useThemeChoice();
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const close = (event) => {
      if (event.type === "keydown" ? event.key === "Escape" : !box.current?.contains(event.target)) {
        setOpen(false);
        event.type === "keydown" && box.current?.querySelector("button")?.focus();
      }
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, [isOpen]);
  const name = who.username ?? who.name;
  const role = who.role ?? "customer";
  return html`<div class="person" ref=${box}>
    <button type="button" class="button quiet" aria-label=${`Signed in as ${name}`} aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}><${Icon} name="user" /><span class="person-name">${name}</span><${Icon} name="chevron-down" /></button>
    ${isOpen && html`<div class="menu">
      <p><strong>${name}</strong><br /><span class="faint">${role}</span></p>
      <fieldset class="segments"><legend class="hidden">Colours</legend>
        ${[["system", "monitor", "System"], ["light", "sun", "Light"], ["dark", "moon", "Dark"]].map(([key, icon, label]) => html`<label key=${key}><input type="radio" name="theme" checked=${theme === key} onChange=${() => choose(key)} /><span><${Icon} name=${icon} />${label}</span></label>`)}
      </fieldset>
      <button type="button" class="menu-item" onClick=${() => (setOpen(false), go("/account"))}><${Icon} name="user-cog" />${who.kind === "operator" ? "Account, tokens, sessions" : "Sessions"}</button>
      <a class="menu-item" href="/docs"><${Icon} name="book-open" />API reference</a>
      <button type="button" class="menu-item" onClick=${signOut}><${Icon} name="log-out" />Sign out</button>
    </div>`}
  </div>`;
}

/** `/` and Ctrl-K search, wherever nothing is being typed. */
function useShortcuts({ onSearch }) {
  useEffect(() => {
    const key = (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey;
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if ((isSlash || isK) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        onSearch();
      }
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, []);
}

/** The head of a page: what it is, what can be done here. */
export function PageHead({ title, about, children, badge }) {
  useEffect(() => {
    document.title = `${title} · Portcullis`;
  }, [title]);
  return html`<div class="page-head"><div><h1>${title} ${badge}</h1>${about && html`<p class="about">${about}</p>`}</div><div class="page-actions">${children}</div></div>`;
}

/** Tabs that are places: `tabs`: `[{ path, title, count? }]`. */
export function Tabs({ tabs, label }) {
  const { path } = usePlace();
  return html`<nav class="tabs" aria-label=${label}><ul>${tabs.map((tab) => html`<li key=${tab.path}><${Link} to=${tab.path} aria-current=${tab.path === path ? "page" : undefined}>${tab.title}${tab.count !== undefined && html` <span class="faint figure">${tab.count}</span>`}<//></li>`)}</ul></nav>`;
}
