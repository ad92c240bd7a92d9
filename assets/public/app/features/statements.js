// A customer's statements: the months since registration, newest first, and the one that `?month=` names.

import { useList } from "../kit/data.js";
import { Empty } from "../kit/feedback.js";
import { number, usd } from "../kit/format.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { curl } from "../kit/trace.js";
import { html, useMemo } from "../kit/ui.js";
import { Finality, Statement } from "./statement.js";
import { monthName } from "./usage-days.js";

export function StatementsTab({ scope }) {
  const { month } = useQuery();
  return /^\d{4}-\d\d$/.test(month ?? "") ? html`<${Statement} key=${month} scope=${scope} month=${month} />` : html`<${Months} scope=${scope} />`;
}

function Months({ scope }) {
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}/statements`;
  const list = useList(path, {}, { topics: ["log", "customers", "settings"] });
  const columns = useMemo(() => columnsOf(scope), [scope.base]);
  return html`<${DataTable} caption="Statements, newest first" list=${list} rowKey=${monthOf} columns=${columns} onOpen=${open}
    empty=${html`<${Empty} icon="scroll-text" title="No statement yet" command=${curl("GET", path)}><p>Each month has one from the day of registration on: what was checked, the tier of each day, and what it costs.</p><//>`} />`;
}

const monthOf = ({ month }) => month;
const open = ({ month }) => setQuery({ month });

const columnsOf = ({ base }) => [
  { id: "month", title: "Month", grow: true, cell: ({ month }) => html`<${Link} class="strong-link" to=${`${base}/statements?month=${month}`}>${monthName(`${month}-01`)}<//>` },
  { id: "state", title: "State", cell: ({ is_final: isFinal }) => html`<${Finality} isFinal=${isFinal} />` },
  { id: "checks", title: "Checks", kind: "number", cell: ({ checks }) => number(checks) },
  { id: "total", title: "Total", kind: "number", cell: (row) => html`<strong>${usd(row.total_usd)}</strong>${row.has_unpriced_days && html` <span class="faint" title="Some days have no price yet, since it is not agreed">and unpriced days</span>`}` },
];
