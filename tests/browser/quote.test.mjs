// The form for a quote: it takes over what the calculator knows, says what is wrong beside each field, and
// what was asked for waits for the operators.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, open } from "./lib/browser.mjs";

after(closeBrowser);

const RIGHT = { Company: "Acme Retail", "Your name": "Ada Lovelace", "E-mail address": "ada@acme.example" };

async function form(t, { settings, expected = [] } = {}) {
  const appliance = await Appliance.start(t, { settings });
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const page = await open(t, appliance, { expected });
  await page.goto(`${appliance.url}/pricing`);
  await page.locator("#roi").waitFor();
  const quotes = async () => (await appliance.call("GET", "/api/quotes", { bearer: token })).data;
  return { appliance, page, quotes, box: page.locator("section.quote") };
}

async function fill(box, values) {
  for (const [label, value] of Object.entries(values)) {
    await box.getByLabel(label).fill(value);
  }
}

const send = (box) => box.getByRole("button", { name: "Request quote" }).click();
/** The mistakes that are shown, by the id of their field. */
const mistakes = (box) => box.locator(".error:not([hidden])").evaluateAll((lines) => Object.fromEntries(lines.map(({ id, textContent }) => [id.replace("-error", ""), textContent])));

test("a link to the form leads to the form, though the calculator grows above it", async (t) => {
  const { appliance, page } = await form(t);
  await page.goto(`${appliance.url}/`);
  await page.getByRole("link", { name: "request a quote" }).click();
  await page.locator("#roi").waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.getElementById("quote").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
});

test("what the calculator knows is taken over, unless somebody typed there, and the request waits for operators", async (t) => {
  const { page, quotes, box } = await form(t);
  await page.locator("#agents").fill("1,200");
  await page.locator("#actions").fill("2,500,000");
  await page.locator("#ask-quote").click();
  assert.equal(await box.getByLabel("Agents").inputValue(), "1,200");
  assert.equal(await box.getByLabel("Checks a month").inputValue(), "2,500,000");
  assert.equal(await box.getByLabel("Subscription tier").inputValue(), "enterprise");
  await box.getByLabel("Checks a month").fill("3 000 000");
  await page.locator("#actions").fill("7");
  assert.equal(await box.getByLabel("Checks a month").inputValue(), "3 000 000", "what was typed stays");
  await box.getByLabel("Subscription tier").selectOption("enterprise");
  await fill(box, { ...RIGHT, Message: "Three regions.\nFrom March." });
  await send(box);
  await box.getByRole("heading", { name: "The request is in" }).waitFor();
  const [quote, ...others] = await quotes();
  assert.deepEqual(others, []);
  assert.equal(await box.locator("#quote-id").innerText(), quote.id);
  assert.match(await box.innerText(), /answers to ada@acme\.example/);
  const { company, contact, email, agents, checks_per_month: checks, subscription_tier: tier, message, state } = quote;
  assert.deepEqual({ company, contact, email, agents, checks, tier, message, state }, { company: "Acme Retail", contact: "Ada Lovelace", email: "ada@acme.example", agents: 1200, checks: 3_000_000, tier: "enterprise", message: "Three regions.\nFrom March.", state: "open" });
  assert.deepEqual(await accessibility(page), []);
});

