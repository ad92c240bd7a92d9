// One-time links that show a key once: an operator sends one, by e-mail or by hand, and can withdraw it.

import { del, post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm, Dialog } from "../kit/dialog.js";
import { Loaded, toast } from "../kit/feedback.js";
import { Field, Form, blame, useForm } from "../kit/form.js";
import { actorName, asSentence } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Time } from "../kit/time.js";
import { html, useEffect, useState } from "../kit/ui.js";
import { DeliveryChoice, EXPIRIES, LinkPanel, useOutboxStatus } from "./delivery.js";
import { ScopeChoice, Scopes, chosenScopes } from "./scopes.js";

const pathOf = (scope) => `/api/customers/${encodeURIComponent(scope.customerId)}/key-links`;

/** Asks what the key is for and how the link travels. */
function SendKeyLink({ scope, customer, onClose, onMade }) {
  const [made, setMade] = useState(null);
  const outbox = useOutboxStatus();
  const state = useForm({
    initial: { name: "first key", check: true, read: true, manage: true, expires_in_minutes: "4320", delivery: "link" },
    check: (values) => ({
      name: values.name.trim() === "" ? "is needed: it says later where the key is used" : undefined,
      scopes: chosenScopes(values).length === 0 ? "Choose at least one." : undefined,
    }),
    submit: async (values) => {
      const { data } = await post(pathOf(scope), { name: values.name.trim(), scopes: chosenScopes(values), expires_in_minutes: Number(values.expires_in_minutes), delivery: values.delivery }).catch((error) => {
        throw blame(error, "mail_not_configured", "delivery", asSentence(error.message));
      });
      onMade();
      if (data.link) {
        setMade(data);
      } else {
        toast(`A letter to ${customer.email} is in the outbox`);
        onClose();
      }
    },
  });
  useEffect(() => outbox.data?.mail.is_configured && state.set("delivery", "email"), [outbox.data?.mail.is_configured]);
  if (made) {
    return html`<${LinkPanel} made=${made} title=${`Key link for ${customer.name}`} onClose=${onClose} />`;
  }
  return html`<${Dialog} title="Send a key link" onClose=${onClose}>
    <p class="faint">A link that shows a new API key once, to whoever uses it first. No key exists before that, and none is ever in a letter.</p>
    <${Form} state=${state} verb=${state.values.delivery === "email" ? "Send key link" : "Make key link"} busy="Making" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="name" label="Name of the key" maxlength="255" autocomplete="off" />
      <${ScopeChoice} state=${state} names=${["check", "read", "manage"]} label="What the key may do" />
      <${Field} state=${state} name="expires_in_minutes" label="Can be used for" kind="select" options=${EXPIRIES} />
      <${DeliveryChoice} state=${state} outbox=${outbox} to=${customer.email} />
    <//>
  <//>`;
}

/** The links that can still be used, with withdrawing them. */
export function KeyLinks({ scope }) {
  const links = useResource(pathOf(scope), { topics: ["keys", "customers"] });
  const customer = useResource(`/api/customers/${encodeURIComponent(scope.customerId)}`);
  const [isSending, setSending] = useState(false);
  const [withdrawing, setWithdrawing] = useState(null);
  const isActive = customer.data?.is_active;
  return html`<section class="panel is-flush">
    <header><h2>Key links</h2>${scope.may("manage") && html`<button type="button" class="button small" disabled=${!isActive} title=${customer.data && !isActive ? "The customer is deactivated" : undefined} onClick=${() => setSending(true)}><${Icon} name="mail" />Send key link</button>`}</header>
    <div class="panel-body"><${Loaded} of=${links} lines=${2}>${(data) =>
      data.length === 0
        ? html`<p class="faint">No link can be used at present. One shows a new key once, to the person at the customer alone.</p>`
        : html`<ul class="plain-list">${data.map((link) => html`<li key=${link.id}>
            <${Icon} name="link" /><span>${link.name} <${Scopes} of=${link.scopes} /></span>
            <span class="faint">made <${Time} at=${link.created_at} /> by ${actorName(link.opened_by)}, ends <${Time} at=${link.expires_at} /></span><span class="spring"></span>
            ${scope.may("manage") && html`<button type="button" class="button small" onClick=${() => setWithdrawing(link)}>Withdraw</button>`}
          </li>`)}</ul>`}<//></div>
    ${isSending && customer.data && html`<${SendKeyLink} scope=${scope} customer=${customer.data} onClose=${() => setSending(false)} onMade=${links.reload} />`}
    ${withdrawing && html`<${Confirm} title="Withdraw the key link" verb="Withdraw link" danger onClose=${() => setWithdrawing(null)}
      run=${async () => {
        await del(`${pathOf(scope)}/${encodeURIComponent(withdrawing.id)}`);
        toast("Key link withdrawn");
        links.reload();
      }}><p>The link can no longer be used, also where it was sent already. It cannot be brought back; you can make another.</p><//>`}
  </section>`;
}
