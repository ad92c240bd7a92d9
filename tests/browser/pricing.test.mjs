// The calculator on the pricing page: it comes to what a second calculation comes to, says what is wrong
// beside the field, keeps its numbers in the address, and follows the tiers that are in force.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, isTooWide, open } from "./lib/browser.mjs";

after(closeBrowser);

/** What the fields start with; read from the page too, so that a test fails when one changes unseen. */
const START = { agents: 5, actions: 10_000, peak: 20, before: 5, after: 2, minutes: 2, hour: 35, incidents: 0, damage: 1000, prevented: 25, running: 4, setup: 16, developer: 80, build: 160, upkeep: 8 };

/** The same sums, in cents and from scratch: nothing here is the page's. */
function expected(values, tiers) {
  const perMinute = Math.ceil((values.actions * values.peak * 12) / (365 * 24 * 60));
  const covers = (tier) =>
    tier.max_agents >= values.agents &&
    tier.max_requests_per_minute >= perMinute &&
    (tier.max_checks_per_month === null || tier.max_checks_per_month >= values.actions) &&
    (values.after === 0 || values.actions === 0 || tier.features.includes("approvals"));
  const tier = tiers.find(covers) ?? null;
  const hoursSaved = (values.actions * (values.before - values.after) * values.minutes) / 6000;
  const saved = hoursSaved * values.hour + (values.incidents * values.damage * values.prevented) / 1200;
  const price = tier?.price_usd_month ?? null;
  const cost = price === null ? null : price + values.running * values.hour;
  const gain = price === null ? null : saved - cost;
  const setup = values.setup * values.developer;
  return { tier, perMinute, hoursSaved, saved, price, cost, gain, setup, own: (values.build + 12 * values.upkeep) * values.developer };
}

/** `$1,234.50` as 123450 cents. */
const cents = (text) => Math.round(Number(text.replace("−", "-").replace(/[$,]/g, "")) * 100);
const inCents = (value) => Math.round(Math.abs(value) * 100) * Math.sign(value);
const number = (text) => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));
const within = (one, other, much) => assert.ok(Math.abs(one - other) <= much, `${one} is not ${other}`);

async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`#${name}`).fill(String(value));
  }
}

async function calculator(t, options, path = "") {
  const appliance = await Appliance.start(t, options);
  const page = await open(t, appliance, { permissions: ["clipboard-read", "clipboard-write"], ...options?.view });
  await page.goto(`${appliance.url}/pricing${path}`);
  await page.locator("#roi").waitFor();
  return { appliance, page, tiers: await appliance.call("GET", "/api/tiers") };
}

/** The lines of the calculation, by name: `{ how, result }`. */
const linesOf = (page) => page.locator("#steps tr").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.cells[0].textContent, { how: row.cells[1].textContent, result: row.cells[2].textContent }])));
const sums = (page) => page.locator(".sums dd").evaluateAll((cells) => Object.fromEntries(cells.map(({ id, textContent }) => [id.slice(4), textContent])));

/** Compares all that is shown with the second calculation. */
async function agrees(page, values, tiers) {
  const right = expected(values, tiers);
  const [lines, shown] = [await linesOf(page), await sums(page)];
  assert.equal(number(lines["Busiest minute"].result), right.perMinute);
  assert.equal(lines.Tier.result, right.tier?.title ?? "none");
  assert.equal(await page.locator("#tier-title").innerText(), right.tier?.title ?? "No tier covers this");
  within(number(lines["Hours saved"].result), right.hoursSaved, 0.005);
  assert.equal(cents(lines["Saved a month"].result), inCents(right.saved));
  assert.equal(shown.saved, lines["Saved a month"].result);
  assert.equal(cents(lines["First year of your own"].result), inCents(right.own));
  assert.equal(cents(lines["Setting up, once"].result), inCents(right.setup));
  if (right.price === null) {
    for (const name of ["Price a month", "Cost a month", "Gain a month", "Pays back in", "Gain in the first year"]) {
      assert.equal(lines[name].result, "on request", name);
    }
    return right;
  }
  assert.equal(cents(lines["Price a month"].result), right.price * 100);
  assert.equal(cents(lines["Cost a month"].result), inCents(right.cost));
  assert.equal(cents(shown.gain), inCents(right.gain));
  assert.equal(cents(shown.year), inCents(right.gain * 12 - right.setup));
  assert.equal(lines["Gain a month"].result, shown.gain);
  if (right.gain > 0) {
    within(number(shown.payback), right.setup / right.gain, 0.005);
  } else {
    assert.equal(shown.payback, "never");
  }
  if (right.cost > 0) {
    assert.equal(number(shown.return), Math.round((right.gain / right.cost) * 100));
  }
  return right;
}

