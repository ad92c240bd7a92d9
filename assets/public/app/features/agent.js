// One agent: what it is, what it may do, its own keys, what it did last, and how to stop it.

import { Badge, Id } from "../kit/badge.js";
import { useList, useResource } from "../kit/data.js";
import { url } from "../kit/api.js";
import { CopyButton, Empty, ErrorNote, Loaded, Note } from "../kit/feedback.js";
import { actorName, number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, go } from "../kit/router.js";
import { because, stateOf as recordState, stateWords } from "../kit/sentences.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";
import { DeleteAgent, EditAgent, SwitchAgent } from "./agent-dialogs.js";
import { AgentKeys } from "./agent-keys.js";
import { stateOf } from "./agents.js";
import { PermissionTable } from "./permissions.js";

/** `agent`: its id. */
export function AgentPage({ scope, agent: id }) {
  const target = url(`/api/admin/agents/${encodeURIComponent(id)}`, scope.params());
  const agent = useResource(target, { topics: ["agents", "kills", "permissions", "keys"] });
  const [asked, ask] = useState(null);
  if (agent.error?.status === 404 && !agent.data) {
    return html`<${PageHead} title=${id} /><${Empty} icon="bot" title="There is no such agent" action=${html`<${Link} class="button" to=${`${scope.base}/agents`}>All agents<//>`}><p>It may have been deleted. What it did stays in <${Link} to=${logPath(scope, id)}>its log<//>.</p><//>`;
  }
  if (!agent.data) {
    return html`<${PageHead} title=${id} /><${Loaded} of=${agent} lines=${8} />`;
  }
  const one = agent.data;
  const close = () => ask(null);
  return html`<${PageHead} title=${one.name} badge=${html`<${Badge} is=${stateOf(one)} />`} about=${html`<code class="id">${one.id}</code> <${CopyButton} text=${one.id} what="the agent's id" />`}>
      ${scope.may("manage") && html`<${Acts} scope=${scope} agent=${one} ask=${ask} />`}
    <//>
    <div class="stack">
      ${agent.error && html`<${ErrorNote} error=${agent.error} retry=${agent.reload} />`}
      <${Stopped} agent=${one} />
      <div class="grid agent-grid">
        <section class="panel third"><header><h2>Facts</h2></header><${Facts} agent=${one} /></section>
        <section class="panel is-flush two-thirds" aria-label="Permissions">
          <header><h2>Permissions</h2><${PermissionActs} scope=${scope} id=${one.id} /></header>
          <${PermissionTable} scope=${scope} agent=${one.id} />
        </section>
        <section class="panel is-flush third" aria-label="Own keys"><${AgentKeys} scope=${scope} agent=${one.id} /></section>
        <section class="panel is-flush two-thirds agent-records" aria-label="Recent records">
          <header><h2>Last ${RECENT} records</h2><${Link} class="button small" to=${logPath(scope, one.id)}><${Icon} name="scroll-text" />Its log<//></header>
          <${Records} scope=${scope} agent=${one.id} />
        </section>
      </div>
    </div>
    ${asked === "edit" && html`<${EditAgent} target=${target} agent=${one} etag=${agent.etag} onClose=${close} onSaved=${agent.reload} />`}
    ${asked === "switch" && html`<${SwitchAgent} scope=${scope} agent=${one} onClose=${() => (close(), agent.reload())} />`}
    ${asked === "delete" && html`<${DeleteAgent} scope=${scope} target=${target} agent=${one} etag=${agent.etag} onClose=${close} onDone=${() => go(`${scope.base}/agents`, { replace: true })} />`}`;
}

const logPath = (scope, id) => url("/log", scope.params({ agent_id: id }));

function Acts({ scope, agent, ask }) {
  const held = agent.kill_switch && heldBy(scope, agent.kill_switch);
  return html`<button type="button" class="button" onClick=${() => ask("edit")}><${Icon} name="pencil" />Edit</button>
    <button type="button" class=${agent.kill_switch ? "button" : "button is-kill"} disabled=${Boolean(held)} title=${held || undefined} onClick=${() => ask("switch")}><${Icon} name=${agent.kill_switch ? "play" : "octagon-x"} />${agent.kill_switch ? "Release kill switch" : "Stop agent"}</button>
    <button type="button" class="button" onClick=${() => ask("delete")}><${Icon} name="trash-2" />Delete</button>`;
}

