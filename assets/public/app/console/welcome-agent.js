// Second step: an agent, and what it may do.

import { post, url } from "../kit/api.js";
import { Code } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { curl } from "../kit/trace.js";
import { html, useRef } from "../kit/ui.js";

const EFFECTS = [
  ["allow", "Allow it"],
  ["require_approval", "Ask a person each time"],
  ["deny", "Deny it, whatever else allows it"],
];

const agentOf = ({ id, name, owner }) => ({ id: id.trim(), name: name.trim(), owner: owner.trim() });
const permissionOf = ({ id, action, resource, effect }) => ({ agent_id: id.trim(), action: action.trim(), resource: resource.trim(), effect });

/** `onDone({ id, action, resource, effect })` once both are made. */
export function AgentStep({ customer, onDone }) {
  /** The agent that was made when its permission was refused: it is not made again. */
  const made = useRef(null);
  const state = useForm({
    initial: { id: "billing-bot", name: "Billing assistant", owner: "finance", action: "read", resource: "orders/*", effect: "allow" },
    draft: "welcome-agent",
    check: (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() === "" ? "is needed" : undefined])),
    submit: async (values) => {
      const params = { customer_id: customer.id };
      if (made.current !== values.id.trim()) {
        await post(url("/api/admin/agents", params), agentOf(values));
        made.current = values.id.trim();
      }
      const { data } = await post(url("/api/admin/permissions", params), permissionOf(values));
      onDone({ id: data.agent_id, action: data.action, resource: data.resource, effect: data.effect });
    },
  });
  return html`<div class="step-columns">
    <div class="stack">
      <p>An agent asks by its id. What no permission allows is denied, and a deny always wins.</p>
      <${Form} state=${state} verb="Create agent and permission" busy="Creating">
        <div class="fields">
          <${Field} state=${state} name="id" label="Agent id" mono autocomplete="off" autofocus help="What it calls itself when it asks." />
          <${Field} state=${state} name="name" label="Name" autocomplete="off" />
          <${Field} state=${state} name="owner" label="Owner" autocomplete="off" help="The team that answers for it." />
        </div>
        <div class="fields">
          <${Field} state=${state} name="action" label="Action" mono autocomplete="off" help=${html`<code>*</code> stands for anything.`} />
          <${Field} state=${state} name="resource" label="Resource" mono autocomplete="off" help=${html`<code>orders/*</code> is every order.`} />
          <${Field} state=${state} name="effect" label="Effect" kind="select" options=${EFFECTS} />
        </div>
      <//>
    </div>
    <div class="stack">
      <${Code} label="The agent with curl" text=${curl("POST", "/api/admin/agents", agentOf(state.values))} />
      <${Code} label="The permission with curl" text=${curl("POST", "/api/admin/permissions", permissionOf(state.values))} />
    </div>
  </div>`;
}
