// Statements and quotas in the portal: the page shows what the API answers, which is what the log adds up
// to; a quota is told before it ends, when it ends, and gone with a larger tier.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, enterPortal, isTooWide, open, settled } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { until } from "./lib/words.mjs";

after(closeBrowser);

const thisMonth = () => new Date().toISOString().slice(0, 7);
/** `1234.5` in cents of `$1,234.50`. */
const cents = (text) => Math.round(Number(text.replace(/[$,]/g, "")) * 100);
const number = (text) => Number(text.replaceAll(",", ""));
const rowsOf = (table) => table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map(({ innerText }) => innerText.replace(/\s+/g, " ").trim())));

async function statementOf(t, view) {
  const { appliance, token, customers: [first] } = await story(t);
  // First the price: a day on which none was agreed is an open one.
  await appliance.call("PATCH", `/api/customers/${first.id}`, { bearer: token, body: { overrides: { price_usd_month: 1234 } } });
  await appliance.call("PUT", `/api/customers/${first.id}/upgrade`, { bearer: token, body: { subscription_tier: "enterprise" } });
  const page = await open(t, appliance, view);
  await enterPortal(page, appliance, first.key, "/statements");
  const path = `/api/customers/${first.id}/statements/${thisMonth()}`;
  return { appliance, page, path, first, statement: await first.ask("GET", path) };
}

test("the months are listed, and one opens with its lines, days, agents and actions", async (t) => {
  const { appliance, page, path, first, statement } = await statementOf(t);
  const list = page.getByRole("table", { name: "Statements, newest first" });
  const link = list.getByRole("link");
  await link.first().waitFor();
  assert.equal(await link.count(), 1, "registered this month");
  assert.equal(number(await list.locator("tbody td.is-number").first().innerText()), statement.usage.checks);
  await link.click();
  await page.waitForURL(`${appliance.url}/portal/statements?month=${thisMonth()}`);
  const lines = page.getByRole("table", { name: "Lines of the statement" });
  await lines.waitFor();
  await settled(page);
  const drawn = await rowsOf(lines);
  assert.equal(drawn.length, statement.lines.length);
  for (const [place, line] of statement.lines.entries()) {
    assert.equal(drawn[place][0], line.title);
    assert.equal(cents(drawn[place][2]), Number(line.price_usd_month) * 100);
    assert.equal(cents(drawn[place][3]), cents(line.amount_usd));
  }
  assert.ok(statement.lines.some(({ price_usd_month: price }) => Number(price) === 1234), "the agreed price counts");
  assert.equal(cents(await lines.locator("tfoot td.is-number").last().innerText()), cents(statement.total_usd));
  const totals = await page.locator(".statement .totals .stat").evaluateAll((stats) => Object.fromEntries(stats.map((stat) => [stat.querySelector("span").innerText, Number(stat.querySelector("b").innerText.replaceAll(",", ""))])));
  const { usage } = statement;
  assert.deepEqual([totals.checks, totals.approved, totals["held for a person"], totals.denied], [usage.checks, usage.approved, usage.held, usage.denied]);
  const agents = await rowsOf(page.getByRole("table", { name: "Checks by agent" }));
  assert.deepEqual(agents.map((row) => number(row.at(-1))), statement.agents.map(({ checks }) => checks));
  const actions = await rowsOf(page.getByRole("table", { name: "Checks by action" }));
  assert.deepEqual(actions.map((row) => [row[0], number(row.at(-1))]), statement.actions.map(({ action, checks }) => [action, checks]));
  const decided = (await first.ask("GET", "/api/logs?limit=100")).filter(({ id }) => id.startsWith("dec_"));
  assert.equal(totals.checks, decided.length, "the statement adds up to the log");
  assert.equal(agents.reduce((sum, row) => sum + number(row.at(-1)), 0), decided.length);
  assert.deepEqual(await accessibility(page), []);
  assert.ok(path.endsWith(thisMonth()));
});

