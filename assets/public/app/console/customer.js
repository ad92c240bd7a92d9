// One customer: what it is at the head, its things in tabs that are places.

import { Badge, Id } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { ErrorNote, Loaded, Skeleton } from "../kit/feedback.js";
import { Link } from "../kit/router.js";
import { scopeOf } from "../kit/session.js";
import { PageHead, Tabs } from "../kit/shell.js";
import { html, useEffect, useMemo, useState } from "../kit/ui.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { name } from "./crumbs.js";
import { Actions } from "./customer-actions.js";
import { stateOf } from "./customers.js";

/** `[place, title, what draws it]`; a tab is read when it is first gone to. */
const TABS = [
  ["", "Overview", () => import("../features/customer-overview.js").then((module) => module.default)],
  ["agents", "Agents", () => import("../features/agents.js").then((module) => module.AgentsTab)],
  ["permissions", "Permissions", () => import("../features/permissions.js").then((module) => module.PermissionsTab)],
  ["keys", "API keys", () => import("../features/keys.js").then((module) => module.KeysTab)],
  ["usage", "Usage", () => import("../features/usage.js").then((module) => module.UsageTab)],
  ["statements", "Billing", () => import("./customer-billing.js").then((module) => module.default)],
  ["tier", "Tier", () => import("../features/tier-change.js").then((module) => module.TierChange)],
  ["settings", "Settings", () => import("./customer-settings.js").then((module) => module.default)],
];

export default function Customer({ who, id, tab = "" }) {
  const customer = useResource(`/api/customers/${encodeURIComponent(id)}`, { topics: ["customers", "agents", "keys"] });
  const kills = useResource(`/api/kill-switches?customer_id=${encodeURIComponent(id)}`, { topics: ["kills"] });
  const tiers = useTiers();
  const scope = useMemo(() => scopeOf(who, id, `/customers/${id}`), [who, id]);
  useEffect(() => customer.data && name(id, customer.data.name), [customer.data?.name]);
  if (customer.error?.status === 404) {
    return html`<div class="empty"><h1>There is no such customer</h1><p>No customer has the id <code>${id}</code>.</p><${Link} to="/customers">All customers<//></div>`;
  }
  return html`<${Loaded} of=${customer} lines=${10}>${(data) => {
    const own = kills.data?.find(({ level }) => level === "customer");
    return html`
      <${PageHead} title=${data.name} badge=${html`<${Badge} ...${stateOf(data, Boolean(own))} />`}
        about=${html`${titleOf(tiers.data, data.subscription_tier)} · ${data.email} · <${Id} value=${data.id} full />`}>
        <${Actions} who=${who} scope=${scope} customer=${data} isKilled=${Boolean(own)} onChanged=${customer.reload} />
      <//>
      <${Tabs} label=${`Of ${data.name}`} tabs=${TABS.map(([place, title]) => ({ path: place ? `/customers/${id}/${place}` : `/customers/${id}`, title }))} />
      <${Tab} key=${tab} tab=${tab} scope=${scope} customer=${customer} kills=${kills.data ?? []} />`;
  }}<//>`;
}

function Tab({ tab, scope, customer, kills }) {
  const [state, setState] = useState({ Page: null, error: null });
  const found = TABS.find(([place]) => place === tab);
  useEffect(() => {
    let isGone = false;
    found?.[2]().then(
      (Page) => isGone || setState({ Page, error: null }),
      (error) => isGone || setState({ Page: null, error }),
    );
    return () => {
      isGone = true;
    };
  }, [tab]);
  if (!found) {
    return html`<div class="empty"><h2>There is nothing here</h2><p>A customer has no page of this name.</p></div>`;
  }
  if (state.error) {
    return html`<${ErrorNote} error=${state.error} title="This page did not load" />`;
  }
  return state.Page ? html`<${state.Page} scope=${scope} customer=${customer} kills=${kills} />` : html`<${Skeleton} lines=${6} />`;
}
