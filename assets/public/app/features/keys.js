// The API keys of a customer: which there are, what each may do, and what revoking one means.

import { del, getEvery } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Confirm, Drawer } from "../kit/dialog.js";
import { Empty, ErrorNote, toast } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { Time, useNow } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useMemo, useState } from "../kit/ui.js";
import { IssueKey } from "./key-issue.js";
import { KeyLinks } from "./key-links.js";
import { PortalLinks } from "./portal-links.js";
import { SCOPES, Scopes } from "./scopes.js";
import { Sessions } from "./sessions.js";

const FILTERS = [
  { name: "q", label: "Search", placeholder: "Name, agent, holder or prefix", isWide: true },
  { name: "state", label: "State", options: [["active", "Active"], ["over", "Revoked or expired"]] },
  { name: "scope", label: "Scope", options: Object.keys(SCOPES).map((name) => [name, name]) },
];

export function KeysTab({ scope }) {
  const query = useQuery();
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/api-keys`;
  const keys = useResource(path, { topics: ["keys"], read: getEvery });
  const [revoking, setRevoking] = useState(null);
  const mayManage = scope.may("manage");
  const shown = useMemo(() => ordered(keys.data ?? []).filter((key) => fits(key, query)), [keys.data, query.q, query.state, query.scope]);
  const open = keys.data?.find(({ id }) => id === query.open);
  const issue = mayManage && html`<button type="button" class="button is-primary" onClick=${() => setQuery({ issue: 1 })}><${Icon} name="plus" />Issue key</button>`;
  const list = { items: shown, isFirst: keys.isLoading && !keys.data, error: keys.error, reload: keys.reload };
  return html`<div class="stack">
    <div>
      <${FilterBar} filters=${FILTERS}>${issue}<//>
      <${DataTable} caption="API keys" list=${list} rowKey=${keyOf} columns=${COLUMNS} onOpen=${openKey} openKey=${query.open} marker=${markerOf} empty=${(keys.data ?? []).length > 0 ? html`<${NoMatch} />` : html`<${NoKeys} scope=${scope} action=${issue} />`} />
    </div>
    ${scope.isOperator && html`<${KeyLinks} scope=${scope} /><${PortalLinks} scope=${scope} />`}
    <${Sessions} scope=${scope} />
    ${open && html`<${KeyDrawer} apiKey=${open} mayManage=${mayManage} onRevoke=${() => setRevoking(open)} />`}
    ${query.issue && mayManage && html`<${IssueKey} scope=${scope} onClose=${() => setQuery({ issue: null })} onIssued=${keys.reload} />`}
    ${revoking && html`<${RevokeKey} path=${path} apiKey=${revoking} onClose=${() => setRevoking(null)} onRevoked=${keys.reload} />`}
  </div>`;
}

const keyOf = (key) => key.id;
const openKey = (key) => setQuery({ open: key.id });
const markerOf = (key) => (key.is_active ? undefined : "is-off");

/** Active ones first, then the newest. */
const ordered = (keys) => keys.toSorted((one, other) => Number(other.is_active) - Number(one.is_active) || other.created_at.localeCompare(one.created_at));

function fits(key, { q = "", state, scope }) {
  const text = [key.name, key.agent_id, key.holder, key.prefix, key.id].join(" ").toLowerCase();
  return text.includes(q.toLowerCase()) && (!state || key.is_active === (state === "active")) && (!scope || key.scopes.includes(scope));
}

const COLUMNS = [
  { id: "name", title: "Name", grow: true, cell: (key) => html`<span class="strong-link">${key.name}</span> <code class="faint">${key.prefix}</code>` },
  { id: "state", title: "State", cell: (key) => html`<${State} apiKey=${key} />` },
  { id: "scopes", title: "Scopes", hide: "narrow", cell: (key) => html`<${Scopes} of=${key.scopes} />` },
  { id: "agent", title: "Agent", hide: "medium", cell: (key) => (key.agent_id ? html`<${Id} value=${key.agent_id} />` : html`<span class="faint">any</span>`) },
  { id: "holder", title: "Holder", hide: "medium", cell: (key) => key.holder ?? html`<span class="faint">–</span>` },
  { id: "used", title: "Last used", kind: "time", hide: "narrow", cell: (key) => html`<${Time} at=${key.last_used} />` },
  { id: "expires", title: "Expires", kind: "time", hide: "narrow", cell: (key) => html`<${Time} at=${key.expires_at} />` },
];

function State({ apiKey }) {
  const now = useNow();
  if (apiKey.is_active) {
    const isSoon = apiKey.expires_at && Date.parse(apiKey.expires_at) - now < 7 * 86_400_000;
    return html`<${Badge} is=${isSoon ? "held" : "active"} text=${isSoon ? "Expires soon" : "Active"} />`;
  }
  const isExpired = apiKey.expires_at && Date.parse(apiKey.expires_at) <= now;
  return html`<${Badge} is=${isExpired ? "expired" : "revoked"} text=${isExpired ? "Expired" : "Revoked"} />`;
}

function KeyDrawer({ apiKey, mayManage, onRevoke }) {
  const actions = mayManage && apiKey.is_active && html`<button type="button" class="button small" onClick=${onRevoke}><${Icon} name="ban" />Revoke</button>`;
  return html`<${Drawer} eyebrow="API key" title=${apiKey.name} actions=${actions} onClose=${() => setQuery({ open: null })}>
    <p>${sentenceOf(apiKey)}</p>
    <dl class="facts">
      <dt>State</dt><dd><${State} apiKey=${apiKey} /></dd>
      <dt>Begins with</dt><dd><code>${apiKey.prefix}</code></dd>
      <dt>Id</dt><dd><${Id} value=${apiKey.id} full /></dd>
      <dt>Scopes</dt><dd><ul>${apiKey.scopes.map((name) => html`<li key=${name}><code>${name}</code> ${SCOPES[name]}</li>`)}</ul></dd>
      <dt>Agent</dt><dd>${apiKey.agent_id ? html`<${Id} value=${apiKey.agent_id} full />` : "any of the customer's"}</dd>
      <dt>Holder</dt><dd>${apiKey.holder ?? "nobody named"}</dd>
      <dt>Issued</dt><dd><${Time} at=${apiKey.created_at} /></dd>
      <dt>Last used</dt><dd><${Time} at=${apiKey.last_used} /></dd>
      <dt>Expires</dt><dd><${Time} at=${apiKey.expires_at} /></dd>
    </dl>
    <p class="faint">The key itself is not kept, only its digest. Whoever lost it needs another one.</p>
  <//>`;
}

