// What can be done to a customer as a whole: portal link, deactivate and reactivate, kill.

import { del, getEvery, post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm } from "../kit/dialog.js";
import { toast } from "../kit/feedback.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link, setQuery, useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { html, useEffect, useState } from "../kit/ui.js";
import { IssuePortalLink } from "../features/portal-links.js";

export function Actions({ who, scope, customer, isKilled, onChanged }) {
  const { act } = useQuery();
  const close = () => setQuery({ act: null });
  if (!may(who, "manage")) {
    return null;
  }
  const button = (name, icon, text, extra = "") => html`<button type="button" class=${`button ${extra}`} onClick=${() => setQuery({ act: name })}><${Icon} name=${icon} />${text}</button>`;
  return html`
    ${customer.is_active && button("link", "send", "Send portal link")}
    ${customer.is_active ? button("deactivate", "power", "Deactivate") : button("reactivate", "rotate-ccw", "Reactivate", "is-primary")}
    ${customer.is_active && !isKilled && button("kill", "octagon-x", "Stop all agents", "is-kill")}
    ${isKilled && html`<${Link} to="/kill-switches" class="button"><${Icon} name="octagon-x" />Release<//>`}
    ${act === "link" && html`<${IssuePortalLink} scope=${scope} onClose=${close} />`}
    ${act === "deactivate" && html`<${Deactivate} customer=${customer} onClose=${close} onChanged=${onChanged} />`}
    ${act === "reactivate" && html`<${Reactivate} customer=${customer} onClose=${close} onChanged=${onChanged} />`}
    ${act === "kill" && html`<${Kill} scope=${scope} customer=${customer} onClose=${close} />`}`;
}

function Deactivate({ customer, onClose, onChanged }) {
  const keys = useResource(`/api/customers/${customer.id}/api-keys?active=true`, { read: getEvery });
  const active = keys.data?.length;
  return html`<${Confirm} title=${`Deactivate ${customer.name}`} verb="Deactivate customer" danger onClose=${onClose} isReady=${Boolean(keys.data) || Boolean(keys.error)}
    run=${async () => {
      await del(`/api/customers/${customer.id}`);
      toast(`${customer.name} is deactivated`);
      onChanged();
    }}>
    <p><strong>${plural(customer.agents, "agent")} stop${customer.agents === 1 ? "s" : ""} at once${active !== undefined ? ` and ${plural(active, "key")} ${active === 1 ? "is" : "are"} refused` : ""}.</strong> Every call with a key of this customer is answered with <code>customer_inactive</code>, checks too.</p>
    <p>Nothing is deleted: agents, permissions, keys and the log stay, and reactivating brings all of it back.</p>
  <//>`;
}

function Reactivate({ customer, onClose, onChanged }) {
  return html`<${Confirm} title=${`Reactivate ${customer.name}`} verb="Reactivate customer" onClose=${onClose}
    run=${async () => {
      await post(`/api/customers/${customer.id}/reactivate`);
      toast(`${customer.name} is active again`);
      onChanged();
    }}>
    <p><strong>${plural(customer.agents, "agent")} may ask again at once</strong>, with the keys, permissions and limits that were there before.</p>
  <//>`;
}

/** The dialog of the kill switch comes with its own module. */
function Kill({ scope, customer, onClose }) {
  const [Dialog, setDialog] = useState(null);
  useEffect(() => {
    import("../features/kill.js").then(
      (module) => setDialog(() => module.KillCustomer),
      () => {
        toast("The kill switch's dialog did not load. Reload the page.", { kind: "error" });
        onClose();
      },
    );
  }, []);
  return Dialog && html`<${Dialog} scope=${scope} customer=${customer} onClose=${onClose} />`;
}
