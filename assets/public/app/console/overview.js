// The overview: what needs somebody now, then how much is asked and how it is answered, who asks most,
// and whether the appliance is well. Every figure leads to where it comes from.

import { KillSystem } from "../features/kill.js";
import { url } from "../kit/api.js";
import { CHECKS_BY_RESULT, TimeChart } from "../kit/chart.js";
import { useResource } from "../kit/data.js";
import { Empty, ErrorNote, Skeleton } from "../kit/feedback.js";
import { REASONS, clockOnly, dateOnly, number, sentence, words } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, go, setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { curl } from "../kit/trace.js";
import { classes, html, useState } from "../kit/ui.js";
import { Appliance } from "./overview-appliance.js";
import { Attention } from "./overview-attention.js";

const SPANS = { hour: "Hour", day: "Day", week: "Week" };
const STEP = { hour: "minute", day: "15 minutes", week: "hour" };

export default function Overview({ who }) {
  const query = useQuery();
  const range = SPANS[query.span] ? query.span : "hour";
  const overview = useResource("/api/overview", { topics: ["log", "approvals", "kills", "customers", "agents", "backups"] });
  const activity = useResource(url("/api/activity", { span: range }), { topics: ["log"] });
  const outbox = useResource("/api/outbox/status", { topics: ["outbox"] });
  const quotes = useResource(url("/api/quotes", { state: "open", limit: 100 }), { topics: ["quotes"] });
  const [isStopping, setStopping] = useState(false);
  const now = overview.data;
  const mayStop = may(who, "manage") && now && !now.kill_switches.system;
  return html`<${PageHead} title="Overview">
      ${mayStop && html`<button type="button" class="button is-stop" onClick=${() => setStopping(true)}><${Icon} name="octagon-x" />Stop everything</button>`}
    <//>
    ${overview.error && !now ? html`<${ErrorNote} error=${overview.error} retry=${overview.reload} />` : html`<${Attention} overview=${now} outbox=${outbox.data} quotes=${quotes.data} who=${who} />`}
    ${now?.customers.total === 0 ? html`<${FirstSteps} who=${who} />` : html`<${Checks} activity=${activity} range=${range} />`}
    ${now && html`<${Appliance} overview=${now} />`}
    ${isStopping && html`<${KillSystem} onClose=${() => setStopping(false)} onDone=${overview.reload} />`}`;
}

/** Before the first customer: what this is for, and where to begin. */
function FirstSteps({ who }) {
  return html`<${Empty} icon="play" title="Nobody asks yet" commandLabel="The first of them with curl; $TOKEN is an operator's token" command=${curl("POST", "/api/customers/register", { name: "Acme Retail", email: "ops@acme.example" }, { variable: "$TOKEN" })}
    action=${may(who, "manage") ? html`<${Link} to="/welcome" class="button is-primary">Take the first steps<//>` : html`<p class="faint">An owner or an admin registers the first customer.</p>`}>
    <p>Agents ask before they act, and get a yes or a no with the reasons. Register a customer, create an agent with a permission, and try a check: it takes three minutes.</p>
  <//>`;
}

/** How much was asked, how it was answered, why not, and by whom. */
function Checks({ activity, range }) {
  const { data, error, reload } = activity;
  return html`<section class="panel checks" aria-labelledby="checks">
      <header><h2 id="checks">Checks <span class="faint">per ${STEP[range]}</span></h2><${Spans} range=${range} /></header>
      ${error && !data ? html`<${ErrorNote} error=${error} retry=${reload} />` : html`<${Totals} activity=${data} />
        ${data ? html`<${TimeChart} points=${data.points} series=${CHECKS_BY_RESULT} height=${220} label=${`Checks per ${STEP[range]} by result`} onPick=${(point) => go(logOf(point.at, data.step_seconds))} none=${`No check in the last ${range}`} />` : html`<div class="chart-wait"><${Skeleton} lines=${4} height=${32} /></div>`}`}
    </section>
    ${data && html`<div class="grid">
      <${Ranking} title="Why not" none="Nothing was denied." items=${data.reasons.filter(isDenial).map((reason) => reasonItem(reason, data))} />
      <${Ranking} title="Busiest customers" none=${data.customers_since ? "No customer asked." : "There are too many customers to rank them in time."} about=${since(data.customers_since, data)} items=${(data.busiest_customers ?? []).map(({ customer_id, name, count }) => ({ key: customer_id, text: name ?? customer_id, count, to: `/customers/${customer_id}` }))} />
      <${Ranking} title="Busiest agents" none=${data.agents_since ? "No agent asked." : "There are too many agents to rank them in time."} about=${since(data.agents_since, data)} items=${data.busiest_agents.map((agent) => agentItem(agent, data))} />
    </div>`}`;
}

