// Trouble on the way: presses that come twice, answers that come late or never, files that change or are
// none. Nothing is sent twice, what was typed stays, and each thing is told where it belongs.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { closeBrowser, open, signIn } from "./lib/browser.mjs";
import { isFocused } from "./lib/keyboard.mjs";

after(closeBrowser);

async function arrive(t, path, { expected = [], settings } = {}) {
  const appliance = await Appliance.start(t, { settings });
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const page = await open(t, appliance, { expected });
  await signIn(page, appliance, "ada", path);
  return { appliance, page, token };
}

/** Counts what is sent to a path. */
function counted(page, method, path) {
  const seen = [];
  page.on("request", (request) => request.method() === method && new URL(request.url()).pathname === path && seen.push(request.url()));
  return seen;
}

const file = (text, name = "shops.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a file is sent once, also when the button is pressed twice", async (t) => {
  const { page } = await arrive(t, "/customers/import");
  const opened = counted(page, "POST", "/api/imports");
  await page.route("**/api/imports", async (route) => (await new Promise((done) => setTimeout(done, 300)), route.continue()));
  await page.locator("input[type=file]").setInputFiles(file("name,email\nOne,it@one.example\n"));
  await page.getByRole("button", { name: "Check file" }).dblclick();
  await page.getByText("Every row is good").waitFor();
  assert.equal(opened.length, 1);
});

test("files that cannot be taken are refused in words before they are sent", async (t) => {
  const { appliance, page } = await arrive(t, "/customers/import", { expected: [422] });
  const opened = counted(page, "POST", "/api/imports");
  const input = page.locator("input[type=file]");
  const big = join(appliance.directory, "big.csv");
  writeFileSync(big, Buffer.alloc(100 * 1024 * 1024, "a"));
  for (const [chosen, says] of [[file(""), "The file is empty."], [big, "The file has more than 32 MiB: split it into several."]]) {
    await input.setInputFiles(chosen);
    await page.getByRole("alert").getByText(says).waitFor();
    assert.equal(await page.getByRole("button", { name: "Check file" }).isDisabled(), true);
  }
  assert.equal(opened.length, 0);
  await input.setInputFiles(file(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), "photo.jpg"));
  await page.getByRole("button", { name: "Check file" }).click();
  await page.getByRole("alert").getByText("The file cannot be imported").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /The file is no text/);
});

test("a file that was changed since it was chosen is told apart from an appliance that is gone", async (t) => {
  const { appliance, page } = await arrive(t, "/quotes/prospects");
  const path = join(appliance.directory, "autumn.csv");
  const head = "company,contact,email,agents_today,checks_per_month,peak_checks_per_minute,needs_approvals,next_step\n";
  writeFileSync(path, `${head}Acme,B. Lee,b@acme.example,3,100,1,no,call\n`);
  const input = page.locator("input[type=file]");
  await input.setInputFiles(path);
  await page.waitForTimeout(50);
  writeFileSync(path, `${head}Acme Retail,B. Lee,b@acme.example,3,100,1,no,call and write\n`);
  await page.getByRole("button", { name: "Recommend tiers" }).click();
  await page.getByRole("alert").getByText("It was changed or removed since it was chosen").waitFor();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByText("choose another").click()]);
  await chooser.setFiles(path);
  await page.getByRole("button", { name: "Recommend tiers" }).click();
  await page.getByRole("table", { name: "Recommended tiers" }).getByText("Acme Retail").waitFor();
});

test("tiers that come late are not shown for another file", async (t) => {
  const { page } = await arrive(t, "/quotes/prospects");
  const head = "company,contact,email,agents_today,checks_per_month,peak_checks_per_minute,needs_approvals,next_step\n";
  let release = null;
  const held = new Promise((done) => (release = done));
  await page.route("**/api/prospects/recommend", async (route) => (await held, route.continue()), { times: 1 });
  await page.locator("input[type=file]").setInputFiles(file(`${head}Slow,B. Lee,b@slow.example,3,100,1,no,call\n`));
  await page.getByRole("button", { name: "Recommend tiers" }).click();
  await page.locator("input[type=file]").setInputFiles(file(`${head}Next,B. Lee,b@next.example,3,100,1,no,call\n`, "next.csv"));
  const answered = page.waitForResponse("**/api/prospects/recommend");
  release();
  await answered;
  await page.getByText("next.csv").waitFor();
  const run = page.getByRole("button", { name: "Recommend tiers" });
  await run.and(page.locator(":enabled")).waitFor();
  assert.equal(await page.getByRole("table", { name: "Recommended tiers" }).count(), 0);
  await run.click();
  await page.getByRole("table", { name: "Recommended tiers" }).getByText("Next", { exact: true }).waitFor();
});

