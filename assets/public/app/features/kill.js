// Engaging kill switches: of everything, of a customer, of an agent. Each says its effect in numbers
// before it acts, and why it was engaged stands on record and in the banner.

import { post, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm } from "../kit/dialog.js";
import { ErrorNote, Skeleton, toast } from "../kit/feedback.js";
import { number, plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { html, useId, useState } from "../kit/ui.js";

const REASON_MAX = 500;

/** Stops every agent of every customer. For operators who manage. */
export function KillSystem({ onClose, onDone }) {
  return html`<${Engage} title="Stop everything" verb="Stop everything" typed="stop everything" needsReason onClose=${onClose} onDone=${onDone}
    effect=${url("/api/kill-switches/effect", { level: "system" })}
    says=${(effect) => html`<${Figures} effect=${effect} /><p>Every check of every customer is denied from the next one on, whatever its permissions say. Requests that wait for approval stay open, and nothing is lost.</p>`}
    send=${(reason) => post("/api/agent/system-kill-switch", { enabled: true, reason })} done="Everything is stopped" />`;
}

/** Stops every agent of one customer. `customer`: `{ id, name }`. */
export function KillCustomer({ scope, customer, onClose, onDone }) {
  return html`<${Engage} title=${`Stop all agents of ${customer.name}`} verb="Stop all agents" needsReason onClose=${onClose} onDone=${onDone}
    effect=${url("/api/kill-switches/effect", { level: "customer", ...scope?.params(), ...(scope ? {} : { customer_id: customer.id }) })}
    says=${(effect) => html`<${Figures} effect=${effect} /><p>Every check of this customer is denied from the next one on. ${CANCELLED(effect)}</p>`}
    send=${(reason) => post(`/api/customers/${customer.id}/kill-switch`, { enabled: true, reason })} done=${`All agents of ${customer.name} are stopped`} />`;
}

/** Stops one agent. `agent`: `{ id, name }`; `scope`: whose it is. */
export function KillAgent({ scope, agent, onClose, onDone }) {
  return html`<${Engage} title=${`Stop ${agent.id}`} verb="Stop agent" onClose=${onClose} onDone=${onDone}
    effect=${url("/api/kill-switches/effect", scope.params({ level: "agent", agent_id: agent.id }))}
    says=${(effect) => html`<${Figures} effect=${effect} /><p>Every check of <strong>${agent.id}</strong> is denied from the next one on. ${CANCELLED(effect)}</p>`}
    send=${(reason) => post(url("/api/agent/kill", scope.params()), { agent_id: agent.id, enabled: false, ...(reason ? { reason } : {}) })} done=${`${agent.id} is stopped`} />`;
}

const CANCELLED = ({ approvals_open, grants }) =>
  approvals_open + grants > 0 ? "What is cancelled stays cancelled when the switch is released: the agents have to ask again." : "The switch can be released at any time.";

/** The effect as figures: what stops, what is cancelled. */
function Figures({ effect }) {
  const cancelled = [
    effect.approvals_open > 0 && plural(effect.approvals_open, "request that waits for approval is cancelled", "requests that wait for approval are cancelled"),
    effect.grants > 0 && plural(effect.grants, "grant is cancelled", "grants are cancelled"),
  ].filter(Boolean);
  return html`<ul class="effect">
    <li><${Icon} name="octagon-x" /><span>${effect.agents === 0 ? "No agent may act as it is: nothing more is stopped now" : html`<strong>${number(effect.agents)}</strong> ${effect.agents === 1 ? "agent stops" : "agents stop"} at once`}</span></li>
    ${cancelled.map((text) => html`<li key=${text}><${Icon} name="circle-minus" /><span>${text}</span></li>`)}
  </ul>`;
}

/**
 * The dialog of all three. `effect`: the address that says it in numbers; `says(effect)` draws it; a
 * switch can be engaged although its effect cannot be read: in an emergency the switch comes first.
 */
function Engage({ title, verb, typed, needsReason = false, effect, says, send, done, onClose, onDone }) {
  const [reason, setReason] = useState("");
  const read = useResource(effect);
  const id = useId();
  const why = reason.trim();
  const run = async () => {
    await send(why);
    toast(done);
    onDone?.();
  };
  return html`<${Confirm} title=${title} verb=${verb} danger typed=${typed} isReady=${!needsReason || why !== ""} hint="Say why first" onClose=${onClose} run=${run}>
    ${read.data ? says(read.data) : read.error ? html`<${ErrorNote} error=${read.error} title="Its effect could not be read" retry=${read.reload} />` : html`<${Skeleton} lines=${2} />`}
    <div class="field"><label for=${id}>Reason${!needsReason && html` <span class="faint">optional</span>`}</label>
      <input id=${id} maxlength=${REASON_MAX} autocomplete="off" aria-required=${needsReason ? "true" : undefined} aria-describedby=${`${id}-help`} value=${reason} onInput=${(event) => setReason(event.target.value)} />
      <p class="help" id=${`${id}-help`}>${needsReason ? "Needed. It" : "It"} stands in the log, and in the banner on every page while the switch is on.</p></div>
  <//>`;
}
