// One request for approval: exactly what would be done, the hash that an answer is bound to, who asked and
// by which rule, what became of requests like it, and the answer.

import { get, post, url } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Code, CopyButton, ErrorNote, Note, Skeleton, announce } from "../kit/feedback.js";
import { actorName } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link } from "../kit/router.js";
import { Actor } from "../kit/sentences.js";
import { Time, useNow } from "../kit/time.js";
import { Trace } from "../kit/trace.js";
import { html, useEffect, useId, useRef, useState } from "../kit/ui.js";
import { Values } from "../kit/values.js";
import { LikeRequests } from "./approval-history.js";
import { STATUS, TimeLeft, isOver } from "./approval-words.js";
import { RuleSentence } from "./rule.js";

const NOTE_MAX = 500;

/** `known`: what the list has of it; `onSettled(id, outcome)` after an answer from here; `onBack` to the list. */
export function ApprovalDetail({ scope, id, known, onSettled, onBack }) {
  const read = useResource(`/api/approvals/${id}`, { topics: ["approvals"] });
  const kept = useRef(known);
  kept.current = known ?? kept.current;
  const one = read.data ?? (kept.current && { status: "pending", ...kept.current });
  if (!one) {
    return html`<section class="inbox-detail" aria-label="The request">${read.error?.status === 404 ? html`<div class="inbox-pad"><p>There is no such request.</p></div>` : read.error ? html`<${ErrorNote} error=${read.error} retry=${read.reload} />` : html`<div class="inbox-pad"><${Skeleton} lines=${8} /></div>`}</section>`;
  }
  return html`<${Shown} scope=${scope} one=${one} reload=${read.reload} onSettled=${onSettled} onBack=${onBack} />`;
}

function Shown({ scope, one, reload, onSettled, onBack }) {
  const answered = useRef(false);
  useChangedMeanwhile(one, answered);
  const base = scope.isOperator ? `/customers/${one.customer_id}` : "";
  return html`<section class="inbox-detail" aria-label="The request">
    <header>
      <button type="button" class="button small inbox-back" onClick=${onBack}><${Icon} name="chevron-left" />All requests</button>
      <p class="eyebrow"><${Badge} is=${one.status} text=${STATUS[one.status]} /> <span>asked <${Time} at=${one.created_at} />${one.status === "pending" && html` · <${TimeLeft} one=${one} />`}</span></p>
      <h2>${seesAgents(scope) ? html`<${Link} to=${`${base}/agents/${encodeURIComponent(one.agent_id)}`}>${one.agent_id}<//>` : one.agent_id} asks to <code>${one.action}</code> on <code>${one.resource}</code></h2>
      ${scope.isOperator && html`<p class="faint">for <${Link} to=${base}>${one.customer_name ?? one.customer_id}<//></p>`}
    </header>
    <div class="inbox-body">
      <${Outcome} one=${one} />
      <${What} one=${one} />
      <${Why} scope=${scope} one=${one} base=${base} />
      <${LikeRequests} scope=${scope} one=${one} />
    </div>
    ${one.status === "pending" && html`<${Answer} scope=${scope} one=${one} answered=${answered} reload=${reload} onSettled=${onSettled} />`}
  </section>`;
}

/** Says it to those who listen when somebody else ends the request that is looked at. */
function useChangedMeanwhile(one, answered) {
  const before = useRef(one.status);
  useEffect(() => {
    if (before.current === "pending" && one.status !== "pending" && !answered.current) {
      announce(`This request is ${STATUS[one.status]} now${one.settled_by ? `, by ${actorName(one.settled_by)}` : ""}.`);
      // Whoever was writing a note loses the field with the answer's buttons, and must not lose the keys.
      if (document.activeElement === document.body) {
        document.querySelector(".inbox")?.focus({ preventScroll: true });
      }
    }
    before.current = one.status;
  }, [one.status]);
}

const WHAT_NOW = {
  approved: ["success", "The grant admits this one question once, until it expires."],
  used: ["success", "A check has used the grant; the same question has to be asked again."],
  rejected: ["warning", "The refusal stands until the request would have expired."],
  cancelled: ["info", "A kill switch or the agent's removal ended it; the agent has to ask again."],
  expired: ["info", "Nobody answered in time, or the grant was not used in time; the next check asks again."],
};

function Outcome({ one }) {
  if (one.status === "pending") {
    return null;
  }
  const [kind, now] = WHAT_NOW[one.status] ?? ["info", ""];
  return html`<${Note} kind=${kind} title=${`This request is ${STATUS[one.status]}`}>
    ${one.settled_by && html`<p>${one.status === "rejected" ? "Refused" : "Approved"} by <${Actor} actor=${one.settled_by} />${one.claim && html` (who says to be ${one.claim})`} <${Time} at=${one.settled_at} />${one.notes ? html`: “${one.notes}”` : ", without a note."}</p>`}
    <p>${now}</p>
  <//>`;
}