test("an invitation that got no answer keeps what was typed, and goes on from the button", async (t) => {
  const { appliance, page, token } = await arrive(t, "/customers?invite=1", { expected: ["offline", 422] });
  const form = page.getByRole("dialog", { name: "Invite a customer" });
  const verb = form.getByRole("button", { name: "Make invitation" });
  await form.getByLabel("Name").fill("Acme <img src=x onerror=alert(1)> 🦊");
  await form.getByLabel("Email").fill("ops@acme.example");
  await page.route("**/api/customers/invite", (route) => route.abort("failed"), { times: 1 });
  await verb.click();
  await form.getByRole("alert").getByText("The appliance did not answer").waitFor();
  assert.equal(await isFocused(verb), true);
  assert.equal(await form.getByLabel("Name").inputValue(), "Acme <img src=x onerror=alert(1)> 🦊");
  await form.getByLabel("Email").fill("ops@");
  await verb.click();
  await form.getByText(/^Email must/).waitFor();
  assert.equal(await isFocused(form.getByLabel("Email")), true);
  await form.getByLabel("Email").fill("ops@acme.example");
  const sent = counted(page, "POST", "/api/customers/invite");
  await verb.dblclick();
  const panel = page.getByRole("dialog", { name: /^Invitation of Acme <img/ });
  await panel.getByLabel("I have kept it in a safe place").check();
  await panel.getByRole("button", { name: "Done" }).click();
  assert.equal(sent.length, 1);
  assert.equal((await appliance.call("GET", "/api/customers", { bearer: token })).data.length, 1);
});

test("an import of which the answer was lost goes on where it was", async (t) => {
  const { appliance, page, token } = await arrive(t, "/customers/import", { expected: ["offline", 404] });
  await page.getByLabel("No keys yet").check();
  await page.locator("input[type=file]").setInputFiles(file("name,email\nOne,it@one.example\nTwo,it@two.example\n"));
  await page.getByRole("button", { name: "Check file" }).click();
  await page.getByText("Every row is good").waitFor();
  await page.route("**/apply", async (route) => (await route.fetch(), route.abort("failed")), { times: 1 });
  await page.getByRole("button", { name: "Import 2 customers" }).click();
  await page.getByRole("heading", { name: "2 customers are imported" }).waitFor();
  assert.equal((await appliance.call("GET", "/api/customers", { bearer: token })).data.length, 2);
});

test("an import without keys that was left says so when it is gone back to", async (t) => {
  const { appliance, page } = await arrive(t, "/customers/import");
  await page.getByLabel("No keys yet").check();
  await page.locator("input[type=file]").setInputFiles(file("name,email\nOne,it@one.example\n"));
  await page.getByRole("button", { name: "Check file" }).click();
  await page.getByText("Every row is good").waitFor();
  await page.goto(`${appliance.url}/console/customers/import`);
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await page.getByText("No keys are made.").waitFor();
});

test("imports that were left can be discarded, so that another one is taken", async (t) => {
  const { appliance, page, token } = await arrive(t, "/customers/import", { expected: [404, 409, 429] });
  const choose = async () => {
    await page.goto(`${appliance.url}/console/customers/import`);
    await page.locator("input[type=file]").setInputFiles(file("name,email\nOne,it@one.example\n"));
    await page.getByRole("button", { name: "Check file" }).click();
  };
  const isGood = page.getByText("Every row is good");
  for (const _ of [1, 2]) {
    await choose();
    await isGood.waitFor();
  }
  await choose();
  await page.getByRole("alert").getByText(/imports are open already/).waitFor();
  const left = page.getByRole("region", { name: "Open imports" }).getByRole("listitem");
  await left.nth(1).waitFor();
  await left.first().getByRole("button", { name: "Discard" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard import" }).click();
  await left.nth(1).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Check file" }).click();
  await isGood.waitFor();
  assert.equal((await appliance.call("GET", "/api/customers", { bearer: token })).data.length, 0);
});

test("the days of an export are asked for in words", async (t) => {
  const { page } = await arrive(t, "/customers?export=1");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("radio", { name: "Usage" }).check();
  const verb = dialog.getByRole("button", { name: "Export usage" });
  for (const [from, to, says] of [["", "2026-11-30", "The first day is needed."], ["2026-11-01", "", "The last day is needed."], ["2026-11-02", "2026-11-01", "The first day comes after the last."]]) {
    await dialog.getByLabel("From").fill(from);
    await dialog.getByLabel("to", { exact: true }).fill(to);
    await dialog.getByRole("alert").getByText(says).waitFor();
    assert.equal(await verb.isDisabled(), true);
  }
});

test("a month that has not begun is not shown as one that is over", async (t) => {
  const { page } = await arrive(t, "/billing?month=2099-01");
  await page.getByText("Running").waitFor();
  assert.equal(await page.getByRole("button", { name: "The month after" }).isDisabled(), true);
});
