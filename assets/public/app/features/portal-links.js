// Links that let a customer into its portal without a key: an operator issues one, it works once.

import { del, post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm, Dialog } from "../kit/dialog.js";
import { Loaded, Note, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { actorName } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { SecretPanel } from "../kit/secret.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";
import { ScopeChoice, Scopes, chosenScopes } from "./scopes.js";

const pathOf = (scope) => `/api/customers/${encodeURIComponent(scope.customerId)}/portal-links`;

const HOURS = [["1", "1 hour"], ["4", "4 hours"], ["24", "1 day"], ["72", "3 days"], ["168", "7 days"]];

/** Asks what the link is for, then shows it once. */
export function IssuePortalLink({ scope, onClose, onIssued }) {
  const [link, setLink] = useState(null);
  const state = useForm({
    initial: { read: true, manage: true, approve: false, holder: "", expires_in_hours: "24" },
    check: (values) => ({
      scopes: chosenScopes(values).length === 0 ? "choose at least one" : undefined,
      holder: values.approve && values.holder.trim() === "" ? "Name the person: approvals are on record under this name." : undefined,
    }),
    submit: async (values) => {
      const { data } = await post(pathOf(scope), {
        scopes: chosenScopes(values),
        expires_in_hours: Number(values.expires_in_hours),
        ...(values.holder.trim() ? { holder: values.holder.trim() } : {}),
      });
      setLink(data);
      onIssued?.();
    },
  });
  if (link) {
    return html`<${SecretPanel} title="Portal link" noun="link" secret=${link.url ?? `${location.origin}/portal#${link.token}`} onClose=${onClose}>
      <p>Send it to the person at the customer. It opens the portal <strong>once</strong>, until <${Time} at=${link.expires_at} absolute />, and may <${Scopes} of=${link.scopes} />. Whoever opens it first is in.</p>
      ${!link.url && html`<${Note} kind="warning"><p>The appliance does not know its own address, so the link has the one that you are using now. Set <code>server.public_url</code> when customers reach it by another.</p><//>`}
    <//>`;
  }
  return html`<${Dialog} title="Send a portal link" onClose=${onClose}>
    <p class="faint">A link that signs somebody at the customer in to the portal, without an API key. It works once. Nothing is sent from here: you copy it and send it yourself.</p>
    <${Form} state=${state} verb="Make link" busy="Making" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${ScopeChoice} state=${state} names=${["read", "manage", "approve"]} label="What the person may do" />
      ${state.values.approve && html`<${Field} state=${state} name="holder" label="Who it is for" help="Approvals are on record under this name." />`}
      <${Field} state=${state} name="expires_in_hours" label="Can be opened for" kind="select" options=${HOURS} />
    <//>
  <//>`;
}

/** The links that can still be opened, with withdrawing them. */
export function PortalLinks({ scope }) {
  const links = useResource(pathOf(scope), { topics: ["keys", "customers"] });
  const [isIssuing, setIssuing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(null);
  return html`<section class="panel is-flush">
    <header><h2>Portal links</h2>${scope.may("manage") && html`<button type="button" class="button small" onClick=${() => setIssuing(true)}><${Icon} name="send" />Send portal link</button>`}</header>
    <div class="panel-body"><${Loaded} of=${links} lines=${2}>${(data) =>
      data.length === 0
        ? html`<p class="faint">No link can be opened at present. One lets a person at the customer into its portal once, without a key.</p>`
        : html`<ul class="plain-list">${data.map((link) => html`<li key=${link.id}>
            <${Icon} name="link" /><span><${Scopes} of=${link.scopes} />${link.holder && ` for ${link.holder}`}</span>
            <span class="faint">made <${Time} at=${link.created_at} /> by ${actorName(link.opened_by)}, ends <${Time} at=${link.expires_at} /></span><span class="spring"></span>
            ${scope.may("manage") && html`<button type="button" class="button small" onClick=${() => setWithdrawing(link)}>Withdraw</button>`}
          </li>`)}</ul>`}<//></div>
    ${isIssuing && html`<${IssuePortalLink} scope=${scope} onClose=${() => setIssuing(false)} onIssued=${links.reload} />`}
    ${withdrawing && html`<${Confirm} title="Withdraw the portal link" verb="Withdraw link" danger onClose=${() => setWithdrawing(null)}
      run=${async () => {
        await del(`${pathOf(scope)}/${encodeURIComponent(withdrawing.id)}`);
        toast("Portal link withdrawn");
        links.reload();
      }}><p>The link can no longer be opened. It cannot be brought back; you can make another.</p><//>`}
  </section>`;
}
