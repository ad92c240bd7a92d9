// What all customers cost in a month, one line each, as the appliance computes it.

import { url } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Empty, ErrorNote } from "../kit/feedback.js";
import { number, plural, usd } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, go, setQuery, useQuery } from "../kit/router.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { useDownload } from "../features/download.js";
import { Finality } from "../features/statement.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { monthName } from "../features/usage-days.js";
import { html, useMemo } from "../kit/ui.js";
import { name } from "./crumbs.js";

const PIECE = 1_000;
const thisMonth = () => new Date().toISOString().slice(0, 7);

/** `2026-11` and -1 to `2026-10`. */
function shifted(month, by) {
  const [year, number_] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number_ - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Whether it is a month that has begun. */
const isPast = (month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month ?? "") && month <= thisMonth();

export default function Billing() {
  const query = useQuery();
  const tiers = useTiers();
  const month = isPast(query.month) ? query.month : thisMonth();
  const list = useList("/api/statements", { month }, { topics: ["customers", "settings"] });
  const columns = useMemo(() => columnsOf(tiers.data, month), [tiers.data, month]);
  const isRunning = month === thisMonth();
  return html`<${PageHead} title="Billing" about="What each customer's month costs. The price of a day is that of the dearest tier that the customer had on it."><${Csv} month=${month} /><//>
    <${Months} month=${month} isRunning=${isRunning} />
    <${DataTable} caption=${`Statements of ${month}`} columns=${columns} list=${list} rowKey=${keyOf} onOpen=${(row) => open(row, month)} marker=${markerOf} empty=${html`<${Nobody} month=${month} />`} />`;
}

const keyOf = ({ customer_id: id }) => id;
const markerOf = ({ is_active: isActive }) => (isActive ? undefined : "is-off");
const pathOf = (id, month) => `/customers/${id}/statements?month=${month}`;

function open(row, month) {
  name(row.customer_id, row.name);
  go(pathOf(row.customer_id, month));
}

function Months({ month, isRunning }) {
  const set = (next) => setQuery({ month: next === thisMonth() ? null : next });
  return html`<div class="month-row">
    <button type="button" class="button icon-button" aria-label="The month before" onClick=${() => set(shifted(month, -1))}><${Icon} name="chevron-left" /></button>
    <h2 aria-live="polite">${monthName(`${month}-01`)}</h2>
    <button type="button" class="button icon-button" aria-label="The month after" disabled=${isRunning} title=${isRunning ? "It has not begun" : undefined} onClick=${() => set(shifted(month, 1))}><${Icon} name="chevron-right" /></button>
    <${Finality} isFinal=${!isRunning} />
  </div>`;
}

function Csv({ month }) {
  const { state, run, stop } = useDownload();
  const address = url("/api/statements", { month, format: "csv", limit: PIECE });
  return html`${state?.isBusy
      ? html`<button type="button" class="button" onClick=${stop}>Stop at ${plural(state.lines, "line")}</button>`
      : html`<button type="button" class="button" onClick=${() => run(address, `portcullis-statements-${month}.csv`, "text/csv")}><${Icon} name="download" />CSV</button>`}
    <${ErrorNote} error=${state?.error} title="The file was not finished" />`;
}

const columnsOf = (tiers, month) => [
  { id: "name", title: "Customer", grow: true, cell: (one) => html`<${Link} to=${pathOf(one.customer_id, month)} class="strong-link">${one.name}<//> <span class="faint hide-narrow">${one.email}</span>` },
  { id: "tier", title: "Tier", hide: "narrow", cell: (one) => titleOf(tiers, one.subscription_tier) },
  { id: "state", title: "State", hide: "medium", cell: (one) => html`<${Badge} is=${one.is_active ? "active" : "inactive"} text=${one.is_active ? "Active" : "Deactivated"} />` },
  { id: "checks", title: "Checks", kind: "number", hide: "narrow", cell: (one) => number(one.checks) },
  { id: "total", title: "Total", kind: "number", cell: (one) => html`${one.has_unpriced_days && html`<span class="faint" title="A tier whose price is agreed, without an agreed price: set it in the customer's settings">days without a price · </span>`}<strong>${usd(one.total_usd)}</strong>` },
];

function Nobody({ month }) {
  return html`<${Empty} icon="receipt-text" title=${`No customer was there in ${monthName(`${month}-01`)}`} action=${month === thisMonth() ? html`<${Link} to="/customers" class="button">Customers<//>` : html`<button type="button" class="button" onClick=${() => setQuery({ month: null })}>This month</button>`}>
    <p>Every customer has a statement for each month from its registration on. It adds up to the log.</p>
  <//>`;
}
