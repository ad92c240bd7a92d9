// A new operator: by a link that it opens itself, with a password, or with a token alone.

import { post } from "../kit/api.js";
import { Dialog } from "../kit/dialog.js";
import { toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { SecretPanel } from "../kit/secret.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";
import { ROLE_OPTIONS } from "./roles.js";

const WAYS = {
  link: ["Setup link", "You get a link that works once, for 30 minutes. Who opens it chooses the password, so that you never know it. A link made before it ends."],
  password: ["Password", "You choose the password and hand it over. It can be changed under Account."],
  token: ["Token only", "For a program: it cannot sign in here, and its token is shown once."],
};

/** The whole link, also where the appliance does not know how people reach it. */
export const linkOf = ({ url, token }) => url ?? `${location.origin}/setup#${token}`;

async function make({ way, username, role, password }) {
  const name = username.trim();
  if (way === "link") {
    return { link: (await post("/api/operators/setup-link", { username: name, role })).data };
  }
  const body = way === "password" ? { username: name, role, password } : { username: name, role, token: true };
  return { operator: (await post("/api/operators", body)).data };
}

export function CreateOperator({ onDone, onClose }) {
  const state = useForm({
    initial: { way: "link", username: "", role: "auditor", password: "" },
    draft: "operator-create",
    secrets: ["password"],
    check: ({ way, username, password }) => ({
      username: username.trim() === "" ? "is needed" : undefined,
      password: way === "password" && password.length < 12 ? "must have at least 12 characters" : undefined,
    }),
    submit: async (values) => {
      const made = await make(values);
      made.operator && !made.operator.token && toast(`Operator ${made.operator.username} created`);
      onDone(made);
    },
  });
  const { way } = state.values;
  return html`<${Dialog} title="Create an operator" onClose=${onClose}>
    <${Form} state=${state} verb=${way === "link" ? "Make setup link" : "Create operator"} busy="Creating" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="username" label="Username" mono autofocus autocapitalize="none" autocomplete="off" help="Small letters, digits, dot, dash and underscore." />
      <${Field} state=${state} name="role" label="Role" kind="select" options=${ROLE_OPTIONS} />
      <${Ways} ways=${WAYS} name="way" label="How it gets in" value=${way} onChange=${(value) => state.set("way", value)} />
      ${way === "password" && html`<${Field} state=${state} name="password" label="Password" kind="password" autocomplete="new-password" help="At least 12 characters." />`}
    <//>
  <//>`;
}

/** One of a few ways, with what the one that is chosen means. */
export function Ways({ ways, name, label, value, onChange }) {
  return html`<fieldset class="field"><legend class="label">${label}</legend>
    <div class="segments">${Object.entries(ways).map(([key, [title]]) => html`<label key=${key}><input type="radio" name=${name} checked=${key === value} onChange=${() => onChange(key)} /><span>${title}</span></label>`)}</div>
    <p class="help" aria-live="polite">${ways[value][1]}</p>
  </fieldset>`;
}

export function LinkPanel({ link, onClose }) {
  return html`<${SecretPanel} title="The setup link" noun="link" secret=${linkOf(link)} onClose=${onClose}>
    <p>It works once, until <${Time} at=${link.expires_at} absolute />, and lets whoever opens it choose the password of <strong>${link.username}</strong> (${link.role}). Send it by a way that only that person reads.</p>
  <//>`;
}
