// A one-time link to a key: looking does not use it up, the key is shown once and not left by accident,
// and a link that is over says so. Registration shows its key in the same way.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, isTooWide, open } from "./lib/browser.mjs";
import { isForgotten } from "./lib/words.mjs";

after(closeBrowser);

/** An appliance with one customer; `link(body)` makes a link to a key of it and gives what follows `#`. */
async function place(t) {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const customer = await appliance.customer("Harbour Logistics", "starter");
  const path = `/api/customers/${customer.id}/key-links`;
  const make = async (body = {}) => {
    const made = await appliance.call("POST", path, { bearer: token, body: { name: "from a link", delivery: "link", ...body } });
    return { id: made.link_id, hash: made.link.slice(made.link.indexOf("#")), address: made.link };
  };
  const withdraw = ({ id }) => fetch(`${appliance.url}${path}/${id}`, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
  return { appliance, token, customer, make, withdraw };
}

const follow = async (page, appliance, hash) => {
  await page.goto("about:blank");
  await page.goto(`${appliance.url}/welcome${hash}`);
};
const showButton = (page) => page.getByRole("button", { name: "Show the key" });
const over = (page) => page.getByRole("heading", { name: "This link is not in force" });

/** Whether the browser asks before it leaves; it stays. */
async function asksBeforeLeaving(page) {
  let asked = false;
  const listener = async (dialog) => {
    asked = dialog.type() === "beforeunload";
    await dialog.dismiss();
  };
  page.on("dialog", listener);
  await page.evaluate(() => location.reload());
  await page.waitForTimeout(500);
  page.off("dialog", listener);
  return asked;
}

/** The key that is shown, after the command beside it was run as it stands there. */
async function shownKey(page, name) {
  const key = await page.locator("#key").innerText();
  assert.match(key, /^sk-[0-9A-Za-z]{40,}$/);
  const ran = spawnSync("sh", ["-c", await page.locator("#curl").textContent()], { encoding: "utf8" });
  assert.equal(JSON.parse(ran.stdout).name, name, "the command works");
  return key;
}

test("looking does not use a link up; the button shows the key once", async (t) => {
  const { appliance, customer, make } = await place(t);
  const { hash, address } = await make();
  assert.match(address, /\/welcome#kl-/);
  const page = await open(t, appliance, { permissions: ["clipboard-read", "clipboard-write"] });
  for (let visit = 0; visit < 3; visit += 1) {
    await follow(page, appliance, hash);
    await page.getByRole("heading", { name: "An API key for Harbour Logistics" }).waitFor();
    assert.equal(page.url(), `${appliance.url}/welcome`, "the link is taken out of the address");
  }
  assert.equal((await customer.ask("GET", `/api/customers/${customer.id}/api-keys`)).length, 1, "no key was made");
  assert.deepEqual(await accessibility(page), []);
  await showButton(page).click();
  await page.getByRole("heading", { name: "The API key of Harbour Logistics" }).waitFor();
  const key = await shownKey(page, "Harbour Logistics");
  assert.equal(await page.locator("#customer").innerText(), customer.id);
  assert.deepEqual(await accessibility(page), []);
  await page.getByRole("button", { name: "Copy key" }).click();
  await page.getByText("Key copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), key);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as file" }).click()]);
  assert.ok(readFileSync(await file.path(), "utf8").includes(key));
  assert.equal(await asksBeforeLeaving(page), true, "copied is not kept");
  await page.getByLabel("I have kept it in a safe place").check();
  assert.equal(await asksBeforeLeaving(page), false);
  await page.getByRole("heading", { name: "An API key for you" }).waitFor();
  assert.equal(await isForgotten(page, key), true);
  const names = (await customer.ask("GET", `/api/customers/${customer.id}/api-keys`)).map(({ name }) => name);
  assert.deepEqual(names.toSorted(), ["first key", "from a link"]);
});

test("a link that was used, withdrawn or never made says so, and what to do", async (t) => {
  const { appliance, make, withdraw } = await place(t);
  const elsewhere = await place(t);
  const [used, withdrawn, unknown] = [await make(), await make(), await elsewhere.make()];
  await appliance.call("POST", "/api/key-links/redeem", { body: { link: used.hash.slice(1) } });
  assert.ok((await withdraw(withdrawn)).ok);
  const page = await open(t, appliance, { expected: [404] });
  for (const { hash } of [used, withdrawn, unknown]) {
    await follow(page, appliance, hash);
    await over(page).waitFor();
    assert.match(await page.getByRole("main").innerText(), /Ask whoever sent you the link.*operator can revoke/s);
    assert.equal(await showButton(page).isVisible(), false);
  }
  assert.deepEqual(await accessibility(page), []);
});

