// Forms: labels above, help below, errors beside the field. What was typed survives errors, reloads
// and a session that ends, except secrets.

import { ErrorNote } from "./feedback.js";
import { refocus } from "./focus.js";
import { Prose } from "./prose.js";
import { html, useEffect, useId, useLayoutEffect, useRef, useState } from "./ui.js";

/**
 * The state of a form. `initial`: values by field name; `submit(values)` sends them and may throw a
 * Problem whose `errors` name fields; `draft`: a name under which what was typed is kept for this tab;
 * `check(values)` gives `{ field: message }` before anything is sent.
 */
export function useForm({ initial, submit, draft, check, secrets = [] }) {
  const key = draft && `draft:${draft}`;
  const [values, setValues] = useState(() => ({ ...initial, ...restored(key) }));
  const [errors, setErrors] = useState({});
  const [problem, setProblem] = useState(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef(null);

  // At once, not after the next frame: a tab may be gone by then.
  useLayoutEffect(() => {
    if (key) {
      // Only what was typed: what was there may be changed by others meanwhile.
      const kept = Object.entries(values).filter(([name, value]) => !secrets.includes(name) && value !== initial[name]);
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
    }
  }, [key, values]);

  const set = (name, value) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => (before[name] ? { ...before, [name]: undefined } : before));
  };

  const show = (found) => {
    setErrors(found);
    // The first as people read the form, whatever the order in which the mistakes were found.
    setTimeout(() => [...(form.current?.elements ?? [])].find(({ name, disabled }) => !disabled && found[name])?.focus(), 0);
  };

  const onSubmit = async (event) => {
    event?.preventDefault();
    if (isBusy) {
      return;
    }
    setProblem(null);
    const found = check?.(values) ?? {};
    if (Object.values(found).some(Boolean)) {
      show(found);
      return;
    }
    setBusy(true);
    try {
      await submit(values);
      key && sessionStorage.removeItem(key);
    } catch (error) {
      const named = Object.fromEntries((error.errors ?? []).map((one) => [one.field, one.message]));
      const isKnown = Object.keys(named).some((name) => name in initial);
      isKnown && show(named);
      setProblem(isKnown ? null : error);
    } finally {
      setBusy(false);
      refocus(() => form.current?.querySelector("[type=submit]"));
    }
  };

  const reset = (next = initial) => {
    key && sessionStorage.removeItem(key);
    setValues(next);
    setErrors({});
    setProblem(null);
  };

  return { values, errors, problem, isBusy, set, reset, onSubmit, form, setProblem };
}

/** A refusal that is one field's matter, for example `email_taken`: it is shown beside that field. */
export function blame(error, code, field, message) {
  if (error.code === code) {
    error.errors = [{ field, message }];
  }
  return error;
}

function restored(key) {
  try {
    return key ? JSON.parse(sessionStorage.getItem(key) ?? "{}") : {};
  } catch {
    return {};
  }
}

/** `<form>` around fields, with what went wrong that no field is to blame for. */
export function Form({ state, children, verb, busy, danger, extra, isReady = true, hint }) {
  return html`<form ref=${state.form} class="stack" onSubmit=${state.onSubmit} novalidate>
    ${children}
    <${ErrorNote} error=${state.problem} />
    <div class="buttons">
      ${extra}
      <button type="submit" class=${`button ${danger ? "is-danger" : "is-primary"}`} disabled=${state.isBusy || !isReady} title=${isReady ? undefined : hint}>${state.isBusy ? (busy ?? verb) : verb}</button>
    </div>
  </form>`;
}

/**
 * One field. `kind`: `text`, `email`, `password`, `number`, `textarea`, `select` (with `options`:
 * `[value, label]`), `checkbox`, `datetime-local`. `mono` for identifiers and patterns.
 */
export function Field({ state, name, label, help, kind = "text", options, mono, optional, autofocus, rows = 4, children, ...rest }) {
  const id = useId();
  const error = state.errors[name];
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const value = state.values[name];
  const input = useRef(null);
  useEffect(() => {
    autofocus && input.current?.focus();
  }, []);
  const shared = {
    id,
    name,
    ref: input,
    "aria-describedby": described,
    "aria-invalid": error ? "true" : undefined,
    "aria-required": optional || kind === "checkbox" ? undefined : "true",
    class: mono ? "mono" : undefined,
    spellcheck: mono ? false : undefined,
    ...rest,
  };
  const typed = (event) => state.set(name, event.target.value);
  if (kind === "checkbox") {
    return html`<div class="field is-check">
      <input type="checkbox" ...${shared} checked=${Boolean(value)} onChange=${(event) => state.set(name, event.target.checked)} />
      <label for=${id}>${label}</label>
      ${help && html`<p class="help" id=${`${id}-help`}>${help}</p>`}
      ${error && html`<p class="field-error" id=${`${id}-error`}><${Prose} text=${error} /></p>`}
    </div>`;
  }
  return html`<div class="field">
    <label for=${id}>${label}${optional && html` <span class="faint">optional</span>`}</label>
    ${kind === "select" && html`<select ...${shared} value=${value} onChange=${typed}>${options.map(([key, text]) => html`<option key=${key} value=${key} selected=${key === value}>${text}</option>`)}</select>`}
    ${kind === "textarea" && html`<textarea ...${shared} rows=${rows} value=${value} onInput=${typed}></textarea>`}
    ${kind !== "select" && kind !== "textarea" && html`<input type=${kind} ...${shared} value=${value} onInput=${typed} />`}
    ${children}
    ${error && html`<p class="field-error" id=${`${id}-error`}><${Prose} text=${sentenceOf(label, error)} /></p>`}
    ${help && html`<p class="help" id=${`${id}-help`}>${help}</p>`}
  </div>`;
}

/** The appliance says `must be …`; a person reads `Name must be …`. */
function sentenceOf(label, message) {
  return /^[a-z]/.test(message) ? `${label} ${message}` : message;
}
