// Words with a colour and an icon: never a colour alone.

import { words } from "./format.js";
import { Icon } from "./icons.js";
import { html } from "./ui.js";

const KINDS = {
  approved: ["approved", "circle-check"],
  denied: ["denied", "circle-x"],
  held: ["waiting", "hourglass"],
  pending: ["waiting", "hourglass"],
  done: ["plain", "check"],
  refused: ["denied", "circle-minus"],
  enabled: ["kill", "octagon-x"],
  disabled: ["plain", "power"],
  active: ["approved", "circle-check"],
  inactive: ["plain", "circle-minus"],
  killed: ["kill", "octagon-x"],
  used: ["approved", "circle-check"],
  rejected: ["denied", "circle-x"],
  cancelled: ["plain", "circle-minus"],
  expired: ["plain", "clock"],
  revoked: ["denied", "ban"],
  allow: ["approved", "circle-check"],
  deny: ["denied", "ban"],
  require_approval: ["waiting", "user"],
  passed: ["approved", "circle-check"],
  failed: ["denied", "circle-x"],
};

/** A state: `<${Badge} is="approved" />`; `text` says it in other words. */
export function Badge({ is, text, title }) {
  const [kind, icon] = KINDS[is] ?? ["plain", "circle-dashed"];
  return html`<span class=${`badge is-${kind}`} title=${title}><${Icon} name=${icon} />${text ?? words(is)}</span>`;
}

/** An identifier in the type for identifiers; the middle of a long one is left out, not lost. */
export function Id({ value, full = false }) {
  if (!value) {
    return html`<span class="faint">–</span>`;
  }
  const isLong = !full && value.length > 22;
  return html`<code class="id" title=${value}>${isLong ? `${value.slice(0, 9)}…${value.slice(-6)}` : value}</code>`;
}
