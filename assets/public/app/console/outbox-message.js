// One message: how it stands, what went wrong, and trying it again or cancelling it.

import { Badge, Id } from "../kit/badge.js";
import { post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm, Drawer } from "../kit/dialog.js";
import { Loaded, Note, toast } from "../kit/feedback.js";
import { asSentence, number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { Values } from "../kit/values.js";
import { CustomerFilter } from "../features/customer-filter.js";
import { html, useState } from "../kit/ui.js";
import { STATUSES, badgeOf, receiverOf, templateName } from "./outbox-words.js";

const RETRIED = ["failed", "uncertain", "waiting"];
const CANCELLED = ["waiting", "failed", "uncertain"];

export function MessageDrawer({ id, mayManage, onChanged }) {
  const path = `/api/outbox/${encodeURIComponent(id)}`;
  const message = useResource(path, { topics: ["outbox"] });
  const [asked, setAsked] = useState(null);
  const status = message.data?.status;
  const changed = (text) => {
    toast(text);
    message.reload();
    onChanged();
  };
  const button = (name, icon, text, statuses) => statuses.includes(status) && html`<button type="button" class="button small" onClick=${() => setAsked(name)}><${Icon} name=${icon} />${text}</button>`;
  const actions = mayManage && [...RETRIED, ...CANCELLED].includes(status) && html`<div class="row">${button("retry", "rotate-ccw", status === "waiting" ? "Send now" : "Send again", RETRIED)}${button("cancel", "x", "Cancel message", CANCELLED)}</div>`;
  return html`<${Drawer} eyebrow="Message" title=${message.data ? templateName(message.data.template) : "Message"} onClose=${() => setQuery({ open: null })}>
    <${Loaded} of=${message} lines=${6}>${(data) => html`${actions}<${Message} data=${data} />`}<//>
    ${asked === "retry" && html`<${Retry} path=${path} data=${message.data} onClose=${() => setAsked(null)} onDone=${changed} />`}
    ${asked === "cancel" && html`<${Cancel} path=${path} data=${message.data} onClose=${() => setAsked(null)} onDone=${changed} />`}
  <//>`;
}

function Message({ data }) {
  const isBad = ["failed", "uncertain"].includes(data.status);
  return html`${isBad
      ? html`<${Note} kind="warning" title=${STATUSES[data.status][1]}><p>${STATUSES[data.status][2]}</p><//>`
      : html`<p><${Badge} ...${badgeOf(data.status)} /> <span class="faint">${STATUSES[data.status]?.[2]}</span></p>`}
    <dl class="facts">
      <dt>Sent by</dt><dd>${data.channel === "email" ? "e-mail" : "webhook"}</dd>
      <dt>To</dt><dd>${receiverOf(data)}</dd>
      ${data.customer_id && html`<dt>Customer</dt><dd><${Link} to=${`/customers/${data.customer_id}`}><${CustomerFilter.Name} id=${data.customer_id} /><//></dd>`}
      <dt>Queued</dt><dd><${Time} at=${data.created_at} absolute /></dd>
      <dt>Attempts</dt><dd>${number(data.attempts)}</dd>
      ${data.next_attempt_at && html`<dt>Next attempt</dt><dd><${Time} at=${data.next_attempt_at} /></dd>`}
      ${data.settled_at && html`<dt>Settled</dt><dd><${Time} at=${data.settled_at} absolute /></dd>`}
      <dt>Id</dt><dd><${Id} value=${data.id} full /></dd>
    </dl>
    ${data.last_error && html`<section><h3>Last error</h3><p class="last-error">${asSentence(data.last_error)}</p></section>`}
    ${Object.keys(data.facts ?? {}).length > 0 && html`<section><h3>What its text is made of</h3><${Values} value=${data.facts} /><p class="faint">The secret of a link is not among them: it is made while the letter is sent, and kept nowhere.</p></section>`}`;
}

function Retry({ path, data, onClose, onDone }) {
  const isUncertain = data.status === "uncertain";
  return html`<${Confirm} title=${data.status === "waiting" ? "Send this message now" : "Send this message again"} verb=${isUncertain ? "Send once more" : "Send message"} onClose=${onClose}
    run=${async () => {
      await post(`${path}/retry`);
      onDone("It is tried at once");
    }}>
    <p>${templateName(data.template)} to <strong>${receiverOf(data)}</strong>, at once instead of at its next attempt.</p>
    ${isUncertain && html`<${Note} kind="warning"><p>It may have arrived already: then it arrives twice. Ask the receiver first where that matters.</p><//>`}
  <//>`;
}

function Cancel({ path, data, onClose, onDone }) {
  return html`<${Confirm} title="Cancel this message" verb="Cancel message" danger onClose=${onClose}
    run=${async () => {
      await post(`${path}/cancel`);
      onDone("The message is cancelled");
    }}>
    <p><strong>${receiverOf(data)}</strong> is not told. What the message is about stays as it is: a link that was to be sent can still be sent anew.</p>
  <//>`;
}