test("two who hold the same link: the second is told", async (t) => {
  const { appliance, make } = await place(t);
  const { hash } = await make();
  const [first, second] = [await open(t, appliance), await open(t, appliance, { expected: [404] })];
  for (const page of [first, second]) {
    await follow(page, appliance, hash);
    await showButton(page).waitFor();
  }
  await showButton(first).click();
  await first.locator("#done").waitFor();
  await showButton(second).click();
  await over(second).waitFor();
  await first.getByLabel("I have kept it in a safe place").check();
});

test("without its last part, or mistyped, the link can be pasted", async (t) => {
  const { appliance, make } = await place(t);
  const { hash, address } = await make();
  const page = await open(t, appliance, { expected: [404, 422], width: 390 });
  await page.goto(`${appliance.url}/welcome`);
  const field = page.getByLabel("One-time link");
  const press = () => page.getByRole("button", { name: "Open link" }).click();
  const mistake = () => page.locator("#link-error:not([hidden])").innerText();
  await press();
  assert.match(await mistake(), /is needed/);
  await field.fill("https://gate.example/welcome");
  await press();
  assert.match(await mistake(), /is not whole/);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await accessibility(page), []);
  await field.fill(`${hash.slice(1, -1)}`);
  await press();
  await page.locator("#link-error:not([hidden]), #over:not([hidden])").first().waitFor();
  if (await over(page).isVisible()) {
    await page.getByRole("button", { name: "Try another link" }).click();
  }
  await field.fill(address);
  await press();
  await showButton(page).waitFor();
});

test("without room for another key the link stays good", async (t) => {
  const { appliance, token, customer, make } = await place(t);
  const { hash } = await make();
  await appliance.call("PATCH", `/api/customers/${customer.id}`, { bearer: token, body: { overrides: { max_api_keys: 1 } } });
  const page = await open(t, appliance, { expected: [403] });
  await follow(page, appliance, hash);
  await showButton(page).click();
  const told = page.locator("#ask-problem");
  await told.waitFor();
  assert.match(await told.innerText(), /keys?.*The link stays good/s);
  await appliance.call("PATCH", `/api/customers/${customer.id}`, { bearer: token, body: { overrides: { max_api_keys: 2 } } });
  await showButton(page).click();
  await page.locator("#done").waitFor();
  await shownKey(page, "Harbour Logistics");
  await page.getByLabel("I have kept it in a safe place").check();
});

test("registration shows its key once, on the tier that was suggested, and warns before it is left", async (t) => {
  const appliance = await Appliance.start(t, { settings: '[subscriptions]\nregistration_default = "free"\n' });
  const page = await open(t, appliance, { expected: [409] });
  await page.goto(appliance.url);
  const form = page.locator("#form");
  assert.equal(await form.getByLabel("Subscription tier").inputValue(), "free");
  await form.getByRole("button", { name: "Register and show the key" }).click();
  assert.deepEqual(await form.locator(".error:not([hidden])").allInnerTexts(), ["The name is needed", "The address is needed"]);
  await form.getByLabel("Name").fill("Acme Retail");
  await form.getByLabel("E-mail address").fill("ops@acme.example");
  await form.getByRole("button", { name: "Register and show the key" }).click();
  await page.getByRole("heading", { name: "Your API key" }).waitFor();
  const key = await shownKey(page, "Acme Retail");
  assert.equal((await appliance.call("GET", "/api/customers/me", { bearer: key })).subscription_tier, "free");
  assert.deepEqual(await accessibility(page), []);
  assert.equal(await asksBeforeLeaving(page), true);
  await page.getByLabel("I have kept it in a safe place").check();
  assert.equal(await asksBeforeLeaving(page), false);
  await page.waitForLoadState();
  assert.equal(await isForgotten(page, key), true);
  await form.getByLabel("Name").fill("Acme Retail");
  await form.getByLabel("E-mail address").fill("ops@acme.example");
  await form.getByRole("button", { name: "Register and show the key" }).click();
  await form.locator("#email-error:not([hidden])").waitFor();
  assert.match(await form.locator("#email-error").innerText(), /registered already/);
});

test("too many registrations are told in words, with how long to wait", async (t) => {
  const appliance = await Appliance.start(t, { settings: "[registration]\nper_address_per_minute = 1\n" });
  await appliance.customer("Acme Retail");
  const page = await open(t, appliance, { expected: [429] });
  await page.goto(appliance.url);
  await page.getByLabel("Name").fill("Harbour Logistics");
  await page.getByLabel("E-mail address").fill("ops@harbour.example");
  await page.getByRole("button", { name: "Register and show the key" }).click();
  await page.getByRole("alert").filter({ hasText: /Too many registrations.*still here: try again in \d+ seconds?\./ }).waitFor();
  assert.equal(await page.getByLabel("Name").inputValue(), "Harbour Logistics");
});
