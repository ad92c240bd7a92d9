// A customer's agents: who they are, whether they may act, and how to make one. For the console and the
// portal alike.

import { post, url } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useList, useResource } from "../kit/data.js";
import { Dialog } from "../kit/dialog.js";
import { Empty, toast } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { Field, Form, blame, useForm } from "../kit/form.js";
import { number, plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, go, setQuery, useQuery } from "../kit/router.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useMemo } from "../kit/ui.js";

/** What an agent is now: `killed`, `disabled` or `active`; a kill switch counts before its status. */
export const stateOf = (agent) => (agent.kill_switch ? "killed" : agent.status);

/** Where an agent's own page is. */
export const agentPath = (scope, id) => `${scope.base}/agents/${encodeURIComponent(id)}`;

const FILTERS = [
  { name: "q", label: "Search", placeholder: "Id, name or owner" },
  { name: "status", label: "State", options: [["active", "active"], ["disabled", "disabled"], ["killed", "killed"]] },
];

const columnsFor = (scope) => [
  { id: "id", title: "Agent", cell: (agent) => html`<${Link} to=${agentPath(scope, agent.id)}><${Id} value=${agent.id} full /><//>` },
  { id: "name", title: "Name", grow: true, hide: "narrow", cell: ({ name }) => name },
  { id: "owner", title: "Owner", hide: "narrow", cell: ({ owner }) => owner },
  { id: "state", title: "State", cell: (agent) => html`<${Badge} is=${stateOf(agent)} title=${agent.kill_switch?.reason ?? undefined} />` },
  { id: "permissions", title: "Permissions", kind: "number", hide: "narrow", cell: ({ permissions }) => number(permissions) },
  { id: "keys", title: "Own keys", kind: "number", hide: "narrow", cell: ({ keys }) => number(keys) },
  { id: "updated", title: "Changed", kind: "time", hide: "narrow", cell: ({ updated_at }) => html`<${Time} at=${updated_at} />` },
];

/** The list with its filters, and the way to a new one (`?new=agent`). */
export function AgentsTab({ scope }) {
  const query = useQuery();
  const isFiltered = Boolean(query.q || query.status);
  const list = useList("/api/admin/agents", scope.params({ q: query.q, status: query.status }), { topics: ["agents", "kills", "permissions", "keys"] });
  const customer = useResource(`/api/customers/${scope.customerId}`, { topics: ["customers", "agents"] });
  const columns = useMemo(() => columnsFor(scope), [scope.base]);
  const create = () => setQuery({ new: "agent" });
  const room = roomIn(customer.data);
  const empty = isFiltered
    ? html`<${Empty} icon="search" title="No agent matches" action=${html`<button type="button" class="button" onClick=${() => setQuery({ q: null, status: null })}>Clear the filters</button>`}><p>No agent of this customer has these words and this state.</p><//>`
    : html`<${NoAgents} scope=${scope} create=${create} room=${room} />`;
  return html`<${FilterBar} filters=${FILTERS}>
      ${customer.data && html`<span class="faint figure">${plural(customer.data.agents, "agent")} of ${number(customer.data.max_agents)}</span>`}
      ${scope.may("manage") && html`<${NewButton} room=${room} create=${create} />`}
    <//>
    <${DataTable} caption="Agents" columns=${columns} list=${list} rowKey=${({ id }) => id} onOpen=${({ id }) => go(agentPath(scope, id))} empty=${empty}
      total=${isFiltered ? undefined : customer.data?.agents} marker=${(agent) => stateOf(agent) !== "active" && "is-off"} />
    ${query.new === "agent" && scope.may("manage") && html`<${NewAgent} scope=${scope} onClose=${() => setQuery({ new: null })} />`}`;
}

/** Why there is no room for one more agent; nothing where there is. */
function roomIn(customer) {
  if (!customer) {
    return undefined;
  }
  if (customer.is_active === false) {
    return "The customer is deactivated: nothing new is admitted";
  }
  return customer.agents >= customer.max_agents ? `The tier ${customer.subscription_tier} has ${plural(customer.max_agents, "agent")}, and all are there` : undefined;
}

function NewButton({ room, create }) {
  return html`<button type="button" class="button is-primary" disabled=${Boolean(room)} title=${room} onClick=${create}><${Icon} name="plus" />New agent</button>`;
}

function NoAgents({ scope, create, room }) {
  const command = curl("POST", url("/api/admin/agents", scope.params()), { id: "billing-bot", name: "Billing bot", owner: "finance" });
  return html`<${Empty} icon="bot" title="No agents yet" command=${scope.may("manage") ? command : undefined}
    action=${scope.may("manage") && html`<${NewButton} room=${room} create=${create} />`}>
    <p>An agent is a program that asks before it acts. Each has an id of your own choosing, somebody who answers for it, and its own permissions: without one it may do nothing.</p>
    ${room && html`<p>${room}.</p>`}
  <//>`;
}

function NewAgent({ scope, onClose }) {
  const state = useForm({
    initial: { id: "", name: "", owner: "", status: "active" },
    draft: `agent:${scope.customerId}`,
    check: ({ name, owner }) => ({ name: name.trim() === "" ? "must not be blank" : undefined, owner: owner.trim() === "" ? "must not be blank" : undefined }),
    submit: async ({ id, ...values }) => {
      const wanted = id.trim();
      const sent = post(url("/api/admin/agents", scope.params()), wanted === "" ? values : { id: wanted, ...values });
      const { data } = await sent.catch((error) => {
        throw blame(error, "agent_exists", "id", "is taken: another agent of this customer has it");
      });
      toast(`Agent ${data.id} created`);
      go(agentPath(scope, data.id));
    },
  });
  return html`<${Dialog} title="New agent" onClose=${onClose}>
    <${Form} state=${state} verb="Create agent" busy="Creating agent" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="id" label="Id" mono optional autofocus placeholder="billing-bot" maxlength="255" autocomplete="off" help="What the agent calls itself in a check. It cannot be changed later; one is made up if you leave it out." />
      <${Field} state=${state} name="name" label="Name" placeholder="Billing bot" maxlength="255" help="For people." />
      <${Field} state=${state} name="owner" label="Owner" placeholder="finance" maxlength="255" help="Who answers for it: a person or a team." />
      <${Field} state=${state} name="status" label="Status" kind="select" options=${[["active", "active: it may act as its permissions say"], ["disabled", "disabled: every check is denied"]]} />
    <//>
  <//>`;
}
