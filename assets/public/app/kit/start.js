// How console and portal begin: who is it, then the page for the place.

import { ErrorNote, Skeleton } from "./feedback.js";
import { startLive } from "./live.js";
import { match, startRouter, usePlace } from "./router.js";
import { loadMe, may, useMe } from "./session.js";
import { SignInPage } from "./signin.js";
import { html, render, useEffect, useErrorBoundary, useState } from "./ui.js";

/**
 * `kind`: who may be here; `App`: drawn with `who` once somebody is signed in; `before` runs first, and may
 * `ask(Page, props)`: the page is drawn with `answer`, and what that is given comes back.
 */
export function start({ kind, App, before }) {
  startRouter();
  const place = document.getElementById("app");
  // What the page showed until this ran; drawing would leave it standing.
  place.replaceChildren();
  render(html`<${Root} kind=${kind} App=${App} before=${before} />`, place);
}

let isListening = false;

function Root({ kind, App, before }) {
  const who = useMe();
  const [error, setError] = useState(null);
  const [asked, setAsked] = useState(null);
  const ask = (Page, props) =>
    new Promise((resolve) => {
      const answer = (value) => {
        setAsked(null);
        resolve(value);
      };
      setAsked({ Page, props: { ...props, answer } });
    });
  const load = () => {
    setError(null);
    (before ? before(ask) : Promise.resolve()).then(loadMe).catch(setError);
  };
  useEffect(load, []);
  useEffect(() => {
    if (who?.kind === kind && !isListening) {
      isListening = true;
      startLive({ hasStream: may(who, "read") });
    }
  }, [who]);
  if (error) {
    return html`<main id="main" class="sign-in"><div class="sign-in-panel"><${ErrorNote} error=${error} retry=${load} /></div></main>`;
  }
  if (asked) {
    return html`<${asked.Page} ...${asked.props} />`;
  }
  if (!who) {
    return html`<main id="main" class="loading"><${Skeleton} lines=${6} /></main>`;
  }
  if (who.kind !== kind) {
    return html`<${SignInPage} kind=${kind} me=${who} onDone=${() => {}} />`;
  }
  return html`<${App} who=${who} />`;
}

const loaded = new Map();

/**
 * The page of the place: `routes`: `[[pattern, () => import(…), title]]`; the module's `default` is
 * drawn with the pattern's values. Pages are read when they are first gone to.
 */
export function Pages({ routes, who }) {
  const { path } = usePlace();
  const [, redraw] = useState(0);
  const [error, retry] = useErrorBoundary();
  const found = routes.map(([pattern, load]) => ({ pattern, load, values: match(pattern, path) })).find(({ values }) => values);
  useEffect(() => {
    if (found && !loaded.has(found.pattern)) {
      found.load().then(
        (module) => (loaded.set(found.pattern, module.default), redraw((count) => count + 1)),
        (reason) => (loaded.set(found.pattern, () => html`<${ErrorNote} error=${reason} title="This page did not load" />`), redraw((count) => count + 1)),
      );
    }
  }, [found?.pattern]);
  useEffect(() => error && retry(), [path]);
  if (error) {
    return html`<${ErrorNote} error=${error} title="This page has a defect" retry=${retry} />`;
  }
  if (!found) {
    return html`<div class="empty"><h1>There is nothing here</h1><p>The address names no page. It may have been mistyped, or what it showed is gone.</p></div>`;
  }
  const Page = loaded.get(found.pattern);
  return Page ? html`<${Page} key=${JSON.stringify(found.values.id ?? "")} who=${who} ...${found.values} />` : html`<${Skeleton} lines=${8} />`;
}
