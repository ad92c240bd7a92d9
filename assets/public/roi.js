// What the calculator computes: from assumptions and the tiers in force to money, hours, and each step
// in between as text. Reads no document and sends nothing.

/** Minutes in a month of 365 ÷ 12 days. */
const MINUTES_A_MONTH = (365 * 24 * 60) / 12;

const amounts = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wholes = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const some = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** `1234.5` as `1,234.5`: at most two places. */
export const figure = (value) => some.format(value).replace(/^-0$/, "0").replace("-", "−");

/** From so many dollars on a number has no cents that are true. */
const NO_CENTS = 1e13;

/** `1234.5` as `$1,234.50`, `99` as `$99`, a loss with a minus sign. */
export function dollars(value) {
  const size = Math.abs(value);
  const cents = Math.round(size * 100);
  const isWhole = cents % 100 === 0 || size >= NO_CENTS;
  const text = isWhole ? wholes.format(Math.round(size)) : amounts.format(cents / 100);
  return `${value < 0 && cents > 0 ? "−" : ""}$${text}`;
}

const hours = (value) => `${figure(value)} h`;
/** A tier's price in words. */
export const priceOf = ({ price_usd_month: price }) => (price === null ? "price on request" : price === 0 ? "free of charge" : `${dollars(price)} a month`);

/** What a tier must cover: `[{ word, need, allowed(tier), fits(tier) }]`. */
function needsOf({ agents, actions, approvals, perMinute }) {
  const atLeast = (word, need, key) => ({
    word,
    need: figure(need),
    allowed: (tier) => (tier[key] === null || tier[key] === undefined ? "no quota" : figure(tier[key])),
    fits: (tier) => tier[key] === null || tier[key] === undefined || tier[key] >= need,
  });
  const needs = [atLeast("agents", agents, "max_agents"), atLeast("checks a month", actions, "max_checks_per_month"), atLeast("requests a minute", perMinute, "max_requests_per_minute")];
  if (approvals) {
    needs.push({ word: "approvals by people", need: "yes", allowed: () => "none", fits: (tier) => tier.features.includes("approvals") });
  }
  return needs;
}

/**
 * The cheapest tier that covers the needs, and what the one before it lacks. `tiers` are in the order of
 * the pricing table. Without one that covers them, `fits` is false and the last one is named.
 */
export function tierFor(tiers, need) {
  const needs = needsOf(need);
  const place = tiers.findIndex((tier) => needs.every((one) => one.fits(tier)));
  const tier = tiers[place] ?? tiers.at(-1);
  const before = place < 0 ? tier : tiers[place - 1];
  const lacking = before ? needs.filter((one) => !one.fits(before)) : [];
  return { tier, fits: place >= 0, before, lacking, why: reasonOf(tier, place, before, lacking) };
}

function reasonOf(tier, place, before, lacking) {
  const lacks = lacking.map(({ word, need, allowed }) => (need === "yes" ? `${before.title} has no ${word}` : `${need} ${word}, ${before.title} allows ${allowed(before)}`)).join("; ");
  if (place < 0) {
    return `No tier covers this: ${lacks}. Limits can be set for one customer: request a quote.`;
  }
  return before ? `Decided by: ${lacks}.` : `The first tier covers all of it: nothing decides for a dearer one than ${tier.title}.`;
}

/**
 * `values`: the assumptions by name, percentages from 0 to 100. Gives the sums, the tier, and `lines`:
 * `[{ name, how, result, kind? }]`, where each line uses only what stands above it or was typed.
 */
export function compute(values, tiers) {
  const perMinute = Math.ceil((values.actions / MINUTES_A_MONTH) * values.peak);
  const choice = tierFor(tiers, { agents: values.agents, actions: values.actions, perMinute, approvals: values.actions > 0 && values.after > 0 });
  const price = choice.fits ? choice.tier.price_usd_month : null;
  const reviewsSaved = (values.actions * (values.before - values.after)) / 100;
  const hoursSaved = (reviewsSaved * values.minutes) / 60;
  const onReviews = hoursSaved * values.hour;
  const onIncidents = (values.incidents * values.damage * (values.prevented / 100)) / 12;
  const saved = onReviews + onIncidents;
  const running = values.running * values.hour;
  const cost = price === null ? null : price + running;
  const gain = price === null ? null : saved - cost;
  const setup = values.setup * values.developer;
  const sums = {
    perMinute, price, reviewsSaved, hoursSaved, onReviews, onIncidents, saved, running, cost, gain, setup,
    returned: price === null || cost === 0 ? null : (gain / cost) * 100,
    paybackMonths: price === null || gain <= 0 ? null : setup / gain,
    firstYear: price === null ? null : gain * 12 - setup,
    breakEven: Math.max(0, saved - running),
    costFirstYear: price === null ? null : cost * 12 + setup,
    ownFirstYear: (values.build + 12 * values.upkeep) * values.developer,
  };
  return { ...sums, ...choice, lines: linesOf(values, sums, choice) };
}

