// Customers from a file: what would happen is seen first, mistakes stand with their lines, either all come
// or those that are good, and the keys are given out once.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, isTooWide, open, signIn } from "./lib/browser.mjs";
import { isForgotten } from "./lib/words.mjs";

after(closeBrowser);

const HEAD = "name,email,subscription_tier";
const good = (count, from = 1) => Array.from({ length: count }, (_, index) => `Branch ${from + index},branch-${from + index}@shops.example,${index % 2 ? "starter" : "pro"}`);

async function arrive(t, options) {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const page = await open(t, appliance, options);
  await signIn(page, appliance, "ada", "/customers/import");
  const count = async () => (await appliance.call("GET", "/api/overview", { bearer: token })).customers.total;
  return { appliance, page, token, count };
}

async function choose(page, lines) {
  await page.locator("input[type=file]").setInputFiles({ name: "shops.csv", mimeType: "text/csv", buffer: Buffer.from([HEAD, ...lines].join("\r\n")) });
  await page.getByRole("button", { name: "Check file" }).click();
}

const summary = (page) => page.getByRole("region", { name: "What would happen" });
const rows = (page) => page.getByRole("table", { name: "Rows of the file" });

/** Presses what saves a file, and gives its text. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path(), "utf8");
}

test("of 1,000 rows those with mistakes are named by line, and left out; the keys come once", async (t) => {
  const { appliance, page, token, count } = await arrive(t, { expected: [404] });
  await appliance.customer("Taken");
  const lines = good(994);
  lines.splice(10, 0, "No Address,,starter", "Odd Address,nowhere,starter", "Odd Tier,odd@shops.example,platinum", "Twice,branch-1@shops.example,pro", "There already,it@taken.example,pro");
  lines.push("'=SUM(A1:A9),sum@shops.example,starter");
  await choose(page, lines);

  await summary(page).getByText("5 rows have mistakes").waitFor();
  await summary(page).getByText("995", { exact: true }).waitFor();
  const shown = rows(page).locator("tbody tr[data-row]");
  await shown.nth(4).waitFor();
  assert.equal(await shown.count(), 5, "those with mistakes first");
  const texts = await shown.allInnerTexts();
  const lineOf = (text) => Number(texts.find((one) => one.includes(text))?.match(/\d+/)[0]);
  assert.deepEqual(["No Address", "Odd Address", "Odd Tier", "Twice", "There already"].map(lineOf), [12, 13, 14, 15, 16]);
  assert.match(texts.find((one) => one.includes("Odd Tier")), /platinum/);
  assert.match(texts.find((one) => one.includes("Twice")), /line 2/, "the other line is named");
  assert.equal(await page.getByRole("button", { name: "Import 1,000 customers" }).isDisabled(), true);
  assert.equal(await count(), 1, "nothing was imported by checking");

  await page.reload();
  await page.getByLabel("Skip rows with mistakes").check();
  await page.getByRole("button", { name: "Import 995 customers, skip 5" }).click();
  await page.getByRole("heading", { name: "995 customers are imported" }).waitFor();
  assert.equal(await count(), 996);

  const asked = new Promise((done) => page.once("dialog", async (dialog) => (await dialog.dismiss(), done(dialog.type()))));
  page.evaluate(() => location.reload()).catch(() => {});
  assert.equal(await asked, "beforeunload", "the page is not left while the keys wait");
  page.once("dialog", (dialog) => dialog.dismiss());
  await page.getByRole("link", { name: "All customers" }).click();
  assert.match(page.url(), /\/customers\/import/, "nor by a link");
  const place = page.url();
  const back = new Promise((done) => page.once("dialog", async (dialog) => (await dialog.dismiss(), done(dialog.type()))));
  await page.goBack();
  assert.equal(await back, "confirm", "nor by the Back button");
  await page.waitForURL(place);
  await page.getByRole("button", { name: "Download keys" }).waitFor();
  const file = await saved(page, page.getByRole("button", { name: "Download keys" }));
  const keys = file.trim().split(/\r?\n/);
  assert.equal(keys[0], "customer_id,name,email,key_id,api_key");
  assert.equal(keys.length, 996);
  const key = keys.find((line) => line.includes("branch-1@")).split(",").at(-1);
  assert.equal((await appliance.call("GET", "/api/customers/me", { bearer: key })).name, "Branch 1", "a key works");
  assert.ok(keys.some((line) => line.includes("'=SUM(A1:A9)")), "no cell is a formula");
  const [sum] = (await appliance.call("GET", "/api/customers?q=sum@", { bearer: token })).data;
  assert.equal(sum.name, "=SUM(A1:A9)", "the apostrophe of the file is not part of the name");

  await page.getByText("The appliance has forgotten them").waitFor();
  await page.reload();
  await page.getByText("The keys are not here any more").waitFor();
  assert.equal(await isForgotten(page, key), true);
  const again = await page.evaluate((path) => fetch(path).then(({ status }) => status), `/api/imports/${new URL(page.url()).searchParams.get("id")}/keys`).catch(() => 0);
  assert.equal(again, 404);
});

test("on a phone each mistake is read in full, with the name of its row", async (t) => {
  const { page } = await arrive(t, { width: 390 });
  await choose(page, ["A Company With a Name That Is Rather Long,nowhere,platinum", ...good(3)]);
  const mistake = rows(page).getByRole("row").filter({ hasText: "Rather Long" }).getByText(/must be an e-mail address.*must be one of/);
  await mistake.waitFor();
  const { width } = await mistake.boundingBox();
  assert.ok(width > 200, `${width} px are enough to read`);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await accessibility(page), []);
});

test("without a mistake all are imported at once, and nobody has a key when none was wanted", async (t) => {
  const { appliance, page, token, count } = await arrive(t);
  await page.getByLabel("No keys yet").check();
  await page.getByLabel("Pasted lines").check();
  await page.getByLabel("Lines, the names of the columns first").fill("email;name\nit@one.example;One\nit@two.example;Two");
  await page.getByRole("button", { name: "Check lines" }).click();
  await summary(page).getByText("Every row is good").waitFor();
  await page.getByRole("button", { name: "Import 2 customers" }).click();
  await page.getByRole("heading", { name: "2 customers are imported" }).waitFor();
  await page.getByText("The customers have no keys yet").waitFor();
  assert.equal(await count(), 2);
  const { data } = await appliance.call("GET", "/api/customers", { bearer: token });
  assert.deepEqual(await appliance.call("GET", `/api/customers/${data[0].id}/api-keys`, { bearer: token }), []);
});

test("imports that are open are listed, taken up by their operator elsewhere, and discarded", async (t) => {
  const { appliance, page, count } = await arrive(t, { expected: [409] });
  appliance.operator("bob", "admin");
  const { token } = appliance.run("operator", "token", "add", "bob", "--name", "tests");
  await page.getByLabel("No keys yet").check();
  await choose(page, [...good(3), "Odd,nowhere,starter"]);
  await summary(page).getByText("1 row has a mistake").waitFor();
  const theirs = await appliance.call("POST", "/api/imports", { bearer: token, body: { kind: "customers" } });

  // Another browser of the same operator, which remembers nothing.
  const other = await open(t, appliance, { expected: [404, 409] });
  await signIn(other, appliance, "ada", "/customers/import");
  const list = other.getByRole("region", { name: "Open imports" });
  await list.getByText("A file of 4 rows, 1 row with mistakes").waitFor();
  const ofBob = list.getByRole("listitem").filter({ hasText: "of bob" });
  await ofBob.getByText("A file that has not arrived as a whole").waitFor();
  assert.equal(await ofBob.getByRole("button").count(), 0, "another's cannot be touched");
  assert.deepEqual(await accessibility(other), []);
  await choose(other, good(1));
  await other.getByText(/two imports are open already/i).waitFor();
  await list.getByRole("button", { name: "Go on" }).click();
  await summary(other).getByText("1 row has a mistake").waitFor();
  await other.getByLabel("Skip rows with mistakes").check();
  await other.getByText("No keys are made").waitFor();
  await other.getByRole("button", { name: "Import 3 customers, skip 1" }).click();
  await other.getByRole("heading", { name: "3 customers are imported" }).waitFor();
  assert.equal(await count(), 3);

  await appliance.call("DELETE", `/api/imports/${theirs.import_id}`, { bearer: token });
  await other.goto(`${appliance.url}/console/customers/import`);
  await choose(other, ["Four,it@four.example,pro"]);
  await summary(other).getByText("Every row is good").waitFor();
  await other.goto(`${appliance.url}/console/customers/import`);
  await list.getByRole("button", { name: "Discard" }).click();
  await other.getByRole("dialog", { name: "Discard the import" }).getByRole("button", { name: "Discard import" }).click();
  await list.waitFor({ state: "detached" });
  assert.equal(await count(), 3);
});

/** Drops files, as a hand does; `where` is what the pointer is over. */
async function dropOn(page, where, names) {
  const files = await page.evaluateHandle(
    ([list, text]) => list.reduce((held, name) => (held.items.add(new File([text], name, { type: "text/csv" })), held), new DataTransfer()),
    [names, [HEAD, ...good(3)].join("\n")],
  );
  await where.dispatchEvent("dragover", { dataTransfer: files });
  const isPrevented = await where.evaluate((place, dataTransfer) => !place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true })), files);
  assert.equal(isPrevented, true, "the browser does not open the file");
}

