// What your keys asked for, by day and by result.

import { UsageTab } from "../features/usage.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Usage({ who }) {
  return html`<${PageHead} title="Usage" about="What your keys asked for, by day and by result." />
    <${UsageTab} scope=${own(who)} />`;
}
