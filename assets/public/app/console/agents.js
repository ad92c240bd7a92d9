// Agents and permissions of any customer: choose the customer first; the last one is remembered.

import { AgentsTab } from "../features/agents.js";
import { CustomerFilter } from "../features/customer-filter.js";
import { PermissionsTab } from "../features/permissions.js";
import { useResource } from "../kit/data.js";
import { Empty, ErrorNote, Skeleton } from "../kit/feedback.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { scopeOf } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { html, useEffect } from "../kit/ui.js";

const LAST = "last-customer";
const at = (id, view) => `/agents?${new URLSearchParams({ customer_id: id, ...(view ? { view } : {}) })}`;

export default function Agents({ who }) {
  const { customer_id: asked, view } = useQuery();
  const id = asked || localStorage.getItem(LAST);
  const customer = useResource(id && `/api/customers/${id}`, { topics: ["customers"] });
  const isGone = customer.error?.status === 404;
  useEffect(() => {
    if (!asked && id && customer.data) {
      setQuery({ customer_id: id }, { replace: true });
    }
    customer.data && localStorage.setItem(LAST, customer.data.id);
    isGone && localStorage.removeItem(LAST);
  }, [asked, id, customer.data, isGone]);
  const chosen = customer.data;
  const about = chosen ? html`of <${Link} to=${`/customers/${chosen.id}`}>${chosen.name}<//>` : "What asks before it acts, and the standing rules that answer.";
  return html`<${PageHead} title="Agents" about=${about}><div class="customer-choice"><${CustomerFilter} name="customer_id" value=${chosen?.id} /></div><//>
    <div class="stack">
      ${chosen && html`<${OfCustomer} key=${chosen.id} scope=${scopeOf(who, chosen.id, `/customers/${chosen.id}`)} view=${view} />`}
      ${!chosen && customer.error && !isGone && html`<${ErrorNote} error=${customer.error} retry=${customer.reload} />`}
      ${!chosen && id && !customer.error && html`<${Skeleton} lines=${6} />`}
      ${!chosen && (!id || isGone) && html`<${NoneChosen} isGone=${Boolean(asked) && isGone} />`}
    </div>`;
}

function NoneChosen({ isGone }) {
  return html`<${Empty} icon="bot" title=${isGone ? "There is no such customer" : "Choose a customer"} action=${html`<${Link} class="button" to="/customers">All customers<//>`}>
    <p>Agents and their permissions belong to a customer. Type part of its name into the box above; the last one is remembered in this browser.</p>
  <//>`;
}

function OfCustomer({ scope, view }) {
  const tab = (title, key) => html`<li><${Link} to=${at(scope.customerId, key)} aria-current=${(view ?? "") === (key ?? "") ? "page" : undefined}>${title}<//></li>`;
  return html`<div><nav class="tabs" aria-label="Of this customer"><ul>${tab("Agents")}${tab("Permissions", "permissions")}</ul></nav>
    ${view === "permissions" ? html`<${PermissionsTab} scope=${scope} />` : html`<${AgentsTab} scope=${scope} />`}</div>`;
}