test("the sums are those of a second calculation, whatever is typed", async (t) => {
  const { page, tiers } = await calculator(t);
  const started = Object.fromEntries(await page.locator("#assumptions input").evaluateAll((inputs) => inputs.map(({ name, value }) => [name, Number(value.replaceAll(",", ""))])));
  assert.deepEqual(started, START);
  const cases = [
    [{}, "starter"],
    [{ after: 0, actions: 9_000 }, "free"],
    [{ after: 0, actions: 12_000 }, "starter"],
    [{ agents: 51, before: 12.5, minutes: 4.25, hour: 61 }, "pro"],
    [{ peak: 500 }, "pro"],
    [{ incidents: 7, damage: 1999.99, prevented: 33 }, "starter"],
    [{ before: 0, after: 3 }, "starter"],
    [{ actions: 2_000_000, agents: 700 }, "enterprise"],
    [{ agents: 6_000 }, undefined],
    [{ actions: 0, running: 0, setup: 0, agents: 1 }, "free"],
  ];
  for (const [changes, name] of cases) {
    const values = { ...START, ...changes };
    await fill(page, values);
    const { tier } = await agrees(page, values, tiers);
    assert.equal(tier?.name, name, JSON.stringify(changes));
  }
});

test("which limit decided is said, and each step names the numbers that it uses", async (t) => {
  const { page } = await calculator(t);
  const why = page.locator("#tier-why");
  assert.equal(await why.innerText(), "Decided by: Free has no approvals by people.");
  await fill(page, { agents: "1,200" });
  assert.equal(await why.innerText(), "Decided by: 1,200 agents, Pro allows 500.");
  await fill(page, { agents: 6, after: 0, actions: "10 001" });
  assert.equal(await why.innerText(), "Decided by: 6 agents, Free allows 5; 10,001 checks a month, Free allows 10,000.");
  await fill(page, { agents: 90_000 });
  assert.match(await why.innerText(), /^No tier covers this: 90,000 agents, Enterprise allows 5,000\..*request a quote/);
  await fill(page, { agents: 5, actions: 10_000, after: 2 });
  const lines = await linesOf(page);
  assert.equal(lines["Reviews saved"].how, "10,000 actions × (5 % − 2 %)");
  assert.equal(lines["Gain a month"].how, "$350 − $239");
  assert.equal(lines["Pays back in"].how, "$1,280 ÷ $111 a month");
});

/** The worked examples of the document for sellers: what went in, and the table that came out. */
function workedExamples() {
  const text = readFileSync(new URL("../../docs/SALES.md", import.meta.url), "utf8");
  return [...text.matchAll(/<!-- from: roi ([^>]*?) -->([\s\S]*?)<!-- end -->/g)].map(([, words, table]) => ({
    put: Object.fromEntries(words.split(" ").map((word) => word.split("="))),
    result: (row) => table.match(new RegExp(`\\| ${row} \\|[^|]*\\| *([^|]+?) *\\|`))[1],
  }));
}

test("the worked examples for sellers come to the same on the page", async (t) => {
  const { page } = await calculator(t);
  const examples = workedExamples().filter(({ put }) => put.price === undefined);
  assert.ok(examples.length >= 2);
  for (const { put, result } of examples) {
    const agents = { free: 1, starter: 6, pro: 60 }[put.tier];
    await fill(page, { ...START, agents, actions: put.actions, before: put.reviewed_before, after: put.reviewed_after, minutes: put.minutes, hour: put.hourly_usd, running: put.running_hours });
    const [lines, shown] = [await linesOf(page), await sums(page)];
    assert.equal(lines.Tier.result.toLowerCase(), put.tier);
    within(number(lines["Reviews saved"].result), number(result("Reviews saved")), 0.005);
    within(number(shown.hours), number(result("Hours saved")), 0.005);
    assert.equal(cents(shown.cost), cents(result("Cost")));
    assert.equal(cents(shown.gain), cents(result("Gain a month")));
    assert.equal(number(shown.return), number(result("Return")));
  }
});

