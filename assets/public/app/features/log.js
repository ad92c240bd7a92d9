// The log: decisions and changes, filtered by what is in the address, followed as they happen; one
// record opens beside the list.

import { Badge, Id } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Empty, ErrorNote, Note, announce } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { clockOnly, dateOnly, number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { scopeOf } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { Actor, because, isDecision, stateOf, stateWords } from "../kit/sentences.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useMemo, useState } from "../kit/ui.js";
import { isTooSlow } from "./download.js";
import { ExportDialog } from "./log-export.js";
import { useFollow } from "./log-follow.js";
import { RANGES, filtersOf, isNarrowed, useLogParams } from "./log-query.js";
import { RecordDrawer } from "./record.js";

/**
 * `scope`: whose log; an operator without a customer sees everybody's. With `title` the page's head is
 * drawn too, with the buttons in it; as part of another page they stand beside the filters.
 */
export function LogView({ scope, title, about }) {
  const query = useQuery();
  const [anchor, setAnchor] = useState(0);
  const [isExporting, setExporting] = useState(false);
  const params = useLogParams(scope, anchor);
  const list = useList("/api/logs", params);
  const follow = useFollow(list, params);
  const open = (id) => setQuery({ open: id }, { replace: Boolean(query.open) });
  const refresh = () => {
    setAnchor((count) => count + 1);
    list.restart();
  };
  const buttons = html`<${FollowButtons} follow=${follow} hasEnd=${Boolean(query.to)} />
    ${follow.mode === "off" && html`<button type="button" class="button icon-button" aria-label="Read the list again" title="Read the list again" onClick=${refresh}><${Icon} name="refresh-cw" /></button>`}
    <button type="button" class="button" onClick=${() => setExporting(true)}><${Icon} name="download" />Export</button>`;
  return html`${title && html`<${PageHead} title=${title} about=${about}>${buttons}<//>`}
    <${Filters} scope=${scope}>${!title && buttons}<//>
    <${ErrorNote} error=${follow.error} title="New records could not be read" />
    ${follow.isSkipped && html`<${Note}><p>More records come than can be shown one by one: the list begins anew at the newest. Filters make it calmer.</p><//>`}
    ${isTooSlow(list.error)
      ? html`<${TooSlow} error=${list.error} />`
      : html`<${DataTable} caption="Log, newest first" columns=${columnsFor(scope, params)} list=${list} rowKey=${({ id }) => id} openKey=${query.open} onOpen=${({ id }) => open(id)}
          marker=${({ id }) => follow.fresh.has(id) && "is-fresh"} empty=${html`<${NoRecords} params=${params} />`} />`}
    ${query.open && html`<${OpenRecord} scope=${scope} list=${list} id=${query.open} onOpen=${open} />`}
    ${isExporting && html`<${ExportDialog} scope=${scope} params=${params} onClose=${() => setExporting(false)} />`}`;
}

function OpenRecord({ scope, list, id, onOpen }) {
  const { customer_id } = useQuery();
  // Records are numbered per customer in the list of one: the record at its side is read the same way.
  const whose = useMemo(() => (scope.isOperator && customer_id ? scopeOf(scope.who, customer_id, scope.base) : scope), [scope.who, customer_id]);
  const place = list.items.findIndex((record) => record.id === id);
  const before = place > 0 ? list.items[place - 1].id : undefined;
  const after = place >= 0 ? list.items[place + 1]?.id : undefined;
  return html`<${RecordDrawer} scope=${whose} id=${id} listed=${list.items[place]} previous=${before} next=${after} onOpen=${onOpen} onClose=${() => setQuery({ open: null })} />`;
}

function Filters({ scope, children }) {
  const query = useQuery();
  const [isMore, setMore] = useState(false);
  const all = filtersOf(scope);
  const shown = all.filter(({ isExtra, name }) => !isExtra || isMore || query[name]);
  return html`<${FilterBar} filters=${shown}>
    <button type="button" class="button quiet" aria-expanded=${isMore} onClick=${() => setMore(!isMore)}><${Icon} name="funnel" />${isMore ? "Fewer" : "More"}</button>
    ${children}
  <//>`;
}

function FollowButtons({ follow, hasEnd }) {
  if (follow.mode === "off") {
    return html`<button type="button" class="button" disabled=${hasEnd} title=${hasEnd ? "The time that is chosen has an end" : "New records appear as they happen"} onClick=${() => (follow.start(), announce("Following"))}><${Icon} name="play" />Follow</button>`;
  }
  const waiting = `${number(follow.waiting)}${follow.hasMoreWaiting ? " or more" : ""} new`;
  return html`<span class="follow">
    ${follow.mode === "on"
      ? html`<button type="button" class="button is-following" onClick=${follow.pause}><${Icon} name="pause" />Pause</button>`
      : html`<button type="button" class="button is-primary" onClick=${follow.resume}><${Icon} name="play" />Resume<span class="figure">${waiting}</span></button>`}
    <button type="button" class="button icon-button" aria-label="Stop following" title="Stop following" onClick=${follow.stop}><${Icon} name="x" /></button>
  </span>`;
}

const COLUMNS = [
  { id: "time", title: "Time", kind: "time", cell: (record) => html`<${Moment} at=${record.timestamp} />` },
  { id: "result", title: "Result", cell: (record) => html`<${Badge} is=${stateOf(record)} text=${stateWords(record)} />` },
  { id: "who", title: "Who", cell: (record) => (isDecision(record) ? record.agent_id : html`<${Actor} actor=${record.actor} />`) },
  { id: "action", title: "Action", kind: "mono", cell: ({ action }) => action },
  { id: "resource", title: "On", kind: "mono", grow: true, hide: "narrow", cell: (record) => (isDecision(record) ? record.resource : html`<${Target} record=${record} />`) },
  { id: "reason", title: "Because", hide: "narrow", cell: ({ reason }) => reason && html`<span class="faint">${because(reason)}</span>` },
  { id: "seq", title: "Number", kind: "number", hide: "desk", cell: ({ seq }) => number(seq) },
];

/** Everybody's log says whose each record is; a record of no customer has nothing there. */
const CUSTOMER = {
  id: "customer", title: "Customer", kind: "mono", hide: "desk",
  cell: ({ customer_id }) => customer_id && html`<${Link} to=${`/customers/${customer_id}`}>${customer_id}<//>`,
};
const COLUMNS_OF_ALL = [...COLUMNS.slice(0, 2), CUSTOMER, ...COLUMNS.slice(2)];

function columnsFor(scope, params) {
  return scope.isOperator && !params.customer_id ? COLUMNS_OF_ALL : COLUMNS;
}

/** What a change was about: by name where its details have one, otherwise by id. */
function Target({ record }) {
  const { details, resource, agent_id, actor } = record;
  if (resource && resource === actor?.id) {
    return "";
  }
  const text = details?.username ?? (details?.action ? `${details.action} ${details.resource}` : details?.name);
  if (text) {
    return text;
  }
  return resource ? html`<${Id} value=${resource} />` : (agent_id ?? "");
}

/** The clock today, the day before that; how long ago on hover. */
function Moment({ at }) {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return html`<${Time} at=${at} text=${isToday ? clockOnly(at) : `${dateOnly(at)} ${clockOnly(at)}`} />`;
}

function TooSlow({ error }) {
  return html`<${Note} kind="warning" title="This search takes too long">
    <p>The log is long, and what you look for is rare in it: the search was ended before it slowed down others. Give it a shorter time to look through.</p>
    <div class="row">${RANGES.map(([key, text]) => html`<button key=${key} type="button" class="button small" onClick=${() => setQuery({ range: key, from: null, to: null })}>${text}</button>`)}</div>
    ${error.requestId && html`<p class="faint">Request <code>${error.requestId}</code></p>`}
  <//>`;
}

function NoRecords({ params }) {
  if (isNarrowed(params)) {
    return html`<${Empty} icon="funnel" title="No record matches" action=${html`<button type="button" class="button" onClick=${() => setQuery(Object.fromEntries([...Object.keys(params), "range", "from", "to"].map((name) => [name, null])))}>Clear all filters</button>`}>
      <p>Actions, resources, agents and actors are compared whole, not in part.</p>
    <//>`;
  }
  return html`<${Empty} icon="scroll-text" title="Nothing has happened yet" command=${curl("POST", "/api/agents/check", { agent_id: "billing-bot", action: "refund", resource: "orders/4711" })}>
    <p>Each check of an agent and each change leaves one record here, before it is answered. Ask something, and it appears.</p>
  <//>`;
}
