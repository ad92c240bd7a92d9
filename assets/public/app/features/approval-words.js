// Where a request for approval stands, and how long it has, in words.

import { relative, span } from "../kit/format.js";
import { useNow } from "../kit/time.js";
import { html } from "../kit/ui.js";

/** The status of a request, for people. */
export const STATUS = {
  pending: "waiting",
  approved: "approved, not used yet",
  used: "approved and used",
  rejected: "refused",
  cancelled: "cancelled",
  expired: "expired",
};

const SOON_MS = 15 * 60_000;

/** Whether little is left of its time: a quarter of an hour. */
export const isSoon = ({ expires_at }, now) => Date.parse(expires_at) - now < SOON_MS;
export const isOver = ({ expires_at }, now) => Date.parse(expires_at) <= now;

/** `23 min left`, ticking; seconds in the last minutes. */
export function TimeLeft({ one }) {
  const now = useNow();
  const left = Date.parse(one.expires_at) - now;
  const text = left <= 0 ? `expired ${relative(one.expires_at, now)}` : `${left < 600_000 && left >= 60_000 ? clock(left) : span(left)} left`;
  return html`<time datetime=${one.expires_at} title=${`expires ${new Date(one.expires_at).toLocaleString("en-GB")}`}>${text}</time>`;
}

/** `9:05 min`. */
function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}
