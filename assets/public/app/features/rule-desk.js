// The desk where a permission is written: its fields with what is wrong as it is typed, what the customer's
// log suggests, what of the log it would match, and beside it the answer of a check with and without it.

import { del, get, post, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Note, Skeleton, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { html, useEffect, useId, useState } from "../kit/ui.js";
import { actionProblem, actionsIn, canonical, checksOf, matches, resourceProblem, resourcesIn } from "./pattern.js";
import { RuleSentence } from "./rule.js";
import { TryPanel } from "./try-panel.js";

const SUGGESTED = 6;
const closed = { new: null, try: null, replace: null, rule_action: null, rule_resource: null, rule_effect: null };

/** `isWriting`: with the editor; else a check is tried against the permissions as they are. */
export function RuleDesk({ scope, agentIds, isWriting }) {
  const query = useQuery();
  const [old, setOld] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => {
    if (query.replace) {
      get(url("/api/admin/permissions", scope.params({ q: query.replace }))).then(({ data }) => setOld(data.data[0] ?? false), setError);
    }
  }, []);
  if (!isWriting) {
    return html`<${TryAlone} scope=${scope} agentIds=${agentIds} asked=${query.agent_id} />`;
  }
  if (query.replace && old === null && !error) {
    return html`<div class="panel"><${Skeleton} lines=${6} /></div>`;
  }
  const prefilled = { agent_id: query.agent_id ?? "", action: query.rule_action ?? "", resource: query.rule_resource ?? "", effect: query.rule_effect ?? "allow", expires: "" };
  return html`<${Editor} scope=${scope} agentIds=${agentIds} old=${old || null} initial=${old ? initialOf(old) : prefilled} />`;
}

/** Trying alone needs an agent first. */
function TryAlone({ scope, agentIds, asked }) {
  const [typed, setAgent] = useState(asked ?? "");
  const agent = typed || asked || (agentIds[0] ?? "");
  const id = useId();
  return html`<section class="panel try-alone" aria-label="Try a check"><header><h2>Try a check</h2><${CloseButton} /></header>
    <div class="stack">
      <div class="field"><label for=${id}>Agent</label><input id=${id} class="mono" list=${`${id}-list`} value=${agent} onInput=${(event) => setAgent(event.target.value)} /><${Options} id=${`${id}-list`} values=${agentIds} /></div>
      <${TryPanel} scope=${scope} agentId=${canonical(agent)} />
    </div></section>`;
}

function CloseButton() {
  return html`<button type="button" class="button icon-button quiet" aria-label="Close" onClick=${() => setQuery(closed)}><${Icon} name="x" /></button>`;
}

const Options = ({ id, values }) => html`<datalist id=${id}>${values.map((value) => html`<option key=${value} value=${value} />`)}</datalist>`;

/** The reader's local time as `<input type="datetime-local">` wants it. */
const localTime = (time) => new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const initialOf = ({ agent_id, action, resource, effect, expires_at }) => ({ agent_id, action, resource, effect, expires: expires_at ? localTime(new Date(expires_at)) : "" });

const expiryOf = ({ expires }) => (expires === "" ? undefined : new Date(expires).toISOString());
const ruleOf = (values) => ({ action: canonical(values.action), resource: canonical(values.resource), effect: values.effect, expires_at: expiryOf(values) });

function problemsOf(values) {
  return {
    agent_id: values.agent_id.trim() === "" ? "must not be blank" : undefined,
    action: actionProblem(values.action),
    resource: resourceProblem(values.resource),
    expires: values.expires !== "" && new Date(values.expires) <= new Date() ? "must be in the future" : undefined,
  };
}