/** The log of one bar's time. */
const logOf = (at, seconds) => url("/log", { from: at, to: new Date(Date.parse(at) + seconds * 1_000 - 1).toISOString() });

const DAY_MS = 86_400_000;

/** The ranks are counted by the hour or the day: where they begin at another time than the chart, it says so. */
const since = (begin, { from }) => (begin && Math.abs(Date.parse(begin) - Date.parse(from)) > 60_000 ? html`since <time datetime=${begin}>${DAY_MS < Date.now() - Date.parse(begin) ? dateOnly(begin) : clockOnly(begin)}</time>` : null);

const isDenial = ({ reason }) => !APPROVED.includes(reason);

function reasonItem({ reason, count }, { from }) {
  return { key: reason, text: sentence(REASONS[reason] ?? words(reason)), code: reason, count, to: url("/log", { reason, from }), kind: HELD.includes(reason) ? "held" : "denied" };
}

function agentItem({ customer_id, agent_id, count }, { busiest_customers }) {
  const owner = busiest_customers.find((one) => one.customer_id === customer_id)?.name;
  return { key: `${customer_id} ${agent_id}`, text: agent_id, about: owner, count, to: `/customers/${customer_id}/agents/${encodeURIComponent(agent_id)}` };
}

function Spans({ range }) {
  return html`<fieldset class="segments"><legend class="hidden">Time</legend>
    ${Object.entries(SPANS).map(([key, label]) => html`<label key=${key}><input type="radio" name="span" checked=${key === range} onChange=${() => setQuery({ span: key === "hour" ? null : key }, { replace: true })} /><span>${label}</span></label>`)}
  </fieldset>`;
}

/** Reasons that are no denials, and those that wait for a person. */
const APPROVED = ["all_checks_passed", "human_override"];
const HELD = ["approval_required", "approval_pending"];

const TOTALS = [
  ["approved", "approved", { result: "approved" }],
  ["held", "held for a person", { reason: "approval_required" }],
  ["denied", "denied", { result: "denied" }],
];

/** The sums of the time shown; each opens the log with those checks. */
function Totals({ activity }) {
  const totals = activity?.totals;
  const sum = totals && totals.approved + totals.denied + totals.held;
  return html`<ul class="totals">
    <li>${totals ? html`<${Link} to=${url("/log", { from: activity.from })} class="stat"><b>${number(sum)}</b><span>checks</span><//>` : html`<span class="stat"><b class="faint">–</b><span>checks</span></span>`}</li>
    ${TOTALS.map(([key, label, filter]) => html`<li key=${key}>
      ${totals ? html`<${Link} to=${url("/log", { ...filter, from: activity.from })} class="stat"><b>${number(totals[key])}</b><span>${label}${sum > 0 ? html` <i class="figure">${share(totals[key], sum)}</i>` : ""}</span><//>` : html`<span class="stat"><b class="faint">–</b><span>${label}</span></span>`}
    </li>`)}
  </ul>`;
}

/** A part in per cent; never `0 %` of something nor `100 %` where something is left. */
function share(count, sum) {
  const percent = (count / sum) * 100;
  if (count === 0 || count === sum) {
    return `${percent} %`;
  }
  return percent < 1 ? "< 1 %" : percent > 99 ? "> 99 %" : `${Math.round(percent)} %`;
}

/** The most of something, longest bar first. */
function Ranking({ title, items, none, about }) {
  const most = Math.max(...items.map(({ count }) => count), 1);
  const id = `ranking-${title.replaceAll(" ", "-")}`;
  return html`<section class="panel third ranking" aria-labelledby=${id}>
    <header><h2 id=${id}>${title}</h2>${about && html`<span class="faint">${about}</span>`}</header>
    ${items.length === 0 ? html`<p class="faint">${none}</p>` : html`<ol>${items.map(({ key, text, about: detail, code, count, to, kind }) => html`<li key=${key}>
      <i class=${classes("ranking-bar", kind)} style=${{ width: `${(count / most) * 100}%` }} aria-hidden="true"></i>
      <${Link} to=${to} title=${code}><span>${text}${detail && html` <span class="faint">${detail}</span>`}</span><b class="figure">${number(count)}</b><//>
    </li>`)}</ol>`}
  </section>`;
}