test("a request needs a company, a name and an address, and nothing else", async (t) => {
  const { page, quotes, box } = await form(t, { expected: [422] });
  await send(box);
  assert.deepEqual(await mistakes(box), { company: "The company is needed", contact: "Your name is needed", email: "The address is needed" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "company", "the focus goes to the first");
  await fill(box, { Agents: "", "Checks a month": "" });
  await box.getByLabel("Subscription tier").selectOption("");
  await fill(box, RIGHT);
  await send(box);
  await box.getByRole("heading", { name: "The request is in" }).waitFor();
  const [quote] = await quotes();
  assert.deepEqual([quote.agents, quote.checks_per_month, quote.subscription_tier, quote.message], [null, null, null, null]);
});

test("each field says what is wrong with it, and what was typed stays", async (t) => {
  const { quotes, box } = await form(t, { expected: [422] });
  const long = "x".repeat(300);
  for (const [label, id, text, says] of [
    ["Company", "company", " ", /is needed/],
    ["Your name", "contact", "", /is needed/],
    ["E-mail address", "email", "ada", /needs an @/],
    ["E-mail address", "email", "ada@", /The address /],
    ["E-mail address", "email", "ada lovelace@acme.example", /The address /],
    ["Agents", "quote-agents", "some", /must be a number/],
    ["Agents", "quote-agents", "-3", /must not be negative/],
    ["Agents", "quote-agents", "1.5", /must be a whole number/],
    ["Agents", "quote-agents", "99999999999", /The number of agents /],
    ["Checks a month", "quote-checks", "10.000,5", /must be a number/],
    ["Checks a month", "quote-checks", "9000000000000", /The number of checks /],
  ]) {
    await fill(box, { ...RIGHT, Agents: "5", "Checks a month": "10,000", [label]: text });
    await send(box);
    const line = box.locator(`[id="${id}-error"]:not([hidden])`);
    await line.waitFor();
    assert.match(await line.innerText(), says, `${label}: ${text}`);
    assert.deepEqual(Object.keys(await mistakes(box)), [id], "only this one");
    assert.equal(await box.getByLabel(label).inputValue(), text);
    assert.equal(await box.getByLabel(label).getAttribute("aria-invalid"), "true");
  }
  await fill(box, { ...RIGHT, Agents: "5", "Checks a month": "10,000" });
  await box.getByLabel("Company").evaluate((input, text) => (input.value = text), long);
  await send(box);
  await box.locator("#company-error:not([hidden])").waitFor();
  assert.deepEqual(await quotes(), [], "nothing was kept");
});

test("a request whose answer was lost is sent again, and is one", async (t) => {
  const { page, quotes, box } = await form(t, { expected: ["offline"] });
  await fill(box, { ...RIGHT, Message: "Soon." });
  await page.route("**/api/quotes", async (route) => (await route.fetch(), route.abort("failed")), { times: 1 });
  await box.getByRole("button", { name: "Request quote" }).dblclick();
  await box.getByRole("alert").getByText("What you typed is still here: try again").waitFor();
  assert.equal(await box.getByLabel("Message").inputValue(), "Soon.");
  await send(box);
  await box.getByRole("heading", { name: "The request is in" }).waitFor();
  assert.equal((await quotes()).length, 1);
});

test("too many requests are told in words, with how long to wait", async (t) => {
  const { page, appliance, quotes, box } = await form(t, { settings: "[quotes]\nper_address_per_minute = 1\n", expected: [429] });
  await appliance.call("POST", "/api/quotes", { body: { company: "Other", contact: "Bob", email: "bob@other.example" } });
  await fill(box, RIGHT);
  await send(box);
  const told = box.getByRole("alert").filter({ hasText: /Too many requests.*still here: try again in \d+ seconds?\./ });
  await told.waitFor();
  assert.equal(await told.evaluate((element) => element === document.activeElement), true);
  assert.equal(await box.getByLabel("Company").inputValue(), RIGHT.Company);
  assert.equal((await quotes()).length, 1);
  assert.deepEqual(await accessibility(page), []);
});

test("an appliance that takes no requests shows no form", async (t) => {
  const appliance = await Appliance.start(t, { settings: "[quotes]\nis_open = false\n" });
  const page = await open(t, appliance);
  await page.goto(`${appliance.url}/pricing`);
  await page.locator("#roi").waitFor();
  assert.equal(await page.locator("#quote-form").count(), 0);
  await page.getByText("Ask the operator of this appliance").waitFor();
  await page.locator("#agents").fill("7");
  assert.equal(await page.locator("#sum-gain").innerText(), "$111", "the calculator goes on");
});