function Editor({ scope, agentIds, old, initial }) {
  const customer = useResource(`/api/customers/${scope.customerId}`, { topics: ["customers"] });
  const state = useForm({
    initial,
    draft: `rule:${scope.customerId}:${old?.id ?? [initial.agent_id, initial.action, initial.resource].join("|")}`,
    check: problemsOf,
    submit: async (values) => {
      const { data } = await post(url("/api/admin/permissions", scope.params()), { agent_id: canonical(values.agent_id), ...ruleOf(values) });
      if (old) {
        await del(url(`/api/admin/permissions/${old.id}`, scope.params()));
      }
      toast(old ? "Permission replaced" : "Permission created");
      setQuery({ ...closed, open: data.id });
    },
  });
  const { values } = state;
  const problems = problemsOf(values);
  const shown = { ...state, errors: { ...state.errors, ...Object.fromEntries(Object.entries(problems).filter(([name, text]) => text && values[name] !== "")) } };
  const isValid = !problems.action && !problems.resource && !problems.expires;
  const agent = canonical(values.agent_id);
  const log = useResource(agent && url("/api/logs", scope.params({ agent_id: agent, limit: 100 })));
  const anyLog = useResource(url("/api/logs", scope.params({ limit: 100 })));
  const checks = checksOf(log.data ?? []);
  const suggested = checks.length > 0 ? checks : checksOf(anyLog.data ?? []);
  const lacksApprovals = customer.data && !customer.data.features.includes("approvals");
  return html`<div class="rule-desk">
    <section class="panel" aria-label=${old ? "Replace a permission" : "New permission"}>
      <header><h2>${old ? "Replace a permission" : "New permission"}</h2><${CloseButton} /></header>
      <${Form} state=${shown} verb=${old ? "Replace permission" : "Create permission"} busy="Saving permission" isReady=${values.effect !== "require_approval" || !lacksApprovals} hint="The tier lacks approvals">
        ${old && html`<${Note}><p>The new rule is made first, then <code>${old.id}</code> is withdrawn: at no time is neither in force.</p><//>`}
        <${Field} state=${shown} name="agent_id" label="Agent" mono list="rule-agents" autocomplete="off" placeholder="billing-bot" autofocus=${initial.agent_id === ""} />
        <${Options} id="rule-agents" values=${agentIds} />
        <${Effects} state=${shown} lacks=${lacksApprovals} />
        <${PatternField} state=${shown} name="action" label="Action" placeholder="refund" suggestions=${actionsIn(suggested)} autofocus=${initial.agent_id !== ""} help="* stands for any run of characters; case matters." />
        <${PatternField} state=${shown} name="resource" label="Resource" placeholder="orders/*" suggestions=${resourcesIn(suggested)} />
        <${Expiry} state=${shown} />
        <${Reads} values=${values} isValid=${isValid} checks=${checks} agent=${agent} />
      <//>
    </section>
    <section class="panel" aria-label="Try it"><header><h2>Try it</h2><span class="faint">dry run: nothing is recorded, nothing is used up</span></header>
      <${TryPanel} scope=${scope} agentId=${agent} draft=${isValid ? { add: [ruleOf(values)], remove: old ? [old.id] : [] } : null} titles=${["As it is", old ? "With the replacement" : "With this permission"]} about=${initial.action && initial.resource ? initial : undefined} />
    </section>
  </div>`;
}

const EFFECTS = [["allow", "Allow", "circle-check"], ["require_approval", "Require approval", "user"], ["deny", "Deny", "ban"]];
const ABOUT = {
  allow: "Granted, unless a deny or an approval rule matches too.",
  require_approval: "A person is asked; the approval admits that one question once. Wins over allow.",
  deny: "Refused, whatever else matches.",
};

function Effects({ state, lacks }) {
  const value = state.values.effect;
  const tiers = useResource(lacks ? "/api/tiers" : null);
  const has = (tiers.data ?? []).filter(({ features }) => features.includes("approvals")).map(({ title }) => title);
  return html`<fieldset class="field"><legend class="label">Effect</legend>
    <div class="segments effects">${EFFECTS.map(([key, title, icon]) => {
      const isOff = key === "require_approval" && lacks;
      return html`<label key=${key} title=${isOff ? "The tier lacks approvals" : undefined}><input type="radio" name="effect" value=${key} disabled=${isOff} checked=${value === key} onChange=${() => state.set("effect", key)} /><span><${Icon} name=${isOff ? "lock" : icon} />${title}</span></label>`;
    })}</div>
    <p class="help">${ABOUT[value]}</p>
    ${lacks && html`<p class="help"><${Icon} name="lock" class="inline" /> Require approval needs the feature approvals, which this customer's tier lacks${has.length > 0 ? `: ${has.join(", ")} ${has.length === 1 ? "has" : "have"} it` : ""}.</p>`}
    ${state.errors.effect && html`<p class="field-error">${state.errors.effect}</p>`}
  </fieldset>`;
}

function PatternField({ state, name, label, suggestions, help, ...rest }) {
  const value = state.values[name];
  const kept = canonical(value);
  const shown = suggestions.filter((one) => one !== kept).slice(0, SUGGESTED);
  return html`<${Field} state=${state} name=${name} label=${label} mono autocomplete="off" help=${help} ...${rest}>
    ${kept !== value && kept !== "" && html`<p class="help">Kept as <code>${kept}</code></p>`}
    ${shown.length > 0 && html`<div class="suggestions"><span class="faint">From the log:</span> ${shown.map((one) => html`<button key=${one} type="button" class="chip is-quiet" aria-label=${`${label}: ${one}`} onClick=${() => state.set(name, one)}><code>${one}</code></button>`)}</div>`}
  <//>`;
}

const SPANS = [["1 hour", 3_600], ["1 day", 86_400], ["30 days", 2_592_000]];

function Expiry({ state }) {
  return html`<${Field} state=${state} name="expires" label="Expires" kind="datetime-local" optional>
    <div class="suggestions">${SPANS.map(([text, seconds]) => html`<button key=${text} type="button" class="chip is-quiet" onClick=${() => state.set("expires", localTime(new Date(Date.now() + seconds * 1_000)))}>in ${text}</button>`)}
      ${state.values.expires !== "" && html`<button type="button" class="chip is-quiet" onClick=${() => state.set("expires", "")}>never</button>`}</div>
  <//>`;
}

/** The rule as a sentence, and how much of the agent's log it would be about. */
function Reads({ values, isValid, checks, agent }) {
  if (!isValid) {
    return null;
  }
  const rule = ruleOf(values);
  const hit = checks.filter((check) => matches(rule.action, check.action) && matches(rule.resource, check.resource ?? ""));
  return html`<div class="reads">
    <p><${RuleSentence} rule=${{ agent_id: agent, ...rule }} />${values.expires !== "" && html` until <time>${values.expires.replace("T", " ")}</time>`}</p>
    ${agent !== "" && checks.length > 0 && html`<p class="faint figure">It is about ${hit.length} of the agent's last ${plural(checks.length, "check")}.</p>`}
  </div>`;
}