test("a file can be dropped; two cannot, and one beside the place does no harm", async (t) => {
  const { page, count } = await arrive(t);
  const zone = page.locator(".drop");
  await zone.waitFor();
  await dropOn(page, page.getByRole("heading", { name: "Import customers" }), ["beside.csv"]);
  await page.getByText("Choose a CSV file").waitFor();
  await dropOn(page, zone, ["one.csv", "two.csv"]);
  await zone.getByRole("alert").getByText("One file at a time").waitFor();
  assert.equal(await page.getByRole("button", { name: "Check file" }).isDisabled(), true);
  await dropOn(page, zone, ["dropped.csv"]);
  await zone.getByText("dropped.csv").waitFor();
  assert.equal(await zone.getByRole("alert").count(), 0);
  await page.getByRole("button", { name: "Check file" }).click();
  await summary(page).getByText("Every row is good").waitFor();
  await page.getByRole("button", { name: "Import 3 customers" }).click();
  await page.getByRole("heading", { name: "3 customers are imported" }).waitFor();
  assert.equal(await count(), 3);
});

test("a file that is none is refused in words, and another one can be chosen", async (t) => {
  const { page, count } = await arrive(t, { expected: [400, 409, 422] });
  await page.locator("input[type=file]").setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("name,email,colour\nOne,it@one.example,red\n") });
  await page.getByRole("button", { name: "Check file" }).click();
  await page.getByRole("alert").getByText("colour").first().waitFor();
  await choose(page, good(3));
  await summary(page).getByText("Every row is good").waitFor();
  await page.getByRole("button", { name: "Choose another file" }).click();
  await page.getByRole("button", { name: "Discard this one" }).click();
  await page.getByText("Choose a CSV file").waitFor();
  assert.equal(await count(), 0);
});

