// Messages of the outbox in words.

import { sentence, words } from "../kit/format.js";

/** By status: the badge, its word, and what it means. */
export const STATUSES = {
  waiting: ["held", "Waiting", "It is sent at its next attempt."],
  sending: ["held", "Sending", "It is being handed over."],
  sent: ["passed", "Sent", "The receiver took it."],
  failed: ["failed", "Failed", "It was given up or refused for good. It can be tried again."],
  uncertain: ["held", "Uncertain", "The connection ended after the text was handed over and before an answer: it may have arrived, or not. It is not sent again by itself, so that nobody gets it twice. Try it again if it did not arrive."],
  cancelled: ["cancelled", "Cancelled", "Somebody cancelled it, or the link in it was used, withdrawn, or is over."],
};

export function badgeOf(status) {
  const [is, text] = STATUSES[status] ?? ["done", sentence(words(status))];
  return { is, text };
}

const TEMPLATES = { invitation: "Invitation", "key-link": "Key link", "quota-notice": "Notice of a quota", "quote-request": "Quote request", test: "Test letter" };
export const templateName = (template) => TEMPLATES[template] ?? sentence(words(template));

export const receiverOf = ({ channel, to }) => (channel === "webhook" ? "the webhook" : (to ?? "nobody"));
