// What a rule's patterns mean, said before they are sent: the appliance's own rules of spelling in its
// own words (src/domain/text.rs), and what a `*` matches. The appliance decides; this only says it sooner.

const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
const CONTROL = /\p{Cc}/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Unicode's white space, which is not quite what `trim` takes. */
const AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** As it is kept: composed (NFC) and trimmed. */
export const canonical = (text) => text.normalize("NFC").replace(AROUND, "");

/** What is wrong with an action or a pattern for one; nothing where it passes. */
export const actionProblem = (text) => textProblem(canonical(text), 100);

/** The same for a resource: one spelling, so that no other slips past a deny. */
export function resourceProblem(text) {
  const normal = canonical(text);
  return textProblem(normal, 255) ?? segmentProblem(normal);
}

function textProblem(normal, max) {
  if (normal === "") {
    return "must not be blank";
  }
  if ([...normal].length > max) {
    return `must have at most ${max} characters`;
  }
  if (CONTROL.test(normal)) {
    return "must not hold control characters";
  }
  return INVISIBLE.test(normal) ? "must not hold invisible characters" : undefined;
}

function segmentProblem(normal) {
  const inner = normal.replace(SCHEME, "").replace(/^\//, "");
  if (inner === "") {
    return undefined;
  }
  const isOdd = inner
    .replace(/\/$/, "")
    .split("/")
    .some((segment) => segment === "" || segment === "." || segment === "..");
  return isOdd ? "must be canonical: no empty, `.` or `..` segments between slashes" : undefined;
}

/** Whether the pattern describes the text: `*` is any run of characters, all else is itself. */
export function matches(pattern, text) {
  const parts = pattern.split("*");
  if (parts.length === 1) {
    return pattern === text;
  }
  const first = parts[0];
  const last = parts.at(-1);
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
    return false;
  }
  let place = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, place);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    place = found + part.length;
  }
  return true;
}

/** The checks among log records: questions and their answers, no changes. */
export const checksOf = (records) => records.filter(({ result }) => result === "approved" || result === "denied");

/** Actions as they were asked for, the most frequent first. */
export const actionsIn = (checks) => ranked(checks.map(({ action }) => action));

/** Resources as they were asked for, and the patterns that several of them share. */
export function resourcesIn(checks) {
  const asked = ranked(checks.map(({ resource }) => resource).filter(Boolean));
  const shared = ranked(asked.map(familyOf).filter(Boolean), 2);
  return [...shared, ...asked];
}

/** `orders/4711` belongs to `orders/*`. */
function familyOf(resource) {
  const cut = resource.lastIndexOf("/", resource.length - 2);
  return cut < 0 || resource.slice(0, cut + 1).endsWith("://") ? null : `${resource.slice(0, cut + 1)}*`;
}

function ranked(words, atLeast = 1) {
  const counts = new Map();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= atLeast).sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
