// The statement of one month: what it costs and why, and what was checked by day, agent and action.
// It adds up to the log; the same as CSV and as a page to print.

import { url } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { CHECKS_BY_RESULT, TimeChart } from "../kit/chart.js";
import { useResource } from "../kit/data.js";
import { Empty, ErrorNote, Note, Skeleton } from "../kit/feedback.js";
import { number, plural, usd, utcDay } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { useLive } from "../kit/live.js";
import { Link } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { html, useEffect, useMemo, useRef } from "../kit/ui.js";
import { QuotaMeter } from "./quota.js";
import { titleOf, useTiers } from "./tiers.js";
import { DAY_MS, dayText, monthName } from "./usage-days.js";

/** A statement is long to make, so what is recorded meanwhile is read a while later, all at once. */
const CALM_MS = 5_000;

function useCalmly(topics, run) {
  const timer = useRef(null);
  useLive(topics, () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      run();
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** What is recorded now changes nothing about a month that is over. */
const isOver = (month) => month < new Date().toISOString().slice(0, 7);

/** `month`: as `2026-11`. */
export function Statement({ scope, month }) {
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/statements/${month}`;
  const statement = useResource(path, { topics: ["customers", "settings"] });
  useCalmly(isOver(month) ? [] : ["log"], statement.reload);
  const { data, error } = statement;
  if (error?.status === 404) {
    return html`<${Empty} icon="scroll-text" title="There is no statement of this month" action=${html`<${Link} class="button" to=${`${scope.base}/statements`}>All statements<//>`}><p>${month} was before the registration, or has not begun.</p><//>`;
  }
  if (!data) {
    return error ? html`<${ErrorNote} error=${error} retry=${statement.reload} />` : html`<${Skeleton} lines=${10} />`;
  }
  return html`<div class="stack statement">
    <${Head} scope=${scope} data=${data} path=${path} />
    <div class="grid">
      <section class="panel two-thirds is-flush" aria-labelledby="lines"><header><h2 id="lines">What it costs</h2></header><${Lines} data=${data} /></section>
      <section class="panel third" aria-labelledby="facts"><header><h2 id="facts">Facts</h2></header><${Facts} data=${data} /></section>
    </div>
    <${Checks} data=${data} />
    <div class="grid">
      <${Counts} id="agents" title="By agent" rows=${data.agents} column=${agentColumn(scope)} rowKey=${agentOf} />
      <${Counts} id="actions" title="By action" rows=${data.actions} column=${ACTION} rowKey=${actionOf} />
    </div>
    ${data.quota && html`<section class="panel" aria-labelledby="quota"><header><h2 id="quota">Quota</h2></header><${QuotaMeter} quota=${data.quota} label="Checks of the month" /></section>`}
  </div>`;
}

/** Whether a month is over; until then its statement grows. */
export const Finality = ({ isFinal }) => html`<${Badge} is=${isFinal ? "done" : "running"} text=${isFinal ? "Final" : "Running"} title=${isFinal ? "The month is over: this does not change any more" : "The month is not over: this is how it stands now"} />`;

function Head({ scope, data, path }) {
  return html`<div class="statement-head">
    <${Link} class="button small quiet" to=${`${scope.base}/statements`}><${Icon} name="chevron-left" />All statements<//>
    <h2>${monthName(`${data.month}-01`)} <${Finality} isFinal=${data.is_final} /></h2>
    <span class="spring"></span>
    <div class="row">
      <a class="button small" href=${url(path, { format: "csv" })} download=${`${data.number}.csv`}><${Icon} name="download" />CSV</a>
      <a class="button small" href=${url(path, { format: "html" })} target="_blank" rel="noopener"><${Icon} name="scroll-text" />Page to print</a>
    </div>
  </div>`;
}

/** What each run of days costs; the last line is the sum. */
function Lines({ data }) {
  const tiers = useTiers();
  return html`${data.lines.length === 0 ? html`<p class="panel-body faint">The customer was inactive throughout: nothing is charged.</p>` : html`<div class="table-box is-free"><table>
      <caption class="hidden">Lines of the statement</caption>
      <thead><tr><th scope="col">Tier</th><th scope="col">Days</th><th scope="col" class="is-number hide-narrow">Price a month</th><th scope="col" class="is-number">Amount</th></tr></thead>
      <tbody>${data.lines.map((line) => html`<tr key=${line.from}>
        <td>${line.title ?? titleOf(tiers.data, line.subscription_tier)}</td>
        <td>${line.from === line.to ? shortDay(line.from) : `${shortDay(line.from)} – ${shortDay(line.to)}`} <span class="faint">${plural(line.days, "day")}</span></td>
        <td class="is-number hide-narrow">${line.price_usd_month === null ? html`<span class="faint">not agreed yet</span>` : usd(line.price_usd_month)}</td>
        <td class="is-number">${line.amount_usd === null ? html`<span class="faint">open</span>` : usd(line.amount_usd)}</td>
      </tr>`)}</tbody>
      <tfoot><tr><th scope="row">Total</th><td></td><td class="hide-narrow"></td><td class="is-number"><strong>${usd(data.total_usd)}</strong></td></tr></tfoot>
    </table></div>`}
    <div class="panel-body stack">
      ${data.has_unpriced_days && html`<${Note} kind="warning" title="Not all days have a price"><p>The price of the tier is agreed with the operator, and is not yet. Those days are not in the total.</p><//>`}
      <p class="faint">A day costs what its dearest tier costs; a day without an active customer costs nothing. Amount = price × days ÷ days of the month, to the cent.${data.is_final ? "" : " The month is not over, so the last line grows day by day."}</p>
    </div>`;
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
/** `1 Nov` */
const shortDay = (day) => days.format(Date.parse(day));

function Facts({ data }) {
  return html`<dl class="facts">
    <dt>Number</dt><dd><code>${data.number}</code></dd>
    <dt>From</dt><dd>${utcDay(data.from)}</dd>
    <dt>To</dt><dd>${utcDay(data.to)}${data.is_final ? "" : ", so far"}</dd>
    <dt>Days</dt><dd>UTC</dd>
    <dt>For</dt><dd>${data.name}<br /><span class="faint">${data.email}</span></dd>
    ${data.issuer.length > 0 && html`<dt>By</dt><dd>${data.issuer.map((line) => html`<span key=${line} class="statement-issuer">${line}</span>`)}</dd>`}
    <dt>Currency</dt><dd>${data.currency}</dd>
    <dt>Payment</dt><dd>within ${plural(data.payment_days, "day")}</dd>
    ${data.note && html`<dt>Note</dt><dd>${data.note}</dd>`}
  </dl>`;
}

/** The checks of the month, in sum and by day. */
function Checks({ data }) {
  const points = useMemo(() => pointsOf(data), [data]);
  const { usage } = data;
  return html`<section class="panel" aria-labelledby="checks"><header><h2 id="checks">What was checked</h2><span class="faint">adds up to the log</span></header>
    <ul class="totals">
      ${[["checks", "checks"], ["approved", "approved"], ["held", "held for a person"], ["denied", "denied"], ["changes", "changes"], ["reads", "reads"]].map(([key, label]) => html`<li key=${key} class="stat"><b>${number(usage[key])}</b><span>${label}</span></li>`)}
    </ul>
    <${TimeChart} label="Checks a day by result" points=${points} series=${CHECKS_BY_RESULT} step="day" none="No check in this month" />
  </section>`;
}

/** A point for each day of the month that has come, also for those without checks. */
function pointsOf({ from, to, days: counted }) {
  const byDay = new Map(counted.map((one) => [one.day, one]));
  const end = Math.min(Date.parse(to), Date.now());
  const points = [];
  for (let time = Date.parse(from); time <= end; time += DAY_MS) {
    const { approved = 0, held = 0, denied = 0 } = byDay.get(dayText(time)) ?? {};
    points.push({ at: new Date(time).toISOString(), approved, held, denied });
  }
  return points;
}

const RESULTS = [["approved", "Approved"], ["held", "Held"], ["denied", "Denied"]].map(([key, title]) => ({ id: key, title, kind: "number", hide: "narrow", cell: (row) => number(row[key]) }));
const CHECKS = { id: "checks", title: "Checks", kind: "number", cell: ({ checks }) => html`<strong>${number(checks)}</strong>` };

function Counts({ id, title, rows, column, rowKey }) {
  const columns = useMemo(() => [column, ...RESULTS, CHECKS], [column]);
  const heading = `statement-${id}`;
  return html`<section class="panel half is-flush" aria-labelledby=${heading}><header><h2 id=${heading}>${title}</h2></header>
    <${DataTable} caption=${`Checks ${title.toLowerCase()}`} list=${{ items: rows }} rowKey=${rowKey} columns=${columns} isCounted=${false} empty=${html`<p class="panel-body faint">Nothing was checked in this month.</p>`} />
  </section>`;
}

const agentOf = ({ agent_id: id, is_rest: isRest }) => id ?? (isRest ? " rest" : " none");
const actionOf = ({ action }) => action ?? "";
const ACTION = { id: "action", title: "Action", grow: true, cell: ({ action }) => (action === null ? html`<span class="faint">all others</span>` : html`<code>${action}</code>`) };
/** An agent leads to its page, where the reader has one. */
const agentColumn = (scope) => ({
  id: "agent",
  title: "Agent",
  grow: true,
  cell: ({ agent_id: id, is_rest: isRest }) =>
    id === null ? html`<span class="faint">${isRest ? "all others" : "no agent of that name"}</span>` : scope.isOperator || scope.may("manage") ? html`<${Link} to=${`${scope.base}/agents/${encodeURIComponent(id)}`}><code>${id}</code><//>` : html`<code>${id}</code>`,
});
