// UTC days: the ranges that a person asks for, and a point for each day, also for those without calls.

export const DAY_MS = 86_400_000;
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A UTC day as `2026-11-22`. */
export const dayText = (time) => new Date(time).toISOString().slice(0, 10);
const today = () => dayText(Date.now());
const daysAgo = (count) => dayText(Date.now() - count * DAY_MS);

export const monthName = (date) => month.format(Date.parse(date));

function lastMonth() {
  const first = new Date(`${today().slice(0, 7)}-01T00:00:00Z`).getTime();
  const last = dayText(first - DAY_MS);
  return { from: `${last.slice(0, 7)}-01`, to: last };
}

export const RANGES = [
  { key: "month", label: "This month", of: () => ({ from: `${today().slice(0, 7)}-01`, to: today() }) },
  { key: "last", label: "Last month", of: lastMonth },
  { key: "30", label: "30 days", of: () => ({ from: daysAgo(29), to: today() }) },
  { key: "90", label: "90 days", of: () => ({ from: daysAgo(89), to: today() }) },
];

/** The range that the query names; this month unless it names one. */
export function rangeOf({ from, to }) {
  const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value ?? "") && !Number.isNaN(Date.parse(value));
  const usual = RANGES[0].of();
  const range = { from: isDay(from) ? from : usual.from, to: isDay(to) ? to : usual.to };
  const key = RANGES.find(({ of }) => of().from === range.from && of().to === range.to)?.key;
  return { ...range, key, error: range.from > range.to ? "The first day must not be after the last one." : null };
}

/** `[{ at, … }]` for each day of a usage answer, with zeros where nothing was called. */
export function everyDay(usage) {
  const days = new Map(usage.days.map((one) => [one.day, one]));
  const points = [];
  for (let time = Date.parse(usage.from); time <= Date.parse(usage.to); time += DAY_MS) {
    const { approved = 0, denied = 0, changes = 0, reads = 0 } = days.get(dayText(time)) ?? {};
    points.push({ at: new Date(time).toISOString(), approved, denied, changes, reads });
  }
  return points;
}
