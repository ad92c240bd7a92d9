// "Try it": what a check is answered as things are, and with a draft of permissions applied; side by side,
// with the trace. It asks the appliance itself; nothing is recorded.

import { post, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { ErrorNote, Skeleton } from "../kit/feedback.js";
import { REASONS } from "../kit/format.js";
import { Verdict } from "../kit/trace.js";
import { classes, html, useEffect, useId, useMemo, useState } from "../kit/ui.js";
import { actionProblem, canonical, checksOf, matches, resourceProblem } from "./pattern.js";

const WAIT_MS = 350;
const RECENT = 30;

/**
 * `agentId`: who asks; `draft`: `{ add, remove }`, `null` while it is not complete, absent where nothing
 * is drafted; `titles`: of the answers without and with it; `about`: a rule that the first question is about.
 */
export function TryPanel({ scope, agentId, draft, titles = ["As it is", "With the draft"], about }) {
  const [question, setQuestion] = useState({ action: "", resource: "", context: "" });
  const recent = useRecent(scope, agentId);
  useEffect(() => {
    const isUntouched = ({ action, resource }) => action === "" && resource === "";
    recent && setQuestion((before) => (isUntouched(before) ? firstQuestion(recent, about) : before));
  }, [recent]);
  const context = parsed(question.context);
  const problems = { action: question.action && actionProblem(question.action), resource: question.resource && resourceProblem(question.resource), context: context.problem };
  const isReady = agentId !== "" && question.action.trim() !== "" && question.resource.trim() !== "" && !problems.action && !problems.resource && !context.problem;
  const body = isReady ? { agent_id: agentId, action: canonical(question.action), resource: canonical(question.resource), ...(context.value ? { context: context.value } : {}), add: draft?.add ?? [], remove: draft?.remove ?? [] } : null;
  const tried = useTried(scope, body);
  const change = (name, value) => setQuestion((before) => ({ ...before, [name]: value }));
  return html`<div class="stack try-panel">
    <${Question} question=${question} problems=${problems} change=${change} recent=${recent ?? []} choose=${setQuestion} />
    ${tried.error && html`<${ErrorNote} error=${tried.error} title="It cannot be tried" />`}
    ${!tried.error && !isReady && !tried.answer && html`<p class="faint">${agentId === "" ? "Name an agent to try a check." : "Fill in a question to see what a check is answered."}</p>`}
    ${draft === null && isReady && html`<p class="faint">The permission is not complete yet: this is the answer as it is.</p>`}
    ${!tried.error && isReady && !tried.answer && html`<${Skeleton} lines=${4} />`}
    ${!tried.error && tried.answer && html`<${Answers} answer=${tried.answer} hasDraft=${Boolean(draft)} titles=${titles} isStale=${!isReady || tried.isBusy} />`}
  </div>`;
}

/** Different questions that the agent asked before, or else any agent of the customer; `null` until read. */
function useRecent(scope, agentId) {
  const own = useResource(agentId && url("/api/logs", scope.params({ agent_id: agentId, limit: 100 })));
  const ownChecks = checksOf(own.data ?? []);
  const isNone = Boolean(own.data) && ownChecks.length === 0;
  const any = useResource(isNone ? url("/api/logs", scope.params({ limit: 100 })) : null);
  return useMemo(() => {
    if (!own.data || (isNone && !any.data && !any.error)) {
      return null;
    }
    return different(isNone ? checksOf(any.data ?? []) : ownChecks);
  }, [own.data, any.data, any.error]);
}

/** The questions of some checks, each once. */
function different(checks) {
  const seen = new Map();
  for (const { action, resource, context } of checks) {
    const text = context && Object.keys(context).length > 0 ? JSON.stringify(context) : "";
    seen.set(`${action} ${resource} ${text}`, { action, resource, context: text });
  }
  return [...seen.values()].slice(0, RECENT);
}

/** The newest question that the rule is about; where none was asked, one that it would be about. */
function firstQuestion(recent, about) {
  const nothing = { action: "", resource: "", context: "" };
  if (!about) {
    return recent[0] ?? nothing;
  }
  const fits = ({ action, resource }) => matches(about.action, action) && matches(about.resource, resource);
  return recent.find(fits) ?? { action: about.action.replaceAll("*", "example"), resource: about.resource.replaceAll("*", "example"), context: "" };
}

/** The context as an object, or what is wrong with its text. */
function parsed(text) {
  if (text.trim() === "") {
    return {};
  }
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { value } : { problem: "must be a JSON object, like {\"amount_eur\": 120}" };
  } catch {
    return { problem: "must be JSON, like {\"amount_eur\": 120}" };
  }
}