/** Why the reader cannot release it: whoever engaged it stands higher. */
function heldBy(scope, { authority }) {
  if (authority === "owner" && scope.who.role !== "owner") {
    return "An owner of the appliance engaged it and releases it";
  }
  return authority === "operator" && !scope.isOperator ? "An operator of the appliance engaged it and releases it" : "";
}

function Stopped({ agent }) {
  if (agent.kill_switch) {
    const { engaged_at, reason } = agent.kill_switch;
    return html`<${Note} kind="warning" title="The kill switch is on: every check of this agent is denied"><p>Since <${Time} at=${engaged_at} />. ${reason ? html`Reason: “${reason}”` : "No reason was given."}</p><//>`;
  }
  return agent.status === "disabled" && html`<${Note} title="This agent is disabled"><p>Every check is denied until its status is active again. Its permissions stay.</p><//>`;
}

function Facts({ agent }) {
  return html`<dl class="facts">
    <dt>Owner</dt><dd>${agent.owner}</dd>
    <dt>Status</dt><dd><${Badge} is=${agent.status} /></dd>
    <dt>Kill switch</dt><dd>${agent.kill_switch ? html`<${Badge} is="enabled" text="on" />` : html`<span class="faint">off</span>`}</dd>
    <dt>Permissions</dt><dd class="figure">${number(agent.permissions)}</dd>
    <dt>Own keys</dt><dd class="figure">${number(agent.keys)}</dd>
    <dt>Created</dt><dd><${Time} at=${agent.created_at} /></dd>
    <dt>Changed</dt><dd><${Time} at=${agent.updated_at} /></dd>
  </dl>`;
}

function PermissionActs({ scope, id }) {
  const to = `${scope.base}/permissions?agent_id=${encodeURIComponent(id)}`;
  return html`<div class="row"><${Link} class="button small" to=${`${to}&try=1`}><${Icon} name="play" />Try a check<//>
    ${scope.may("manage") && html`<${Link} class="button small" to=${`${to}&new=rule`}><${Icon} name="plus" />New permission<//>`}</div>`;
}

const RECORD_COLUMNS = [
  { id: "when", title: "When", kind: "time", cell: ({ timestamp }) => html`<${Time} at=${timestamp} />` },
  { id: "result", title: "Result", cell: (record) => html`<${Badge} is=${recordState(record)} text=${stateWords(record)} />` },
  { id: "action", title: "Action", cell: ({ action }) => html`<code>${action}</code>` },
  { id: "resource", title: "Resource", cell: ({ resource }) => html`<${Id} value=${resource} />` },
  { id: "why", title: "Why", grow: true, hide: "narrow", cell: ({ reason, actor }) => (reason ? because(reason) : html`<span class="faint">a change by ${actorName(actor)}</span>`) },
];

const RECENT = 20;

function Records({ scope, agent }) {
  const list = useList("/api/logs", scope.params({ agent_id: agent }), { topics: ["log"], limit: RECENT });
  const recent = { ...list, items: list.items.slice(0, RECENT), hasMore: false, more: undefined };
  const command = curl("POST", "/api/agents/check", { agent_id: agent, action: "read", resource: "orders/4711" });
  const empty = html`<${Empty} icon="scroll-text" title="Nothing on record yet" command=${command}><p>Each check and each change of this agent becomes a record that nobody can take back.</p><//>`;
  const open = ({ id }) => go(url("/log", scope.params({ agent_id: agent, open: id })));
  return html`<${DataTable} caption=${`Recent records of ${agent}`} columns=${RECORD_COLUMNS} list=${recent} rowKey=${({ id, seq }) => `${id}${seq}`} onOpen=${open} empty=${empty} />`;
}
