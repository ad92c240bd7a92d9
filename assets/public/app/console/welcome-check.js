// Third step: a check as the agent would ask it, its answer with the reasons, and its record.

import { post, url } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Code, announce } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { REASONS, words } from "../kit/format.js";
import { Link } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { Verdict, curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";

const RECORDS_SHOWN = 5;

const questionOf = ({ action, resource }, agent) => ({ agent_id: agent.id, action: action.trim(), resource: resource.trim() });

/** A resource that the permission's pattern covers, to begin with. */
const example = (pattern) => (pattern.includes("*") ? pattern.replaceAll("*", "4711") : pattern);

/** `apiKey` is only in this page's memory; after a reload it is asked for. */
export function CheckStep({ onAsked, customer, agent, apiKey, setApiKey }) {
  const [answer, setAnswer] = useState(null);
  const initial = { action: agent.action === "*" ? "read" : agent.action, resource: example(agent.resource), api_key: "" };
  const state = useForm({
    initial,
    check: (values) => ({
      action: values.action.trim() ? undefined : "is needed",
      resource: values.resource.trim() ? undefined : "is needed",
      api_key: apiKey || values.api_key.trim() ? undefined : "is needed: the check is asked with it",
    }),
    submit: async (values) => {
      const key = apiKey ?? values.api_key.trim();
      const { data } = await post("/api/agents/check", questionOf(values, agent), { headers: { Authorization: `Bearer ${key}` }, quiet: true });
      setApiKey(key);
      setAnswer(data);
      onAsked();
      announce(`${data.result}: ${REASONS[data.reason] ?? words(data.reason)}`);
    },
  });
  return html`<div class="step-columns">
      <div class="stack">
        <p>Before <strong>${agent.id}</strong> acts it asks, and acts only when the answer is <em>approved</em>. Try what the permission covers, then something that it does not.</p>
        <${Form} state=${state} verb="Ask" busy="Asking">
          ${!apiKey && html`<${Field} state=${state} name="api_key" label=${`API key of ${customer.name}`} kind="password" mono autocomplete="off" help="The page was loaded again and has forgotten it. It is used for this check and not kept." />`}
          <div class="fields">
            <${Field} state=${state} name="action" label="Action" mono autocomplete="off" autofocus=${Boolean(apiKey)} />
            <${Field} state=${state} name="resource" label="Resource" mono autocomplete="off" />
          </div>
        <//>
      </div>
      <${Code} label="The same with curl" text=${curl("POST", "/api/agents/check", questionOf(state.values, agent))} />
    </div>
    ${answer && html`<section class="panel" aria-label="The answer"><${Verdict} answer=${answer} /></section>
      <${OnRecord} key=${answer.decision_id} customer=${customer} answer=${answer} />
      <${Next} customer=${customer} />`}`;
}

/** The customer's log: the check is in it before it was answered. */
function OnRecord({ customer, answer }) {
  const list = useList("/api/logs", { customer_id: customer.id }, { topics: ["log"], limit: RECORDS_SHOWN });
  return html`<section class="stack" aria-labelledby="on-record">
    <h3 id="on-record">It is on record</h3>
    <ol class="panel is-flush events">
      ${list.items.slice(0, RECORDS_SHOWN).map((record) => html`<li key=${record.id} class=${record.id === answer.decision_id ? "is-new" : undefined}>
        <${Badge} is=${record.result} />
        <span class="events-what"><strong>${record.agent_id ?? customer.name}</strong> <code>${record.action}</code> ${record.resource && html`<code>${record.resource}</code>`}</span>
        <${Link} to=${url("/log", { customer_id: customer.id, open: record.id })}><${Time} at=${record.timestamp} /><span class="hidden">, open record ${record.seq}</span><//>
      </li>`)}
    </ol>
    <p class="faint">Everything you did here stands in the log, each record chained to the one before it.</p>
  </section>`;
}

function Next({ customer }) {
  const page = `/customers/${customer.id}`;
  return html`<section class="stack" aria-labelledby="next">
    <h3 id="next">What comes next</h3>
    <ul class="next-steps">
      <li><${Link} to=${`${page}/permissions`}>Permissions<//> that ask a person first land in <${Link} to="/approvals">Approvals<//>.</li>
      <li><${Link} to=${`${page}/keys`}>Keys<//> for single agents can ask and nothing else.</li>
      <li><${Link} to="/kill-switches">Kill switches<//> stop an agent, a customer or everything.</li>
      <li><${Link} to="/">The overview<//> shows what is asked, as it happens. The <a href="/docs">API reference</a> has every route.</li>
    </ul>
  </section>`;
}
