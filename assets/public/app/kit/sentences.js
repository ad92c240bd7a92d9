// Records of the log as sentences: who did what to what, and why it came out so.

import { Id } from "./badge.js";
import { REASONS, actorName, plural, sentence, words } from "./format.js";
import { Time } from "./time.js";
import { html } from "./ui.js";

const SWITCH = ["enabled", "disabled"];
/** A decision was asked for by an agent; a change was made or refused. */
export const isDecision = (record) => record.id.startsWith("dec_");

/** `held` where a denial waits for a person; otherwise the result itself. */
export const stateOf = (record) => (record.reason === "approval_required" || record.reason === "approval_pending" ? "held" : record.result);

/** The word beside a record's icon: of a switch, what happened to it. */
export function stateWords(record) {
  const state = stateOf(record);
  if (state === "held") {
    return "held for a person";
  }
  return SWITCH.includes(state) ? (state === "enabled" ? "engaged" : "released") : words(state);
}

/** Why a change was refused, for people; the code stays beside it. */
export const REFUSALS = {
  unauthenticated: "no credential was given",
  invalid_key: "the credential is not valid",
  insufficient_scope: "the credential's scopes do not cover it",
  operator_role: "the operator's role does not allow it",
  wrong_agent: "the key is bound to another agent",
  owner_mismatch: "the owner that was named is not the agent's",
  customer_inactive: "the customer is deactivated",
  feature_not_in_tier: "the tier does not include it",
  limit_reached: "a limit of the tier is reached",
  not_found: "there is no such thing",
  email_taken: "the e-mail address is taken",
  agent_exists: "there is an agent with that id",
  conflict: "it stands against something that is there",
  edit_conflict: "somebody else changed it meanwhile",
  validation_failed: "what was sent breaks a rule",
  rate_limited: "there were too many tries",
  setup_link_over: "the setup link was used or has expired",
  portal_link_over: "the portal link was used or has expired",
  insecure_connection: "the connection is not encrypted",
  foreign_origin: "the request came from another site",
  mail_not_configured: "no relay is configured",
  quota_exceeded: "the month's checks are used up",
  invalid_signature: "its signature is wrong",
  internal: "it failed",
};

/** What a reason means, in words. */
export const because = (reason) => REASONS[reason] ?? REFUSALS[reason] ?? words(reason);

/** The credential that acted, short enough for a line. A name keeps its letters as they are. */
export function Actor({ actor, isFirst = false }) {
  if (actor?.name) {
    return html`<strong class="actor">${actor.name}</strong>`;
  }
  if (!actor?.id) {
    const text = actor?.kind === "nobody" ? "somebody without a credential" : actorName(actor);
    return html`<strong class="actor">${isFirst ? sentence(text) : text}</strong>`;
  }
  return html`<span class="actor">${actorName({ kind: actor.kind })} <${Id} value=${actor.id} /></span>`;
}

const quoted = (text) => (text ? html`“${text}”` : null);
function named(noun, { details, resource }) {
  return details?.name || resource ? html`${noun} ${quoted(details?.name) ?? html`<${Id} value=${resource} />`}` : html`a ${noun}`;
}
const customer = ({ customer_name, resource }) => html`customer ${customer_name ? html`<strong>${customer_name}</strong>` : html`<${Id} value=${resource} />`}`;
const agent = (record) => html`agent <strong>${record.agent_id ?? record.details?.agent_id ?? record.resource}</strong>`;
const question = ({ details, resource }) => (details?.action ? html`<em>${details.action}</em> on <em>${details.resource}</em> for <strong>${details.agent_id}</strong>` : html`request <${Id} value=${resource} />`);
const operator = ({ details, resource }) => html`operator ${details?.username ? html`<strong>${details.username}</strong>` : html`<${Id} value=${resource} />`}`;

const message = ({ resource }) => html`message <${Id} value=${resource} />`;
const quote = ({ resource }) => html`request for a quote <${Id} value=${resource} />`;

const EFFECTS = { allow: "allows", deny: "denies", require_approval: "asks a person about" };

