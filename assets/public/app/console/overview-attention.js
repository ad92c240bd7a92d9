// What needs somebody now, the most urgent first; and in a word that nothing does.

import { Skeleton } from "../kit/feedback.js";
import { number, plural, words } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link } from "../kit/router.js";
import { may } from "../kit/session.js";
import { Time, useNow } from "../kit/time.js";
import { html } from "../kit/ui.js";

/** Less free space than this is worth a warning. */
const DISK_LOW_BYTES = 1024 ** 3;
/** An approval that expires within this time is urgent. */
const SOON_MS = 3_600_000;
const HOUR_MS = 3_600_000;

export const HEALTH = {
  ready: "Decisions are recorded",
  disk_full: "The disk is full: nothing can be recorded, so everything is denied",
  clock_wrong: "The clock is wrong: nothing is recorded until it is set",
  failed: "The ledger has failed: nothing can be recorded, so everything is denied",
};

export const LIMITS = { max_agents: "agents", max_api_keys: "API keys", max_requests_per_minute: "requests in a minute" };

/** The limits that say something: a tier's only API key is in use with everybody who is on it. */
export const nearLimit = ({ near_limit }) => near_limit.filter(({ limit, allowed }) => limit !== "max_api_keys" || allowed > 1);

export function Attention({ overview, outbox, quotes, who }) {
  const now = useNow();
  if (!overview) {
    return html`<div class="panel attention"><${Skeleton} lines=${1} /></div>`;
  }
  const items = [...ofAppliance(overview), ...ofKills(overview), ...ofApprovals(overview, now, who), ...ofOutbox(outbox), ...ofBackups(overview, now), ...ofQuotes(quotes), ...ofLimits(overview)];
  if (items.length === 0) {
    return html`<div class="panel attention is-calm"><p><${Icon} name="circle-check" /><span>Nothing needs you now.</span></p></div>`;
  }
  return html`<section class="panel attention" aria-labelledby="attention"><h2 id="attention" class="hidden">What needs you now</h2>
    <ul>${items.map(({ key, kind, icon, text, detail, to, verb }) => html`<li key=${key} class=${`is-${kind}`}>
      <${Icon} name=${icon} /><p><strong>${text}</strong>${detail && html`<span class="faint"> · ${detail}</span>`}</p>
      <${Link} to=${to}>${verb}<${Icon} name="chevron-right" /><//>
    </li>`)}</ul>
  </section>`;
}

function ofAppliance({ ledger }) {
  const items = [];
  if (ledger.health !== "ready") {
    items.push({ key: "health", kind: "denied", icon: "circle-alert", text: HEALTH[ledger.health] ?? words(ledger.health), to: "/audit", verb: "Audit chain" });
  } else if (ledger.disk_free_bytes !== null && ledger.disk_free_bytes < DISK_LOW_BYTES) {
    items.push({ key: "disk", kind: "denied", icon: "hard-drive", text: "The disk is nearly full", detail: "without space nothing can be recorded, and everything is denied", to: "/configuration", verb: "Configuration" });
  }
  return items;
}

function ofKills({ kill_switches }) {
  return kill_switches.count === 0 ? [] : [{ key: "kills", kind: "kill", icon: "octagon-x", text: plural(kill_switches.count, "kill switch is on", "kill switches are on"), to: "/kill-switches", verb: "Kill switches" }];
}

function ofApprovals({ approvals }, now, who) {
  if (approvals.open === 0) {
    return [];
  }
  const isSoon = approvals.next_expires_at && Date.parse(approvals.next_expires_at) - now < SOON_MS;
  const detail = html`the oldest was asked <${Time} at=${approvals.oldest_created_at} />${isSoon && html`; the next expires <${Time} at=${approvals.next_expires_at} />`}`;
  return [{ key: "approvals", kind: "waiting", icon: "inbox", text: plural(approvals.open, "request waits for a person", "requests wait for a person"), detail, to: "/approvals", verb: may(who, "approve") ? "Decide" : "Approvals" }];
}

function ofBackups({ backup }, now) {
  const failed = backup.last_failed_at && (!backup.last_done_at || backup.last_failed_at > backup.last_done_at);
  const isLate = backup.every_hours && backup.last_done_at && now - Date.parse(backup.last_done_at) > (backup.every_hours + 1) * HOUR_MS;
  if (!failed && !isLate) {
    return [];
  }
  const text = failed ? "The last backup failed" : "A backup is overdue";
  const detail = backup.last_done_at ? html`the last good one was made <${Time} at=${backup.last_done_at} />` : "there is no good one yet";
  return [{ key: "backup", kind: "denied", icon: "archive", text, detail, to: "/backups", verb: "Backups" }];
}

/** Messages that did not arrive, or of which nobody knows. */
function ofOutbox(outbox) {
  const items = [];
  if (outbox?.failed > 0) {
    items.push({ key: "outbox-failed", kind: "denied", icon: "mail", text: plural(outbox.failed, "message could not be sent", "messages could not be sent"), to: "/outbox?status=failed", verb: "Outbox" });
  }
  if (outbox?.uncertain > 0) {
    items.push({ key: "outbox-uncertain", kind: "waiting", icon: "mail", text: `${plural(outbox.uncertain, "message")} may not have arrived`, detail: "the connection ended before the answer", to: "/outbox?status=uncertain", verb: "Outbox" });
  }
  return items;
}

function ofQuotes(quotes) {
  const open = quotes?.data.length ?? 0;
  const text = quotes?.has_more ? `More than ${open} requests for a quote are open` : plural(open, "request for a quote is open", "requests for a quote are open");
  return open === 0 ? [] : [{ key: "quotes", kind: "waiting", icon: "handshake", text, to: "/quotes?state=open", verb: "Quotes" }];
}

/** Customers that have reached a limit; those that only come near stand in their own list. */
function ofLimits({ customers }) {
  const reached = nearLimit(customers).filter(({ used, allowed }) => used >= allowed);
  if (reached.length === 0) {
    return [];
  }
  const [first] = reached;
  const text = reached.length === 1 ? `${first.name} has reached a limit` : `${number(reached.length)} limits of customers are reached`;
  const detail = reached.length === 1 ? `${number(first.used)} of ${number(first.allowed)} ${LIMITS[first.limit] ?? words(first.limit)}` : null;
  return [{ key: "limits", kind: "waiting", icon: "gauge", text, detail, to: reached.length === 1 ? `/customers/${first.customer_id}` : "/customers", verb: reached.length === 1 ? "Customer" : "Customers" }];
}
