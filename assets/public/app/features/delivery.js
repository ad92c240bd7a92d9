// How a one-time link reaches somebody: by e-mail where the appliance can send, or copied by hand; and what
// is shown once it was made.

import { useResource } from "../kit/data.js";
import { Note } from "../kit/feedback.js";
import { sentence } from "../kit/format.js";
import { Link } from "../kit/router.js";
import { SecretPanel } from "../kit/secret.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";

export const EXPIRIES = [["60", "1 hour"], ["1440", "1 day"], ["4320", "3 days"], ["10080", "7 days"], ["43200", "30 days"]];

/** Whether letters can be sent, and why not: `GET /api/outbox/status`. */
export const useOutboxStatus = () => useResource("/api/outbox/status", { topics: ["outbox", "settings"] });

/** `state`: of a form with the field `delivery`; `outbox`: what `useOutboxStatus` gave. */
export function DeliveryChoice({ state, outbox, to }) {
  const isOff = !outbox.data?.mail.is_configured;
  const kinds = [
    ["email", "By e-mail", outbox.data && isOff ? html`${sentence(outbox.data.mail.reason ?? "no relay is configured")}: set <code>mail.relay</code> in the configuration. <${Link} to="/outbox">See the outbox<//>` : html`The appliance writes to ${to ? html`<strong>${to}</strong>` : "the customer"}. The letter holds the link, never a key.`],
    ["link", "A link to copy", "It is shown once. Nothing is sent: you hand it over yourself."],
  ];
  return html`<fieldset class="field"><legend>Delivery</legend>
    <div class="choices">${kinds.map(([key, label, help]) => html`<label key=${key} class="choice"><input type="radio" name="delivery" disabled=${key === "email" && isOff} checked=${state.values.delivery === key} onChange=${() => state.set("delivery", key)} /><span><strong>${label}</strong><span class="faint">${help}</span></span></label>`)}</div>
    ${state.errors.delivery && html`<p class="field-error">${state.errors.delivery}</p>`}
  </fieldset>`;
}

/** A link that was just made, shown once. `made`: what the route answered. */
export function LinkPanel({ made, title, onClose }) {
  return html`<${SecretPanel} title=${title} noun="link" secret=${absolute(made.link)} onClose=${onClose}>
    <p>Send it to the person at the customer over a channel that only they read. It can be used <strong>once</strong>, until <${Time} at=${made.expires_at} absolute />, and shows a key to whoever uses it.</p>
    ${isOwnAddress(made.link) && html`<${Note} kind="warning"><p>The appliance does not know its own address, so the link has the one that you are using now. Set <code>server.public_url</code> when customers reach it by another.</p><//>`}
  <//>`;
}

/** Where no public address is configured, the link is a path. */
const isOwnAddress = (link) => link.startsWith("/");
const absolute = (link) => (isOwnAddress(link) ? location.origin + link : link);
