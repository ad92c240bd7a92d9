// What floats: dialogs that ask, drawers that show one thing beside the list it is from. Both are the
// browser's own <dialog>, which keeps the focus inside and gives it back.

import { refocus } from "./focus.js";
import { asSentence } from "./format.js";
import { Icon } from "./icons.js";
import { Prose } from "./prose.js";
import { classes, html, useEffect, useId, useLayoutEffect, useRef, useState } from "./ui.js";

/** What has the focus at first: where something is typed, else what is chosen, else what can be pressed. */
const FIRST = [":is(input:not([type=checkbox], [type=radio]), select, textarea)", "input[type=radio]:checked", ".button"];

function useShown(close) {
  const element = useRef(null);
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog.showModal();
    FIRST.map((kind) => dialog.querySelector(`.dialog-body ${kind}:enabled`)).find(Boolean)?.focus();
    const cancel = (event) => {
      event.preventDefault();
      latest.current?.();
    };
    // Where it must not be dismissed a browser allows `cancel` to be refused once, and closes at the next Escape.
    const keydown = (event) => event.key === "Escape" && !latest.current && event.preventDefault();
    const closed = () => (latest.current ? latest.current() : dialog.showModal());
    dialog.addEventListener("cancel", cancel);
    dialog.addEventListener("keydown", keydown);
    dialog.addEventListener("close", closed);
    return () => {
      dialog.removeEventListener("cancel", cancel);
      dialog.removeEventListener("keydown", keydown);
      dialog.removeEventListener("close", closed);
      dialog.close();
      const back = before?.isConnected && before !== document.body ? before : document.getElementById("main");
      back?.focus({ preventScroll: true });
    };
  }, []);
  return element;
}

/**
 * A question with its buttons. `onClose` is absent where it cannot be dismissed by accident; `name` is
 * for a look of its own.
 */
export function Dialog({ title, children, onClose, wide = false, footer, name }) {
  const element = useShown(onClose);
  const id = useId();
  return html`<dialog ref=${element} class=${classes("dialog", wide && "is-wide", name && `is-${name}`)} aria-labelledby=${id}>
    <header><h2 id=${id}>${title}</h2>${onClose && html`<button type="button" class="button icon-button quiet" aria-label="Close" onClick=${onClose}><${Icon} name="x" /></button>`}</header>
    <div class="dialog-body">${children}</div>
    ${footer && html`<footer>${footer}</footer>`}
  </dialog>`;
}

/** One thing from a list, at the side. The list stays where it was. */
export function Drawer({ title, eyebrow, children, onClose, actions }) {
  const element = useRef(null);
  const id = useId();
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    element.current.focus();
    const key = (event) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
        latest.current();
      }
    };
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("keydown", key);
      before?.isConnected && before.focus?.();
    };
  }, []);
  return html`<div ref=${element} class="drawer" role="dialog" aria-labelledby=${id} tabindex="-1">
    <header>
      <div><p class="eyebrow">${eyebrow}</p><h2 id=${id}>${title}</h2></div>
      <div class="drawer-actions">${actions}<button type="button" class="button icon-button quiet" aria-label="Close" onClick=${onClose}><${Icon} name="x" /></button></div>
    </header>
    <div class="drawer-body">${children}</div>
  </div>`;
}

/**
 * Asks before something that matters. `effect` says what happens, in numbers; `typed` is a word to
 * type where it cannot be undone; `run` does it and may throw a Problem, which is shown; `hint` says
 * why it is not ready.
 */
export function Confirm({ title, children, verb, danger = false, typed, run, onClose, error: given, isReady = true, hint }) {
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState(null);
  const id = useId();
  const button = useRef(null);
  const isTyped = !typed || text.trim() === typed;
  const confirm = async (event) => {
    event.preventDefault();
    if (!isTyped || !isReady || isBusy) {
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await run();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
      refocus(() => button.current);
    }
  };
  const shown = error ?? given;
  return html`<${Dialog} title=${title} onClose=${isBusy ? undefined : onClose}>
    <form onSubmit=${confirm} class="stack">
      ${children}
      ${typed && html`<div class="field"><label for=${id}>Type <code>${typed}</code> to confirm</label><input id=${id} autocomplete="off" spellcheck=${false} value=${text} onInput=${(event) => setText(event.target.value)} /></div>`}
      ${shown && html`<div class="note is-error" role="alert"><${Icon} name="circle-alert" /><div><p><${Prose} text=${asSentence(shown.message)} /></p>${shown.requestId && html`<p class="faint">Request <code>${shown.requestId}</code></p>`}</div></div>`}
      <div class="buttons">
        <button type="button" class="button" onClick=${onClose} disabled=${isBusy}>Cancel</button>
        <button ref=${button} type="submit" class=${classes("button", danger ? "is-danger" : "is-primary")} disabled=${!isTyped || !isReady || isBusy} title=${!isReady ? hint : isTyped ? undefined : `Type ${typed} first`}>${verb}</button>
      </div>
    </form>
  <//>`;
}
