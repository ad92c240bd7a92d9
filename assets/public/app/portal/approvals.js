// What waits for a person of the customer.

import { ApprovalsInbox } from "../features/approvals.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Approvals({ who }) {
  return html`<${ApprovalsInbox} scope=${own(who)} />`;
}
