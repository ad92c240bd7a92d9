// The approvals of all customers, or of the one that `?customer_id=` names.

import { ApprovalsInbox } from "../features/approvals.js";
import { useResource } from "../kit/data.js";
import { Icon } from "../kit/icons.js";
import { setQuery, useQuery } from "../kit/router.js";
import { scopeOf } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";

export default function Approvals({ who }) {
  const { customer_id: id } = useQuery();
  const customer = useResource(id && `/api/customers/${id}`, { topics: ["customers"] });
  return html`<${PageHead} title="Approvals" about="What agents may do only when a person agrees. An answer counts for one question, once.">
      ${id && html`<button type="button" class="chip" onClick=${() => setQuery({ customer_id: null, open: null })}><span class="faint">Customer</span> ${customer.data?.name ?? id}<span class="hidden">: show all customers</span> <${Icon} name="x" /></button>`}
    <//>
    <${ApprovalsInbox} key=${id ?? "all"} scope=${scopeOf(who, id, id ? `/customers/${id}` : "")} />`;
}
