// Numbers, times and sentences, the same everywhere.

const LOCALE = "en-GB";
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const some = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });

/** `10000` as `10,000`; nothing as an en dash. */
export const number = (value) => (value === null || value === undefined ? "–" : whole.format(value));

/** One thing or several: `plural(1, "agent")` is `1 agent`. */
export function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Bytes with a unit. */
export function bytes(count) {
  if (count === null || count === undefined) {
    return "–";
  }
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? whole.format(value) : some.format(value)} ${units[unit]}`;
}

/** Milliseconds with a unit that fits. */
export function duration(ms) {
  if (ms === null || ms === undefined) {
    return "–";
  }
  if (ms < 1) {
    return `${whole.format(ms * 1000)} µs`;
  }
  if (ms < 1000) {
    return `${some.format(ms)} ms`;
  }
  const seconds = ms / 1000;
  return seconds < 90 ? `${some.format(seconds)} s` : span(ms);
}

const STEPS = [
  [60, 1, "s"],
  [3600, 60, "min"],
  [86_400, 3600, "h"],
  [86_400 * 60, 86_400, "d"],
  [Infinity, 86_400 * 30, "mo"],
];

/** A length of time in its largest unit: `3 min`, `5 h`, `12 d`. */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [, size, unit] = STEPS.find(([below]) => seconds < below);
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** `3 min ago`, `in 2 h`, `now`. */
export function relative(time, now = Date.now()) {
  const difference = new Date(time).getTime() - now;
  if (Math.abs(difference) < 1500) {
    return "now";
  }
  return difference < 0 ? `${span(-difference)} ago` : `in ${span(difference)}`;
}

const local = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium" });
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: "medium" });

/** The reader's date and time. */
export const exact = (time) => local.format(new Date(time));
export const dateOnly = (time) => day.format(new Date(time));
export const clockOnly = (time) => clock.format(new Date(time));
const utcDays = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
/** `Sun, 22 Nov 2026` for a UTC day. */
export const utcDay = (time) => utcDays.format(new Date(time));
/** `2026-11-22 16:00:00 UTC`. */
export const utc = (time) => `${new Date(time).toISOString().slice(0, 19).replace("T", " ")} UTC`;

/** Dollars a month; `null` is a price on request. */
export function price(dollars) {
  if (dollars === null || dollars === undefined) {
    return "on request";
  }
  return dollars === 0 ? "free of charge" : `$${whole.format(dollars)} a month`;
}

/** An amount in dollars, as decimal text or a number: `"1234.50"` as `$1,234.50`; nothing as an en dash. */
export function usd(amount) {
  if (amount === null || amount === undefined) {
    return "–";
  }
  const [dollars, cents] = String(amount).split(".");
  return `$${whole.format(Number(dollars))}${cents === undefined ? "" : `.${cents}`}`;
}

/** `permission_rule_failed` as `permission rule failed`. */
export const words = (code) => String(code ?? "").replaceAll("_", " ");

/** The first letter large. */
export const sentence = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");

/** What the appliance says, as a sentence: `this takes DELETE` as `This takes DELETE.` */
export const asSentence = (text) => (/[.:?]$/.test(text ?? "") ? sentence(text) : `${sentence(text)}.`);

/** What a decision's reason means, for people; the code stays beside it. */
export const REASONS = {
  all_checks_passed: "a permission allows it",
  human_override: "a person approved it",
  permission_rule_failed: "no permission allows it",
  permission_denied: "a deny rule forbids it",
  condition_failed: "a condition does not hold",
  condition_error: "a condition could not be evaluated",
  agent_not_found: "there is no such agent",
  agent_disabled: "the agent is disabled",
  agent_kill_switch_enabled: "the agent's kill switch is on",
  customer_kill_switch_enabled: "the customer's kill switch is on",
  group_kill_switch_enabled: "the group's kill switch is on",
  system_kill_switch_enabled: "the system's kill switch is on",
  approval_required: "a person must approve it",
  approval_pending: "a person has not answered yet",
  approval_rejected: "a person refused it",
  approval_expired: "nobody answered in time",
};

/** Who acted, in a word or two: from an audit record's actor or text such as `operator:ada`. */
export function actorName(actor) {
  if (!actor) {
    return "nobody";
  }
  if (typeof actor === "string") {
    return actor;
  }
  const kinds = { api_key: "API key", operator: "operator", local: "the local owner", setup_link: "setup link", session: "session", portal_link: "portal link", key_link: "key link", stripe: "Stripe", nobody: "nobody", system: "the system" };
  return actor.name ?? (actor.id ? `${kinds[actor.kind] ?? words(actor.kind)} ${actor.id}` : (kinds[actor.kind] ?? words(actor.kind)));
}
