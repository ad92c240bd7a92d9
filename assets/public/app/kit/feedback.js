// What a page says while there is nothing to show yet, when there is nothing at all, when something
// went wrong, and when something was done.

import { asSentence } from "./format.js";
import { Icon } from "./icons.js";
import { Prose } from "./prose.js";
import { classes, html, store, useEffect, useState, useStore } from "./ui.js";

/** Grey bars in the place of what is being read. */
export function Skeleton({ lines = 3, height = 16 }) {
  return html`<div class="skeleton" aria-hidden="true">
    ${Array.from({ length: lines }, (_, index) => html`<i key=${index} class=${`w${index % 4} h${height}`}></i>`)}
  </div>`;
}

/** The first lesson: what this is, one button, one command. */
export function Empty({ icon = "circle-dashed", title, children, action, command, commandLabel = "The same with curl" }) {
  return html`<div class="empty">
    <${Icon} name=${icon} />
    <h2>${title}</h2>
    <div class="empty-text">${children}</div>
    ${action}
    ${command && html`<${Code} text=${command} label=${commandLabel} />`}
  </div>`;
}

/** What went wrong, with the request to name when asking for help. */
export function ErrorNote({ error, retry, title }) {
  if (!error) {
    return null;
  }
  return html`<div class="note is-error" role="alert">
    <${Icon} name="circle-alert" />
    <div>
      <p><strong>${title ?? error.title ?? "That did not work"}</strong></p>
      <p><${Prose} text=${asSentence(error.message)} /></p>
      ${error.requestId && html`<p class="faint">Request <code>${error.requestId}</code> <${CopyButton} text=${error.requestId} what="the request id" /></p>`}
      ${retry && html`<button type="button" class="button small" onClick=${retry}><${Icon} name="refresh-cw" />Try again</button>`}
    </div>
  </div>`;
}

/** A remark beside what it is about: `info`, `warning`, `success`. */
export function Note({ kind = "info", children, title }) {
  const icons = { info: "info", warning: "triangle-alert", success: "circle-check" };
  return html`<div class=${`note is-${kind}`}>
    <${Icon} name=${icons[kind]} />
    <div>${title && html`<p><strong>${title}</strong></p>`}${children}</div>
  </div>`;
}

/** Shows what `useResource` or `useList` gave: layout, error, or the children. */
export function Loaded({ of: resource, lines = 5, children }) {
  if (resource.error && !resource.data) {
    return html`<${ErrorNote} error=${resource.error} retry=${resource.reload} />`;
  }
  return resource.data ? children(resource.data) : html`<${Skeleton} lines=${lines} />`;
}

/** Copies, and says so where a reader with or without eyes notices; also when the browser did not let it. */
export function CopyButton({ text, what = "it", label }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    const timer = isCopied && setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    if (await copyText(text)) {
      setCopied(true);
      announce("Copied");
    } else {
      toast("The browser did not copy it. Select the text and copy it by hand.", { kind: "error" });
    }
  };
  return html`<button type="button" class=${classes("button", label ? "small" : "icon-button")} aria-label=${label ? undefined : `Copy ${what}`} title=${`Copy ${what}`} onClick=${copy}>
    <${Icon} name=${isCopied ? "check" : "copy"} />${label && (isCopied ? "Copied" : label)}
  </button>`;
}

/**
 * The clipboard, also where the browser gives none: the page came over plain http, or it was refused.
 * Gives whether the text is there now.
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Copies as people do, by selecting; within an open dialog, since nothing else can be selected then. */
function copySelected(text) {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hidden";
  ([...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  before?.focus({ preventScroll: true });
  return isCopied;
}

/** Something to paste into a terminal, or JSON. */
export function Code({ text, label, what = "the command" }) {
  return html`<figure class="code">
    ${label && html`<figcaption>${label}</figcaption>`}
    <pre tabindex="0" role="region" aria-label=${label ?? what}><code>${text}</code></pre>
    <${CopyButton} text=${text} what=${what} />
  </figure>`;
}

const toasts = store([]);
const spoken = store("");
let toastNumber = 0;

/** Says what was done, for a few seconds. `action`: `{ label, run }`, where undoing is safe. */
export function toast(text, { kind = "success", action } = {}) {
  const id = ++toastNumber;
  toasts.set((all) => [...all, { id, text, kind, action }]);
  setTimeout(() => dismiss(id), action ? 10_000 : 5_000);
}

const dismiss = (id) => toasts.set((all) => all.filter((one) => one.id !== id));

/** Says something to those who listen rather than look. */
export function announce(text) {
  spoken.set("");
  setTimeout(() => spoken.set(text), 50);
}

export function Toasts() {
  const all = useStore(toasts);
  const text = useStore(spoken);
  return html`<div class="toasts" role="status" aria-live="polite">
      ${all.map(
        (one) => html`<div key=${one.id} class=${`toast is-${one.kind}`}>
          <${Icon} name=${one.kind === "success" ? "circle-check" : "circle-alert"} />
          <span>${one.text}</span>
          ${one.action && html`<button type="button" class="button small quiet" onClick=${() => (one.action.run(), dismiss(one.id))}>${one.action.label}</button>`}
          <button type="button" class="button icon-button quiet" aria-label="Dismiss" onClick=${() => dismiss(one.id)}><${Icon} name="x" /></button>
        </div>`,
      )}
    </div>
    <div class="hidden" aria-live="polite">${text}</div>`;
}
