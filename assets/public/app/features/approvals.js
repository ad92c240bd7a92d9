// The approvals inbox: what agents ask a person, the soonest to expire first; one of them beside the list
// with everything that the answer rests on. By keys: j/k, a, d, n, e. For the console and the portal alike.

import { url } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Empty, ErrorNote, Skeleton, announce } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery, usePlace, useQuery } from "../kit/router.js";
import { useKeyHelp } from "../kit/shortcuts.js";
import { Time, useNow } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { classes, html, useEffect, useMemo, useRef, useState } from "../kit/ui.js";
import { ApprovalDetail } from "./approval-detail.js";
import { STATUS, TimeLeft, isSoon } from "./approval-words.js";

/** So many waiting requests are read at most; beyond that nobody works through a list. */
const READ_AT_MOST = 500;
const isWide = () => matchMedia("(width >= 900px)").matches;

const KEYS = [
  ["j or ↓", "Next request"],
  ["k or ↑", "Request before"],
  ["a", "Approve: once to choose, again to do it"],
  ["d", "Refuse: once to choose, again to do it"],
  ["n", "Write a note"],
  ["e", "Open it, then its context as a table or as JSON"],
];

/** `?tab=settled` shows what was answered; `?open=apr_…` one request. */
export function ApprovalsInbox({ scope }) {
  const { tab } = useQuery();
  useKeyHelp("Approvals", KEYS);
  return html`<${InboxTabs} />${tab === "settled" ? html`<${Settled} scope=${scope} />` : html`<${Waiting} scope=${scope} />`}`;
}

function InboxTabs() {
  const { path, query } = usePlace();
  const isSettled = query.get("tab") === "settled";
  const customer = query.get("customer_id");
  const at = (tab) => `${path}?${new URLSearchParams({ ...(customer ? { customer_id: customer } : {}), ...(tab ? { tab } : {}) })}`.replace(/\?$/, "");
  return html`<nav class="tabs" aria-label="Requests"><ul>
    <li><${Link} to=${at("")} aria-current=${isSettled ? undefined : "page"}>Waiting<//></li>
    <li><${Link} to=${at("settled")} aria-current=${isSettled ? "page" : undefined}>Settled<//></li>
  </ul></nav>`;
}

const bySoonest = (one, other) => Date.parse(one.expires_at) - Date.parse(other.expires_at);

function Waiting({ scope }) {
  const list = useList("/api/agent/pending-approvals", scope.params(), { topics: ["approvals"] });
  const items = useMemo(() => list.items.toSorted(bySoonest), [list.items]);
  useEffect(() => {
    if (list.hasMore && !list.isLoading && !list.error && list.items.length < READ_AT_MOST) {
      list.more();
    }
  }, [list.hasMore, list.isLoading, list.items.length]);
  const settled = (id) => list.set(list.items.filter((one) => one.request_id !== id));
  return html`<${Inbox} scope=${scope} list=${list} items=${items} label="Requests that wait" onSettled=${settled} empty=${html`<${NothingWaits} scope=${scope} />`} />`;
}

const SETTLED = [
  { name: "q", label: "Search", placeholder: "Agent, action or resource" },
  { name: "status", label: "Outcome", options: ["approved", "used", "rejected", "cancelled", "expired"].map((status) => [status, STATUS[status]]) },
];

function Settled({ scope }) {
  const { q, status } = useQuery();
  const list = useList("/api/approvals", scope.params({ q, status }), { topics: ["approvals"] });
  const items = useMemo(() => list.items.filter((one) => one.status !== "pending"), [list.items]);
  const empty = html`<${Empty} icon="inbox" title=${q || status ? "No request matches" : "Nothing was answered yet"}><p>Each request that was approved, refused, cancelled by a kill switch or left to expire stays here with who answered and why.</p><//>`;
  return html`<${FilterBar} filters=${SETTLED} /><${Inbox} scope=${scope} list=${list} items=${items} label="Settled requests" empty=${empty} isSettled />`;
}

