// What is shown once is not lost by a slip: not by a reload, the Back button or another link, and not while
// the answer that brings it is under way. An answer that never came is told, and asking again does no harm.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { closeBrowser, open, signIn } from "./lib/browser.mjs";
import { keep, mistake, shownSecret } from "./lib/words.mjs";

after(closeBrowser);

/** An appliance with a customer, and links to keys of it. */
async function place(t) {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const link = async (customer) => {
    const made = await appliance.call("POST", `/api/customers/${customer.id}/key-links`, { bearer: token, body: { delivery: "link" } });
    return made.link.slice(made.link.indexOf("#"));
  };
  return { appliance, token, link };
}

/** The kind of question that the browser asks when `act` would leave; the answer is to stay. */
async function askedAt(page, act) {
  const asked = new Promise((done) => page.once("dialog", async (dialog) => (await dialog.dismiss(), done(dialog.type()))));
  await act();
  return asked;
}

const reload = (page) => page.evaluate(() => setTimeout(() => location.reload(), 0));

/** Holds the next answer of a route back until `release()`; `cut()` loses it on its way, after it was given. */
async function held(page, path) {
  let [release, cut] = [];
  const outcome = new Promise((done) => ([release, cut] = [() => done("release"), () => done("cut")]));
  const reached = new Promise((done) =>
    page.route(`**${path}`, async (route) => {
      const response = await route.fetch();
      done();
      await ((await outcome) === "cut" ? route.abort("failed") : route.fulfill({ response }));
    }, { times: 1 }),
  );
  return { release, cut, reached };
}

test("a key in the console is not left before it was kept", async (t) => {
  const { appliance } = await place(t);
  const customer = await appliance.customer("Acme Retail");
  const page = await open(t, appliance);
  await signIn(page, appliance, "ada", `/customers/${customer.id}`);
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByRole("button", { name: "Issue key" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("production");
  await page.getByRole("dialog").getByRole("button", { name: "Issue key" }).click();
  const { dialog, text } = await shownSecret(page, "API key production");
  assert.equal(await askedAt(page, () => reload(page)), "beforeunload");
  assert.equal(await askedAt(page, () => page.evaluate(() => history.back())), "confirm");
  assert.equal(await dialog.locator(".secret code").innerText(), text, "it stands there still");
  await keep(dialog);
  page.on("dialog", () => assert.fail("nothing is asked any more"));
  await page.goBack();
  await page.getByRole("navigation", { name: "Of Acme Retail" }).getByRole("link", { name: "Overview", exact: true }).waitFor();
  await page.reload();
});

async function register(page, name, email) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail address").fill(email);
}
const send = (page) => page.getByRole("button", { name: "Register and show the key" });

test("a registration that is under way is not left, and pressing twice registers once", async (t) => {
  const { appliance, token } = await place(t);
  const page = await open(t, appliance);
  await page.goto(appliance.url);
  await register(page, "Acme Retail", "ops@acme.example");
  const answer = await held(page, "/api/customers/register");
  await send(page).dblclick();
  await page.getByLabel("E-mail address").press("Enter");
  await answer.reached;
  assert.equal(await askedAt(page, () => reload(page)), "beforeunload");
  answer.release();
  await page.getByRole("heading", { name: "Your API key" }).waitFor();
  await page.getByLabel("I have kept it in a safe place").check();
  assert.equal((await appliance.call("GET", "/api/customers", { bearer: token })).data.length, 1);
});

test("a registration whose answer was lost says so, and what to do when it is tried again", async (t) => {
  const { appliance, token } = await place(t);
  const page = await open(t, appliance, { expected: ["offline", 409] });
  await page.goto(appliance.url);
  await register(page, "Acme Retail", "ops@acme.example");
  const answer = await held(page, "/api/customers/register");
  await send(page).click();
  answer.cut();
  await page.getByRole("alert").getByText("The appliance did not answer. What you typed is still here").waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Acme Retail");
  await send(page).click();
  await page.locator("#email-error:not([hidden])").waitFor();
  assert.match(await mistake(page, "E-mail address"), /probably by the attempt that got no answer.*ask an operator for a link/);
  assert.equal((await appliance.call("GET", "/api/customers", { bearer: token })).data.length, 1);
});

test("another link that is followed takes no key away that was not kept", async (t) => {
  const { appliance, link } = await place(t);
  const [one, other] = [await appliance.customer("One", "pro"), await appliance.customer("Other", "pro")];
  const [first, second] = [await link(one), await link(other)];
  const page = await open(t, appliance);
  await page.goto(`${appliance.url}/welcome${first}`);
  await page.getByRole("heading", { name: "An API key for One" }).waitFor();
  const follow = (hash) => page.evaluate((to) => (location.hash = to), hash);

  const look = await held(page, "/api/key-links/open");
  await follow(second);
  await look.reached;
  assert.equal(await page.getByRole("button", { name: "Show the key" }).isVisible(), false, "no button while it is unknown whose key it shows");
  await follow(first);
  await page.getByRole("heading", { name: "An API key for One" }).waitFor();
  look.release();
  await page.evaluate(() => fetch("/api/tiers"));
  assert.match(await page.locator("#ask-title").innerText(), /for One$/, "an answer that comes late changes nothing");

  await page.getByRole("button", { name: "Show the key" }).click();
  await page.getByRole("heading", { name: "The API key of One" }).waitFor();
  const key = await page.locator("#key").innerText();
  await follow(second);
  await page.getByText("Keep this key first").waitFor();
  assert.equal(await page.locator("#key").innerText(), key);
  assert.equal(new URL(page.url()).hash, "", "the other link is not left in the address");
  await page.getByLabel("I have kept it in a safe place").check();
  await follow(second);
  await page.getByRole("heading", { name: "An API key for Other" }).waitFor();
});

test("a link that could not be opened is still there to be opened", async (t) => {
  const { appliance, link } = await place(t);
  const customer = await appliance.customer("Acme Retail", "pro");
  const hash = await link(customer);
  const page = await open(t, appliance, { expected: ["offline"] });
  await page.route("**/api/key-links/open", (route) => route.abort("failed"), { times: 1 });
  await page.goto(`${appliance.url}/welcome${hash}`);
  await page.getByRole("alert").getByText("The appliance did not answer. The link is still good").waitFor();
  assert.equal(await page.getByLabel("One-time link").inputValue(), hash.slice(1));
  await page.getByRole("button", { name: "Open link" }).click();
  await page.getByRole("heading", { name: "An API key for Acme Retail" }).waitFor();
  assert.equal(await page.locator("#link").inputValue(), "", "it stands in no field any more");
});
