// The main job of each page with the keyboard alone: everything is reached, the focus is seen wherever it
// is, goes to what comes next, and is caught nowhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { closeBrowser, enterPortal, open, settled, signIn } from "./lib/browser.mjs";
import { focused, isFocused, stop, tabTo } from "./lib/keyboard.mjs";
import { until } from "./lib/words.mjs";

after(closeBrowser);

const button = (within, name) => within.getByRole("button", { name, exact: true });

async function console_(t, path, options) {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const page = await open(t, appliance, options);
  await signIn(page, appliance, "ada", path);
  await settled(page);
  return { appliance, page, token };
}

test("a customer registers and takes its key", async (t) => {
  const appliance = await Appliance.start(t);
  const page = await open(t, appliance, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(appliance.url);
  await tabTo(page, page.getByRole("link", { name: "Get an API key" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Name", { exact: true }));
  await page.keyboard.press("Enter");
  assert.equal(await isFocused(page.getByLabel("Name", { exact: true })), true, "the first mistake has the focus");
  await page.keyboard.type("Acme Retail");
  await tabTo(page, page.getByLabel("E-mail address"));
  await page.keyboard.type("ops@acme.example");
  const tier = page.getByLabel("Subscription tier");
  await tabTo(page, tier);
  await page.keyboard.type("Pro");
  await tabTo(page, button(page, "Register and show the key"));
  await page.keyboard.press("Enter");
  await focused(page, page.getByRole("heading", { name: "Your API key" }));
  await tabTo(page, button(page, "Copy key"));
  await page.keyboard.press("Space");
  await page.getByText("Key copied.").waitFor();
  await tabTo(page, page.getByLabel("I have kept it in a safe place"));
  await page.keyboard.press("Space");
  const key = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal((await appliance.call("GET", "/api/customers/me", { bearer: key })).subscription_tier, "pro");
});

test("a quote is asked for from the calculator", async (t) => {
  const { appliance, page, token } = await console_(t, "");
  await page.goto(`${appliance.url}/pricing`);
  await page.locator("#roi").waitFor();
  await tabTo(page, page.getByRole("link", { name: "Request a quote" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal((await stop(page)).name, "Company", "the link leads to the form");
  await page.keyboard.type("Acme Retail");
  await page.keyboard.press("Enter");
  await focused(page, page.getByLabel("Your name"));
  await page.keyboard.type("Ada Lovelace");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ada@acme.example");
  await tabTo(page, page.getByLabel("Message"));
  await page.keyboard.type("Soon.");
  await tabTo(page, button(page, "Request quote"));
  await page.keyboard.press("Enter");
  await focused(page, page.getByRole("heading", { name: "The request is in" }));
  const { data } = await appliance.call("GET", "/api/quotes", { bearer: token });
  assert.deepEqual(data.map(({ company, message }) => [company, message]), [["Acme Retail", "Soon."]]);
});

test("a customer is invited, and the dialogs give the focus back", async (t) => {
  const { page } = await console_(t, "/customers");
  const opener = button(page, "Invite customer");
  await tabTo(page, opener);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Invite a customer" });
  await focused(page, dialog.getByLabel("Name"));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await isFocused(opener), true, "the focus goes back to what opened it");
  await page.keyboard.press("Enter");
  await focused(page, dialog.getByLabel("Name"));
  await page.keyboard.press("Enter");
  await focused(page, dialog.getByLabel("Name"));
  assert.equal(await dialog.getByLabel("Name").getAttribute("aria-invalid"), "true");
  await page.keyboard.type("Acme Retail");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ops@acme.example");
  await tabTo(page, dialog.getByLabel("A link to copy"));
  await tabTo(page, button(dialog, "Make invitation"));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Invitation of Acme Retail" });
  await panel.waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await panel.waitFor();
  await tabTo(page, panel.getByLabel("I have kept it in a safe place"));
  await page.keyboard.press("Space");
  await tabTo(page, button(panel, "Done"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Acme Retail/, level: 1 }).waitFor();
  await tabTo(page, button(page, "Send key link"));
});

test("customers are imported: the file, what would happen, the import, the keys", async (t) => {
  const { appliance, page, token } = await console_(t, "/customers/import");
  await tabTo(page, page.locator("input[type=file]"));
  const choosing = page.waitForEvent("filechooser");
  // One answer of the page later, the browser knows that the test chooses the files.
  await stop(page);
  await page.keyboard.press("Enter");
  const chooser = await choosing;
  await chooser.setFiles({ name: "shops.csv", mimeType: "text/csv", buffer: Buffer.from("name,email\nOne,it@one.example\nTwo,nowhere\n") });
  await tabTo(page, button(page, "Check file"));
  await page.keyboard.press("Enter");
  await focused(page, page.getByRole("heading", { name: "1 row has a mistake" }));
  await tabTo(page, page.getByLabel("All or nothing"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, button(page, "Import 1 customer, skip 1"));
  await page.keyboard.press("Enter");
  await focused(page, page.getByRole("heading", { name: "1 customer is imported" }));
  await tabTo(page, button(page, "Download keys"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const key = readFileSync(await download.path(), "utf8").trim().split(",").at(-1);
  assert.equal((await appliance.call("GET", "/api/customers/me", { bearer: key })).name, "One");
  await focused(page, button(page, "Save the file again"));
  await tabTo(page, button(page, "Import another file"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[type=file]"));
  assert.equal((await appliance.call("GET", "/api/overview", { bearer: token })).customers.total, 1);
});

test("a statement is opened from the list and taken as a file", async (t) => {
  const appliance = await Appliance.start(t);
  const customer = await appliance.customer("Acme Retail");
  const page = await open(t, appliance);
  await enterPortal(page, appliance, customer.key, "/statements");
  await settled(page);
  const row = page.getByRole("table", { name: "Statements, newest first" }).locator("tbody tr");
  await tabTo(page, row);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What it costs" }).waitFor();
  const csv = page.getByRole("link", { name: "CSV" });
  await tabTo(page, csv);
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(readFileSync(await file.path(), "utf8"), /Acme Retail/);
  await tabTo(page, page.getByRole("link", { name: "All statements" }), { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await row.first().waitFor();
});
