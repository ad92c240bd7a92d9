// A session that ends under somebody's hands, and two operators who edit the same customer: nothing that
// was typed is lost.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { PASSWORD } from "./lib/appliance.mjs";
import { closeBrowser, open, settled, signIn } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";

after(closeBrowser);

/** Ends every session of an operator, as an owner would from elsewhere. */
async function endSessions(appliance, token, username) {
  const { data } = await appliance.call("GET", "/api/operators", { bearer: token });
  const { id } = data.find((one) => one.username === username);
  await appliance.call("DELETE", `/api/operators/${id}/sessions`, { bearer: token });
}

const over = (page) => page.getByRole("dialog", { name: "Your session has ended" });

async function signInOver(page, username, password = PASSWORD) {
  await over(page).getByLabel("Username").fill(username);
  await over(page).getByLabel("Password").fill(password);
  await over(page).getByRole("button", { name: "Sign in" }).click();
}

async function openSettings(page, appliance, username, customer) {
  await signIn(page, appliance, username, `/customers/${customer.id}/settings`);
  await page.getByLabel("Name", { exact: true }).waitFor();
  await settled(page);
}

const read = (appliance, token, { id }) => appliance.call("GET", `/api/customers/${id}`, { bearer: token });
const save = (page) => page.getByRole("button", { name: "Save settings" }).click();
const conflict = (page) => page.getByRole("alert").filter({ hasText: "Somebody else changed it meanwhile" });

test("a form that is half typed is sent after signing in over the page", async (t) => {
  const { appliance, token, customers: [first] } = await story(t);
  const page = await open(t, appliance, { expected: [401] });
  await openSettings(page, appliance, "bob", first);
  await page.getByLabel("Name", { exact: true }).fill("Northgate Outdoor");
  await page.getByLabel("Requests", { exact: false }).first().fill("77");
  await endSessions(appliance, token, "bob");
  await save(page);
  await over(page).waitFor();
  assert.equal((await read(appliance, token, first)).name, first.name, "nothing is saved without a session");
  await signInOver(page, "bob", "not the password at all");
  await over(page).getByText("The name or the password is wrong").waitFor();
  await signInOver(page, "bob");
  await page.getByText("Settings saved").waitFor();
  assert.equal(await over(page).count(), 0);
  const now = await read(appliance, token, first);
  assert.equal(now.name, "Northgate Outdoor");
  assert.equal(now.max_requests_per_minute, 77);
});

test("a dialog that is half filled in is still there after signing in", async (t) => {
  const { appliance, token } = await story(t);
  const page = await open(t, appliance, { expected: [401] });
  await signIn(page, appliance, "bob", "/customers");
  await page.getByRole("button", { name: "Register customer" }).click();
  const form = page.getByRole("dialog", { name: "Register a customer" });
  await form.getByLabel("Name").fill("Lighthouse Books");
  await form.getByLabel("Email").fill("it@lighthouse.example");
  await endSessions(appliance, token, "bob");
  await form.getByRole("button", { name: "Register customer" }).click();
  await over(page).waitFor();
  await signInOver(page, "bob");
  await page.getByRole("dialog", { name: "First key of Lighthouse Books" }).waitFor();
  const { data } = await appliance.call("GET", "/api/customers?q=lighthouse", { bearer: token });
  assert.deepEqual(data.map(({ name, email }) => [name, email]), [["Lighthouse Books", "it@lighthouse.example"]], "it is registered once");
});

test("what was typed outlives a reload without a session", async (t) => {
  const { appliance, token, customers: [first] } = await story(t);
  const page = await open(t, appliance, { expected: [401] });
  await openSettings(page, appliance, "bob", first);
  await page.getByLabel("Name", { exact: true }).fill("Northgate Outdoor");
  await endSessions(appliance, token, "bob");
  await page.reload();
  await page.getByLabel("Username").fill("bob");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: first.name, level: 1 }).waitFor();
  await settled(page);
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Northgate Outdoor");
  await save(page);
  await page.getByText("Settings saved").waitFor();
  assert.equal((await read(appliance, token, first)).name, "Northgate Outdoor");
});

test("somebody else who signs in over the page does not send what another typed", async (t) => {
  const { appliance, token, customers: [first] } = await story(t);
  const page = await open(t, appliance, { expected: [401] });
  await openSettings(page, appliance, "bob", first);
  await page.getByLabel("Name", { exact: true }).fill("Northgate Outdoor");
  await endSessions(appliance, token, "bob");
  await save(page);
  await over(page).waitFor();
  const reloaded = page.waitForEvent("load");
  await signInOver(page, "cleo");
  await reloaded;
  await page.getByRole("button", { name: /^cleo/ }).waitFor();
  assert.equal((await read(appliance, token, first)).name, first.name);
});

/** Two operators have the settings of one customer open; ada saves a name and an address first. */
async function twoEditors(t) {
  const { appliance, token, customers: [first] } = await story(t);
  const [ada, bob] = [await open(t, appliance), await open(t, appliance, { expected: [409, 412] })];
  await openSettings(ada, appliance, "ada", first);
  await openSettings(bob, appliance, "bob", first);
  await bob.getByLabel("Name", { exact: true }).fill("Name by Bob");
  await ada.getByLabel("Name", { exact: true }).fill("Name by Ada");
  await ada.getByLabel("Email").fill("ada@northgate.example");
  await save(ada);
  await ada.getByText("Settings saved").waitFor();
  await bob.getByRole("heading", { name: "Name by Ada", level: 1 }).waitFor();
  assert.equal(await bob.getByLabel("Name", { exact: true }).inputValue(), "Name by Bob", "what changed elsewhere does not overwrite what is typed");
  await save(bob);
  await conflict(bob).waitFor();
  assert.equal((await read(appliance, token, first)).name, "Name by Ada", "the second does not overwrite unknowingly");
  const row = conflict(bob).getByRole("row").filter({ hasText: "Name by Bob" });
  assert.match(await row.innerText(), /Name\s+Name by Ada\s+Name by Bob/, "both are shown");
  assert.equal(await bob.getByLabel("Name", { exact: true }).inputValue(), "Name by Bob", "nothing typed is lost");
  return { appliance, token, first, bob };
}

test("the second of two editors sees the conflict and overwrites knowingly", async (t) => {
  const { appliance, token, first, bob } = await twoEditors(t);
  await conflict(bob).getByRole("button", { name: "Overwrite with mine" }).click();
  await bob.getByText("Settings saved").waitFor();
  await conflict(bob).waitFor({ state: "detached" });
  const now = await read(appliance, token, first);
  assert.equal(now.name, "Name by Bob");
  assert.equal(now.email, "ada@northgate.example", "what only the first changed stays");
});

test("the second of two editors can take what the first saved, and go on from there", async (t) => {
  const { appliance, token, first, bob } = await twoEditors(t);
  await conflict(bob).getByRole("button", { name: "Take theirs" }).click();
  await conflict(bob).waitFor({ state: "detached" });
  assert.equal(await bob.getByLabel("Name", { exact: true }).inputValue(), "Name by Ada");
  assert.equal(await bob.getByLabel("Email").inputValue(), "ada@northgate.example");
  await bob.getByLabel("Name", { exact: true }).fill("Agreed name");
  await save(bob);
  await bob.getByText("Settings saved").waitFor();
  assert.equal((await read(appliance, token, first)).name, "Agreed name");
});
