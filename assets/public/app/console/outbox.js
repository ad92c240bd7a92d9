// The outbox: letters and webhooks that wait, were sent, or could not be, and why.

import { Badge, Id } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { DocumentLink, hasDocument } from "../kit/documents.js";
import { Empty, Loaded } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { CustomerFilter } from "../features/customer-filter.js";
import { useOutboxStatus } from "../features/delivery.js";
import { html } from "../kit/ui.js";
import { MessageDrawer } from "./outbox-message.js";
import { SendTest } from "./outbox-test.js";
import { STATUSES, badgeOf, receiverOf, templateName } from "./outbox-words.js";

const FILTERS = [
  { name: "status", label: "Status", options: Object.entries(STATUSES).map(([key, [, label]]) => [key, label]) },
  { name: "customer", label: "Customer", Control: CustomerFilter, chip: (id) => html`<${CustomerFilter.Name} id=${id} />` },
];

export default function Outbox({ who }) {
  const query = useQuery();
  const status = useOutboxStatus();
  const list = useList("/api/outbox", { status: query.status, customer_id: query.customer }, { topics: ["outbox"] });
  const isFiltered = Boolean(query.status || query.customer);
  const mayManage = may(who, "manage");
  const mail = status.data?.mail;
  const test = mayManage && html`<button type="button" class="button" disabled=${!mail?.is_configured} title=${mail && !mail.is_configured ? "No relay is configured" : undefined} onClick=${() => setQuery({ test: 1 })}><${Icon} name="send" />Send test letter</button>`;
  const reload = () => (list.reload(), status.reload());
  return html`<${PageHead} title="Outbox" about="What this appliance tells others: letters to customers, webhooks to you. Nothing is sent unless it is configured.">${test}<//>
    <${Loaded} of=${status} lines=${4}>${(data) => html`<${Ways} status=${data} />`}<//>
    <${FilterBar} filters=${FILTERS} />
    <${DataTable} caption="Messages, newest first" columns=${COLUMNS} list=${list} rowKey=${({ id }) => id} onOpen=${open} openKey=${query.open} empty=${isFiltered ? html`<${NoMatch} />` : html`<${NoMessages} status=${status.data} />`} />
    ${query.open && html`<${MessageDrawer} key=${query.open} id=${query.open} mayManage=${mayManage} onChanged=${reload} />`}
    ${query.test && mayManage && mail?.is_configured && html`<${SendTest} mail=${mail} onClose=${() => setQuery({ test: null })} onQueued=${reload} />`}`;
}

const open = ({ id }) => setQuery({ open: id });

const COLUMNS = [
  { id: "what", title: "Message", grow: true, cell: (one) => html`<span class="strong-link">${templateName(one.template)}</span> <span class="faint">to ${receiverOf(one)}</span>` },
  { id: "status", title: "Status", width: "120px", cell: (one) => html`<${Badge} ...${badgeOf(one.status)} />` },
  { id: "customer", title: "Customer", hide: "medium", cell: ({ customer_id: id }) => (id ? html`<${Link} to=${`/customers/${id}`}><${Id} value=${id} /><//>` : html`<span class="faint">–</span>`) },
  { id: "attempts", title: "Attempts", kind: "number", hide: "narrow", cell: ({ attempts }) => number(attempts) },
  { id: "next", title: "Next attempt", kind: "time", hide: "narrow", cell: (one) => (one.next_attempt_at ? html`<${Time} at=${one.next_attempt_at} />` : html`<span class="faint">–</span>`) },
  { id: "created", title: "Queued", kind: "time", cell: (one) => html`<${Time} at=${one.created_at} />` },
];

/** Both ways out, and how they stand. */
function Ways({ status: { mail, webhook, waiting, failed, uncertain, last_sent_at: last } }) {
  const counts = [["waiting", waiting, "waiting"], ["failed", failed, "failed"], ["uncertain", uncertain, "uncertain"]];
  return html`<div class="grid ways">
    <section class="panel third"><header><h2>E-mail</h2><${Badge} is=${mail.is_configured ? "active" : "inactive"} text=${mail.is_configured ? "Configured" : "Off"} /></header>
      ${mail.is_configured
        ? html`<dl class="facts"><dt>Relay</dt><dd><code>${mail.relay}</code> <span class="faint">${SECURITY[mail.security] ?? mail.security}</span></dd><dt>From</dt><dd>${mail.from}</dd></dl>`
        : html`<p>${mail.reason ? `Off, since ${mail.reason}.` : "No relay is configured."} Letters are not written, and none waits. <${HowTo} to=${RELAY} /></p>`}
    </section>
    <section class="panel third"><header><h2>Webhook</h2><${Badge} is=${webhook.is_configured ? "active" : "inactive"} text=${webhook.is_configured ? "Configured" : "Off"} /></header>
      ${webhook.is_configured
        ? html`<dl class="facts"><dt>Receiver</dt><dd><code>${webhook.url}</code></dd></dl>`
        : html`<p>No receiver is configured. One is told of quotas that are reached, and of quote requests. <${HowTo} to="CONFIGURATION#noticeswebhook_url" /></p>`}
    </section>
    <section class="panel third"><header><h2>Now</h2><span class="faint">${last ? html`last sent <${Time} at=${last} />` : "nothing sent lately"}</span></header>
      <ul class="way-counts">${counts.map(([key, count, label]) => html`<li key=${key}>${count > 0 ? html`<${Link} to=${`/outbox?status=${key}`} class="stat"><b class=${key === "waiting" ? undefined : "is-bad"}>${number(count)}</b><span>${label}</span><//>` : html`<span class="stat"><b>0</b><span>${label}</span></span>`}</li>`)}</ul>
    </section>
  </div>`;
}

const RELAY = "CONFIGURATION#mailrelay";

const HowTo = ({ to }) => hasDocument(to) && html`<${DocumentLink} to=${to}>How to configure it<//>`;

const SECURITY = { starttls: "STARTTLS", tls: "TLS", none: "not encrypted" };

function NoMatch() {
  return html`<${Empty} icon="search" title="No message matches" action=${html`<button type="button" class="button" onClick=${() => setQuery({ status: null, customer: null })}>Clear the filters</button>`}><p>Messages that were settled long ago are not kept for ever.</p><//>`;
}

function NoMessages({ status }) {
  const isOff = status && !status.mail.is_configured && !status.webhook.is_configured;
  return html`<${Empty} icon="mail" title="No messages" action=${isOff && hasDocument(RELAY) && html`<${DocumentLink} to=${RELAY} class="button"><${Icon} name="book-open" />How to configure it<//>`}>
    <p>Invitations, key links, notices of quotas and quote requests appear here, from the moment they are queued until they are sent or given up, and stay for a while. No message holds a key or the secret of a link.</p>
  <//>`;
}