function permission(record) {
  const { details } = record;
  if (!details?.action) {
    return html`permission ${record.resource ? html`<${Id} value=${record.resource} />` : html`for ${agent(record)}`}`;
  }
  return html`permission that ${EFFECTS[details.effect] ?? details.effect} <em>${details.action}</em> on <em>${details.resource}</em>, for ${agent(record)}`;
}

const why = ({ details }) => (details?.reason ? html`, saying ${quoted(details.reason)}` : "");
const key = (record) => html`API key ${quoted(record.details?.name) ?? html`<${Id} value=${record.resource} />`}${record.agent_id ? html` for ${agent(record)}` : ""}${record.customer_name ? html` of <strong>${record.customer_name}</strong>` : ""}${record.details?.holder ? html`, held by ${record.details.holder}` : ""}`;

/**
 * By action: what was done, what was tried, to what. The words after it are what its details add.
 */
const CHANGES = {
  "customer.register": ["registered", "register", (record) => html`${named("customer", record)}${record.details?.tier ? ` on the tier ${record.details.tier}` : ""}`],
  "customer.update": ["changed", "change", customer],
  "customer.upgrade": ["moved", "move", (record) => html`${customer(record)}${record.details?.to ? html` from ${record.details.from} to <strong>${record.details.to}</strong>` : " to another tier"}`],
  "customer.deactivate": ["deactivated", "deactivate", customer],
  "customer.reactivate": ["reactivated", "reactivate", customer],
  "customer.portal_link": ["made", "make", () => "a portal link"],
  "customer.portal_link_revoke": ["withdrew", "withdraw", () => "a portal link"],
  "customer.invite": ["invited", "invite", (record) => html`${named("customer", record)}${record.details?.tier ? ` on the tier ${record.details.tier}` : ""}`],
  "customer.import": ["imported", "import", ({ details }) => (details?.imported === undefined ? "customers" : plural(details.imported, "customer"))],
  "key_link.create": ["made", "make", ({ details }) => html`a key link${details?.delivery === "email" ? " that is sent by e-mail" : ""}`],
  "key_link.redeem": ["was used for", "get", key],
  "key_link.revoke": ["withdrew", "withdraw", () => "a key link"],
  "message.test": ["queued", "queue", () => "a test letter"],
  "message.attempt": ["began to send", "send", message],
  "message.settle": ["noted what became of", "settle", message],
  "message.retry": ["sent", "send", (record) => html`${message(record)} again`],
  "message.cancel": ["cancelled", "cancel", message],
  "message.forget": ["deleted", "delete", ({ details }) => html`${plural(details?.messages ?? 0, "message")} that ${details?.messages === 1 ? "was" : "were"} over long ago`],
  "quote.request": ["made", "make", (record) => html`a ${quote(record)}`],
  "quote.update": ["changed", "change", (record) => html`the ${quote(record)}${record.details?.to ? `, which is ${record.details.to} now` : ""}`],
  "quote.delete": ["deleted", "delete", (record) => html`the ${quote(record)}`],
  "quota.notice": ["noted", "note", ({ details }) => html`that ${details?.percent ?? "a part"} % of the month's checks are used`],
  "billing.event": ["reported", "report", ({ details, resource }) => html`<code>${details?.type ?? "an event"}</code> <${Id} value=${resource} />`],
  "api_key.create": ["issued", "issue", key],
  "api_key.revoke": ["revoked", "revoke", key],
  "agent.create": ["created", "create", agent],
  "agent.update": ["changed", "change", agent],
  "agent.delete": ["deleted", "delete", (record) => html`${agent(record)}${record.details ? html` with ${plural(record.details.permissions_deleted ?? 0, "permission")} and ${plural(record.details.keys_revoked ?? 0, "key")}` : ""}`],
  "permission.create": ["added", "add", (record) => html`a ${permission(record)}`],
  "permission.delete": ["withdrew", "withdraw", (record) => html`the ${permission(record)}`],
  "agent.kill": ["engaged", "engage", (record) => html`the kill switch of ${agent(record)}${why(record)}`],
  "agent.release": ["released", "release", (record) => html`the kill switch of ${agent(record)}${why(record)}`],
  "approval.approve": ["approved", "approve", question],
  "approval.deny": ["refused", "refuse", question],
  "operator.create": ["created", "create", (record) => html`${operator(record)}${record.details?.role ? ` as ${record.details.role}` : ""}`],
  "operator.update": ["changed", "change", (record) => html`${operator(record)}${record.details ? html`: role ${record.details.role}, ${record.details.is_disabled ? "disabled" : "enabled"}` : ""}`],
  "operator.password": ["set", "set", (record) => html`the password of ${operator(record)}`],
  "operator.recover": ["let", "let", (record) => html`${operator(record)} in again`],
  "operator.setup_link": ["made", "make", (record) => html`a setup link${record.details?.username ? html` for <strong>${record.details.username}</strong>` : ""}${record.details?.role ? ` as ${record.details.role}` : ""}`],
  "operator.sign_out": ["closed", "close", (record) => html`the sessions of ${operator(record)}`],
  "operator.login": ["signed in", "sign in", () => ""],
  "operator.logout": ["signed out", "sign out", () => ""],
  "portal.login": ["signed in", "sign in", () => "to the portal"],
  "portal.logout": ["signed out", "sign out", () => "of the portal"],
  "operator_token.create": ["issued", "issue", (record) => named("operator token", record)],
  "operator_token.revoke": ["revoked", "revoke", (record) => named("operator token", record)],
  "configuration.reload": ["reloaded", "reload", ({ details }) => html`the configuration${details?.changes ? `, which changed ${plural(Object.keys(details.changes).length, "value")}` : ""}`],
  "backup.start": ["started", "start", () => "a backup"],
  "backup.make": ["made", "make", ({ details }) => html`backup ${details?.file ? html`<code>${details.file}</code>` : ""}`],
  "audit.verify": ["began to verify", "verify", () => "the audit chain"],
  "appliance.start": ["started", "start", () => "the appliance"],
  "appliance.restore": ["restored", "restore", () => "the appliance from a backup"],
  "ledger.probe": ["tried", "try", () => "whether a record can be written"],
};

