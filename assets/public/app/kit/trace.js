// A decision as a sentence, its trace as steps, and checks as commands.

import { Badge } from "./badge.js";
import { REASONS, sentence, words } from "./format.js";
import { Icon } from "./icons.js";
import { Link } from "./router.js";
import { html } from "./ui.js";

const ICONS = { passed: "circle-check", failed: "circle-x", pending: "hourglass" };
const KINDS = { passed: "approved", failed: "denied", pending: "waiting" };

/** What a step says, with the permission that it names as a link where there is a page for it. */
function Notes({ step: { notes, permission_id: id }, permissionPath }) {
  const path = id && permissionPath?.(id);
  const name = id && (path ? html`<${Link} to=${path}><code class="id">${id}</code><//>` : html`<code class="id">${id}</code>`);
  if (!id || !notes.includes(id)) {
    return html`<p>${notes}</p>${name}`;
  }
  const [before, after] = notes.split(id);
  return html`<p>${before}${name}${after}</p>`;
}

/**
 * `[{ rule_checked, rule_result, notes, permission_id? }]` as a list of steps from top to bottom;
 * `permissionPath(id)`: the page that shows a permission.
 */
export function Trace({ steps, permissionPath }) {
  if (!steps?.length) {
    return html`<p class="faint">A change has no decision trace.</p>`;
  }
  return html`<ol class="trace">
    ${steps.map((step, index) => html`<li key=${index} class=${`is-${KINDS[step.rule_result] ?? "plain"}`}>
      <${Icon} name=${ICONS[step.rule_result] ?? "circle-dashed"} />
      <div><p class="trace-line"><strong>${sentence(words(step.rule_checked))}</strong> <span class="faint">${step.rule_result}</span></p><${Notes} step=${step} permissionPath=${permissionPath} /></div>
    </li>`)}
  </ol>`;
}

const isHeld = (answer) => answer.reason === "approval_required" || answer.reason === "approval_pending";

/** What a check was answered: the word, the reason in words and as a code, then the steps. */
export function Verdict({ answer }) {
  const result = isHeld(answer) ? "held" : answer.result;
  return html`<div class="verdict">
    <p class="verdict-line"><${Badge} is=${result} text=${isHeld(answer) ? "held for a person" : undefined} /> <span>${REASONS[answer.reason] ?? words(answer.reason)}</span> <code>${answer.reason}</code></p>
    <${Trace} steps=${answer.decision_trace} />
  </div>`;
}

/** A request as a curl command; `secret` stands in its place as `$KEY`. */
export function curl(method, path, body, { variable = "$KEY", origin = location.origin } = {}) {
  const lines = [`curl -s ${method === "GET" || (method === "POST" && body !== undefined) ? "" : `-X ${method} `}'${origin}${path}' \\`, `  -H "Authorization: Bearer ${variable}"`];
  if (body !== undefined) {
    lines[1] += " \\";
    lines.push("  -H 'Content-Type: application/json' \\", `  -d '${asLines(body).replaceAll("'", "'\\''")}'`);
  }
  return lines.join("\n");
}

/** Short JSON in one line; what is longer in several, so that it can be read. */
function asLines(body) {
  const line = JSON.stringify(body);
  return line.length <= 64 ? line : JSON.stringify(body, null, 2).replaceAll("\n", "\n  ");
}
