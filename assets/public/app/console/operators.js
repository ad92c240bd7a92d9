// Operators: who may sign in to the console, and what each may do.

import { Badge } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";
import { CreateOperator, LinkPanel } from "./operator-create.js";
import { OperatorDrawer } from "./operator.js";
import { IssuedPanel } from "./operator-tokens.js";
import { RoleMatrix } from "./roles.js";

export const RoleTag = ({ role }) => html`<span class=${`tag is-role-${role}`}>${role}</span>`;

const columnsFor = (who) => [
  { id: "name", title: "Name", grow: true, cell: ({ id, username }) => html`<strong>${username}</strong>${id === who.id && html` <span class="faint">you</span>`}` },
  { id: "role", title: "Role", cell: ({ role }) => html`<${RoleTag} role=${role} />` },
  { id: "state", title: "State", cell: ({ is_disabled }) => html`<${Badge} is=${is_disabled ? "disabled" : "active"} />` },
  { id: "way", title: "Signs in", hide: "narrow", cell: ({ has_password }) => (has_password ? "with a password" : html`<span class="faint">tokens only</span>`) },
  { id: "created", title: "Created", kind: "time", hide: "narrow", cell: ({ created_at }) => html`<${Time} at=${created_at} />` },
];

export default function Operators({ who }) {
  const query = useQuery();
  const list = useList("/api/operators", {}, { topics: ["operators"] });
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState(null);
  const done = (result) => {
    setCreating(false);
    setMade(result);
    list.reload();
  };
  const token = made?.operator?.token;
  return html`<${PageHead} title="Operators" about=${may(who, "own") ? "Who may sign in to the console, and what each may do." : "Who may sign in to the console, and what each may do. Owners change it."}>
      ${may(who, "own") && html`<button type="button" class="button is-primary" onClick=${() => setCreating(true)}><${Icon} name="plus" />Create operator</button>`}
    <//>
    <div class="stack">
      <div><${DataTable} caption="Operators" columns=${columnsFor(who)} list=${list} rowKey=${({ id }) => id} openKey=${query.open} onOpen=${({ id }) => setQuery({ open: id })} marker=${({ is_disabled }) => is_disabled && "is-off"} /></div>
      <${RoleMatrix} own=${who.role} />
    </div>
    ${query.open && html`<${OperatorDrawer} key=${query.open} who=${who} id=${query.open} onChanged=${list.reload} onClose=${() => setQuery({ open: null })} />`}
    ${isCreating && html`<${CreateOperator} onDone=${done} onClose=${() => setCreating(false)} />`}
    ${made?.link && html`<${LinkPanel} link=${made.link} onClose=${() => setMade(null)} />`}
    ${token && html`<${IssuedPanel} secret=${token} username=${made.operator.username} role=${made.operator.role} onClose=${() => setMade(null)} />`}`;
}
