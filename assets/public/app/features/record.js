// One record of the log: a sentence, why it came out so, what was known, what is related, and the
// record as it is kept.

import { Badge, Id } from "../kit/badge.js";
import { url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Drawer } from "../kit/dialog.js";
import { Code, CopyButton, Empty, ErrorNote, Skeleton } from "../kit/feedback.js";
import { number } from "../kit/format.js";
import { pathOf } from "../kit/palette.js";
import { Icon } from "../kit/icons.js";
import { Link } from "../kit/router.js";
import { Actor, RecordWords, because, isDecision, stateOf, stateWords } from "../kit/sentences.js";
import { singleKeys } from "../kit/shortcuts.js";
import { Time } from "../kit/time.js";
import { Trace } from "../kit/trace.js";
import { html, useEffect } from "../kit/ui.js";
import { Values } from "../kit/values.js";

const RELATED = 6;
/** What one request led to lies close together; a search through the whole log would take long. */
const SAME_REQUEST_MS = 10 * 60_000;

/** `listed`: the record as the list has it, shown until the whole one is there. */
export function RecordDrawer({ scope, id, listed, previous, next, onOpen, onClose }) {
  const whole = useResource(url(`/api/logs/${encodeURIComponent(id)}`, scope.params()));
  const record = whole.data ?? listed;
  useSteps({ previous, next, onOpen });
  const step = (target, label, icon) => html`<button type="button" class="button icon-button quiet" aria-label=${label} title=${label} disabled=${!target} onClick=${() => onOpen(target)}><${Icon} name=${icon} /></button>`;
  const actions = html`${step(previous, "Newer record (k)", "chevron-up")}${step(next, "Older record (j)", "chevron-down")}`;
  return html`<${Drawer} title=${record ? `${isDecision(record) ? "Decision" : "Change"} ${number(record.seq)}` : "Record"} eyebrow=${record ? html`<${Id} value=${record.id} full />` : "Log"} actions=${actions} onClose=${onClose}>
    ${record ? html`<${RecordView} key=${record.id} scope=${scope} record=${record} onOpen=${onOpen} />` : whole.error ? html`<${Missing} error=${whole.error} retry=${whole.reload} id=${id} />` : html`<${Skeleton} lines=${8} />`}
  <//>`;
}

function Missing({ error, retry, id }) {
  if (error.status !== 404) {
    return html`<${ErrorNote} error=${error} retry=${retry} />`;
  }
  return html`<${Empty} icon="scroll-text" title="There is no such record"><p>No record that you may see is called <code>${id}</code>. Ids begin with <code>dec_</code> or <code>rec_</code>.</p><//>`;
}

