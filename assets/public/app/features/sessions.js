// The portal sessions of a customer: who is signed in there, and ending that.

import { del } from "../kit/api.js";
import { Id } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Confirm } from "../kit/dialog.js";
import { Loaded, toast } from "../kit/feedback.js";
import { Icon } from "../kit/icons.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";

export function Sessions({ scope }) {
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/sessions`;
  const sessions = useResource(path, { topics: ["keys", "customers"] });
  const [ending, setEnding] = useState(null);
  return html`<section class="panel is-flush">
    <header><h2>Portal sessions</h2></header>
    <div class="panel-body"><${Loaded} of=${sessions} lines=${2}>${(data) =>
      data.length === 0
        ? html`<p class="faint">Nobody is signed in to the portal. A session begins with an API key or a portal link, and ends by itself.</p>`
        : html`<ul class="plain-list">${data.map((session) => html`<li key=${session.id}>
            <${Icon} name="monitor" /><span>${session.key_id ? html`With the key <${Id} value=${session.key_id} />` : "With a portal link"}${session.is_current && html` <span class="tag">this one</span>`}</span>
            <span class="faint">began <${Time} at=${session.created_at} />, last used <${Time} at=${session.last_used_at} />, ends <${Time} at=${session.expires_at} /></span><span class="spring"></span>
            ${scope.may("manage") && html`<button type="button" class="button small" onClick=${() => setEnding(session)}>End session</button>`}
          </li>`)}</ul>`}<//></div>
    ${ending && html`<${Confirm} title="End the portal session" verb="End session" danger onClose=${() => setEnding(null)}
      run=${async () => {
        await del(`${path}/${encodeURIComponent(ending.id)}`);
        toast("Session ended");
        sessions.reload();
      }}><p>Whoever uses it is signed out at the next click, and must sign in again. ${ending.is_current ? "This is the session that you are using." : "What they typed stays in their page."}</p><//>`}
  </section>`;
}
