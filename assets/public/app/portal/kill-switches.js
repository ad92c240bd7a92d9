// The kill switches that concern the customer: its own as a deliberate control, and those that are on.

import { KillCustomer } from "../features/kill.js";
import { Badge } from "../kit/badge.js";
import { useList, useResource } from "../kit/data.js";
import { Empty } from "../kit/feedback.js";
import { actorName } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { ReleaseKill, releasedBy } from "../kit/kill-banner.js";
import { Link } from "../kit/router.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";
import { own } from "./own.js";

const LEVELS = { system: "Everything on this appliance", customer: "All your agents" };

export default function KillSwitches({ who }) {
  const scope = own(who);
  const customer = useResource(`/api/customers/${encodeURIComponent(who.customer_id)}`, { topics: ["customers"] });
  const list = useList("/api/kill-switches", {}, { topics: ["kills"] });
  const [isEngaging, setEngaging] = useState(false);
  const [releasing, setReleasing] = useState(null);
  const isOn = list.items.some(({ level }) => level === "customer");
  const mayEngage = scope.may("manage") && customer.data && !isOn && !list.isFirst;
  return html`<${PageHead} title="Kill switches" about="A kill switch denies every check it covers from the next one on, whatever the permissions say.">
      ${mayEngage && html`<button type="button" class="button is-stop" onClick=${() => setEngaging(true)}><${Icon} name="octagon-x" />Stop all agents</button>`}
    <//>
    <${DataTable} caption="Kill switches that are on" list=${list} rowKey=${({ level, agent_id }) => `${level} ${agent_id ?? ""}`} columns=${columns(scope, setReleasing)} empty=${html`<${NoneOn} mayManage=${scope.may("manage")} />`} />
    ${isEngaging && html`<${KillCustomer} scope=${scope} customer=${customer.data} onClose=${() => setEngaging(false)} onDone=${list.reload} />`}
    ${releasing && html`<${ReleaseKill} killed=${releasing} all=${list.items} isOperator=${false} onClose=${() => setReleasing(null)} onDone=${list.reload} />`}`;
}

function columns(scope, release) {
  return [
    { id: "what", title: "Stops", cell: ({ level, agent_id }) => html`<${Badge} is="enabled" text=${LEVELS[level] ?? agent_id} />` },
    { id: "reason", title: "Reason", grow: true, cell: ({ reason }) => (reason ? html`<span title=${reason}>${reason}</span>` : html`<span class="faint">none given</span>`) },
    { id: "by", title: "By", hide: "narrow", cell: ({ engaged_by }) => actorName(engaged_by) },
    { id: "since", title: "Since", kind: "time", cell: ({ engaged_at }) => html`<${Time} at=${engaged_at} />` },
    {
      id: "release",
      title: html`<span class="hidden">Release</span>`,
      kind: "actions",
      cell: (killed) =>
        killed.may_release && scope.may("manage")
          ? html`<button type="button" class="button small" aria-label=${`Release: ${LEVELS[killed.level] ?? killed.agent_id}`} onClick=${() => release(killed)}>Release</button>`
          : html`<span class="faint">${releasedBy(killed)}</span>`,
    },
  ];
}

function NoneOn({ mayManage }) {
  return html`<${Empty} icon="circle-check" title="No kill switch is on" command=${mayManage && curl("POST", "/api/agent/kill", { agent_id: "billing-bot", enabled: false, reason: "double refunds since 14:00" })}>
    <p>Your permissions decide.${mayManage && html` One agent is stopped on its page under <${Link} to="/agents">Agents<//>; here you stop all of them at once.`}</p>
  <//>`;
}