test("the statement can be taken as CSV, and printed from a page of its own", async (t) => {
  const { appliance, page, path, statement } = await statementOf(t, { width: 390 });
  await page.goto(`${appliance.url}/portal/statements?month=${thisMonth()}`);
  await page.getByRole("heading", { name: "What it costs" }).waitFor();
  assert.equal(await isTooWide(page), false);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  assert.ok(readFileSync(await file.path(), "utf8").includes(statement.total_usd));
  const paper = await open(t, appliance);
  await paper.context().addCookies(await page.context().cookies());
  await paper.goto(`${appliance.url}${path}?format=html`);
  assert.match(await paper.locator("body").innerText(), new RegExp(statement.number));
  assert.match((await paper.locator("body").innerText()).replaceAll(",", ""), new RegExp(statement.total_usd.replace(".", "\\.")));
});

test("a day without an agreed price is open, and the total says so", async (t) => {
  const { appliance, customers } = await story(t);
  const bank = customers.find(({ name }) => name === "Meridian Bank");
  const page = await open(t, appliance);
  await enterPortal(page, appliance, bank.key, "/statements");
  await page.getByText("and unpriced days").waitFor();
  await page.getByRole("table", { name: "Statements, newest first" }).getByRole("link").click();
  await page.getByText("Not all days have a price").waitFor();
  const [line] = await rowsOf(page.getByRole("table", { name: "Lines of the statement" }));
  assert.deepEqual([line[0], ...line.slice(2)], ["Enterprise", "not agreed yet", "open"]);
  assert.deepEqual(await accessibility(page), []);
});

test("a month without a statement is told, and leads back", async (t) => {
  const { appliance, customers: [first] } = await story(t);
  const page = await open(t, appliance, { expected: [404] });
  await enterPortal(page, appliance, first.key, "/statements?month=2020-01");
  await page.getByRole("heading", { name: "There is no statement of this month" }).waitFor();
  await page.getByRole("link", { name: "All statements" }).click();
  await page.getByRole("table", { name: "Statements, newest first" }).waitFor();
  await page.goto(`${appliance.url}/portal/statements?month=soon`);
  await page.getByRole("table", { name: "Statements, newest first" }).waitFor();
});

const tier = (name, price, checks) => `
[[subscriptions.tiers]]
name = "${name}"
title = "${name[0].toUpperCase()}${name.slice(1)}"
max_agents = 50
max_requests_per_minute = 1000
max_api_keys = 5
${checks === null ? "" : `max_checks_per_month = ${checks}`}
price_usd_month = ${price}
support = "e-mail"
features = []
feature_list = []
`;
const QUOTAS = `[subscriptions]\nregistration_default = "small"\nself_service_max = "large"\n${tier("small", 0, 10)}${tier("same", 5, 10)}${tier("large", 9, null)}`;

test("a quota is told at 80 per cent, when it is used up, and is gone with a larger tier", async (t) => {
  const appliance = await Appliance.start(t, { settings: QUOTAS });
  const customer = await appliance.customer("Acme Retail", "small");
  await customer.agent("shop-bot", [["allow", "read", "orders/*"]]);
  const check = () => customer.check("shop-bot", "read", "orders/1");
  const page = await open(t, appliance);
  for (let count = 0; count < 7; count += 1) {
    await check();
  }
  await enterPortal(page, appliance, customer.key, "/usage");
  await page.getByRole("meter", { name: "Checks this month: 7 of 10" }).waitFor();
  const banner = page.locator(".quota-banner");
  assert.equal(await banner.count(), 0, "nothing is said before 80 per cent");
  await check();
  await banner.getByText("80 % of this month's checks are used").waitFor();
  assert.match(await banner.innerText(), /8 of 10\..*begins anew on .*00:00 UTC.*Large has no quota of checks/s);
  await until("the notice", async () => (await customer.ask("GET", `/api/customers/${customer.id}/quota`)).notices.length > 0);
  await check();
  await check();
  await banner.getByText("The checks of this month are used up").waitFor();
  await assert.rejects(check(), /429/);
  assert.match(await banner.innerText(), /10 of 10.*quota_exceeded/s);
  assert.deepEqual(await accessibility(page), []);
  for (const path of ["", "/tier"]) {
    await page.goto(`${appliance.url}/portal${path}`);
    await banner.getByText("The checks of this month are used up").waitFor();
  }
  await banner.getByRole("link", { name: "Large" }).click();
  await page.getByRole("button", { name: "Move to Large" }).click();
  await banner.waitFor({ state: "detached" });
  await check();
});
