// What waits for a person of the customer.

import { ApprovalsInbox } from "../features/approvals.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Approvals({ who }) {
  return html`<${PageHead} title="Approvals" about="What your agents may do only when a person agrees. An answer counts for one question, once." />
    <${ApprovalsInbox} scope=${own(who)} />`;
}
