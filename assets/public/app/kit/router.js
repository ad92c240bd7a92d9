// Where the reader is: the path under the page's base, and the query, which holds filters, tabs and
// what is open, so that every view can be linked to.

import { classes, html, store, useLayoutEffect, useStore } from "./ui.js";

const base = () => document.body.dataset.base;

function here() {
  const path = location.pathname.slice(base().length) || "/";
  return { path: path === "" ? "/" : path, query: new URLSearchParams(location.search) };
}

export const place = store(null);

export function startRouter() {
  place.set(here());
  let shown = location.href;
  place.subscribe(() => (shown = location.href));
  window.addEventListener("popstate", () => {
    const isSame = withoutHash(shown) === withoutHash(location.href);
    if (isSame || mayLeave()) {
      place.set(here());
    } else {
      // The browser has gone already: the address comes back, what is drawn never went.
      history.pushState(null, "", shown);
    }
  });
}

const withoutHash = (address) => address.split("#")[0];

/** What is asked before the page is left; null while nothing would be lost. */
let question = null;

const mayLeave = () => !question || window.confirm(question);

/** Asks before the page is left, by a link, by the Back button or by closing it, as long as `text` says what would be lost. */
export function useLeavingAsked(text) {
  // At once, not after the next frame: whoever has just said that nothing is lost is not asked.
  useLayoutEffect(() => {
    if (!text) {
      return undefined;
    }
    const warn = (event) => event.preventDefault();
    question = text;
    window.addEventListener("beforeunload", warn);
    return () => {
      question = null;
      window.removeEventListener("beforeunload", warn);
    };
  }, [text]);
}

/** Goes to a path under the base, for example `/customers?tier=pro`. */
export function go(path, { replace = false } = {}) {
  const target = base() + (path === "/" ? "" : path);
  if (target === location.pathname + location.search) {
    return;
  }
  const isLeft = target.split("?")[0] !== location.pathname;
  if (isLeft && !mayLeave()) {
    return;
  }
  history[replace ? "replaceState" : "pushState"](null, "", target || "/");
  const before = place.get()?.path;
  place.set(here());
  if (before !== place.get().path) {
    document.getElementById("main")?.scrollTo(0, 0);
  }
}

/** Sets parts of the query; an empty value removes one. */
export function setQuery(changes, { replace = false } = {}) {
  const { path, query } = here();
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "") {
      next.delete(name);
    } else {
      next.set(name, String(value));
    }
  }
  const text = next.toString();
  go(path + (text === "" ? "" : `?${text}`), { replace });
}

/** The query as an object, drawn again when it changes. */
export function useQuery() {
  return Object.fromEntries(useStore(place).query);
}

export const usePlace = () => useStore(place);

/** The address of a path under the base, for `href`. */
export const href = (path) => base() + (path === "/" ? "" : path);

function follow(event, path) {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (isPlain && !event.defaultPrevented) {
    event.preventDefault();
    go(path);
  }
}

/** A link within the page: works in a new tab too. */
export function Link({ to, class: name, children, ...rest }) {
  return html`<a href=${href(to)} class=${classes("link", name)} onClick=${(event) => follow(event, to)} ...${rest}>${children}</a>`;
}

/**
 * Matches `/customers/:id/:tab?` against a path and gives the values, or null. The last name may be
 * optional (`?`) or take the rest (`*`).
 */
export function match(pattern, path) {
  const names = pattern.split("/").filter(Boolean);
  const parts = path.split("/").filter(Boolean);
  const values = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index];
    if (name.endsWith("*")) {
      values[name.slice(1, -1)] = parts.slice(index).map(decodeURIComponent).join("/");
      return values;
    }
    if (part === undefined) {
      return name.endsWith("?") ? values : null;
    }
    if (name.startsWith(":")) {
      values[name.slice(1).replace("?", "")] = decodeURIComponent(part);
    } else if (name !== part) {
      return null;
    }
  }
  return parts.length <= names.length ? values : null;
}
