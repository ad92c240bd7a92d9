// All customers: search, filters, registering, inviting and importing them, and lists as files.

import { titleOf, useTiers } from "../features/tiers.js";
import { Badge } from "../kit/badge.js";
import { useList, useResource } from "../kit/data.js";
import { Empty } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, go, setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useMemo } from "../kit/ui.js";
import { name } from "./crumbs.js";
import { ExportLists } from "./export.js";
import { InviteCustomer } from "./invite.js";
import { RegisterCustomer } from "./register.js";

const NAMES = ["q", "tier", "active"];

export default function Customers({ who }) {
  const query = useQuery();
  const tiers = useTiers();
  const filter = Object.fromEntries(NAMES.map((key) => [key, query[key]]));
  const isFiltered = NAMES.some((key) => query[key]);
  const list = useList("/api/customers", filter, { topics: ["customers"] });
  const overview = useResource("/api/overview", { topics: ["customers"] });
  const kills = useResource("/api/kill-switches", { topics: ["kills"] });
  const columns = useMemo(() => columnsOf(tiers.data, kills.data), [tiers.data, kills.data]);
  const mayRegister = may(who, "manage");
  const register = mayRegister && html`<button type="button" class="button is-primary" onClick=${() => setQuery({ register: 1 })}><${Icon} name="plus" />Register customer</button>`;
  return html`
    <${PageHead} title="Customers" about="Whoever has agents here, each with its own keys and limits.">
      <button type="button" class="button" onClick=${() => setQuery({ export: 1 })}><${Icon} name="download" />Export</button>
      ${mayRegister && html`<${Link} to="/customers/import" class="button"><${Icon} name="upload" />Import<//><button type="button" class="button" onClick=${() => setQuery({ invite: 1 })}><${Icon} name="mail" />Invite customer</button>`}
      ${register}
    <//>
    <${FilterBar} filters=${[
      { name: "q", label: "Search", placeholder: "Name, email or whole id", isWide: true },
      { name: "tier", label: "Tier", options: (tiers.data ?? []).map((tier) => [tier.name, tier.title]) },
      { name: "active", label: "State", options: [["true", "Active"], ["false", "Deactivated"]] },
    ]} />
    <${DataTable} caption="Customers" columns=${columns} list=${list} rowKey=${keyOf} onOpen=${open} marker=${markerOf}
      total=${isFiltered ? undefined : overview.data?.customers.total} empty=${isFiltered ? html`<${NoMatch} />` : html`<${NoCustomers} action=${register} />`} />
    ${query.register && mayRegister && html`<${RegisterCustomer} onClose=${() => setQuery({ register: null })} onRegistered=${(id) => go(`/customers/${id}`)} />`}
    ${query.invite && mayRegister && html`<${InviteCustomer} onClose=${() => setQuery({ invite: null })} onInvited=${(id) => go(`/customers/${id}/keys`)} />`}
    ${query.export && html`<${ExportLists} onClose=${() => setQuery({ export: null })} />`}`;
}

const keyOf = (customer) => customer.id;
const markerOf = (customer) => (customer.is_active ? undefined : "is-off");

function open(customer) {
  name(customer.id, customer.name);
  go(`/customers/${customer.id}`);
}

function columnsOf(tiers, kills) {
  const killed = new Set((kills ?? []).filter(({ level }) => level === "customer").map(({ customer_id }) => customer_id));
  return [
    { id: "name", title: "Customer", grow: true, cell: (one) => html`<${Link} to=${`/customers/${one.id}`} class="strong-link">${one.name}<//> <span class="faint hide-narrow">${one.email}</span>` },
    { id: "state", title: "State", width: "112px", cell: (one) => html`<${Badge} ...${stateOf(one, killed.has(one.id))} />` },
    { id: "tier", title: "Tier", width: "104px", cell: (one) => titleOf(tiers, one.subscription_tier) },
    { id: "agents", title: "Agents", kind: "number", width: "112px", hide: "narrow", cell: (one) => html`${number(one.agents)} <span class="faint">of ${number(one.max_agents)}</span>` },
    { id: "rate", title: "Per minute", kind: "number", width: "96px", hide: "medium", cell: (one) => number(one.max_requests_per_minute) },
    { id: "calls", title: "Calls in all", kind: "number", width: "104px", hide: "narrow", cell: (one) => number(one.total_api_calls) },
    { id: "created", title: "Registered", kind: "time", width: "112px", hide: "medium", cell: (one) => html`<${Time} at=${one.created_at} />` },
  ];
}

/** Active, deactivated, or stopped by its kill switch. */
export function stateOf(customer, isKilled) {
  if (!customer.is_active) {
    return { is: "inactive", text: "Deactivated" };
  }
  return isKilled ? { is: "killed", text: "Killed" } : { is: "active", text: "Active" };
}

function NoMatch() {
  return html`<${Empty} icon="search" title="No customer matches" action=${html`<button type="button" class="button" onClick=${() => setQuery(Object.fromEntries(NAMES.map((key) => [key, null])))}>Clear the filters</button>`}>
    <p>The search looks at names and email addresses, by part, and at ids, whole.</p>
  <//>`;
}

function NoCustomers({ action }) {
  return html`<${Empty} icon="building-2" title="No customers yet" action=${action} command=${curl("POST", "/api/customers/register", { name: "Acme Retail", email: "ops@acme.example" }, { variable: "$OPERATOR_TOKEN" })}>
    <p>A customer is an organisation or a team whose agents ask for permission here. Registering one gives its first API key.</p>
  <//>`;
}
