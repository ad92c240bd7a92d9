// The first three steps on a new appliance: register a customer, give it an agent with a permission,
// try a check. They do the real thing through the API and show the command for each.

import { Note } from "../kit/feedback.js";
import { Icon } from "../kit/icons.js";
import { Link } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { classes, html, useEffect, useState } from "../kit/ui.js";
import { AgentStep } from "./welcome-agent.js";
import { CheckStep } from "./welcome-check.js";
import { CustomerStep } from "./welcome-customer.js";

const KEPT = "welcome";

/** What was made so far, for this tab: names and ids, never the key. */
function useProgress() {
  const [made, setMade] = useState(() => JSON.parse(sessionStorage.getItem(KEPT) ?? "{}"));
  useEffect(() => sessionStorage.setItem(KEPT, JSON.stringify(made)), [made]);
  const add = (more) => setMade((before) => ({ ...before, ...more }));
  return [made, add, () => setMade({})];
}

export default function Welcome({ who }) {
  const [made, add, reset] = useProgress();
  const [apiKey, setApiKey] = useState(null);
  if (!may(who, "manage")) {
    return html`<${PageHead} title="First steps" /><${Note} title="Your role looks on"><p>Customers are registered by an owner or an admin. What they made stands in the <${Link} to="/log">log<//>.</p><//>`;
  }
  const step = !made.customer ? 1 : !made.agent ? 2 : 3;
  const restart = () => {
    setApiKey(null);
    reset();
  };
  return html`<${PageHead} title="First steps" about="Three steps that do the real thing. Each shows the command that does the same.">
      ${step > 1 && html`<button type="button" class="button" onClick=${restart}><${Icon} name="rotate-ccw" />Start over with another customer</button>`}
    <//>
    <ol class="steps">
      <${Step} number=${1} step=${step} title="Register a customer" done=${made.customer && html`<${Link} to=${`/customers/${made.customer.id}`}>${made.customer.name}<//> is registered and has an API key.`}>
        <${CustomerStep} onDone=${(customer, key) => (setApiKey(key), add({ customer }))} />
      <//>
      <${Step} number=${2} step=${step} title="Create an agent and a permission" done=${made.agent && html`<${Link} to=${`/customers/${made.customer.id}/agents/${encodeURIComponent(made.agent.id)}`}>${made.agent.id}<//> has a permission for <code>${made.agent.action}</code> on <code>${made.agent.resource}</code>.`}>
        <${AgentStep} customer=${made.customer} onDone=${(agent) => add({ agent })} />
      <//>
      <${Step} number=${3} step=${step} title="Try a check" isFinished=${made.isAsked}>
        <${CheckStep} onAsked=${() => add({ isAsked: true })} customer=${made.customer} agent=${made.agent} apiKey=${apiKey} setApiKey=${setApiKey} />
      <//>
    </ol>`;
}

/** One step: what was done, what is to be done now, or what comes. The last one stays open when it is done. */
function Step({ number, step, title, done, isFinished = number < step, children }) {
  const state = number < step ? "is-done" : number === step ? "is-now" : "is-later";
  return html`<li class=${classes("step", state, isFinished && "is-finished")} aria-current=${number === step ? "step" : undefined}>
    <span class="step-number" aria-hidden="true">${isFinished ? html`<${Icon} name="check" />` : number}</span>
    <div class="step-body"><h2>${title}${isFinished && html`<span class="hidden">, done</span>`}</h2>${number === step ? children : number < step && html`<p>${done}</p>`}</div>
  </li>`;
}
