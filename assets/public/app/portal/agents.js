// What asks before it acts.

import { AgentsTab } from "../features/agents.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Agents({ who }) {
  return html`<${PageHead} title="Agents" about="What asks before it acts." />
    <${AgentsTab} scope=${own(who)} />`;
}
