// One's own account: password, sessions, tokens.

import { post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Loaded, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { Time } from "../kit/time.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { Sessions } from "./operator-sessions.js";
import { Tokens } from "./operator-tokens.js";
import { ROLES } from "./roles.js";

export default function Account({ who }) {
  const operator = useResource(`/api/operators/${who.id}`, { topics: ["operators"] });
  const about = ROLES.find(([role]) => role === who.role)?.[2];
  return html`<${PageHead} title="Account" about=${html`You are <strong>${who.username}</strong>, ${who.role}: ${about}. This session ends <${Time} at=${who.expires_at} /> at the latest.`} />
    <div class="grid">
      <div class="panel half account"><${Loaded} of=${operator} lines=${4}>${({ has_password }) => html`<${Password} id=${who.id} hasPassword=${has_password} />`}<//></div>
      <div class="stack half account">
        <div class="panel"><${Sessions} operatorId=${who.id} username=${who.username} isOwn /></div>
        <div class="panel"><${Tokens} operatorId=${who.id} username=${who.username} role=${who.role} isOwn /></div>
      </div>
    </div>`;
}

function Password({ id, hasPassword }) {
  const state = useForm({
    initial: { current_password: "", password: "", again: "" },
    secrets: ["current_password", "password", "again"],
    check: ({ current_password, password, again }) => ({
      current_password: hasPassword && current_password === "" ? "is needed" : undefined,
      password: password.length < 12 ? "must have at least 12 characters" : undefined,
      again: password !== again ? "must be the same" : undefined,
    }),
    submit: async ({ current_password, password }) => {
      await post(`/api/operators/${id}/password`, { password, ...(hasPassword && { current_password }) });
      state.reset();
      toast("Password changed. Sign in again with the new one.");
    },
  });
  return html`<section><h2>Password</h2>
    <${Form} state=${state} verb="Change password" busy="Changing">
      ${hasPassword && html`<${Field} state=${state} name="current_password" label="Current password" kind="password" autocomplete="current-password" />`}
      <${Field} state=${state} name="password" label="New password" kind="password" autocomplete="new-password" help="At least 12 characters. A few words that do not belong together are good." />
      <${Field} state=${state} name="again" label="New password again" kind="password" autocomplete="new-password" />
      <p class="faint">All your sessions end with it, this one too; tokens stay.</p>
    <//>
  </section>`;
}
