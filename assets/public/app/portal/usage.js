// What your keys asked for, by day and by result.

import { QuotaBanner } from "../features/quota.js";
import { UsageTab } from "../features/usage.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Usage({ who }) {
  return html`<${PageHead} title="Usage" about="What your keys asked for, by day and by result." />
    <${QuotaBanner} scope=${own(who)} />
    <${UsageTab} scope=${own(who)} />`;
}
