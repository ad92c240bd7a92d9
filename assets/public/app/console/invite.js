// Inviting a customer: it is made without a key, and a one-time link shows the first one to the person there.

import { tierOptions, useTiers } from "../features/tiers.js";
import { Agreed, NOTHING_AGREED, checkOverrides, inOverrides, withOverrides } from "../features/overrides.js";
import { DeliveryChoice, EXPIRIES, LinkPanel, useOutboxStatus } from "../features/delivery.js";
import { post } from "../kit/api.js";
import { Dialog } from "../kit/dialog.js";
import { ErrorNote, Skeleton, toast } from "../kit/feedback.js";
import { Field, Form, blame, useForm } from "../kit/form.js";
import { asSentence } from "../kit/format.js";
import { html, useState } from "../kit/ui.js";
import { EMAIL_TAKEN } from "./register.js";

/** `known`: what is known of the customer already; `onInvited(customer_id)`; `onClose` when nobody was invited. */
export function InviteCustomer({ known = {}, onInvited, onClose }) {
  const [made, setMade] = useState(null);
  const tiers = useTiers();
  const outbox = useOutboxStatus();
  if (made) {
    return html`<${LinkPanel} made=${made} title=${`Invitation of ${made.name}`} onClose=${() => onInvited(made.customer_id)} />`;
  }
  const done = (answer) => {
    if (answer.link) {
      setMade(answer);
    } else {
      toast(`The invitation of ${answer.name} is in the outbox`);
      onInvited(answer.customer_id);
    }
  };
  const error = tiers.error ?? outbox.error;
  return html`<${Dialog} title="Invite a customer" onClose=${onClose}>
    ${error ? html`<${ErrorNote} error=${error} />` : tiers.data && outbox.data ? html`<${InviteForm} known=${known} tiers=${tiers.data} outbox=${outbox} onDone=${done} onClose=${onClose} />` : html`<${Skeleton} lines=${6} height=${32} />`}
  <//>`;
}

function InviteForm({ known, tiers, outbox, onDone, onClose }) {
  const isOffered = (name) => tiers.some((tier) => tier.name === name);
  const usual = [known.subscription_tier, "starter"].find(isOffered) ?? tiers[0].name;
  const state = useForm({
    initial: { name: known.name ?? "", email: known.email ?? "", subscription_tier: usual, expires_in_minutes: "4320", delivery: outbox.data.mail.is_configured ? "email" : "link", ...NOTHING_AGREED },
    draft: known.draft ?? "invite",
    check: (values) => ({
      name: values.name.trim() === "" ? "is needed: a person or an organisation" : undefined,
      email: values.email.includes("@") ? undefined : "needs an @ in it",
      ...checkOverrides(values),
    }),
    submit: async (values) => {
      const body = { ...withOverrides(values), name: values.name.trim(), email: values.email.trim(), expires_in_minutes: Number(values.expires_in_minutes) };
      const { data } = await post("/api/customers/invite", body).catch((error) => {
        throw inOverrides(blame(blame(error, "email_taken", "email", EMAIL_TAKEN), "mail_not_configured", "delivery", asSentence(error.message)));
      });
      onDone({ ...data, name: body.name });
    },
  });
  const verb = state.values.delivery === "email" ? "Send invitation" : "Make invitation";
  return html`<p class="faint">The customer is made now, without a key. A link shows the first key once, to whoever uses it first.</p>
    <${Form} state=${state} verb=${verb} busy="Inviting" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="name" label="Name" autocomplete="off" maxlength="255" autofocus />
      <${Field} state=${state} name="email" label="Email" kind="email" autocomplete="off" maxlength="255" help="Unique among the customers; kept in lower case." />
      <${Field} state=${state} name="subscription_tier" label="Tier" kind="select" options=${tierOptions(tiers)} />
      <${Agreed} state=${state} tiers=${tiers} />
      <${Field} state=${state} name="expires_in_minutes" label="The link can be used for" kind="select" options=${EXPIRIES} />
      <${DeliveryChoice} state=${state} outbox=${outbox} to=${state.values.email.trim()} />
    <//>`;
}
