// The tokens of an operator: issue one, shown once; revoke one.

import { del, post } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Confirm, Dialog } from "../kit/dialog.js";
import { Loaded, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { Icon } from "../kit/icons.js";
import { SecretPanel } from "../kit/secret.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";

export function Tokens({ operatorId, username, role, isOwn }) {
  const base = `/api/operators/${operatorId}/tokens`;
  const tokens = useResource(base, { topics: ["operators"] });
  const [isIssuing, setIssuing] = useState(false);
  const [issued, setIssued] = useState(null);
  const [revoking, setRevoking] = useState(null);
  const done = (made) => {
    setIssuing(false);
    setIssued(made);
    tokens.reload();
  };
  return html`<section>
    <div class="section-head"><h3>Tokens</h3><button type="button" class="button small" onClick=${() => setIssuing(true)}><${Icon} name="plus" />Issue token</button></div>
    <${Loaded} of=${tokens} lines=${2}>${(all) => (all.length === 0 ? html`<p class="faint">None. A token lets a script or the command line act as ${isOwn ? "you" : username}, with the role ${role}.</p>` : html`<ul class="things">${all.map((token) => html`<${Token} key=${token.id} token=${token} onRevoke=${() => setRevoking(token)} />`)}</ul>`)}<//>
    ${isIssuing && html`<${IssueDialog} base=${base} onDone=${done} onClose=${() => setIssuing(false)} />`}
    ${issued && html`<${IssuedPanel} secret=${issued.token} username=${username} role=${role} expiresAt=${issued.expires_at} onClose=${() => setIssued(null)} />`}
    ${revoking && html`<${Confirm} title="Revoke the token" verb="Revoke token" danger onClose=${() => setRevoking(null)}
      run=${async () => {
        await del(`${base}/${revoking.id}`);
        toast("Token revoked");
        tokens.reload();
      }}><p>Whatever uses “${revoking.name}” (<code>${revoking.prefix}</code>) is refused from the next request on. It cannot be undone.</p><//>`}
  </section>`;
}

function Token({ token, onRevoke }) {
  const isExpired = token.expires_at && Date.parse(token.expires_at) < Date.now();
  return html`<li>
    <div><p><strong>${token.name}</strong> <code>${token.prefix}</code></p>
      <p class="faint">issued <${Time} at=${token.created_at} />${token.expires_at ? html`, ${isExpired ? "ended" : "ends"} <${Time} at=${token.expires_at} />` : ", does not end by itself"}</p></div>
    ${token.is_active ? html`<button type="button" class="button small" onClick=${onRevoke} aria-label=${`Revoke token ${token.name}`}>Revoke</button>` : html`<${Badge} is=${isExpired ? "expired" : "revoked"} />`}
  </li>`;
}

function IssueDialog({ base, onDone, onClose }) {
  const state = useForm({
    initial: { name: "", expires_at: "" },
    check: ({ expires_at }) => ({ expires_at: expires_at && Date.parse(expires_at) < Date.now() ? "must lie ahead" : undefined }),
    submit: async ({ name, expires_at }) => {
      const body = { ...(name.trim() && { name: name.trim() }), ...(expires_at && { expires_at: new Date(expires_at).toISOString() }) };
      onDone((await post(base, body)).data);
    },
  });
  return html`<${Dialog} title="Issue a token" onClose=${onClose}>
    <${Form} state=${state} verb="Issue token" busy="Issuing" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="name" label="Name" optional autofocus help="What it is for, so that one knows later what to revoke: backup script." />
      <${Field} state=${state} name="expires_at" label="Ends" kind="datetime-local" optional help="Without a time it ends when it is revoked." />
    <//>
  <//>`;
}

/** Also for the token of an operator that was just made. */
export function IssuedPanel({ secret, username, role, expiresAt, onClose }) {
  return html`<${SecretPanel} title="The token" noun="token" secret=${secret} command=${curl("GET", "/api/operators/me", undefined, { variable: secret })} onClose=${onClose}>
    <p>It acts as <strong>${username}</strong> with the role ${role}${expiresAt ? html` and ends <${Time} at=${expiresAt} />` : " until it is revoked"}.</p>
  <//>`;
}
