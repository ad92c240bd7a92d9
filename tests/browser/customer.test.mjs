// A customer from its registration to its first decision on record: made in the console or the portal, asked
// with curl as the pages show it, read in the log.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, enterPortal, open, signIn } from "./lib/browser.mjs";
import { isForgotten, keep, mistake, openRecord, shownSecret, traceOf } from "./lib/words.mjs";

after(closeBrowser);

async function arrive(t, path = "/customers", options) {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const page = await open(t, appliance, options);
  await signIn(page, appliance, "ada", path);
  return { appliance, page };
}

/** Registers a customer through the page and gives the dialog with its key. */
async function register(page, name, email) {
  await page.getByRole("button", { name: "Register customer" }).first().click();
  const form = page.getByRole("dialog", { name: "Register a customer" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Email").fill(email);
  await form.getByRole("button", { name: "Register customer" }).click();
  return shownSecret(page, `First key of ${name}`);
}

/** Runs a command that a page shows, as somebody would who pastes it; gives what it printed. */
function paste(command, environment = {}) {
  const ran = spawnSync("bash", ["-ec", command], { encoding: "utf8", env: { PATH: process.env.PATH, ...environment } });
  assert.equal(ran.status, 0, `${command}\n${ran.stderr}`);
  return JSON.parse(ran.stdout);
}

test("mistakes of a registration stand beside their fields, and what was typed stays", async (t) => {
  const { appliance, page } = await arrive(t, "/customers", { expected: [409] });
  await appliance.customer("Harbour Logistics");
  await page.getByRole("button", { name: "Register customer" }).first().click();
  const form = page.getByRole("dialog", { name: "Register a customer" });
  await form.getByRole("button", { name: "Register customer" }).click();
  assert.match(await mistake(form, "Name"), /is needed/);
  assert.match(await mistake(form, "Email"), /needs an @/);
  await form.getByLabel("Name").fill("Harbour");
  await form.getByLabel("Email").fill("IT@harbour-logistics.example");
  await form.getByRole("button", { name: "Register customer" }).click();
  await form.getByText("Another customer has this address").waitFor();
  await page.reload();
  const again = page.getByRole("dialog", { name: "Register a customer" });
  await again.waitFor();
  assert.equal(await again.getByLabel("Name").inputValue(), "Harbour");
});

test("what was agreed is taken with the registration, and its mistakes stand beside it", async (t) => {
  const { appliance, page } = await arrive(t, "/customers", { expected: [422] });
  appliance.operator("bob");
  const { token } = appliance.run("operator", "token", "add", "bob", "--name", "tests");
  await page.getByRole("button", { name: "Register customer" }).first().click();
  const form = page.getByRole("dialog", { name: "Register a customer" });
  await form.getByLabel("Name").fill("Meridian Bank");
  await form.getByLabel("Email").fill("it@meridian.example");
  await form.getByLabel("Tier", { exact: true }).selectOption("enterprise");
  assert.equal(await form.getByLabel("Agreed price").isVisible(), false, "nothing is agreed as a rule");
  await form.getByText("Limits and price of this customer alone").click();
  await form.getByText("The tier's: 5,000").waitFor();
  await form.getByLabel("Agreed price").fill("seven");
  await form.getByRole("button", { name: "Register customer" }).click();
  await form.getByText(/^Agreed price.* must be a whole number of at least 0/).waitFor();
  await form.getByLabel("Agreed price").fill("99999999");
  await form.getByRole("button", { name: "Register customer" }).click();
  await form.getByText(/must be a whole number from 0 to 10000000/).waitFor();
  await form.getByLabel("Agreed price").fill("750");
  await form.getByLabel("Agents").fill("7");
  assert.deepEqual(await accessibility(page), []);
  await form.getByRole("button", { name: "Register customer" }).click();
  await keep((await shownSecret(page, "First key of Meridian Bank")).dialog);
  const { data: [made] } = await appliance.call("GET", "/api/customers", { bearer: token });
  assert.deepEqual(made.overrides, { max_agents: 7, max_requests_per_minute: null, max_api_keys: null, max_checks_per_month: null, price_usd_month: 750 });
  assert.equal(made.created_at, made.updated_at, "in one change");
});

test("the key is shown once: neither Escape nor a click beside it closes it, and afterwards it is nowhere", async (t) => {
  const { appliance, page } = await arrive(t, "/customers", { permissions: ["clipboard-read", "clipboard-write"] });
  const { dialog, text: key } = await register(page, "Acme Retail", "ops@acme.example");
  assert.equal(await isForgotten(page, key), false, "what looks for the key finds it while it is shown");
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press("Escape");
  }
  await page.mouse.click(4, 4);
  await page.keyboard.press("Escape");
  assert.equal(await dialog.isVisible(), true);
  await dialog.getByRole("button", { name: "Copy" }).first().click();
  await dialog.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), key);
  const answered = paste(await dialog.getByRole("region", { name: "Try it" }).innerText());
  assert.equal(answered.name, "Acme Retail", "the command beside it works");

  await keep(dialog);
  await page.getByRole("heading", { name: /^Acme Retail/, level: 1 }).waitFor();
  assert.equal(await isForgotten(page, key), true, "after Done");
  await page.goto(`${appliance.url}/console/customers/${answered.customer_id ?? answered.id}/keys`);
  const table = page.getByRole("table", { name: "API keys" });
  await table.getByText(key.slice(0, 7)).waitFor();
  await page.reload();
  await table.getByText(key.slice(0, 7)).click();
  await page.getByText("The key itself is not kept, only its digest.").waitFor();
  assert.equal(await isForgotten(page, key), true, "after a reload, with the key's page open");
  await page.goBack();
  assert.equal(await isForgotten(page, key), true, "going back does not bring it back");
});

