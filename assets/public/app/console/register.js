// Registering a customer: the form, then its first key, shown once with a command that works.

import { Agreed, NOTHING_AGREED, checkOverrides, inOverrides, withOverrides } from "../features/overrides.js";
import { tierOptions, useTiers } from "../features/tiers.js";
import { post } from "../kit/api.js";
import { Dialog } from "../kit/dialog.js";
import { Skeleton, toast } from "../kit/feedback.js";
import { Field, Form, blame, useForm } from "../kit/form.js";
import { SecretPanel } from "../kit/secret.js";
import { curl } from "../kit/trace.js";
import { html, useState } from "../kit/ui.js";

/** Beside the field of an address that another customer has. */
export const EMAIL_TAKEN = "Another customer has this address. Search for it in the list, or use another one.";

/** `onRegistered(customer_id)` is called once the key was kept; `onClose` when nothing was registered. */
export function RegisterCustomer({ onRegistered, onClose }) {
  const [made, setMade] = useState(null);
  const tiers = useTiers();
  if (made) {
    return html`<${FirstKey} made=${made} onClose=${() => onRegistered(made.customer_id)} />`;
  }
  return html`<${Dialog} title="Register a customer" onClose=${onClose}>
    ${tiers.data ? html`<${RegisterForm} tiers=${tiers.data} onDone=${setMade} onClose=${onClose} />` : html`<${Skeleton} lines=${6} height=${32} />`}
  <//>`;
}

function RegisterForm({ tiers, onDone, onClose }) {
  const usual = tiers.find(({ name }) => name === "starter") ?? tiers[0];
  const state = useForm({
    initial: { name: "", email: "", subscription_tier: usual.name, ...NOTHING_AGREED },
    draft: "register",
    check: (values) => ({
      name: values.name.trim() === "" ? "is needed: a person or an organisation" : undefined,
      email: values.email.includes("@") ? undefined : "needs an @ in it",
      ...checkOverrides(values),
    }),
    submit: async (values) => {
      const sent = { ...withOverrides(values), name: values.name.trim(), email: values.email.trim() };
      const { data } = await post("/api/customers/register", sent).catch((error) => {
        throw inOverrides(blame(error, "email_taken", "email", EMAIL_TAKEN));
      });
      toast(`${values.name.trim()} is registered`);
      onDone({ ...data, name: values.name.trim() });
    },
  });
  return html`<${Form} state=${state} verb="Register customer" busy="Registering" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
    <${Field} state=${state} name="name" label="Name" autocomplete="off" maxlength="255" autofocus />
    <${Field} state=${state} name="email" label="Email" kind="email" autocomplete="off" maxlength="255" help="Unique among the customers; kept in lower case. Nothing is sent to it." />
    <${Field} state=${state} name="subscription_tier" label="Tier" kind="select" options=${tierOptions(tiers)} help="Sets the limits and the features. It can be changed at any time." />
    <${Agreed} state=${state} tiers=${tiers} />
  <//>`;
}

/** The key of somebody who was just registered. */
export function FirstKey({ made, onClose }) {
  const command = curl("GET", "/api/customers/me", undefined, { variable: made.api_key });
  return html`<${SecretPanel} title=${`First key of ${made.name}`} noun="API key" secret=${made.api_key} command=${command} onClose=${onClose}>
    <p>It may ask for decisions, read, and manage agents, permissions and keys (scopes <code>check</code>, <code>read</code>, <code>manage</code>). Hand it to the customer over a safe channel, or send a portal link instead.</p>
  <//>`;
}