const SWITCHES = {
  system_kill_switch: () => "the kill switch of the whole system",
  customer_kill_switch: ({ customer_name }) => (customer_name ? html`the kill switch of customer <strong>${customer_name}</strong>` : "the customer's kill switch"),
};

function decisionWords(record, when) {
  const what = html`<em>${record.action}</em> on <em>${record.resource}</em>`;
  if (stateOf(record) === "held") {
    return html`<strong>${record.agent_id}</strong> asked for ${what}${when} and was held: ${because(record.reason)}`;
  }
  const verb = record.result === "approved" ? "was approved for" : "was denied";
  return html`<strong>${record.agent_id}</strong> ${verb} ${what}${when}, because ${because(record.reason)}`;
}

/** Of a sign-in one is told no more than this, so that names cannot be found out. */
const refusal = ({ action, reason }) => (action === "operator.login" && reason === "invalid_key" ? "the name or the password is wrong" : because(reason));

function changeWords(record, when) {
  const actor = html`<${Actor} actor=${record.actor} isFirst />`;
  const subject = SWITCHES[record.action]?.(record);
  if (SWITCH.includes(record.result) && subject) {
    return html`${actor} ${record.result === "enabled" ? "engaged" : "released"} ${subject}${when}${why(record)}`;
  }
  const [done, tried, object] = CHANGES[record.action] ?? [`did ${words(record.action)}`, `do ${words(record.action)}`, ({ resource }) => (resource ? html`on <${Id} value=${resource} />` : "")];
  if (record.result === "refused") {
    return html`${actor} tried to ${subject ? "switch" : tried} ${subject ?? object(record)}${when} and was refused: ${refusal(record)}`;
  }
  return html`${actor} ${done} ${object(record)}${when}`;
}

/** The record in one sentence, with how long ago it was. */
export function RecordWords({ record }) {
  const when = html` <${Time} at=${record.timestamp} />`;
  return isDecision(record) ? decisionWords(record, when) : changeWords(record, when);
}