function What({ one }) {
  const [isRaw, setRaw] = useState(false);
  const isEmpty = Object.keys(one.context ?? {}).length === 0;
  const question = { agent_id: one.agent_id, action: one.action, resource: one.resource, context: one.context ?? {} };
  return html`<section class="stack"><header class="section-head"><h3>What would be done</h3>
      <button type="button" class="button small quiet" data-act="expand" aria-pressed=${isRaw} onClick=${() => setRaw(!isRaw)}>${isRaw ? "Table" : "JSON"} <kbd>e</kbd></button></header>
    ${
      isRaw
        ? html`<${Code} text=${JSON.stringify(question, null, 2)} what="the question as JSON" />`
        : html`<dl class="facts"><dt>Action</dt><dd><code>${one.action}</code></dd><dt>Resource</dt><dd><code>${one.resource}</code></dd>
            <dt>Context</dt><dd>${isEmpty ? html`<span class="faint">none: the question is the action and the resource alone</span>` : html`<${Values} value=${one.context} />`}</dd></dl>`
    }
    ${one.binding && html`<p class="binding"><${Icon} name="fingerprint" /><span>The answer is bound to exactly this: <code class="id">${one.binding}</code> <${CopyButton} text=${one.binding} what="the binding" /><br /><span class="faint">SHA-256 of agent, action, resource and context; a question that differs in anything is asked anew.</span></span></p>`}
  </section>`;
}

function Why({ scope, one, base }) {
  const ruleId = one.permission_id ?? one.decision_trace?.find((step) => step.permission_id)?.permission_id;
  const rule = useRule(scope, one.customer_id, ruleId);
  return html`<section class="stack"><header class="section-head"><h3>Why a person is asked</h3></header>
    <dl class="facts">
      <dt>Rule</dt><dd>${rule === undefined ? html`<${Id} value=${ruleId} />` : rule ? html`<${Link} to=${`${base}/permissions?open=${ruleId}`} class="rule-link"><${RuleSentence} rule=${rule} /><//> ${rule.effect === "require_approval" && html`<${Badge} is="require_approval" />`}` : html`<${Id} value=${ruleId} /> <span class="faint">was withdrawn since: without a rule that asks, an approval no longer counts</span>`}</dd>
      ${one.asked_by && html`<dt>Asked with</dt><dd><${Actor} actor=${one.asked_by} /></dd>`}
      <dt>Asked at</dt><dd><${Time} at=${one.created_at} absolute /></dd>
      <dt>Ends at</dt><dd><${Time} at=${one.expires_at} absolute /></dd>
      <dt>Request</dt><dd><${Id} value=${one.request_id} full /> <${CopyButton} text=${one.request_id} what="the request's id" /></dd>
    </dl>
    <details><summary>Decision trace</summary><${Trace} steps=${one.decision_trace} /></details>
  </section>`;
}

const seesAgents = (scope) => scope.isOperator || (scope.may("read") && scope.may("manage"));

/** The permission that asked: `undefined` until read, `null` when it is gone. */
function useRule(scope, customerId, ruleId) {
  const [rule, setRule] = useState(undefined);
  useEffect(() => {
    // A key that may only approve cannot read permissions: the id stands alone then.
    if (!ruleId || !seesAgents(scope)) {
      return;
    }
    const target = url("/api/admin/permissions", { q: ruleId, ...(scope.isOperator ? { customer_id: customerId } : {}) });
    get(target, { quiet: true }).then(({ data }) => setRule(data.data.find(({ id }) => id === ruleId) ?? null), () => {});
  }, [ruleId]);
  return rule;
}

/** What was typed stays for this request, also when the session ends. */
function useNote(requestId) {
  const key = `draft:approval:${requestId}`;
  const [note, setNote] = useState(() => sessionStorage.getItem(key) ?? "");
  const change = (text) => {
    setNote(text);
    text === "" ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, text);
  };
  return [note, change];
}

/** Approve or refuse, with a note. */
function Answer({ scope, one, answered, reload, onSettled }) {
  const now = useNow();
  const id = useId();
  const [note, setNote] = useNote(one.request_id);
  const [problem, setProblem] = useState(null);
  const [isBusy, setBusy] = useState(false);
  if (!scope.may("approve")) {
    return html`<footer class="answer"><p class="faint"><${Icon} name="eye" class="inline" /> ${scope.isOperator ? "Your role looks only: an owner, an admin or an approver answers." : "A key with the scope approve, or an operator, answers."}</p></footer>`;
  }
  const settle = async (route, done) => {
    setBusy(true);
    setProblem(null);
    answered.current = true;
    try {
      await post(route, { request_id: one.request_id, ...(note.trim() === "" ? {} : { notes: note.trim() }) });
      setNote("");
      onSettled(one.request_id, { icon: done === "Approved" ? "check" : "ban", text: `${done}: ${one.action} on ${one.resource} for ${one.agent_id}` });
    } catch (error) {
      answered.current = false;
      setProblem(error);
      error.status === 409 && reload();
    }
    setBusy(false);
  };
  const isLate = isOver(one, now);
  const reason = isLate ? "Its time is over: the next check asks again" : undefined;
  return html`<footer class="answer">
    <${ErrorNote} error=${problem} title="It was not answered" />
    ${isLate && html`<p class="faint">${reason}.</p>`}
    <div class="answer-line">
      <div class="field"><label for=${id} class="hidden">Note</label><textarea id=${id} rows="1" maxlength=${NOTE_MAX} data-act="note" placeholder="Note, kept with the answer (n)" value=${note} onInput=${(event) => setNote(event.target.value)}></textarea></div>
      <button type="button" class="button" data-act="refuse" disabled=${isBusy || isLate} title=${reason ?? "d, then d again or Enter"} onClick=${() => settle("/api/agent/deny", "Refused")}><${Icon} name="ban" />Refuse <kbd>d</kbd></button>
      <button type="button" class="button is-primary" data-act="approve" disabled=${isBusy || isLate} title=${reason ?? "a, then a again or Enter"} onClick=${() => settle("/api/agent/approve", "Approved")}><${Icon} name="check" />Approve <kbd>a</kbd></button>
    </div>
  </footer>`;
}