test("a reload while the key is shown does not show it again", async (t) => {
  const { page } = await arrive(t);
  const { text: key } = await register(page, "Acme Retail", "ops@acme.example");
  await page.reload();
  await page.getByText("Acme Retail").first().waitFor();
  assert.equal(await isForgotten(page, key), true);
});

test("agent, permission, trial, a check with curl, and its record that appears while the log is followed", async (t) => {
  const { page, appliance } = await arrive(t);
  const { dialog, text: key } = await register(page, "Acme Retail", "ops@acme.example");
  await keep(dialog);
  await page.getByRole("navigation", { name: "Of Acme Retail" }).getByRole("link", { name: "Agents" }).click();
  await page.getByRole("button", { name: "New agent" }).first().click();
  const form = page.getByRole("dialog", { name: "New agent" });
  await form.getByLabel("Id").fill("billing-bot");
  await form.getByLabel("Name").fill("Billing");
  await form.getByLabel("Owner").fill("finance");
  await form.getByRole("button", { name: "Create agent" }).click();
  await page.getByText("Nothing on record yet").or(page.getByRole("table", { name: "Recent records of billing-bot" })).waitFor();

  await page.getByRole("link", { name: "New permission" }).first().click();
  const desk = page.getByRole("region", { name: "New permission" });
  await desk.getByLabel("Action").fill("read");
  await desk.getByLabel("Resource").fill("orders/*");
  const trial = page.getByRole("region", { name: "Try it" });
  await trial.getByLabel("Action").fill("read");
  await trial.getByLabel("Resource").fill("orders/4711");
  await trial.getByText("The answer changes: denied becomes approved").waitFor();
  const before = await appliance.call("GET", "/api/logs", { bearer: key });
  assert.equal(before.some(({ id }) => id.startsWith("dec_")), false, "a trial leaves no record");
  await desk.getByRole("button", { name: "Create permission" }).click();
  await page.getByRole("table", { name: "Permissions" }).getByText("orders/*").waitFor();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Log" }).click();
  await page.getByRole("button", { name: "Follow" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor();
  const body = JSON.stringify({ agent_id: "billing-bot", action: "read", resource: "orders/4711", context: { channel: "chat", amount_usd: 12.5 } });
  const command = `curl -s ${appliance.url}/api/agents/check -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '${body}'`;
  assert.equal(paste(command, { KEY: key }).result, "approved");
  await page.getByRole("row").filter({ hasText: "orders/4711" }).waitFor();
  const drawer = await openRecord(page, "orders/4711");
  await drawer.getByText(/^billing-bot was approved for read on orders\/4711 .*, because a permission allows it\.$/).waitFor();
  const steps = await traceOf(drawer);
  assert.deepEqual(steps.map((step) => step.match(/passed|failed/)?.[0]), ["passed", "passed", "passed"]);
  assert.match(steps.at(-1), /perm_/, "the permission that decided is named");
  await drawer.getByText("12.5").first().waitFor();
  await drawer.locator("ol.trace").getByRole("link", { name: /^perm_/ }).click();
  await page.getByRole("dialog").getByText("billing-bot may read on orders/*").waitFor();
});

test("in the portal a customer issues a key for an agent, asks with the command shown, and reads its log", async (t) => {
  const appliance = await Appliance.start(t);
  const customer = await appliance.customer("Acme Retail");
  await customer.agent("billing-bot", [["allow", "read", "orders/*"]]);
  const page = await open(t, appliance);
  await enterPortal(page, appliance, customer.key, "/keys");
  assert.equal(await isForgotten(page, customer.key), true, "the key one signs in with is not kept");
  await page.getByRole("button", { name: "Issue key" }).first().click();
  const form = page.getByRole("dialog", { name: "Issue an API key" });
  await form.getByLabel("Name").fill("billing in production");
  await form.getByRole("radio", { name: "For one agent" }).check();
  await form.getByLabel("Agent").last().fill("billing-bot");
  await form.getByRole("button", { name: "Issue key" }).click();
  const { dialog, text: key } = await shownSecret(page, "API key billing in production");
  const command = await dialog.getByRole("region", { name: "Try it" }).innerText();
  assert.equal(paste(command).result, "approved", "as a dry run");
  assert.equal(paste(command.replace(/,\s*"dry_run":\s*true/, "")).result, "approved");
  await keep(dialog);
  assert.equal(await isForgotten(page, key), true);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Log" }).click();
  const rows = page.getByRole("row").filter({ hasText: "orders/4711" });
  await rows.first().waitFor();
  assert.equal(await rows.count(), 1, "the dry run left no record");
  const drawer = await openRecord(page, "orders/4711");
  assert.equal((await traceOf(drawer)).length >= 3, true);
});