function NothingWaits({ scope }) {
  const seesRules = scope.isOperator || scope.may("manage");
  return html`<${Empty} icon="inbox" title="Nothing waits for an answer" action=${seesRules && html`<${Link} class="button" to=${scope.isOperator ? "/agents?view=permissions" : "/permissions"}>Permissions<//>`}
    command=${curl("GET", url("/api/agent/pending-approvals", scope.params()))}>
    <p>Where a permission says <strong>require approval</strong>, a check is held and its question appears here, at once. The answer counts for that one question.</p>
  <//>`;
}

/** List at the left, one request at the right; on a phone one after the other. */
function Inbox({ scope, list, items, label, empty, onSettled, isSettled = false }) {
  const { open } = useQuery();
  const box = useRef(null);
  const [said, say] = useState(null);
  const place = items.findIndex(({ request_id }) => request_id === open);
  const lastPlace = useRef(0);
  lastPlace.current = place < 0 ? lastPlace.current : place;
  const focus = useKeptFocus(box, items);
  const select = (id, { replace = true } = {}) => setQuery({ open: id }, { replace });
  useEffect(() => {
    // What is looked at never changes by itself: the first is chosen once, then only the reader chooses.
    if (!open && items.length > 0 && isWide()) {
      select(items[0].request_id);
    }
  }, [open, items.length === 0]);
  useEffect(() => {
    box.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [open, place < 0]);
  useEffect(() => {
    // The keys are ready as soon as the inbox is: unless something else is being done already.
    if (isWide() && items.length > 0 && document.activeElement?.matches("body, #main, .rail-item")) {
      focusRow(open ?? items[0].request_id);
    }
  }, [items.length === 0]);
  const focusRow = (id) => requestAnimationFrame(() => box.current?.querySelector(`[data-request="${id}"]`)?.focus());
  const move = (step) => {
    const to = place < 0 ? lastPlace.current + Math.min(step, 0) : place + step;
    const next = items[Math.max(0, Math.min(items.length - 1, to))];
    if (next) {
      isWide() && select(next.request_id);
      focusRow(next.request_id);
    }
  };
  const after = (id, result) => {
    const next = items[place + 1] ?? items[place - 1];
    say(result);
    onSettled?.(id);
    select(isWide() && next && next.request_id !== id ? next.request_id : null);
    if (next) {
      focusRow(next.request_id);
    } else {
      // The list goes with its last row, and with it the line that says so.
      announce(result.text);
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  };
  const outcome = html`<p class="inbox-said" role="status">${said && html`<${Icon} name=${said.icon} /><span>${said.text}</span>`}</p>`;
  if (list.error && items.length === 0) {
    return html`<${ErrorNote} error=${list.error} retry=${list.reload} />`;
  }
  if (items.length === 0 && !open) {
    return html`${outcome}${list.isLoading && !said ? html`<${Skeleton} lines=${8} />` : empty}`;
  }
  return html`<div class=${classes("inbox", open && "has-open")} ref=${box} tabindex="-1" ...${focus} onKeyDown=${(event) => onKey(event, box.current, move)}>
    <section class="inbox-list" aria-label=${label}>
      ${outcome}
      <ul>${items.map((one) => html`<${Row} key=${one.request_id} one=${one} scope=${scope} isOpen=${one.request_id === open} isFirst=${place < 0 && one === items[0]} open=${() => select(one.request_id, { replace: isWide() })} />`)}</ul>
      ${items.length === 0 && !list.isLoading && html`<p class="inbox-none faint">${isSettled ? "No request matches" : "Nothing else waits"}</p>`}
      ${isSettled && list.hasMore && html`<button type="button" class="button small inbox-more" disabled=${list.isLoading} onClick=${list.more}>Show older ones</button>`}
      <${Legend} count=${items.length} isSettled=${isSettled} hasMore=${list.hasMore} mayAnswer=${scope.may("approve") && !isSettled} />
    </section>
    ${open && html`<${ApprovalDetail} key=${open} scope=${scope} id=${open} known=${items[place]} onSettled=${after} onBack=${() => (select(null), focusRow(open))} />`}
  </div>`;
}

/** When the row that has the focus goes because somebody else answered, the focus stays in the inbox. */
function useKeptFocus(box, items) {
  const isInside = useRef(false);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) {
      box.current?.focus();
    }
  }, [items]);
  return {
    onFocusIn: () => (isInside.current = true),
    onFocusOut: ({ relatedTarget }) => (isInside.current = !relatedTarget || box.current.contains(relatedTarget)),
  };
}