/** Every step, with the numbers that went into it. */
function linesOf(values, sums, { tier, fits, why }) {
  const percent = (value) => `${figure(value)} %`;
  const isPriced = sums.price !== null;
  const priced = (how, result) => (isPriced ? { how: how(), result: result() } : { how: "needs a price", result: "on request" });
  return [
    { name: "Busiest minute", how: `${figure(values.actions)} actions ÷ ${figure(MINUTES_A_MONTH)} minutes × ${figure(values.peak)}, rounded up`, result: `${figure(sums.perMinute)} checks` },
    { name: "Tier", how: why, result: fits ? tier.title : "none" },
    { name: "Price a month", how: fits ? `${tier.title}, from the table above` : "agreed with an operator", result: isPriced ? dollars(sums.price) : "on request" },
    { name: "Reviews saved", how: `${figure(values.actions)} actions × (${percent(values.before)} − ${percent(values.after)})`, result: `${figure(sums.reviewsSaved)} a month` },
    { name: "Hours saved", how: `${figure(sums.reviewsSaved)} × ${figure(values.minutes)} minutes ÷ 60`, result: hours(sums.hoursSaved) },
    { name: "Saved on reviews", how: `${hours(sums.hoursSaved)} × ${dollars(values.hour)}`, result: dollars(sums.onReviews) },
    { name: "Saved on incidents", how: `${figure(values.incidents)} a year × ${dollars(values.damage)} × ${percent(values.prevented)} ÷ 12`, result: dollars(sums.onIncidents) },
    { name: "Saved a month", how: `${dollars(sums.onReviews)} + ${dollars(sums.onIncidents)}`, result: dollars(sums.saved), kind: "sum" },
    { name: "Running it", how: `${hours(values.running)} × ${dollars(values.hour)}`, result: dollars(sums.running) },
    { name: "Cost a month", ...priced(() => `${dollars(sums.price)} + ${dollars(sums.running)}`, () => dollars(sums.cost)), kind: "sum" },
    { name: "Gain a month", ...priced(() => `${dollars(sums.saved)} − ${dollars(sums.cost)}`, () => dollars(sums.gain)), kind: "sum" },
    { name: "Return", ...priced(() => (sums.cost === 0 ? "nothing is spent" : `${dollars(sums.gain)} ÷ ${dollars(sums.cost)}, whole percent`), () => returnOf(sums)) },
    { name: "Setting up, once", how: `${hours(values.setup)} × ${dollars(values.developer)}`, result: dollars(sums.setup) },
    { name: "Pays back in", ...priced(() => (sums.gain > 0 ? `${dollars(sums.setup)} ÷ ${dollars(sums.gain)} a month` : "there is no gain to pay it back from"), () => paybackOf(sums)), kind: "sum" },
    { name: "Gain in the first year", ...priced(() => `12 × ${dollars(sums.gain)} − ${dollars(sums.setup)}`, () => dollars(sums.firstYear)), kind: "sum" },
    { name: "First year of Portcullis", ...priced(() => `12 × ${dollars(sums.cost)} + ${dollars(sums.setup)}`, () => dollars(sums.costFirstYear)), kind: "beside" },
    { name: "First year of your own", how: `(${hours(values.build)} + 12 × ${hours(values.upkeep)}) × ${dollars(values.developer)}`, result: dollars(sums.ownFirstYear), kind: "beside" },
  ];
}

/** The gain for each dollar spent, in whole percent. */
export function returnOf({ price, returned }) {
  if (price === null) {
    return "on request";
  }
  return returned === null ? "–" : `${figure(Math.round(returned))} %`;
}

/** `10.5 months`, `at once`, or that it does not. */
export function paybackOf({ price, paybackMonths, setup }) {
  if (price === null) {
    return "on request";
  }
  if (paybackMonths === null) {
    return "never";
  }
  if (setup === 0) {
    return "at once";
  }
  const months = figure(paybackMonths);
  return months === "0" ? "less than a day" : `${months} ${months === "1" ? "month" : "months"}`;
}
