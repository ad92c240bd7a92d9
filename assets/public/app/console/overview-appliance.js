// The lower part of the overview: what there is, who comes near a limit, and how the ledger does.

import { Meter } from "../kit/chart.js";
import { Badge } from "../kit/badge.js";
import { bytes, duration, number, plural, words } from "../kit/format.js";
import { Link } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";
import { HEALTH, LIMITS, nearLimit } from "./overview-attention.js";

const NEAR_SHOWN = 6;

export function Appliance({ overview }) {
  return html`<div class="grid appliance">
    <${NearLimit} customers=${overview.customers} agents=${overview.agents} permissions=${overview.permissions} />
    <${Ledger} ledger=${overview.ledger} backup=${overview.backup} startedAt=${overview.started_at} version=${overview.version} />
  </div>`;
}

function NearLimit({ customers, agents, permissions }) {
  const all = nearLimit(customers);
  const near = all.slice(0, NEAR_SHOWN);
  const more = all.length - near.length;
  return html`<section class="panel half" aria-labelledby="near-limit">
    <header><h2 id="near-limit">Customers near a limit</h2></header>
    <p class="faint counts"><${Link} to="/customers">${plural(customers.total, "customer")}<//>${customers.active < customers.total && `, ${number(customers.active)} active`}, <${Link} to="/agents">${plural(agents, "agent")}<//>, ${plural(permissions, "permission")}</p>
    ${near.length === 0
      ? html`<p class="faint">${customers.total === 0 ? "There is no customer yet." : "Nobody uses 80 % of a limit or more."}</p>`
      : html`<ul class="stack">${near.map(({ customer_id, name, limit, used, allowed }) => html`<li key=${`${customer_id} ${limit}`}>
          <${Link} to=${`/customers/${customer_id}`} class="near"><${Meter} used=${used} allowed=${allowed} label=${`${name}: ${LIMITS[limit] ?? words(limit)}`} /><//>
        </li>`)}</ul>`}
    ${more > 0 && html`<p class="faint">and ${number(more)} more</p>`}
  </section>`;
}

function Ledger({ ledger, backup, startedAt, version }) {
  const isReady = ledger.health === "ready";
  return html`<section class="panel half" aria-labelledby="ledger">
    <header><h2 id="ledger">Ledger</h2><${Badge} is=${isReady ? "approved" : "denied"} text=${isReady ? "ready" : words(ledger.health)} title=${HEALTH[ledger.health]} /></header>
    <dl class="facts">
      <dt>Commit</dt><dd class="figure">${duration(ledger.commit_p50_ms)} <span class="faint">median</span>, ${duration(ledger.commit_p99_ms)} <span class="faint">99th percentile</span></dd>
      <dt>Queue</dt><dd class="figure">${ledger.queue === 0 ? "empty" : `${plural(ledger.queue, "entry", "entries")} waiting`}</dd>
      <dt>Records</dt><dd class="figure"><${Link} to="/audit">${number(ledger.records)}<//></dd>
      <dt>Database</dt><dd class="figure">${bytes(ledger.database_bytes)}${ledger.wal_bytes > 0 && html` <span class="faint">and ${bytes(ledger.wal_bytes)} of write-ahead log</span>`}</dd>
      <dt>Free on disk</dt><dd class="figure">${bytes(ledger.disk_free_bytes)}</dd>
      <dt>Last backup</dt><dd><${Link} to="/backups">${backup.last_done_at ? html`<${Time} at=${backup.last_done_at} />` : "none yet"}<//>${backup.every_hours ? html` <span class="faint">every ${plural(backup.every_hours, "hour")}</span>` : ""}</dd>
      <dt>Started</dt><dd><${Time} at=${startedAt} /></dd>
      <dt>Version</dt><dd><${Link} to="/about">${version}<//></dd>
    </dl>
  </section>`;
}
