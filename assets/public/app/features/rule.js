// A permission in words.

import { html } from "../kit/ui.js";

/** The effects as the choices of a filter. */
export const EFFECTS = [["allow", "allow"], ["require_approval", "require approval"], ["deny", "deny"]];

const MAY = { allow: "may", require_approval: "may, once a person approves,", deny: "may never" };

/** A rule as a sentence: who, may, what, on what. */
export function RuleSentence({ rule: { agent_id, effect, action, resource } }) {
  return html`<span class="rule-sentence"><code>${agent_id || "the agent"}</code> ${MAY[effect]} <code>${action}</code> on <code>${resource}</code></span>`;
}
