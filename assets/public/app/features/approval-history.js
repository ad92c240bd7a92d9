// What became of requests like this one: the same agent and action, the newest first.

import { url } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Loaded } from "../kit/feedback.js";
import { actorName, plural } from "../kit/format.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";
import { STATUS } from "./approval-words.js";

const READ = 50;
const SHOWN = 6;

export function LikeRequests({ scope, one }) {
  const target = url("/api/approvals", { ...(scope.isOperator ? { customer_id: one.customer_id } : {}), agent_id: one.agent_id, action: one.action, limit: READ });
  const list = useResource(target, { topics: ["approvals"] });
  return html`<section class="stack"><header class="section-head"><h3>Like requests</h3></header>
    <${Loaded} of=${list} lines=${3}>${({ data, has_more }) => html`<${History} one=${one} all=${data.filter(({ request_id }) => request_id !== one.request_id)} hasMore=${has_more} />`}<//>
  </section>`;
}

function History({ one, all, hasMore }) {
  if (all.length === 0) {
    return html`<p class="faint">This is the first time that ${one.agent_id} asks a person for <code>${one.action}</code>.</p>`;
  }
  const count = (...statuses) => all.filter(({ status }) => statuses.includes(status)).length;
  const parts = [
    [count("approved", "used"), "approved"],
    [count("rejected"), "refused"],
    [count("expired"), "expired"],
    [count("cancelled"), "cancelled"],
    [count("pending"), "waiting"],
  ].filter(([number]) => number > 0);
  return html`<p>${hasMore ? `Of the last ${all.length}` : `Of ${plural(all.length, "other request", "other requests")}`} of ${one.agent_id} for <code>${one.action}</code>: ${parts.map(([number, word]) => `${number} ${word}`).join(", ")}.</p>
    <ul class="like-list">${all.slice(0, SHOWN).map((other) => html`<${Like} key=${other.request_id} other=${other} isSame=${other.binding === one.binding} />`)}</ul>`;
}

function Like({ other, isSame }) {
  return html`<li><${Badge} is=${other.status} text=${STATUS[other.status]} />
    <span class="like-what"><${Id} value=${other.resource} />${isSame && html` <span class="tag">the same question</span>`}</span>
    <span class="faint">${other.settled_by ? `${actorName(other.settled_by)}, ` : ""}<${Time} at=${other.settled_at ?? other.created_at} /></span>
    ${other.notes && html`<span class="like-note">“${other.notes}”</span>`}</li>`;
}
