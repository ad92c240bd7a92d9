// Kill switches: the system's as a deliberate control, those that are on, and what happened to them.

import { KillSystem } from "../features/kill.js";
import { get, url } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Empty, ErrorNote, Skeleton } from "../kit/feedback.js";
import { actorName, plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { ReleaseKill, releasedBy } from "../kit/kill-banner.js";
import { useLive } from "../kit/live.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { classes, html, useCallback, useEffect, useState } from "../kit/ui.js";

const LEVELS = { system: "Everything", customer: "Customer", agent: "Agent" };
const RECENT_EACH = 10;
/** What the log calls the switches of each level. */
const ACTIONS = ["system_kill_switch", "customer_kill_switch", "agent.kill", "agent.release"];

export default function KillSwitches({ who }) {
  const list = useList("/api/kill-switches", {}, { topics: ["kills"] });
  const [releasing, setReleasing] = useState(null);
  const isEngaging = useQuery().engage === "system" && may(who, "manage");
  const engage = (isOn) => setQuery({ engage: isOn ? "system" : null }, { replace: true });
  const system = list.items.find(({ level }) => level === "system");
  return html`<${PageHead} title="Kill switches" about="A kill switch denies every check it covers from the next one on, whatever the permissions say." />
    <div class="stack kills">
      <${SystemSwitch} who=${who} list=${list} system=${system} engage=${() => engage(true)} release=${setReleasing} />
      <section class="stack" aria-labelledby="kills-on">
        <h2 id="kills-on">Switches that are on</h2>
        <${DataTable} caption="Kill switches that are on" list=${list} rowKey=${keyOf} columns=${columns(who, setReleasing)} marker=${() => "is-kill"} empty=${html`<${NoneOn} />`} />
      </section>
      <${Recent} />
    </div>
    ${isEngaging && !system && html`<${KillSystem} onClose=${() => engage(false)} onDone=${list.reload} />`}
    ${releasing && html`<${ReleaseKill} killed=${releasing} all=${list.items} isOperator onClose=${() => setReleasing(null)} onDone=${list.reload} />`}`;
}

const keyOf = ({ level, customer_id, agent_id }) => [level, customer_id, agent_id].filter(Boolean).join(" ");

/** The switch of the whole appliance: what it would do, or since when and why it is on. */
function SystemSwitch({ who, list, system, engage, release }) {
  if (list.isFirst) {
    return html`<section class="panel"><${Skeleton} lines=${2} /></section>`;
  }
  const mayManage = may(who, "manage");
  return html`<section class=${classes("panel", "system-switch", system && "is-on")} aria-labelledby="system-switch">
    <${Icon} name=${system ? "octagon-x" : "power"} />
    <div>
      <h2 id="system-switch">${system ? "Everything is stopped" : "The system kill switch is off"}</h2>
      <p>${system ? html`Engaged <${Time} at=${system.engaged_at} /> by ${actorName(system.engaged_by)}${system.reason ? html`: <q>${system.reason}</q>` : ". No reason was given."}` : "It stops every agent of every customer at once. Use it when you cannot tell yet which agent or customer is at fault."}</p>
    </div>
    ${mayManage && !system && html`<button type="button" class="button is-stop" onClick=${engage}><${Icon} name="octagon-x" />Stop everything</button>`}
    ${system && (system.may_release ? html`<button type="button" class="button" onClick=${() => release(system)}>Release</button>` : html`<span class="faint">${releasedBy(system)}</span>`)}
    ${!mayManage && !system && html`<span class="faint">Owners and admins engage it</span>`}
  </section>`;
}

function Stopped({ killed }) {
  const customer = `/customers/${killed.customer_id}`;
  if (killed.level === "system") {
    return "All customers";
  }
  const owner = html`<${Link} to=${customer}>${killed.customer_name ?? killed.customer_id}<//>`;
  return killed.level === "customer" ? owner : html`<${Link} to=${`${customer}/agents/${encodeURIComponent(killed.agent_id)}`}>${killed.agent_id}<//> <span class="faint">of</span> ${owner}`;
}

function columns(who, release) {
  return [
    { id: "level", title: "Stops", cell: ({ level }) => html`<${Badge} is="enabled" text=${LEVELS[level]} />` },
    { id: "what", title: "Whom", cell: (killed) => html`<${Stopped} killed=${killed} />` },
    { id: "reason", title: "Reason", grow: true, cell: ({ reason }) => (reason ? html`<span title=${reason}>${reason}</span>` : html`<span class="faint">none given</span>`) },
    { id: "by", title: "By", hide: "narrow", cell: ({ engaged_by }) => actorName(engaged_by) },
    { id: "since", title: "Engaged", kind: "time", cell: ({ engaged_at }) => html`<${Time} at=${engaged_at} />` },
    {
      id: "release",
      title: html`<span class="hidden">Release</span>`,
      kind: "actions",
      cell: (killed) =>
        killed.may_release && may(who, "manage")
          ? html`<button type="button" class="button small" aria-label=${`Release: ${LEVELS[killed.level]} ${killed.agent_id ?? killed.customer_name ?? ""}`} onClick=${() => release(killed)}>Release</button>`
          : html`<span class="faint">${releasedBy(killed)}</span>`,
    },
  ];
}

function NoneOn() {
  return html`<${Empty} icon="circle-check" title="No kill switch is on" command=${curl("POST", "/api/agent/kill", { agent_id: "billing-bot", enabled: false, reason: "double refunds since 14:00" })}>
    <p>Permissions decide. One agent is stopped on its page under <${Link} to="/agents">Agents<//>, all agents of a customer on the customer's page under <${Link} to="/customers">Customers<//>.</p>
  <//>`;
}

/** The latest changes of any switch, from the log. */
function useRecent() {
  const [state, setState] = useState({ records: null, error: null });
  const load = useCallback(async () => {
    try {
      const pages = await Promise.all(ACTIONS.map((action) => get(url("/api/logs", { action, limit: RECENT_EACH }))));
      const records = pages.flatMap(({ data }) => data).sort((one, other) => other.seq - one.seq);
      setState({ records: records.slice(0, RECENT_EACH), error: null });
    } catch (error) {
      setState((before) => ({ ...before, error }));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useLive(["kills"], load);
  return { ...state, load };
}

function Recent() {
  const { records, error, load } = useRecent();
  if (error && !records) {
    return html`<${ErrorNote} error=${error} retry=${load} />`;
  }
  if (!records || records.length === 0) {
    return null;
  }
  return html`<section class="stack" aria-labelledby="kills-recent">
    <h2 id="kills-recent">Recently</h2>
    <ol class="panel is-flush events">
      ${records.map((record) => html`<li key=${record.id}>
        <${Badge} ...${outcomeOf(record)} />
        <span class="events-what">${sentenceOf(record)}</span>
        <${Link} to=${`/log?open=${record.id}`}><${Time} at=${record.timestamp} /><span class="hidden">, record ${record.seq} in the log</span><//>
      </li>`)}
    </ol>
    <p class="faint">All changes are in the log: ${ACTIONS.map((action, index) => html`${index > 0 && ", "}<${Link} key=${action} to=${`/log?action=${action}`}><code>${action}</code><//>`)}</p>
  </section>`;
}

/** What became of the switch, in a word. */
function outcomeOf({ action, result, details }) {
  if (result === "refused") {
    return { is: "refused", text: "refused" };
  }
  const isOn = result === "enabled" || action === "agent.kill";
  const verb = isOn ? "engaged" : "released";
  return { is: isOn ? "enabled" : "disabled", text: details?.changed === false ? `was ${verb}` : verb };
}

function sentenceOf({ action, agent_id, resource, actor, details }) {
  const whom = {
    system_kill_switch: "Everything",
    customer_kill_switch: html`All agents of <${Link} to=${`/customers/${resource}`}><${Id} value=${resource} /><//>`,
  };
  const cancelled = details?.approvals_cancelled > 0 && `; ${plural(details.approvals_cancelled, "approval")} cancelled`;
  return html`<strong>${whom[action] ?? agent_id ?? resource}</strong> by ${actorName(actor)}${details?.reason && html`: <q>${details.reason}</q>`}${cancelled}`;
}
