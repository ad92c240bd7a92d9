// The keys of one agent: each speaks for this agent alone and can only ask.

import { del, post } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Confirm, Dialog } from "../kit/dialog.js";
import { Empty, Loaded, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { SecretPanel } from "../kit/secret.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";

/** So many active keys an agent may have: enough to change one without a gap. */
const AT_MOST = 2;

export function AgentKeys({ scope, agent }) {
  const keys = useResource(`/api/customers/${scope.customerId}/api-keys`, { topics: ["keys"] });
  const [asked, ask] = useState(null);
  const [secret, setSecret] = useState(null);
  const own = (keys.data ?? []).filter((key) => key.agent_id === agent);
  const active = own.filter(({ is_active }) => is_active);
  const isFull = active.length >= AT_MOST;
  const may = scope.may("manage");
  return html`<header><h2>Own keys</h2>
      ${may && keys.data && html`<button type="button" class="button small" disabled=${isFull} title=${isFull ? `An agent has at most ${AT_MOST} active keys: revoke one first` : undefined} onClick=${() => ask("issue")}><${Icon} name="key-round" />Issue key</button>`}
    </header>
    <${Loaded} of=${keys} lines=${3}>${() => (own.length === 0 ? html`<${NoKeys} />` : html`<ul class="key-list">${own.map((key) => html`<${OneKey} key=${key.id} one=${key} revoke=${may && key.is_active ? () => ask(key) : null} />`)}</ul>`)}<//>
    ${asked === "issue" && html`<${IssueKey} scope=${scope} agent=${agent} onClose=${() => ask(null)} onIssued=${(issued) => (ask(null), setSecret(issued), keys.reload())} />`}
    ${asked?.id && html`<${RevokeKey} scope=${scope} one=${asked} left=${active.length - 1} onClose=${() => ask(null)} onDone=${keys.reload} />`}
    ${secret && html`<${SecretPanel} title=${`Key for ${agent}`} noun="API key" secret=${secret} command=${curl("POST", "/api/agents/check", { agent_id: agent, action: "read", resource: "orders/4711", dry_run: true }, { variable: secret })} onClose=${() => setSecret(null)}>
      <p>It speaks for <code>${agent}</code> alone and can only ask: scope <code>check</code>.</p>
    <//>`}`;
}

function NoKeys() {
  return html`<${Empty} icon="key-round" title="No key of its own"><p>The agent can use a key of the customer. A key of its own speaks for it alone, can only ask, and does not count against the tier.</p><//>`;
}

function OneKey({ one, revoke }) {
  return html`<li>
    <div><p><strong>${one.name}</strong> <code class="id">${one.prefix}</code></p>
      <p class="faint">${one.is_active ? html`used <${Time} at=${one.last_used} />` : html`<${Badge} is="revoked" text="revoked or expired" />`}${one.is_active && one.expires_at && html`, expires <${Time} at=${one.expires_at} />`}</p></div>
    ${revoke && html`<button type="button" class="button small" aria-label=${`Revoke the key ${one.name}`} onClick=${revoke}>Revoke</button>`}
  </li>`;
}

function IssueKey({ scope, agent, onClose, onIssued }) {
  const state = useForm({
    initial: { name: "" },
    draft: `agent:${agent}:key`,
    check: ({ name }) => ({ name: name.trim() === "" ? "must not be blank" : undefined }),
    submit: async ({ name }) => {
      const { data } = await post(`/api/customers/${scope.customerId}/api-keys/generate`, { name: name.trim(), agent_id: agent, scopes: ["check"] });
      onIssued(data.api_key);
    },
  });
  return html`<${Dialog} title=${`Issue a key for ${agent}`} onClose=${onClose}>
    <${Form} state=${state} verb="Issue key" busy="Issuing key" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="name" label="Name" autofocus maxlength="255" placeholder="production" help="Where it is used, so that you know which one to revoke." />
    <//>
  <//>`;
}

function RevokeKey({ scope, one, left, onClose, onDone }) {
  const run = async () => {
    await del(`/api/customers/${scope.customerId}/api-keys/${one.id}`);
    toast(`Key ${one.name} revoked`);
    onDone();
  };
  return html`<${Confirm} title=${`Revoke ${one.name}`} verb="Revoke key" danger run=${run} onClose=${onClose}>
    <p>Whoever uses <code>${one.prefix}</code> is refused from the next call on. This cannot be undone. ${left === 0 ? "The agent then has no key of its own." : `The agent keeps ${plural(left, "other active key")}.`}</p>
    <p>Last used: <${Time} at=${one.last_used} />.</p>
  <//>`;
}
