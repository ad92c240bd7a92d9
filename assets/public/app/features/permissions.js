// Permissions: the standing rules of a customer's agents as a table, one of them at the side, and the desk
// where a new one is written and tried. For the console and the portal alike.

import { del, url } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useList, useResource } from "../kit/data.js";
import { Confirm, Drawer } from "../kit/dialog.js";
import { CopyButton, Empty, ErrorNote, Skeleton, toast } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";
import { agentPath } from "./agents.js";
import { EFFECTS, RuleSentence } from "./rule.js";
import { RuleDesk } from "./rule-desk.js";
import { TryPanel } from "./try-panel.js";

/** `?new=rule` opens the desk, `?try=1` only its trying side, `?open=perm_…` one rule at the side. */
export function PermissionsTab({ scope }) {
  const query = useQuery();
  const agents = useList("/api/admin/agents", scope.params(), { topics: ["agents"] });
  const ids = agents.items.map(({ id }) => id);
  const shown = query.agent_id && !ids.includes(query.agent_id) ? [query.agent_id, ...ids] : ids;
  const filters = [
    { name: "q", label: "Search", placeholder: "Agent, action, resource or id" },
    { name: "agent_id", label: "Agent", options: shown.map((id) => [id, id]) },
    { name: "effect", label: "Effect", options: EFFECTS },
  ];
  const isWriting = query.new === "rule" && scope.may("manage");
  const isDeskOpen = isWriting || Boolean(query.try);
  return html`${isDeskOpen && html`<${RuleDesk} key=${`${query.replace ?? ""}${isWriting}`} scope=${scope} agentIds=${ids} isWriting=${isWriting} />`}
    <${FilterBar} filters=${filters}>
      ${!isDeskOpen && html`<button type="button" class="button" onClick=${() => setQuery({ try: 1 })}><${Icon} name="play" />Try a check</button>`}
      ${!isWriting && scope.may("manage") && html`<${NewButton} />`}
    <//>
    <${PermissionTable} scope=${scope} agent=${query.agent_id} filters=${{ q: query.q, effect: query.effect }} withAgent />`;
}

function NewButton() {
  return html`<button type="button" class="button is-primary" onClick=${() => setQuery({ new: "rule", try: null, open: null })}><${Icon} name="plus" />New permission</button>`;
}

const isOver = ({ expires_at }) => Boolean(expires_at) && Date.parse(expires_at) <= Date.now();

const COLUMNS = [
  { id: "effect", title: "Effect", cell: ({ effect }) => html`<${Badge} is=${effect} />` },
  { id: "agent", title: "Agent", cell: ({ agent_id }) => html`<code>${agent_id}</code>` },
  { id: "action", title: "Action", cell: ({ action }) => html`<code>${action}</code>` },
  { id: "resource", title: "Resource", grow: true, cell: ({ resource }) => html`<code>${resource}</code>` },
  { id: "expires", title: "Expires", kind: "time", hide: "narrow", cell: (rule) => (rule.expires_at ? html`${isOver(rule) && html`<${Badge} is="expired" /> `}<${Time} at=${rule.expires_at} />` : html`<span class="faint">never</span>`) },
  { id: "created", title: "Created", kind: "time", hide: "narrow", cell: ({ created_at }) => html`<${Time} at=${created_at} />` },
];

/** The table and the rule at its side; of one agent where `agent` says so. */
export function PermissionTable({ scope, agent, filters = {}, withAgent = false }) {
  const { open } = useQuery();
  const list = useList("/api/admin/permissions", scope.params({ agent_id: agent, ...filters }), { topics: ["permissions", "agents"] });
  const openId = open?.startsWith("perm_") ? open : null;
  const isFiltered = Boolean(filters.q || filters.effect);
  const columns = withAgent ? COLUMNS : COLUMNS.filter(({ id }) => id !== "agent");
  return html`<${DataTable} caption=${agent ? `Permissions of ${agent}` : "Permissions"} columns=${columns} list=${list} rowKey=${({ id }) => id} openKey=${openId}
      onOpen=${({ id }) => setQuery({ open: id })} marker=${(rule) => isOver(rule) && "is-off"} empty=${isFiltered ? html`<${NoMatch} />` : html`<${NoPermissions} scope=${scope} agent=${agent} />`} />
    ${openId && html`<${PermissionDrawer} key=${openId} scope=${scope} id=${openId} known=${list.items.find(({ id }) => id === openId)} />`}`;
}

