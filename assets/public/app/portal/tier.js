// What you may hold and use, what it costs, and what a move would change.

import { Billing } from "../features/billing.js";
import { QuotaBanner } from "../features/quota.js";
import { TierChange } from "../features/tier-change.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { EndSubscription } from "./ending.js";
import { own } from "./own.js";

export default function Tier({ who }) {
  return html`<${PageHead} title="Tier" about="What you may hold and use, what it costs, and what a move would change." />
    <${QuotaBanner} scope=${own(who)} />
    <div class="stack"><${Billing} scope=${own(who)} pays /><${TierChange} scope=${own(who)} /><${EndSubscription} scope=${own(who)} /></div>`;
}
