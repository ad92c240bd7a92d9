// A kill switch that is on, anywhere that the reader may know of, on every page: what, since when, by
// whom, why, and the way to release it.

import { Confirm } from "./dialog.js";
import { post, url } from "./api.js";
import { toast } from "./feedback.js";
import { useResource } from "./data.js";
import { actorName, plural } from "./format.js";
import { Icon } from "./icons.js";
import { Link } from "./router.js";
import { may } from "./session.js";
import { Time } from "./time.js";
import { html, useEffect, useState } from "./ui.js";

/** What a switch stops, in words. */
export function stops({ level, customer_name, customer_id, agent_id }, isOperator) {
  if (level === "system") {
    return "Everything is stopped";
  }
  const whose = isOperator ? ` of ${customer_name ?? customer_id}` : "";
  return level === "customer" ? `All agents${whose} are stopped` : `Agent ${agent_id}${whose} is stopped`;
}

/** Sends the release of a switch. */
export function release(killed) {
  if (killed.level === "system") {
    return post("/api/agent/system-kill-switch", { enabled: false });
  }
  if (killed.level === "customer") {
    return post(`/api/customers/${killed.customer_id}/kill-switch`, { enabled: false });
  }
  const target = url("/api/agent/kill", { customer_id: killed.customer_id });
  return post(target, { agent_id: killed.agent_id, enabled: true });
}

export function KillBanner({ who }) {
  const list = useResource("/api/kill-switches", { topics: ["kills"] });
  const [releasing, setReleasing] = useState(null);
  const all = list.data ?? [];
  const isSystem = all.some(({ level }) => level === "system");
  useEffect(() => drop(isSystem), [isSystem]);
  if (all.length === 0) {
    return null;
  }
  const [first] = all;
  const isOperator = who.kind === "operator";
  const others = all.length - 1;
  return html`<section class="kill-banner" aria-label="Kill switches that are on">
    <${Icon} name="octagon-x" />
    <p>
      <strong>${stops(first, isOperator)}</strong> since <${Time} at=${first.engaged_at} />, by ${actorName(first.engaged_by)}${first.reason ? html`: “${first.reason}”` : ". No reason was given."}
      ${others > 0 && html` <${Link} to="/kill-switches">and ${plural(others, "other kill switch", "other kill switches")}<//>`}
    </p>
    ${may(who, "manage") && first.may_release !== false ? html`<button type="button" class="button small" onClick=${() => setReleasing(first)}>Release</button>` : html`<span class="kill-who">${first.authority === "owner" ? "An owner releases it" : "An operator releases it"}</span>`}
    ${releasing && html`<${Confirm} title="Release the kill switch" verb="Release kill switch" onClose=${() => setReleasing(null)}
      run=${async () => {
        await release(releasing);
        toast("Kill switch released");
        list.reload();
      }}>
      <p>${stops(releasing, isOperator)}. Once released, checks are decided by their permissions again; approvals that it cancelled stay cancelled.</p>
    <//>`}
  </section>`;
}

/** The mark in the browser's tab: dropped while everything is stopped. */
function drop(isSystem) {
  const icon = document.querySelector('link[rel="icon"]');
  if (icon) {
    icon.href = isSystem ? "/assets/mark-dropped.svg" : "/assets/mark.svg";
  }
  document.documentElement.classList.toggle("is-killed", isSystem);
}