test("the ends of what can be typed come to numbers, in words that fit them", async (t) => {
  const { page } = await calculator(t);
  const most = await page.locator("#assumptions input").evaluateAll((inputs) => Object.fromEntries(inputs.map(({ name, dataset }) => [name, dataset.max])));
  const least = await page.locator("#assumptions input").evaluateAll((inputs) => Object.fromEntries(inputs.map(({ name, dataset }) => [name, dataset.min])));
  const read = async (values) => {
    await fill(page, values);
    const text = await page.locator(".roi").innerText();
    assert.doesNotMatch(text, /NaN|Infinity|undefined|null|e\+/);
    assert.equal(await isTooWide(page), false);
    return { ...(await sums(page)), verdict: await page.locator("#sum-verdict").innerText() };
  };
  const nothing = await read(least);
  assert.deepEqual([nothing.gain, nothing.cost, nothing.return, nothing.payback, nothing.verdict], ["$0", "$0", "–", "never", "With these assumptions it costs as much as it saves."]);
  const all = await read({ ...most, after: 0, running: 0 });
  // 10^10 actions, each reviewed for 480 minutes at $10,000 an hour, and 10,000 incidents of $10^9 a year.
  assert.deepEqual([all.saved, all.hours, all.gain], ["$800,833,333,333,333", "80,000,000,000 h", "on request"]);
  const even = await read({ ...least, actions: 8_000, before: 50, minutes: 3, hour: 1, running: 200 });
  assert.deepEqual([even.saved, even.cost, even.verdict], ["$200", "$200", "With these assumptions it costs as much as it saves."]);
  const month = await read({ ...least, actions: 6_000, before: 50, minutes: 2, hour: 1, setup: 1, developer: 100 });
  assert.deepEqual([month.gain, month.payback, month.year], ["$100", "1 month", "$1,100"]);
  const soon = await read({ ...least, actions: 6_000, before: 50, minutes: 2, hour: 1000, setup: 1, developer: 1 });
  assert.deepEqual([soon.gain, soon.payback], ["$100,000", "less than a day"]);
});

test("what is no number is said beside its field, and nothing is computed from it", async (t) => {
  const { page } = await calculator(t);
  const names = await page.locator("#assumptions input").evaluateAll((inputs) => inputs.map(({ name }) => name));
  assert.deepEqual(names, Object.keys(START));
  for (const name of names) {
    const field = page.locator(`#${name}`);
    for (const [text, says] of [["", "is needed"], ["many", "must be a number"], ["-1", "must not be negative"], ["1e999", "must be a number"], ["99999999999999", "must be from"]]) {
      await field.fill(text);
      assert.match(await page.locator(`#${name}-error`).innerText(), new RegExp(says), `${name}: ${text}`);
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.equal(await page.locator("#sum-gain").innerText(), "–");
      assert.equal(await page.locator("#steps tr").count(), 0);
      assert.match(await page.locator("#sum-verdict").innerText(), /^Correct “/);
    }
    await field.fill(String(START[name]));
    assert.equal(await page.locator(`#${name}-error`).isHidden(), true);
  }
  await fill(page, { agents: "2.5" });
  assert.match(await page.locator("#agents-error").innerText(), /whole number/);
  await fill(page, { agents: 5 });
  assert.equal(await page.locator("#sum-gain").innerText(), "$111");
});

test("the address keeps the numbers, and a link opens the same", async (t) => {
  const { appliance, page, tiers } = await calculator(t);
  assert.equal(new URL(page.url()).search, "", "nothing was changed");
  const values = { ...START, agents: 77, actions: 123_456, hour: 48.5, incidents: 3 };
  await fill(page, values);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, page.url());
  const other = await open(t, appliance);
  await other.goto(link);
  await other.locator("#roi").waitFor();
  await agrees(other, values, tiers);
  assert.deepEqual(await sums(other), await sums(page));
  await other.goto(`${appliance.url}/pricing?agents=lots&actions=%3Cb%3E`);
  await other.locator("#roi").waitFor();
  assert.match(await other.locator("#agents-error").innerText(), /must be a number/);
  assert.equal(await other.locator("#actions").inputValue(), "<b>");
  await page.locator("#agents").fill("78");
  await page.locator("#ask-quote").click();
  assert.equal(await page.locator("#agents").inputValue(), "78", "a move within the page keeps what was just typed");
  await page.getByRole("button", { name: "Start over" }).click();
  assert.equal(new URL(page.url()).search, "");
  await agrees(page, START, tiers);
});

