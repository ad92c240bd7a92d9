// One of the customer's agents.

import { AgentPage } from "../features/agent.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Agent({ who, agent }) {
  return html`<${AgentPage} key=${agent} scope=${own(who)} agent=${agent} />`;
}