test("lists are saved as files, with no cell that a spreadsheet would compute", async (t) => {
  const { appliance, page } = await arrive(t);
  const customer = await appliance.customer("=2+3");
  await customer.agent("support-bot", [["allow", "read", "orders/*"]]);
  await customer.check("support-bot", "read", "orders/1");
  await page.goto(`${appliance.url}/console/customers`);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  const isFirst = await dialog.getByRole("radio", { name: "Customers" }).evaluate((radio) => radio === document.activeElement);
  assert.ok(isFirst, "a long dialog begins at its top");
  const customers = await saved(page, dialog.getByRole("button", { name: "Export customers" }));
  assert.match(customers, /'=2\+3/);
  for (const [label, found] of [["Agents", "support-bot"], ["Permissions", "orders/*"], ["Usage", "support-bot"]]) {
    await dialog.getByRole("radio", { name: label }).check();
    const text = await saved(page, dialog.getByRole("button", { name: `Export ${label.toLowerCase()}` }));
    assert.ok(text.includes(found), `${label} has ${found}`);
    await dialog.getByText("1 line in the file").waitFor();
  }
  await dialog.getByRole("radio", { name: "Agents" }).check();
  await dialog.getByRole("radio", { name: "NDJSON" }).check();
  const line = JSON.parse(await saved(page, dialog.getByRole("button", { name: "Export agents" })));
  assert.equal(line.customer_id, customer.id);
});