const TIERS = `
[subscriptions]
registration_default = "solo"
self_service_max = "team"
[[subscriptions.tiers]]
name = "solo"
title = "Solo"
max_agents = 2
max_requests_per_minute = 30
max_api_keys = 1
max_checks_per_month = 500
price_usd_month = 7
support = "none"
features = ["approvals"]
feature_list = []
[[subscriptions.tiers]]
name = "team"
title = "Team"
max_agents = 200
max_requests_per_minute = 3000
max_api_keys = 9
price_usd_month = 1250
support = "e-mail"
features = ["approvals"]
feature_list = []
`;

test("tiers and prices are those of the configuration", async (t) => {
  const { appliance, page, tiers } = await calculator(t, { settings: TIERS });
  assert.deepEqual(await page.locator(".tiers tbody th").allInnerTexts(), ["Solo", "Team"]);
  assert.match(await page.locator(".tiers").innerText(), /\$1,250 a month/);
  assert.match(await page.locator(".tiers").innerText(), /no quota/);
  const few = { ...START, agents: 2, actions: 500 };
  await fill(page, few);
  assert.equal((await agrees(page, few, tiers)).tier.name, "solo");
  const more = { ...few, actions: 501 };
  await fill(page, more);
  assert.equal((await agrees(page, more, tiers)).tier.name, "team");
  assert.match(await page.locator("#sum-verdict").innerText(), /more than it saves/);
  await page.getByRole("link", { name: "Get an API key" }).click();
  await page.waitForURL(`${appliance.url}/?tier=team#start`);
  assert.equal(await page.getByLabel("Subscription tier", { exact: true }).inputValue(), "team", "registration goes on with the tier");
  await page.goto(`${appliance.url}/`);
  assert.equal(await page.getByLabel("Subscription tier", { exact: true }).inputValue(), "solo", "the tier that a registration starts with");
});

function coversSteps() {
  const [one, other] = [".outcome", ".steps-box"].map((name) => document.querySelector(name).getBoundingClientRect());
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

test("it is walked by keyboard, read in both themes and widths, and printed with every step", async (t) => {
  const { page } = await calculator(t);
  await page.locator("#agents").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("60");
  assert.equal(await page.locator("#tier-title").innerText(), "Pro");
  const seen = [];
  for (let step = 0; step < Object.keys(START).length + 5; step += 1) {
    seen.push(await page.evaluate(() => document.activeElement.id));
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(seen, [...Object.keys(START), "take", "ask-quote", "share", "print", "reset"]);
  await page.waitForFunction(() => document.getElementById("spoken").textContent.startsWith("Pro, $499 a month."));
  await page.emulateMedia({ media: "print" });
  for (const id of ["#quote-form", "#share", "#take", "nav >> nth=0"]) {
    assert.equal(await page.locator(id).isVisible(), false, `${id} is not printed`);
  }
  for (const id of ["#agents", "#sum-gain", "#steps tr >> nth=0", ".tiers"]) {
    assert.equal(await page.locator(id).isVisible(), true, `${id} is printed`);
  }
  await page.emulateMedia({ media: "screen" });
  for (const [colorScheme, width] of [["light", 390], ["dark", 1280]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await accessibility(page), []);
    assert.equal(await isTooWide(page), false);
    assert.equal(await page.locator(".glance").isVisible(), width < 960, "a phone shows the outcome below the fields");
    await page.locator("#steps tr").last().scrollIntoViewIfNeeded();
    assert.equal(await page.evaluate(coversSteps), false, "the outcome stays in sight and covers no step");
  }
  assert.equal(await page.locator("#glance-gain").textContent(), await page.locator("#sum-gain").textContent());
});
