// The roles of operators and what each may do. Which role may call what is read from the appliance's
// own OpenAPI document; the words beside it are here.

import { useResource } from "../kit/data.js";
import { Loaded } from "../kit/feedback.js";
import { Icon } from "../kit/icons.js";
import { html } from "../kit/ui.js";

export const ROLES = [
  ["auditor", "Auditor", "reads everything, changes nothing"],
  ["approver", "Approver", "answers approvals as well"],
  ["admin", "Admin", "runs customers, agents, permissions and kill switches"],
  ["owner", "Owner", "everything, operators too"],
];

export const ROLE_OPTIONS = ROLES.map(([role, title, about]) => [role, `${title}: ${about}`]);

/** What people call it, and the route that stands for it. */
const ABILITIES = [
  ["Read customers, agents, the log and usage", "get", "/api/customers"],
  ["Read the configuration, the audit chain, other operators", "get", "/api/operators"],
  ["Answer approvals", "post", "/api/agent/approve"],
  ["Register and change customers, move tiers", "patch", "/api/customers/{id}"],
  ["Issue and revoke API keys", "post", "/api/customers/{id}/api-keys/generate"],
  ["Change agents and permissions", "post", "/api/admin/permissions"],
  ["Engage and release kill switches", "post", "/api/agent/system-kill-switch"],
  ["See and make backups", "post", "/api/system/backups"],
  ["Reload the configuration", "post", "/api/system/reload"],
  ["Create, change, disable and recover operators", "post", "/api/operators"],
];

/** The roles that a route's description names: `For … any operator`, `… the role `owner` or `admin``. */
function rolesOf(operation) {
  const [text] = (operation?.description ?? "").split(". ");
  if (text.includes("any operator")) {
    return ROLES.map(([role]) => role);
  }
  const named = text.split("operator with the role")[1] ?? "";
  return ROLES.map(([role]) => role).filter((role) => named.includes(`\`${role}\``));
}

/** `own`: the reader's role, which is marked. */
export function RoleMatrix({ own }) {
  const openapi = useResource("/openapi.json");
  return html`<section class="panel is-flush">
    <header><h2>What each role may do</h2></header>
    <${Loaded} of=${openapi} lines=${8}>${({ paths }) => html`<div class="table-box is-free"><table class="matrix"><caption class="hidden">What each role may do</caption>
      <thead><tr><th scope="col">May</th>${ROLES.map(([role, title]) => html`<th key=${role} scope="col" class=${role === own ? "is-own" : ""}>${title}${role === own && html`<span class="faint"> (you)</span>`}</th>`)}</tr></thead>
      <tbody>${ABILITIES.map(([text, method, path]) => {
        const roles = rolesOf(paths[path]?.[method]);
        return html`<tr key=${text}><th scope="row">${text}</th>${ROLES.map(([role]) => html`<td key=${role}>${roles.includes(role) ? html`<${Icon} name="check" label="yes" class="is-good" />` : html`<span class="faint" aria-label="no" role="img">–</span>`}</td>`)}</tr>`;
      })}</tbody>
    </table></div>`}<//>
  </section>`;
}
