// What the log is filtered by: the names in the page's address, and what they are in a request.

import { CustomerFilter } from "./customer-filter.js";
import { exact, sentence } from "../kit/format.js";
import { REASONS } from "../kit/format.js";
import { REFUSALS } from "../kit/sentences.js";
import { useQuery } from "../kit/router.js";
import { html, useMemo } from "../kit/ui.js";
import { TimeFilter } from "./time-filter.js";

const MINUTE = 60_000;
/** Lengths of time that end now: in the address, in words, in milliseconds. */
export const RANGES = [
  ["15m", "Last 15 minutes", 15 * MINUTE],
  ["1h", "Last hour", 60 * MINUTE],
  ["24h", "Last 24 hours", 24 * 60 * MINUTE],
  ["7d", "Last 7 days", 7 * 24 * 60 * MINUTE],
  ["30d", "Last 30 days", 30 * 24 * 60 * MINUTE],
];

const RESULTS = [
  ["approved", "approved"],
  ["denied", "denied or held"],
  ["done", "change done"],
  ["refused", "change refused"],
  ["enabled", "kill switch engaged"],
  ["disabled", "kill switch released"],
];

const reasons = Object.entries({ ...REASONS, ...REFUSALS }).map(([code, text]) => [code, `${sentence(text)}`]);
const time = (value) => (Number.isNaN(Date.parse(value)) ? value : exact(value));

/** The filters of the bar. Those marked `isExtra` are drawn when asked for, or when they are set. */
export function filtersOf(scope) {
  const whose = scope.isOperator && !scope.customerId ? [{ name: "customer_id", label: "Customer", Control: CustomerFilter, chip: (value) => html`<${CustomerFilter.Name} id=${value} />` }] : [];
  return [
    { name: "range", label: "Time", Control: TimeFilter, chip: (value) => RANGES.find(([key]) => key === value)?.[1] },
    { name: "from", label: "From", Control: null, chip: time },
    { name: "to", label: "To", Control: null, chip: time },
    ...whose,
    { name: "agent_id", label: "Agent" },
    { name: "result", label: "Result", options: RESULTS },
    { name: "action", label: "Action" },
    { name: "resource", label: "Resource" },
    { name: "reason", label: "Reason", options: reasons, isExtra: true },
    { name: "actor", label: "Actor", placeholder: "Actor: id or name", isExtra: true },
    { name: "request_id", label: "Request id", isExtra: true },
  ];
}

const SENT = ["agent_id", "result", "action", "resource", "reason", "actor", "request_id"];

/**
 * The parameters of the request that the address asks for. A range counts back from the moment when it
 * was chosen, or from `anchor`, so that the list does not begin anew each second.
 */
export function useLogParams(scope, anchor) {
  const query = useQuery();
  const length = RANGES.find(([key]) => key === query.range)?.[2];
  const start = useMemo(() => (length ? new Date(Date.now() - length).toISOString() : undefined), [length, anchor]);
  const params = Object.fromEntries(SENT.map((name) => [name, query[name]]));
  const customer = scope.isOperator && !scope.customerId ? { customer_id: query.customer_id } : {};
  return scope.params({ ...params, ...customer, start_time: query.from ?? start, end_time: query.to });
}

/** Whether anything narrows the list down. */
export const isNarrowed = (params) => Object.entries(params).some(([name, value]) => value && name !== "customer_id");