/** Asks a moment after the last change; an answer that was overtaken is dropped. */
function useTried(scope, body) {
  const [state, setState] = useState({ answer: null, error: null, isBusy: false });
  const key = body && JSON.stringify(body);
  useEffect(() => {
    if (!key) {
      return undefined;
    }
    setState((before) => ({ ...before, isBusy: true }));
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { data } = await post(url("/api/admin/permissions/try", scope.params()), JSON.parse(key), { signal: aborter.signal });
        setState({ answer: data, error: null, isBusy: false });
      } catch (error) {
        error.name !== "AbortError" && setState({ answer: null, error, isBusy: false });
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [key]);
  return state;
}

function Question({ question, problems, change, recent, choose }) {
  const id = useId();
  return html`${recent.length > 0 && html`<div class="field"><label for=${id}>Question</label>
      <select id=${id} value="" onChange=${(event) => event.target.value !== "" && choose(recent[Number(event.target.value)])}>
        <option value="">Take one that was asked before…</option>
        ${recent.map(({ action, resource, context }, index) => html`<option key=${index} value=${index}>${action} on ${resource}${context && `, ${context.slice(0, 40)}`}</option>`)}
      </select></div>`}
    <div class="try-fields">
      <${Line} label="Action" value=${question.action} problem=${problems.action} set=${(value) => change("action", value)} placeholder="refund" />
      <${Line} label="Resource" value=${question.resource} problem=${problems.resource} set=${(value) => change("resource", value)} placeholder="orders/4711" />
      <${Line} label="Context" value=${question.context} problem=${problems.context} set=${(value) => change("context", value)} placeholder='{"amount_eur": 120}' optional />
    </div>`;
}

function Line({ label, value, problem, set, placeholder, optional }) {
  const id = useId();
  return html`<div class="field"><label for=${id}>${label}${optional && html` <span class="faint">optional</span>`}</label>
    <input id=${id} class="mono" spellcheck=${false} autocomplete="off" value=${value} placeholder=${placeholder} aria-invalid=${problem ? "true" : undefined} aria-describedby=${problem ? `${id}-error` : undefined} onInput=${(event) => set(event.target.value)} />
    ${problem && html`<p class="field-error" id=${`${id}-error`}>${label} ${problem}</p>`}</div>`;
}

const isHeld = ({ reason }) => reason === "approval_required" || reason === "approval_pending";
const verdictOf = (answer) => (isHeld(answer) ? "held for a person" : answer.result);

function Answers({ answer, hasDraft, titles, isStale }) {
  const { current } = answer;
  if (!hasDraft) {
    return html`<div class=${classes("answers is-one", isStale && "is-stale")}><section><p class="hidden" role="status">${verdictOf(current)}</p><${Verdict} answer=${current} /></section></div>`;
  }
  const isSame = answer.result === current.result && answer.reason === current.reason;
  const says = isSame ? "The answer stays the same." : html`The answer changes: <strong>${verdictOf(current)}</strong> becomes <strong>${verdictOf(answer)}</strong>${REASONS[answer.reason] && `, because ${REASONS[answer.reason]}`}.`;
  return html`<p class=${classes("change", !isSame && "is-changed")} role="status">${says}</p>
    <div class=${classes("answers", isStale && "is-stale")}>
      <section><h3>${titles[0]}</h3><${Verdict} answer=${current} /></section>
      <section><h3>${titles[1]}</h3><${Verdict} answer=${answer} /></section>
    </div>`;
}