/** Keys act while the focus is in the inbox, and never while something is typed. */
function onKey(event, box, move) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.target.closest("textarea, input, select")) {
    if (event.key === "Escape") {
      box.querySelector('[aria-current="true"]')?.focus();
    }
    return;
  }
  const acts = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    a: () => arm(box, "approve"),
    d: () => arm(box, "refuse"),
    n: () => box.querySelector("[data-act=note]")?.focus(),
    e: () => (box.querySelector("[data-act=expand]") ?? event.target.closest("[data-request]"))?.click(),
    Escape: () => box.querySelector('[aria-current="true"]')?.focus(),
  };
  if (acts[event.key] && !(event.key.startsWith("Arrow") && !event.target.closest(".inbox-list"))) {
    event.preventDefault();
    acts[event.key]();
  }
}

/** The first press leads to the button, the second (or Enter) presses it: no answer by a slip. */
function arm(box, act) {
  const button = box.querySelector(`[data-act=${act}]`);
  if (button && document.activeElement === button) {
    button.click();
  } else {
    button?.focus();
  }
}

/** When it ended; of one that was cancelled, only when it was asked is known. */
const endOf = ({ settled_at, status, expires_at, created_at }) => settled_at ?? (status === "expired" ? expires_at : created_at);

/** How long it waits yet; it alone is drawn anew each second, and not its row. */
const Left = ({ one }) => html`<span class=${classes("inbox-left", isSoon(one, useNow()) && "is-soon")}><${TimeLeft} one=${one} /></span>`;

function Row({ one, scope, isOpen, isFirst, open }) {
  const isWaiting = one.settled_at === undefined;
  return html`<li><button type="button" class="inbox-row" data-request=${one.request_id} tabindex=${isOpen || isFirst ? 0 : -1} aria-current=${isOpen ? "true" : undefined} onClick=${open}>
    <span class="inbox-what"><code>${one.action}</code> on <code>${one.resource}</code></span>
    ${isWaiting ? html`<${Left} one=${one} />` : html`<span class="inbox-left"><${Time} at=${endOf(one)} /></span>`}
    <span class="inbox-who">${one.agent_id}${scope.isOperator && html` · ${one.customer_name ?? html`<${Id} value=${one.customer_id} />`}`}</span>
    ${!isWaiting && html`<${Badge} is=${one.status} text=${STATUS[one.status]} />`}
  </button></li>`;
}

function Legend({ count, isSettled, hasMore, mayAnswer }) {
  const keys = [["j", "k", "move"], ...(mayAnswer ? [["a", "approve"], ["d", "refuse"]] : [])];
  return html`<footer class="inbox-foot"><span class="figure">${isSettled ? `${plural(count, "request")}${hasMore ? " so far" : ""}` : `${plural(count, "request")} ${count === 1 ? "waits" : "wait"}`}</span>
    <span class="inbox-keys">${keys.map((parts) => html`<span key=${parts.at(-1)}>${parts.slice(0, -1).map((key) => html`<kbd key=${key}>${key}</kbd>`)} ${parts.at(-1)}</span>`)}</span></footer>`;
}
