// The first quarter of an hour: the setup link, its mistakes, and the three steps that do the real thing.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Appliance, PASSWORD } from "./lib/appliance.mjs";
import { closeBrowser, open } from "./lib/browser.mjs";
import { isForgotten, keep, mistake, openRecord, shownSecret, traceOf } from "./lib/words.mjs";

after(closeBrowser);

const LINK = "Setup link";
const NAME = "Username";
const NEW = "Password";
const AGAIN = "The same password again";

/** What follows `#` in a setup link that was just made: `set-…`. */
function newLink(appliance, ...words) {
  const link = appliance.run("operator", "setup-link", ...words);
  assert.equal(new URL(link.url).pathname, "/setup");
  return new URL(link.url).hash.slice(1);
}

async function follow(page, appliance, token) {
  await page.goto(`${appliance.url}/setup#${token}`);
  await page.getByRole("heading", { name: "Set up an operator" }).waitFor();
}

async function send(page, values) {
  for (const [label, value] of Object.entries(values)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole("button", { name: "Set password and sign in" }).click();
}

/** The welcome's current step, by its heading. */
const step = (page, title) => page.locator("li[aria-current=step]").filter({ has: page.getByRole("heading", { name: title }) });

test("who comes before there is an owner is told how to begin", async (t) => {
  const appliance = await Appliance.start(t);
  const page = await open(t, appliance);
  await page.goto(`${appliance.url}/console`);
  await page.getByText("This appliance has no operator yet").waitFor();
  await page.getByText("portcullis operator setup-link").waitFor();
  assert.equal(await page.getByRole("button", { name: "Sign in" }).count(), 0);
});

test("each mistake stands beside its field, and none uses the link up", async (t) => {
  const appliance = await Appliance.start(t);
  const page = await open(t, appliance, { expected: [400, 422] });
  const token = newLink(appliance);
  await follow(page, appliance, token);
  assert.equal(await page.getByLabel(LINK).inputValue(), token);
  assert.equal(page.url().includes(token), false, "the token is taken out of the address");

  await send(page, { [NAME]: "ada", [NEW]: "short", [AGAIN]: "short" });
  assert.match(await mistake(page, NEW), /at least 12 characters/);
  await send(page, { [NEW]: PASSWORD, [AGAIN]: `${PASSWORD}!` });
  assert.match(await mistake(page, AGAIN), /differs/);
  assert.equal(await page.getByLabel(NEW, { exact: true }).getAttribute("aria-invalid"), null, "the mistake that was put right is gone");
  await send(page, { [NAME]: "Ada Lovelace", [AGAIN]: PASSWORD });
  await page.locator("#username-error:not([hidden])").waitFor();
  assert.match(await mistake(page, NAME), /username/i);
  await send(page, { [NAME]: "" });
  await page.locator("#username-error:not([hidden])").waitFor();
  await send(page, { [LINK]: "", [NAME]: "ada" });
  assert.match(await mistake(page, LINK), /is needed/);

  await send(page, { [LINK]: `${appliance.url}/setup#${token}` });
  await page.waitForURL("**/console/welcome");
  await page.getByRole("heading", { name: "First steps", level: 1 }).waitFor();
});

test("a link that is used, replaced, unknown or mistyped is told on the page", async (t) => {
  const appliance = await Appliance.start(t);
  const elsewhere = await Appliance.start(t);
  const [replaced, used, unknown] = [newLink(appliance), newLink(appliance), newLink(elsewhere)];
  await appliance.call("POST", "/api/setup", { body: { token: used, username: "ada", password: PASSWORD } });
  const page = await open(t, appliance, { expected: [410, 422] });
  for (const token of [replaced, used, unknown]) {
    await page.goto("about:blank");
    await follow(page, appliance, token);
    await send(page, { [NAME]: "eve", [NEW]: PASSWORD, [AGAIN]: PASSWORD });
    const told = page.getByRole("alert").filter({ hasText: /link is not in force.*\(request [0-9a-f]+\)/ });
    await told.waitFor();
    assert.equal(await told.evaluate((box) => box === document.activeElement), true, "the focus goes to what is wrong");
    assert.match(page.url(), /\/setup$/);
  }
  await send(page, { [LINK]: used.replace(/.$/, (last) => (last === "0" ? "1" : "0")) });
  await page.getByText("is not a whole setup token").waitFor();
  assert.match(await mistake(page, LINK), /all of its 50 characters/);
  await assert.rejects(appliance.call("POST", "/api/operators/login", { body: { username: "eve", password: PASSWORD } }), /401/);
});

test("from the setup link through the three steps to the record in the log", async (t) => {
  const appliance = await Appliance.start(t);
  const page = await open(t, appliance);
  await follow(page, appliance, newLink(appliance));
  await send(page, { [NAME]: "ada", [NEW]: PASSWORD, [AGAIN]: PASSWORD });
  await page.waitForURL("**/console/welcome");
  await page.getByRole("heading", { name: "First steps", level: 1 }).waitFor();

  const first = step(page, "Register a customer");
  await first.getByLabel("Name").fill("Acme Retail");
  await first.getByLabel("Email").fill("ops@acme.example");
  await first.getByRole("button", { name: "Register customer" }).click();
  const { dialog, text: key } = await shownSecret(page, "The API key of Acme Retail");
  await keep(dialog);
  const me = await appliance.call("GET", "/api/customers/me", { bearer: key });
  assert.equal(me.name, "Acme Retail", "the key is real");

  const second = step(page, "Create an agent and a permission");
  await second.getByLabel("Agent id").fill("shop-bot");
  await second.getByLabel("Action").fill("read");
  await second.getByLabel("Resource").fill("orders/*");
  assert.match(await second.getByRole("region", { name: "The agent with curl" }).innerText(), /shop-bot/, "the command follows what is typed");
  await second.getByRole("button", { name: "Create agent and permission" }).click();

  const third = step(page, "Try a check");
  await third.getByLabel("Resource").fill("orders/17");
  await third.getByRole("button", { name: "Ask" }).click();
  const answer = third.getByRole("region", { name: "The answer" });
  await answer.getByText("all_checks_passed").waitFor();
  assert.ok((await traceOf(answer)).length >= 3, "the answer comes with its reasons");
  await third.getByLabel("Resource").fill("invoices/17");
  await third.getByRole("button", { name: "Ask" }).click();
  await answer.getByText("permission_rule_failed").waitFor();
  assert.equal(await isForgotten(page, key), true, "the page keeps no key");

  const log = await appliance.call("GET", "/api/logs?agent_id=shop-bot", { bearer: key });
  const decisions = log.filter(({ id }) => id.startsWith("dec_"));
  assert.deepEqual(decisions.map(({ resource, result }) => [resource, result]), [["invoices/17", "denied"], ["orders/17", "approved"]]);
  await third.getByRole("region", { name: "It is on record" }).getByRole("link", { name: `open record ${decisions[0].seq}` }).click();
  const drawer = page.getByRole("dialog", { name: `Decision ${decisions[0].seq}` });
  await drawer.getByText("Hash before", { exact: true }).waitFor();
  await drawer.getByText(/shop-bot was denied read on invoices\/17 .*because no permission allows it/).waitFor();
  await drawer.getByRole("button", { name: "Close" }).click();
  const created = await openRecord(page, "agent.create");
  await created.getByText(/^ada created agent shop-bot /).waitFor();
  await created.getByText("How it was decided").waitFor({ state: "detached" });
});

test("after a reload the welcome knows what was done, and asks for the key that it has forgotten", async (t) => {
  const appliance = await Appliance.start(t);
  const page = await open(t, appliance, { expected: [401] });
  await follow(page, appliance, newLink(appliance, "--username", "ada"));
  await send(page, { [NEW]: PASSWORD, [AGAIN]: PASSWORD });
  await page.waitForURL("**/console/welcome");
  await page.getByLabel("Name").fill("Acme Retail");
  await page.getByLabel("Email").fill("ops@acme.example");
  await page.getByRole("button", { name: "Register customer" }).click();
  const { dialog, text: key } = await shownSecret(page, "The API key of Acme Retail");
  await keep(dialog);
  await page.getByRole("button", { name: "Create agent and permission" }).click();
  await step(page, "Try a check").waitFor();
  await page.reload();
  await page.getByText("Acme Retail is registered and has an API key.").waitFor();
  await step(page, "Try a check").waitFor();
  assert.equal(await isForgotten(page, key), true);
  await page.getByRole("button", { name: "Ask" }).click();
  assert.match(await mistake(page, "API key of Acme Retail"), /is needed/);
  await page.getByLabel("API key of Acme Retail").fill(`${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`);
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("API key of Acme Retail").fill(key);
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByText("all_checks_passed").first().waitFor();
});
