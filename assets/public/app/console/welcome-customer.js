// First step: a customer, and its API key, which is shown once.

import { post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Code } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { number, price } from "../kit/format.js";
import { SecretPanel } from "../kit/secret.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";

/** `onDone(customer, apiKey)` once the key was kept. */
export function CustomerStep({ onDone }) {
  const tiers = useResource("/api/tiers");
  const [registered, setRegistered] = useState(null);
  const state = useForm({
    initial: { name: "", email: "", subscription_tier: "starter" },
    draft: "welcome-customer",
    check: ({ name, email }) => ({ name: name.trim() ? undefined : "is needed", email: email.includes("@") ? undefined : "must be an address with an @" }),
    submit: async (values) => {
      const { data } = await post("/api/customers/register", bodyOf(values));
      setRegistered({ id: data.customer_id, name: values.name.trim(), apiKey: data.api_key });
    },
  });
  const options = tiers.data?.map((tier) => [tier.name, `${tier.title}: ${number(tier.max_agents)} agents, ${number(tier.max_requests_per_minute)} requests a minute, ${price(tier.price_usd_month)}`]) ?? [["starter", "Starter"]];
  return html`<div class="step-columns">
    <div class="stack">
      <p>A customer is whoever owns agents: a company, a team, a product. It gets an API key, with which it manages its agents and asks.</p>
      <${Form} state=${state} verb="Register customer" busy="Registering">
        <${Field} state=${state} name="name" label="Name" autocomplete="off" autofocus />
        <${Field} state=${state} name="email" label="Email" kind="email" autocomplete="off" help="Whom to reach about this customer. Nothing is sent to it." />
        <${Field} state=${state} name="subscription_tier" label="Tier" kind="select" options=${options} help="Its limits. It can be moved at any time." />
      <//>
    </div>
    <${Code} label="The same with curl; $TOKEN is an operator's token, from your account page" text=${curl("POST", "/api/customers/register", bodyOf(state.values, { name: "Acme Retail", email: "ops@acme.example" }), { variable: "$TOKEN" })} />
    ${registered && html`<${KeyPanel} registered=${registered} onClose=${() => onDone({ id: registered.id, name: registered.name }, registered.apiKey)} />`}
  </div>`;
}

/** What is sent; `otherwise` stands for what is not typed yet. */
const bodyOf = ({ name, email, subscription_tier }, otherwise = {}) => ({ name: name.trim() || otherwise.name, email: email.trim() || otherwise.email, subscription_tier });

function KeyPanel({ registered, onClose }) {
  const command = `KEY='${registered.apiKey}'\n${curl("GET", "/api/customers/me")}`;
  return html`<${SecretPanel} title=${`The API key of ${registered.name}`} noun="API key" secret=${registered.apiKey} command=${command} onClose=${onClose}>
    <p>It may do everything for this customer except approve. The commands of the next steps use it as <code>$KEY</code>; this page uses it for the check of the last step, and forgets it with the page.</p>
  <//>`;
}
