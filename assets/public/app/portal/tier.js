// What you may hold and use, what it costs, and what a move would change.

import { TierChange } from "../features/tier-change.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Tier({ who }) {
  return html`<${PageHead} title="Tier" about="What you may hold and use, what it costs, and what a move would change." />
    <${TierChange} scope=${own(who)} />`;
}
