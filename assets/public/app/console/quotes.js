// Requests for a quote: who asked for what, how each one stands, and inviting whoever said yes.

import { Badge } from "../kit/badge.js";
import { useList } from "../kit/data.js";
import { Empty } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead, Tabs } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { html, useMemo } from "../kit/ui.js";
import { QuoteDrawer, STATES, stateOf } from "./quote.js";

const TABS = [{ path: "/quotes", title: "Requests" }, { path: "/quotes/prospects", title: "Prospects" }];

/** What both pages of this place have at their head. */
export const QuoteHead = ({ title, about, children }) => html`<${PageHead} title=${title} about=${about}>${children}<//><${Tabs} label="Quotes and prospects" tabs=${TABS} />`;

export default function Quotes({ who }) {
  const query = useQuery();
  const tiers = useTiers();
  const list = useList("/api/quotes", { state: query.state }, { topics: ["quotes"] });
  const columns = useMemo(() => columnsOf(tiers.data), [tiers.data]);
  return html`<${QuoteHead} title="Quotes" about="Who asked for an offer on the public page. Nothing was promised to them: they wait for your answer." />
    <${FilterBar} filters=${[{ name: "state", label: "State", options: Object.entries(STATES).map(([key, [, label]]) => [key, label]) }]} />
    <${DataTable} caption="Requests for a quote, newest first" columns=${columns} list=${list} rowKey=${({ id }) => id} onOpen=${open} openKey=${query.open} empty=${query.state ? html`<${NoMatch} />` : html`<${NoQuotes} />`} />
    ${query.open && html`<${QuoteDrawer} key=${query.open} id=${query.open} tiers=${tiers.data} mayManage=${may(who, "manage")} onChanged=${list.reload} />`}`;
}

const open = ({ id }) => setQuery({ open: id });

const columnsOf = (tiers) => [
  { id: "company", title: "Company", grow: true, cell: (one) => html`<span class="strong-link">${one.company}</span> <span class="faint">${one.contact}</span>` },
  { id: "state", title: "State", width: "112px", cell: (one) => html`<${Badge} ...${stateOf(one)} />` },
  { id: "tier", title: "Asked for", hide: "narrow", cell: ({ subscription_tier: tier }) => (tier ? titleOf(tiers, tier) : html`<span class="faint">no tier</span>`) },
  { id: "recommended", title: "Recommended", hide: "medium", cell: ({ recommended_tier: tier }) => (tier ? titleOf(tiers, tier) : html`<span class="faint">–</span>`) },
  { id: "agents", title: "Agents", kind: "number", hide: "narrow", cell: ({ agents }) => number(agents) },
  { id: "checks", title: "Checks a month", kind: "number", hide: "medium", cell: ({ checks_per_month: checks }) => number(checks) },
  { id: "created", title: "Asked", kind: "time", cell: (one) => html`<${Time} at=${one.created_at} />` },
];

function NoMatch() {
  return html`<${Empty} icon="search" title="No request is in this state" action=${html`<button type="button" class="button" onClick=${() => setQuery({ state: null })}>Show all</button>`} />`;
}

function NoQuotes() {
  return html`<${Empty} icon="handshake" title="Nobody has asked yet" action=${html`<a class="button" href="/pricing#quote"><${Icon} name="eye" />See the public page</a>`}
    commandLabel="What the form on the public page sends" command=${`curl -s '${location.origin}/api/quotes' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"company":"Acme Retail","contact":"R. Mason","email":"r.mason@acme.example","agents":25}'`}>
    <p>The public page has a form for tiers whose price is agreed one by one. A request is stored here and sent to nobody else.</p>
  <//>`;
}
