// The customer at a glance: what is stopped, how much of the limits is used, what happened last.

import CustomerOverview from "../features/customer-overview.js";
import { QuotaBanner } from "../features/quota.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { useResource } from "../kit/data.js";
import { Loaded } from "../kit/feedback.js";
import { Link } from "../kit/router.js";
import { PageHead } from "../kit/shell.js";
import { html, useMemo } from "../kit/ui.js";
import { own } from "./own.js";

export default function Overview({ who }) {
  const customer = useResource(`/api/customers/${encodeURIComponent(who.customer_id)}`, { topics: ["customers", "agents", "keys"] });
  const kills = useResource("/api/kill-switches", { topics: ["kills"] });
  const tiers = useTiers();
  const scope = useMemo(() => own(who), [who]);
  return html`<${Loaded} of=${customer} lines=${10}>${(data) => html`
    <${PageHead} title=${data.name} about=${`${titleOf(tiers.data, data.subscription_tier)} · ${data.email}`}>
      ${scope.may("manage") && data.agents === 0 && html`<${Link} class="button is-primary" to="/agents">Create the first agent<//>`}
    <//>
    <${QuotaBanner} scope=${scope} />
    <${CustomerOverview} scope=${scope} customer=${customer} kills=${kills.data ?? []} />`}<//>`;
}