function sentenceOf({ agent_id, holder, is_active, scopes }) {
  const subject = agent_id ? `speaks for the agent ${agent_id} and no other` : `may ${scopes.map((name) => SCOPES[name]).join("; ")}`;
  return is_active ? `This key ${subject}${holder ? `, and is held by ${holder}` : ""}.` : "This key is not accepted any more.";
}

/** `path`: of the customer's keys. */
export function RevokeKey({ path, apiKey, onClose, onRevoked }) {
  return html`<${Confirm} title=${`Revoke ${apiKey.name}`} verb="Revoke key" danger onClose=${onClose}
    run=${async () => {
      await del(`${path}/${encodeURIComponent(apiKey.id)}`);
      toast(`${apiKey.name} is revoked`);
      setQuery({ open: null });
      onRevoked();
    }}>
    <p><strong>Every call with <code>${apiKey.prefix}</code> is refused as soon as this is answered</strong>, and portal sessions opened with it end. It cannot be undone: whoever uses the key needs another one.</p>
    <p>${apiKey.last_used ? html`It was last used <${Time} at=${apiKey.last_used} />.` : "It has never been used."} ${apiKey.agent_id ? html`Only the agent <code>${apiKey.agent_id}</code> speaks with it.` : ""}</p>
  <//>`;
}

function NoMatch() {
  return html`<${Empty} icon="search" title="No key matches" action=${html`<button type="button" class="button" onClick=${() => setQuery({ q: null, state: null, scope: null })}>Clear the filters</button>`}><p>Revoked and expired keys are in the list too, while the appliance keeps them.</p><//>`;
}

function NoKeys({ scope, action }) {
  return html`<${Empty} icon="key-round" title="No API keys" action=${action} command=${curl("POST", `/api/customers/${scope.customerId}/api-keys/generate`, { name: "production", scopes: ["check", "read"] })}>
    <p>Agents ask for decisions with a key, and programs manage agents and permissions with one. Each key has its own scopes, and can be revoked alone.</p>
  <//>`;
}
