// The keys of one agent: each speaks for this agent alone and can only ask.

import { getEvery, url } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Empty, Loaded } from "../kit/feedback.js";
import { Icon } from "../kit/icons.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";
import { IssueKey } from "./key-issue.js";
import { RevokeKey } from "./keys.js";

/** So many active keys an agent may have: enough to change one without a gap. */
const AT_MOST = 2;

export function AgentKeys({ scope, agent }) {
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/api-keys`;
  const keys = useResource(url(path, { agent_id: agent }), { topics: ["keys"], read: getEvery });
  const [asked, ask] = useState(null);
  const own = keys.data ?? [];
  const isFull = own.filter(({ is_active }) => is_active).length >= AT_MOST;
  const may = scope.may("manage");
  return html`<header><h2>Own keys</h2>
      ${may && keys.data && html`<button type="button" class="button small" disabled=${isFull} title=${isFull ? `An agent has at most ${AT_MOST} active keys: revoke one first` : undefined} onClick=${() => ask("issue")}><${Icon} name="key-round" />Issue key</button>`}
    </header>
    <${Loaded} of=${keys} lines=${3}>${() => (own.length === 0 ? html`<${NoKeys} />` : html`<ul class="key-list">${own.map((key) => html`<${OneKey} key=${key.id} one=${key} revoke=${may && key.is_active ? () => ask(key) : null} />`)}</ul>`)}<//>
    ${asked === "issue" && html`<${IssueKey} scope=${scope} agentId=${agent} onClose=${() => ask(null)} onIssued=${keys.reload} />`}
    ${asked?.id && html`<${RevokeKey} path=${path} apiKey=${asked} onClose=${() => ask(null)} onRevoked=${keys.reload} />`}`;
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
