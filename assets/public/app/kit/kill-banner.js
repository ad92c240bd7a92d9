// A kill switch that is on, anywhere that the reader may know of, on every page: what, since when, by
// whom, why, and the way to release it.

import { Confirm } from "./dialog.js";
import { post, url } from "./api.js";
import { announce, toast } from "./feedback.js";
import { useResource } from "./data.js";
import { actorName, plural } from "./format.js";
import { Icon } from "./icons.js";
import { dropMark } from "./mark.js";
import { Link } from "./router.js";
import { may } from "./session.js";
import { Time } from "./time.js";
import { html, useEffect, useId, useRef, useState } from "./ui.js";

/** What a switch stops, in words. */
export function stops({ level, customer_name, customer_id, agent_id }, isOperator) {
  if (level === "system") {
    return "Everything is stopped";
  }
  const whose = isOperator ? ` of ${customer_name ?? customer_id}` : "";
  return level === "customer" ? `All agents${whose} are stopped` : `Agent ${agent_id}${whose} is stopped`;
}

/** Who may release a switch that the reader may not. */
export const releasedBy = ({ authority }) => (authority === "owner" ? "An owner releases it" : "An operator releases it");

/** Sends the release of a switch. */
export function release(killed, reason) {
  const why = reason ? { reason } : {};
  if (killed.level === "system") {
    return post("/api/agent/system-kill-switch", { enabled: false, ...why });
  }
  if (killed.level === "customer") {
    return post(`/api/customers/${killed.customer_id}/kill-switch`, { enabled: false, ...why });
  }
  const target = url("/api/agent/kill", { customer_id: killed.customer_id });
  return post(target, { agent_id: killed.agent_id, enabled: true, ...why });
}

/** The switch of a wider level, among all that are on, which goes on stopping what this one stops. */
function widerThan(killed, all) {
  return all.find(
    ({ level, customer_id }) =>
      (level === "system" && killed.level !== "system") ||
      (level === "customer" && killed.level === "agent" && customer_id === killed.customer_id),
  );
}

/** Asks before a switch is released. `all`: the others that are on; `onDone` reads again. */
export function ReleaseKill({ killed, all = [], isOperator, onClose, onDone }) {
  const [reason, setReason] = useState("");
  const id = useId();
  const wider = widerThan(killed, all);
  const run = async () => {
    await release(killed, reason.trim());
    toast("Kill switch released");
    onDone?.();
  };
  return html`<${Confirm} title="Release the kill switch" verb="Release kill switch" onClose=${onClose} run=${run}>
    <p><strong>${stops(killed, isOperator)}</strong>: engaged <${Time} at=${killed.engaged_at} />${killed.reason && html`, <q>${killed.reason}</q>`}.</p>
    <p>${wider ? `${stops(wider, isOperator)} by another kill switch, which stays on: nothing may act before that is released too.` : "Once it is released, permissions decide again, from the next check on."}${killed.level !== "system" && " Approvals that it cancelled stay cancelled."}</p>
    <div class="field"><label for=${id}>What has changed <span class="faint">optional</span></label>
      <input id=${id} maxlength="500" value=${reason} onInput=${(event) => setReason(event.target.value)} /><p class="help">Stands in the log beside the release.</p></div>
  <//>`;
}

/** What the banner says in one line; the widest switch comes first. */
function Summary({ all, isOperator }) {
  const [first] = all;
  const others = all.length - 1;
  const by = first.engaged_by ? html` by ${actorName(first.engaged_by)}` : null;
  return html`<p>
    <strong>${stops(first, isOperator)}</strong>: engaged <${Time} at=${first.engaged_at} />${by}${first.reason && html`, <q>${first.reason}</q>`}
    ${others > 0 && (isOperator ? html` <${Link} to="/kill-switches">and ${plural(others, "other kill switch", "other kill switches")}<//>` : ` and ${plural(others, "other kill switch", "other kill switches")}`)}
  </p>`;
}

/** Says a change of the switches to those who listen; what is on at the beginning is read anyway. */
function useSpoken(list, isOperator) {
  const before = useRef(null);
  useEffect(() => {
    if (!list) {
      return;
    }
    if (before.current !== null && list.length > before.current) {
      announce(`${stops(list[0], isOperator)}. ${plural(list.length, "kill switch is", "kill switches are")} on.`);
    }
    before.current = list.length;
  }, [list]);
}

export function KillBanner({ who }) {
  const list = useResource(may(who, "read") && "/api/kill-switches?limit=100", { topics: ["kills"] });
  const [releasing, setReleasing] = useState(null);
  const isOperator = who.kind === "operator";
  const all = list.data ?? [];
  useEffect(() => dropMark(all.some(({ level }) => level === "system")), [list.data]);
  useSpoken(list.data, isOperator);
  if (all.length === 0) {
    return null;
  }
  const [first] = all;
  const mayRelease = may(who, "manage") && first.may_release !== false;
  return html`<section class="kill-banner" aria-label="Kill switches that are on">
    <${Icon} name="octagon-x" />
    <${Summary} all=${all} isOperator=${isOperator} />
    ${mayRelease ? html`<button type="button" class="button small" onClick=${() => setReleasing(first)}>Release</button>` : html`<span class="kill-who">${releasedBy(first)}</span>`}
    ${releasing && html`<${ReleaseKill} killed=${releasing} all=${all} isOperator=${isOperator} onClose=${() => setReleasing(null)} onDone=${list.reload} />`}
  </section>`;
}
