// What each month costs and why, and what was checked in it.

import { StatementsTab } from "../features/statements.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Statements({ who }) {
  return html`<${PageHead} title="Statements" about="What each month costs and why, and what was checked in it. It adds up to your log." />
    <${StatementsTab} scope=${own(who)} />`;
}
