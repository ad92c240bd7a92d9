// What the calculator computes: from assumptions and the tiers in force to money, hours, and each step
// in between as text. Reads no document and sends nothing.

/** Minutes in a month of 365 ÷ 12 days. */
const MINUTES_A_MONTH = (365 * 24 * 60) / 12;

const amounts = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wholes = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const some = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** `1234.5` as `1,234.5`: at most two places. */
export const figure = (value) => some.format(value);

/** `1234.5` as `$1,234.50`, `99` as `$99`, a loss with a minus sign. */
export function dollars(value) {
  const cents = Math.round(Math.abs(value) * 100);
  const text = cents % 100 === 0 ? wholes.format(cents / 100) : amounts.format(cents / 100);
  return `${value < 0 && cents > 0 ? "−" : ""}$${text}`;
}

const hours = (value) => `${figure(value)} h`;
/** A tier's price in words. */
export const priceOf = ({ price_usd_month: price }) => (price === null ? "price on request" : price === 0 ? "free of charge" : `${dollars(price)} a month`);

/** What a tier must cover: `[{ word, need, allowed(tier), fits(tier) }]`. */
function needsOf({ agents, checks, approvals, perMinute }) {
  const atLeast = (word, need, key) => ({
    word,
    need: figure(need),
    allowed: (tier) => (tier[key] === null || tier[key] === undefined ? "no quota" : figure(tier[key])),
    fits: (tier) => tier[key] === null || tier[key] === undefined || tier[key] >= need,
  });
  const needs = [atLeast("agents", agents, "max_agents"), atLeast("checks a month", checks, "max_checks_per_month"), atLeast("requests a minute", perMinute, "max_requests_per_minute")];
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
  const average = values.checks / MINUTES_A_MONTH;
  const perMinute = Math.ceil(average * values.peak);
  const reviews = values.checks * (values.reviewed / 100);
  const hoursToday = (reviews * values.minutes) / 60;
  const hoursLeft = hoursToday * (values.remaining / 100);
  const hoursSaved = hoursToday - hoursLeft;
  const choice = tierFor(tiers, { agents: values.agents, checks: values.checks, perMinute, approvals: reviews > 0 && values.remaining > 0 });
  const price = choice.fits ? choice.tier.price_usd_month : null;
  const onReviews = hoursSaved * values.hour;
  const onIncidents = (values.incidents * values.damage * (values.prevented / 100)) / 12;
  const saved = onReviews + onIncidents;
  const setup = values.setup * values.developer;
  const net = price === null ? null : saved - price;
  const sums = {
    perMinute, average, reviews, hoursToday, hoursLeft, hoursSaved, onReviews, onIncidents, saved, price, setup, net,
    paybackMonths: net === null || net <= 0 ? null : setup / net,
    firstYear: net === null ? null : net * 12 - setup,
    ownFirstYear: (values.build + 12 * values.upkeep) * values.developer,
    costFirstYear: price === null ? null : price * 12 + setup,
  };
  return { ...sums, ...choice, lines: linesOf(values, sums, choice) };
}

/** Every step, with the numbers that went into it. */
function linesOf(values, sums, { tier, fits, why }) {
  const percent = (value) => `${figure(value)} %`;
  const isPriced = sums.price !== null;
  return [
    { name: "Busiest minute", how: `${figure(values.checks)} checks ÷ ${figure(MINUTES_A_MONTH)} minutes × ${figure(values.peak)}, rounded up`, result: `${figure(sums.perMinute)} a minute` },
    { name: "Tier", how: why, result: fits ? tier.title : "none" },
    { name: "Price", how: fits ? `${tier.title}, from the table above` : "agreed with an operator", result: isPriced ? dollars(sums.price) : "on request" },
    { name: "Reviews today", how: `${figure(values.checks)} checks × ${percent(values.reviewed)}`, result: `${figure(sums.reviews)} a month` },
    { name: "Hours of review today", how: `${figure(sums.reviews)} × ${figure(values.minutes)} minutes ÷ 60`, result: hours(sums.hoursToday) },
    { name: "Hours of review that stay", how: `${hours(sums.hoursToday)} × ${percent(values.remaining)}`, result: hours(sums.hoursLeft) },
    { name: "Hours saved", how: `${hours(sums.hoursToday)} − ${hours(sums.hoursLeft)}`, result: hours(sums.hoursSaved) },
    { name: "Saved on reviews", how: `${hours(sums.hoursSaved)} × ${dollars(values.hour)}`, result: dollars(sums.onReviews) },
    { name: "Saved on incidents", how: `${figure(values.incidents)} a year × ${dollars(values.damage)} × ${percent(values.prevented)} ÷ 12`, result: dollars(sums.onIncidents) },
    { name: "Saved a month", how: `${dollars(sums.onReviews)} + ${dollars(sums.onIncidents)}`, result: dollars(sums.saved), kind: "sum" },
    { name: "Net a month", how: isPriced ? `${dollars(sums.saved)} − ${dollars(sums.price)}` : `pays off below ${dollars(sums.saved)} a month`, result: isPriced ? dollars(sums.net) : "on request", kind: "sum" },
    { name: "Setting up, once", how: `${hours(values.setup)} × ${dollars(values.developer)}`, result: dollars(sums.setup) },
    { name: "Pays back in", how: paybackHow(sums), result: paybackOf(sums), kind: "sum" },
    { name: "Net in the first year", how: isPriced ? `12 × ${dollars(sums.net)} − ${dollars(sums.setup)}` : "needs a price", result: isPriced ? dollars(sums.firstYear) : "on request", kind: "sum" },
    { name: "First year of Portcullis", how: isPriced ? `12 × ${dollars(sums.price)} + ${dollars(sums.setup)}` : "needs a price", result: isPriced ? dollars(sums.costFirstYear) : "on request", kind: "beside" },
    { name: "First year of your own", how: `(${hours(values.build)} + 12 × ${hours(values.upkeep)}) × ${dollars(values.developer)}`, result: dollars(sums.ownFirstYear), kind: "beside" },
  ];
}

function paybackHow({ price, net, setup }) {
  if (price === null) {
    return "needs a price";
  }
  return net > 0 ? `${dollars(setup)} ÷ ${dollars(net)} a month` : "what is saved does not cover the price";
}

/** `10.5 months`, `at once`, or that it does not. */
export function paybackOf({ price, paybackMonths, setup }) {
  if (price === null) {
    return "on request";
  }
  if (paybackMonths === null) {
    return "never";
  }
  return setup === 0 ? "at once" : `${figure(paybackMonths)} ${paybackMonths === 1 ? "month" : "months"}`;
}
