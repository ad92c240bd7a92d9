// A customer at a glance: what is stopped, how much of the limits is used, what happened last, facts.

import { CHECKS_BY_RESULT, Meter, TimeChart } from "../kit/chart.js";
import { Badge, Id } from "../kit/badge.js";
import { getEvery, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Empty, Loaded } from "../kit/feedback.js";
import { REASONS, actorName, number, words } from "../kit/format.js";
import { Link } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html } from "../kit/ui.js";
import { Ended } from "./billing.js";
import { QuotaLine } from "./quota.js";
import { featureName, realFeatures, titleOf, useTiers } from "./tiers.js";

/** The log of this customer, with what should be open. */
const logPath = (scope, query = {}) => url("/log", scope.params(query));

export default function CustomerOverview({ scope, customer, kills }) {
  const { data } = customer;
  return html`<div class="grid">
    ${data.deactivated_by && html`<${Ended} by=${data.deactivated_by} />`}
    ${kills.length > 0 && html`<${Stopped} kills=${kills} />`}
    <section class="panel two-thirds"><header><h2>Limits</h2><${Link} to=${`${scope.base}/tier`}>${scope.may("manage") ? "Change the tier" : "All tiers"}<//></header><${Limits} scope=${scope} customer=${data} /></section>
    <section class="panel third"><header><h2>Facts</h2>${scope.isOperator && html`<${Link} to=${`${scope.base}/settings`}>Settings<//>`}</header><${Facts} customer=${data} /></section>
    <${Today} scope=${scope} />
    <section class="panel is-flush"><header><h2>Latest records</h2><${Link} to=${logPath(scope)}>${scope.isOperator ? "Log of this customer" : "Log"}<//></header><${Latest} scope=${scope} /></section>
  </div>`;
}

/** The kill switches that are on for this customer, whoever they stop. */
function Stopped({ kills }) {
  return html`<section class="panel stopped"><header><h2>Kill switches that are on</h2><${Link} to="/kill-switches">Kill switches<//></header>
    <ul>${kills.map((kill) => html`<li key=${`${kill.level}${kill.agent_id ?? ""}`}>
      <${Badge} is="killed" text=${kill.level === "system" ? "Everything" : kill.level === "customer" ? "This customer" : kill.agent_id} />
      <span>since <${Time} at=${kill.engaged_at} /> by ${actorName(kill.engaged_by)}${kill.reason ? `: “${kill.reason}”` : ""}</span>
    </li>`)}</ul>
  </section>`;
}

function Limits({ scope, customer }) {
  const keys = useResource(`/api/customers/${customer.id}/api-keys?active=true`, { topics: ["keys"], read: getEvery });
  const used = keys.data?.filter((key) => !key.agent_id).length;
  return html`<div class="stack">
    <${Meter} label="Agents" used=${customer.agents} allowed=${customer.max_agents} />
    ${used !== undefined && html`<${Meter} label="API keys, agent keys apart" used=${used} allowed=${customer.max_api_keys} />`}
    <${QuotaLine} scope=${scope} />
    <p class="meter-line"><span>Requests a minute, all keys together</span><span class="figure">at most ${number(customer.max_requests_per_minute)}</span></p>
    <p class="meter-line"><span>Calls since registration</span><span><span class="figure">${number(customer.total_api_calls)}</span> · <${Link} to=${`${scope.base}/usage`}>by day<//></span></p>
  </div>`;
}

function Facts({ customer }) {
  const tiers = useTiers();
  return html`<dl class="facts">
    <dt>Tier</dt><dd>${titleOf(tiers.data, customer.subscription_tier)}</dd>
    <dt>Features</dt><dd>${realFeatures(customer.features).length > 0 ? realFeatures(customer.features).map(featureName).join(", ") : html`<span class="faint">those of every tier</span>`}</dd>
    <dt>Time zone</dt><dd>${customer.time_zone}</dd>
    <dt>Registered</dt><dd><${Time} at=${customer.created_at} /></dd>
    <dt>Last changed</dt><dd><${Time} at=${customer.updated_at} /></dd>
  </dl>`;
}

/** The last day by the hour; left out where the appliance does not count by the hour. */
function Today({ scope }) {
  const activity = useResource(url("/api/activity", scope.params({ span: "day" })), { topics: ["log"] });
  if (activity.error?.status === 404) {
    return null;
  }
  return html`<section class="panel"><header><h2>Checks in the last day</h2><${Link} to=${`${scope.base}/usage`}>Usage<//></header>
    <${Loaded} of=${activity} lines=${6}>${(data) => html`<${TimeChart} label="Checks an hour by result" points=${data.points} series=${CHECKS_BY_RESULT} height=${160} />`}<//>
  </section>`;
}

function Latest({ scope }) {
  const records = useResource(url("/api/logs", scope.params({ limit: 8 })), { topics: ["log"] });
  return html`<${Loaded} of=${records} lines=${6}>${(data) =>
    data.length === 0
      ? html`<${Empty} icon="scroll-text" title="Nothing happened yet" command=${curl("POST", "/api/agents/check", { agent_id: "billing-bot", action: "read", resource: "orders/4711" })}><p>Each check and each change leaves a record here.</p><//>`
      : html`<div class="table-box"><table><caption class="hidden">Latest records</caption>
          <thead><tr><th scope="col">When</th><th scope="col">Result</th><th scope="col">Agent</th><th scope="col">What</th><th scope="col" class="hide-narrow">Why</th></tr></thead>
          <tbody>${data.map((record) => html`<tr key=${record.id}>
            <td class="is-time"><${Link} to=${logPath(scope, { open: record.id })}><${Time} at=${record.timestamp} /><//></td>
            <td><${Badge} is=${heldOr(record)} /></td>
            <td>${record.agent_id ? html`<${Id} value=${record.agent_id} />` : html`<span class="faint">–</span>`}</td>
            <td class="grow">${record.action}${record.resource && html` <span class="faint">on</span> ${record.resource}`}</td>
            <td class="hide-narrow faint">${REASONS[record.reason] ?? words(record.reason)}</td>
          </tr>`)}</tbody>
        </table></div>`}<//>`;
}

const heldOr = ({ reason, result }) => (reason === "approval_required" || reason === "approval_pending" ? "held" : result);
