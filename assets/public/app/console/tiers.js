// The tiers in force, beside each other, and where they are configured.

import { get, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { DocumentLink, hasDocument } from "../kit/documents.js";
import { Loaded } from "../kit/feedback.js";
import { plural } from "../kit/format.js";
import { Prose } from "../kit/prose.js";
import { Link } from "../kit/router.js";
import { PageHead } from "../kit/shell.js";
import { html, useEffect, useState } from "../kit/ui.js";
import { useTiers } from "../features/tiers.js";
import { TierTable } from "../features/tier-table.js";

/** How many customers are counted one by one before it says "or more". */
const COUNT_UP_TO = 100;

export default function Tiers() {
  const tiers = useTiers();
  const counts = useCounts(tiers.data);
  return html`
    <${PageHead} title="Tiers" about="What customers can be on: limits, price, and the features that each one unlocks." />
    <${Loaded} of=${tiers} lines=${12}>${(data) => html`<div class="stack">
      <${TierTable} tiers=${data} caption="The tiers in force" head=${(tier) => html`<${Count} tier=${tier} count=${counts[tier.name]} />`} />
      <${Where} />
    </div>`}<//>`;
}

/** The first page of each tier's customers says how many there are, or that there are more. */
function useCounts(tiers) {
  const [counts, setCounts] = useState({});
  const names = tiers?.map(({ name }) => name).join(" ");
  useEffect(() => {
    const aborter = new AbortController();
    for (const tier of names?.split(" ") ?? []) {
      get(url("/api/customers", { tier, limit: COUNT_UP_TO }), { signal: aborter.signal }).then(
        ({ data }) => setCounts((before) => ({ ...before, [tier]: { count: data.data.length, isMore: data.has_more } })),
        () => {},
      );
    }
    return () => aborter.abort();
  }, [names]);
  return counts;
}

function Count({ tier, count }) {
  const text = count === undefined ? "Customers" : count.isMore ? `more than ${count.count} customers` : count.count === 0 ? "no customers" : plural(count.count, "customer");
  return html`<${Link} to=${`/customers?tier=${tier.name}`} >${text}<//>`;
}

/** The tiers themselves stand above; of the other keys the value is shown. */
const TIERS = "subscriptions.tiers";

/** What the configuration says about tiers, and where it says it. */
function Where() {
  const configuration = useResource("/api/system/configuration", { topics: ["settings"] });
  const found = (configuration.data ?? []).filter(({ key }) => key.startsWith("subscriptions.")).toSorted((one) => (one.key === TIERS ? -1 : 1));
  return html`<section class="panel"><header><h2>Where this is configured</h2>${hasDocument("CONFIGURATION") && html`<${DocumentLink} to="CONFIGURATION#subscriptionstiers">The chapter on configuration<//>`}</header>
    ${
      found.length > 0
        ? html`<dl class="facts">${found.flatMap((one) => [html`<dt key=${one.key}><code>${one.key}</code></dt>`, html`<dd key=${`${one.key}-value`}>${one.key === TIERS ? "" : html`<code>${one.value}</code> · `}${sourceOf(one)}<br /><span class="faint"><${Prose} text=${one.about} /></span></dd>`])}</dl>`
        : html`<p>The tiers are in the configuration file, as <code>[[subscriptions.tiers]]</code>; without any there, the built-in ones above are in force. <code>subscriptions.self_service_max</code> says how far customers move themselves.</p>`
    }
    <p class="after faint">Tiers are changed in the configuration, not here. Every tier that a customer is on must stay on offer.</p>
  </section>`;
}

function sourceOf({ source, where }) {
  return source === "default" ? "built in; nothing is configured" : html`from ${source === "environment" ? "the environment" : "the file"}${where && html` <code>${where}</code>`}`;
}