function NoMatch() {
  return html`<${Empty} icon="search" title="No permission matches" action=${html`<button type="button" class="button" onClick=${() => setQuery({ q: null, effect: null })}>Clear the filters</button>`}><p>No rule has these words and this effect.</p><//>`;
}

function NoPermissions({ scope, agent }) {
  const may = scope.may("manage");
  const command = curl("POST", url("/api/admin/permissions", scope.params()), { agent_id: agent ?? "billing-bot", action: "read", resource: "orders/*", effect: "allow" });
  const to = `${scope.base}/permissions?${new URLSearchParams({ ...(agent ? { agent_id: agent } : {}), new: "rule" })}`;
  return html`<${Empty} icon="shield-check" title="No permissions yet" command=${may ? command : undefined} action=${may && html`<${Link} class="button is-primary" to=${to}><${Icon} name="plus" />New permission<//>`}>
    <p>A permission is a standing rule: an agent may, may not, or may only with a person's approval do an action on a resource. Deny wins over everything; what no permission allows is denied.</p>
  <//>`;
}

/** One rule: what it says, what a check is answered with and without it, and its end. */
function PermissionDrawer({ scope, id, known }) {
  const [asked, ask] = useState(null);
  const found = useResource(known ? null : url("/api/admin/permissions", scope.params({ q: id })), { topics: ["permissions"] });
  const rule = known ?? found.data?.data[0];
  const close = () => setQuery({ open: null });
  const to = `${scope.base}/permissions?${new URLSearchParams({ agent_id: rule?.agent_id ?? "", new: "rule", replace: id })}`;
  const actions = scope.may("manage") && html`<div class="row"><${Link} class="button" to=${to}><${Icon} name="pencil" />Replace<//>
    <button type="button" class="button" onClick=${() => ask("withdraw")}><${Icon} name="trash-2" />Withdraw</button></div>`;
  return html`<${Drawer} title=${rule ? html`<${RuleSentence} rule=${rule} />` : "Permission"} eyebrow="Permission" onClose=${close}>
      ${!rule && (found.error ? html`<${ErrorNote} error=${found.error} retry=${found.reload} />` : found.data ? html`<p>There is no such permission. It may have been withdrawn; the log has it.</p>` : html`<${Skeleton} lines=${5} />`)}
      ${rule && html`<section><${PermissionFacts} scope=${scope} rule=${rule} />${actions}</section>
        <section><h3>What it changes</h3><${TryPanel} scope=${scope} agentId=${rule.agent_id} draft=${{ add: [], remove: [id] }} titles=${["As it is", "Without this permission"]} about=${rule} /></section>`}
    <//>
    ${asked && html`<${Withdraw} scope=${scope} rule=${rule} onClose=${() => ask(null)} onDone=${close} />`}`;
}

function PermissionFacts({ scope, rule }) {
  return html`<dl class="facts">
    <dt>Effect</dt><dd><${Badge} is=${rule.effect} />${isOver(rule) && html` <${Badge} is="expired" />`}</dd>
    <dt>Agent</dt><dd><${Link} to=${agentPath(scope, rule.agent_id)}><code>${rule.agent_id}</code><//></dd>
    <dt>Action</dt><dd><code>${rule.action}</code></dd>
    <dt>Resource</dt><dd><code>${rule.resource}</code></dd>
    <dt>Expires</dt><dd>${rule.expires_at ? html`<${Time} at=${rule.expires_at} />` : html`<span class="faint">never</span>`}</dd>
    <dt>Created</dt><dd><${Time} at=${rule.created_at} /></dd>
    <dt>Id</dt><dd><${Id} value=${rule.id} full /> <${CopyButton} text=${rule.id} what="the permission's id" /></dd>
  </dl>`;
}

const AFTERWARDS = {
  allow: "What it alone allowed is denied from the next check on.",
  require_approval: "What it held for a person is decided by the other rules: allowed where one allows it, else denied. Grants that it led to no longer count.",
  deny: "What it forbade is decided by the other rules: it may be allowed from the next check on.",
};

function Withdraw({ scope, rule, onClose, onDone }) {
  const run = async () => {
    await del(url(`/api/admin/permissions/${rule.id}`, scope.params()));
    toast("Permission withdrawn");
    onDone();
  };
  return html`<${Confirm} title="Withdraw the permission" verb="Withdraw permission" danger run=${run} onClose=${onClose}>
    <p><${RuleSentence} rule=${rule} /></p>
    <p>${AFTERWARDS[rule.effect]}</p>
  <//>`;
}
