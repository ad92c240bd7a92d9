// One agent of one customer.

import { AgentPage } from "../features/agent.js";
import { useResource } from "../kit/data.js";
import { scopeOf } from "../kit/session.js";
import { html, useEffect } from "../kit/ui.js";
import { name } from "./crumbs.js";

export default function Agent({ who, id, agent }) {
  const scope = scopeOf(who, id, `/customers/${id}`);
  const customer = useResource(`/api/customers/${id}`, { topics: ["customers"] });
  useEffect(() => {
    customer.data && name(id, customer.data.name);
  }, [customer.data]);
  return html`<${AgentPage} key=${agent} scope=${scope} agent=${agent} />`;
}
