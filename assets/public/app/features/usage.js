// What a customer used: calls a day, this month against the tier, checks by the hour; as CSV too.

import { get, save, url } from "../kit/api.js";
import { CHECKS_BY_RESULT, TimeChart } from "../kit/chart.js";
import { useResource } from "../kit/data.js";
import { Empty, ErrorNote, Loaded, Skeleton, toast } from "../kit/feedback.js";
import { number, plural, utcDay } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { curl } from "../kit/trace.js";
import { html, useMemo, useState } from "../kit/ui.js";
import { QuotaPanel } from "./quota.js";
import { titleOf, useTiers } from "./tiers.js";
import { RANGES, everyDay, monthName, rangeOf } from "./usage-days.js";

const KINDS = [
  { key: "approved", label: "Checks approved", token: "approved" },
  { key: "denied", label: "Checks denied or held", token: "denied" },
  { key: "changes", label: "Changes", token: "accent" },
  { key: "reads", label: "Reads", token: "faint" },
];

export function UsageTab({ scope }) {
  const range = rangeOf(useQuery());
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/usage`;
  const target = url(path, { from: range.from, to: range.to });
  const usage = useResource(range.error ? null : target, { topics: ["log"] });
  return html`<div class="stack">
    <${Month} usage=${usage.data} />
    <${QuotaPanel} scope=${scope} />
    <section class="panel"><header><h2>Calls a day</h2><${Download} target=${target} range=${range} /></header>
      <${Range} range=${range} />
      ${range.error ? html`<p class="field-error">${range.error}</p>` : html`<${Loaded} of=${usage} lines=${8}>${(data) => html`<${Days} scope=${scope} usage=${data} />`}<//>`}
    </section>
    <${Activity} scope=${scope} />
  </div>`;
}

/** The month so far; the quota of checks, where the tier sets one, has its own panel. */
function Month({ usage }) {
  const tiers = useTiers();
  if (!usage) {
    return html`<section class="panel"><${Skeleton} lines=${2} /></section>`;
  }
  const { month } = usage;
  return html`<section class="panel figures">
    <div class="stat"><b>${number(month.total)}</b><span>charged calls in ${monthName(month.from)} so far</span></div>
    <div class="stat"><b>${number(month.max_requests_per_minute)}</b><span>calls a minute at most, all keys together</span></div>
    <div class="stat"><b>${titleOf(tiers.data, usage.subscription_tier)}</b><span>is the tier</span></div>
  </section>`;
}

function Range({ range }) {
  return html`<div class="filter-row range">
    <div class="segments" role="group" aria-label="Time">${RANGES.map(({ key, label, ...days }) => html`<label key=${key}><input type="radio" name="range" checked=${range.key === key} onChange=${() => setQuery(key === "month" ? { from: null, to: null } : days.of())} /><span>${label}</span></label>`)}</div>
    <label class="check">From <input type="date" value=${range.from} max=${range.to} onChange=${(event) => setQuery({ from: event.target.value, to: range.to }, { replace: true })} /></label>
    <label class="check">to <input type="date" value=${range.to} onChange=${(event) => setQuery({ from: range.from, to: event.target.value }, { replace: true })} /></label>
    <span class="faint">Days are UTC</span>
  </div>`;
}

function Download({ target, range }) {
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { data } = await get(target, { headers: { Accept: "text/csv" } });
      save(`usage-${range.from}-${range.to}.csv`, data, "text/csv");
      toast("The CSV file is saved");
    } catch (error) {
      toast(error.message, { kind: "error" });
    }
    setBusy(false);
  };
  return html`<button type="button" class="button small" disabled=${isBusy || Boolean(range.error)} onClick=${download}><${Icon} name="download" />CSV</button>`;
}

function Days({ scope, usage }) {
  const points = useMemo(() => everyDay(usage), [usage]);
  const rows = useMemo(() => usage.days.toReversed(), [usage]);
  if (usage.days.length === 0) {
    return html`<${Empty} icon="activity" title="No calls in this time" command=${curl("GET", `/api/customers/${scope.customerId}/usage?from=${usage.from}&to=${usage.to}`)}><p>Each check, change and read with a key of the customer counts here, on its UTC day.</p><//>`;
  }
  const total = usage.days.reduce((sum, day) => sum + day.total, 0);
  return html`<div class="stack">
    <${TimeChart} label="Calls a day" points=${points} series=${KINDS} step="day" />
    <${DataTable} caption="Calls a day" columns=${COLUMNS} list=${{ items: rows }} rowKey=${dayOf} isCounted=${false} />
    <p class="faint">${plural(total, "call")} on ${plural(rows.length, "day")}; days without calls are left out of the table.</p>
  </div>`;
}

const dayOf = ({ day }) => day;
const COLUMNS = [
  { id: "day", title: "Day", grow: true, cell: ({ day }) => utcDay(day) },
  ...[["approved", "Approved"], ["denied", "Denied or held"], ["changes", "Changes"], ["reads", "Reads"]].map(([key, title]) => ({ id: key, title, kind: "number", cell: (day) => number(day[key]) })),
  { id: "total", title: "Total", kind: "number", cell: ({ total }) => html`<strong>${number(total)}</strong>` },
];

/** Checks by the hour, where the appliance counts them. */
function Activity({ scope }) {
  const span = useQuery().span === "week" ? "week" : "day";
  const activity = useResource(url("/api/activity", scope.params({ span })), { topics: ["log"] });
  if (activity.error?.status === 404) {
    return null;
  }
  const choose = (next) => setQuery({ span: next === "day" ? null : next }, { replace: true });
  return html`<section class="panel"><header><h2>Checks an hour</h2>
      <div class="segments" role="group" aria-label="Time of the checks">${[["day", "Last day"], ["week", "Last week"]].map(([key, label]) => html`<label key=${key}><input type="radio" name="span" checked=${span === key} onChange=${() => choose(key)} /><span>${label}</span></label>`)}</div>
    </header>
    <${ErrorNote} error=${activity.error} retry=${activity.reload} />
    ${activity.data ? html`<${TimeChart} label="Checks an hour by result" points=${activity.data.points} series=${CHECKS_BY_RESULT} />` : html`<${Skeleton} lines=${6} />`}
  </section>`;
}