/** j and k go on to the record below and above, as in the table. */
function useSteps({ previous, next, onOpen }) {
  useEffect(() => {
    const key = (event) => {
      const isTyping = event.target.closest?.("input, select, textarea, tr, dialog");
      const target = { j: next, k: previous }[event.key];
      if (target && !isTyping && singleKeys.get() && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        onOpen(target);
      }
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, [previous, next, onOpen]);
}

export function RecordView({ scope, record, onOpen }) {
  const hasContext = record.context && Object.keys(record.context).length > 0;
  return html`
    <section>
      <p class="record-words"><${RecordWords} record=${record} />.</p>
      <p class="record-line"><${Badge} is=${stateOf(record)} text=${stateWords(record)} /> <span class="faint"><${Time} at=${record.timestamp} absolute /></span></p>
    </section>
    ${isDecision(record) && html`<section><h3>How it was decided</h3><${Trace} steps=${record.decision_trace} permissionPath=${permissionPathOf(scope, record)} /></section>`}
    ${record.result === "refused" && html`<section><h3>Why it was refused</h3><p>${because(record.reason)} <code class="faint">${record.reason}</code></p></section>`}
    ${hasContext && html`<section><h3>What the agent said about it</h3><${Values} value=${record.context} /></section>`}
    ${record.details && html`<section><h3>${isDecision(record) ? "Details" : "What the change did"}</h3><${Values} value=${record.details} /></section>`}
    <section><h3>About the record</h3><${Facts} scope=${scope} record=${record} /></section>
    <${SameRequest} scope=${scope} record=${record} onOpen=${onOpen} />
    ${record.agent_id && html`<${SameAgent} scope=${scope} record=${record} onOpen=${onOpen} />`}
    <${Raw} record=${record} />`;
}

/** Where an agent is shown, for those who see one customer or know the record's. */
function agentPath(scope, record) {
  const customer = record.customer_id ?? scope.customerId;
  const agent = encodeURIComponent(record.agent_id);
  if (!scope.isOperator) {
    return scope.may("manage") ? `/agents/${agent}` : null;
  }
  return customer ? `/customers/${customer}/agents/${agent}` : null;
}

/** Where the permissions of a trace are shown: with the customer that the record is about. */
function permissionPathOf(scope, record) {
  const customer = record.customer_id ?? scope.customerId;
  if (scope.isOperator ? !customer : !scope.may("manage")) {
    return undefined;
  }
  return (id) => `${scope.isOperator ? `/customers/${customer}` : ""}/permissions?open=${id}`;
}

const KINDS = { cus: "customer", key: "key", perm: "permission", apr: "approval", op: "operator" };

/** Whether a customer has a page for it, with the scopes that it is signed in with. */
const isSeen = (scope, kind) => (kind === "permission" || kind === "approval" ? scope.may("manage") : kind === "key");

/** An identifier as a link to what it names, where the reader has a page for it. */
function Reference({ scope, record, id, children }) {
  const kind = KINDS[id?.split("_")[0]];
  const customer_id = record.customer_id ?? scope.customerId;
  const isShown = kind && (scope.isOperator ? customer_id || kind === "operator" || kind === "customer" || kind === "approval" : isSeen(scope, kind));
  return isShown ? html`<${Link} to=${pathOf({ kind, id, customer_id }, scope.who)}>${children}<//>` : children;
}

function Facts({ scope, record }) {
  const path = record.agent_id && agentPath(scope, record);
  return html`<dl class="facts">
    ${record.agent_id && html`<dt>Agent</dt><dd>${path ? html`<${Link} to=${path}>${record.agent_id}<//>` : record.agent_id}</dd>`}
    ${scope.isOperator && record.customer_id && html`<dt>Customer</dt><dd><${Link} to=${`/customers/${record.customer_id}`}>${record.customer_name ?? record.customer_id}<//></dd>`}
    <dt>${isDecision(record) ? "Asked with" : "Done by"}</dt><dd><${Reference} scope=${scope} record=${record} id=${record.actor?.id}><${Actor} actor=${record.actor} /><//>${record.actor?.claim && html` <span class="faint">who says to be ${record.actor.claim}</span>`}</dd>
    <dt>Action</dt><dd><code>${record.action}</code></dd>
    ${record.resource && html`<dt>${isDecision(record) ? "Resource" : "Object"}</dt><dd>${isDecision(record) ? html`<code>${record.resource}</code>` : html`<${Reference} scope=${scope} record=${record} id=${record.resource}><code>${record.resource}</code><//>`}</dd>`}
    ${record.reason && html`<dt>Reason</dt><dd><code>${record.reason}</code></dd>`}
    <dt>Request</dt><dd><code>${record.request_id}</code> <${CopyButton} text=${record.request_id} what="the request id" /></dd>
    ${record.global_seq && html`<dt>In the chain</dt><dd>number ${number(record.global_seq)}</dd>`}
    ${record.hash && html`<dt>Hash</dt><dd><code>${record.hash}</code></dd><dt>Hash before</dt><dd><code>${record.previous_hash}</code></dd>`}
  </dl>`;
}

function SameRequest({ scope, record, onOpen }) {
  const at = Date.parse(record.timestamp);
  const params = { request_id: record.request_id, start_time: new Date(at - SAME_REQUEST_MS).toISOString(), end_time: new Date(at + SAME_REQUEST_MS).toISOString(), limit: RELATED };
  const list = useResource(url("/api/logs", scope.params(params)));
  const others = (list.data ?? []).filter((one) => one.id !== record.id && one.request_id === record.request_id);
  if (others.length === 0) {
    return null;
  }
  return html`<section><h3>Same request</h3><${Related} records=${others} onOpen=${onOpen} /></section>`;
}

function SameAgent({ scope, record, onOpen }) {
  const params = { customer_id: record.customer_id, agent_id: record.agent_id, end_time: record.timestamp, limit: RELATED };
  const list = useResource(scope.isOperator && !record.customer_id ? null : url("/api/logs", scope.params(params)));
  const others = (list.data ?? []).filter(({ id }) => id !== record.id).slice(0, RELATED - 1);
  if (others.length === 0) {
    return null;
  }
  return html`<section><h3>Earlier about ${record.agent_id}</h3><${Related} records=${others} onOpen=${onOpen} /></section>`;
}

function Related({ records, onOpen }) {
  return html`<ul class="related">${records.map((record) => html`<li key=${record.id}><button type="button" onClick=${() => onOpen(record.id)}>
    <${Badge} is=${stateOf(record)} text=${stateWords(record)} /><span class="related-words"><code>${record.action}</code> ${record.resource}</span><span class="faint"><${Time} at=${record.timestamp} /></span>
  </button></li>`)}</ul>`;
}

/** What is chained is the text that was stored, byte for byte; it is shown where one may see it. */
function Raw({ record }) {
  const { record: stored, ...shown } = record;
  return html`<section><h3>As JSON</h3><${Code} text=${JSON.stringify(shown, null, 2)} what="the record" />
    ${stored && html`<details class="stored"><summary>The text that was hashed</summary><${Code} text=${stored} what="the text that was hashed" /><p class="faint">SHA-256 over the 32 bytes of the hash before and this text is the record's hash.</p></details>`}
  </section>`;
}
