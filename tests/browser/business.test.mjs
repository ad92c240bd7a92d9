// What sellers do: invite by a link or by letter, look at what was sent, answer requests for a quote, agree a
// price and read what a month costs.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { closeBrowser, open, signIn } from "./lib/browser.mjs";
import { Mailbox } from "./lib/mailbox.mjs";
import { isForgotten, keep, until } from "./lib/words.mjs";

after(closeBrowser);

async function arrive(t, path, { settings, listen, ...options } = {}) {
  const appliance = await Appliance.start(t, { settings, listen });
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const page = await open(t, appliance, options);
  await signIn(page, appliance, "ada", path);
  return { appliance, page, token };
}

/** An address that nobody listens on: what is to stand in letters must be known before the start. */
async function freeAddress() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return `127.0.0.1:${port}`;
}

/** Follows a one-time link as the person at the customer does, and gives the key that it shows. */
async function redeem(t, appliance, link) {
  const page = await open(t, appliance, { expected: [404] });
  await page.goto(`${appliance.url}${new URL(link).pathname}${new URL(link).hash}`);
  await page.getByRole("button", { name: "Show the key" }).click();
  await page.getByText("Keep it now.").waitFor();
  const key = await page.locator("#key").innerText();
  assert.match(key, /^sk-/);
  return { page, key };
}

async function invite(page, name, email) {
  const form = page.getByRole("dialog", { name: "Invite a customer" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Email").fill(email);
  return form;
}

test("a customer that is invited by a link has its key after one look, and nobody has it twice", async (t) => {
  const { appliance, page } = await arrive(t, "/customers?invite=1");
  const form = await invite(page, "Acme Retail", "ops@acme.example");
  assert.equal(await form.getByRole("radio", { name: "By e-mail" }).isDisabled(), true);
  await form.getByText("No relay is configured").waitFor();
  await form.getByRole("button", { name: "Make invitation" }).click();
  const panel = page.getByRole("dialog", { name: "Invitation of Acme Retail" });
  const link = await panel.locator(".secret code").innerText();
  await keep(panel);
  await page.getByRole("heading", { name: /^Acme Retail/, level: 1 }).waitFor();
  const links = page.locator("section", { has: page.getByRole("heading", { name: "Key links" }) });
  await links.getByText("first key").waitFor();
  assert.equal(await isForgotten(page, link.split("#")[1]), true);

  const visitor = await redeem(t, appliance, link);
  assert.equal((await appliance.call("GET", "/api/customers/me", { bearer: visitor.key })).name, "Acme Retail");
  await page.getByRole("table", { name: "API keys" }).getByText(visitor.key.slice(0, 7)).waitFor();
  await links.getByText("No link can be used at present").waitFor();
  const late = await open(t, appliance, { expected: [404] });
  await late.goto(link);
  await late.getByText("This link is not in force").waitFor();
});

test("a key link that was withdrawn shows nothing", async (t) => {
  const { appliance, page } = await arrive(t, "/customers");
  const customer = await appliance.customer("Acme Retail");
  await page.goto(`${appliance.url}/console/customers/${customer.id}/keys`);
  await page.getByRole("button", { name: "Send key link" }).click();
  await page.getByRole("button", { name: "Make key link" }).click();
  const panel = page.getByRole("dialog", { name: "Key link for Acme Retail" });
  const link = await panel.locator(".secret code").innerText();
  await keep(panel);
  const links = page.locator("section", { has: page.getByRole("heading", { name: "Key links" }) });
  await links.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw link" }).click();
  await links.getByText("No link can be used at present").waitFor();
  const late = await open(t, appliance, { expected: [404] });
  await late.goto(link);
  await late.getByText("This link is not in force").waitFor();
});

test("letters: an invitation arrives with a link that works; what was refused stands on the overview and is sent again", async (t) => {
  const mailbox = await Mailbox.open(t);
  const listen = await freeAddress();
  const settings = `[server]\npublic_url = "http://${listen}"\n[mail]\nrelay = "${mailbox.relay}"\nsecurity = "none"\nfrom = "gate@appliance.example"\n`;
  const { appliance, page } = await arrive(t, "/customers?invite=1", { settings, listen });
  const form = await invite(page, "Acme Retail", "ops@acme.example");
  assert.equal(await form.getByRole("radio", { name: "By e-mail" }).isChecked(), true);
  await form.getByRole("button", { name: "Send invitation" }).click();
  const [letter] = await until("the letter arrives", () => mailbox.letters.length > 0 && mailbox.letters);
  const [link] = letter.match(/http:\S+\/welcome#kl-[0-9A-Za-z]+/);
  assert.doesNotMatch(letter, /sk-/, "no key is in a letter");
  const visitor = await redeem(t, appliance, link);
  assert.equal((await appliance.call("GET", "/api/customers/me", { bearer: visitor.key })).name, "Acme Retail");

  await page.goto(`${appliance.url}/console/outbox`);
  const table = page.getByRole("table", { name: "Messages, newest first" });
  await table.getByRole("row").filter({ hasText: "Invitation" }).getByText("Sent", { exact: true }).waitFor();
  mailbox.refusal = "550 no such mailbox";
  await page.getByRole("button", { name: "Send test letter" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a test letter" });
  await dialog.getByLabel("To").fill("nobody@acme.example");
  await dialog.getByRole("button", { name: "Send test letter" }).click();
  const drawer = page.getByRole("dialog", { name: "Test letter" });
  await drawer.getByText(/no such mailbox/).waitFor();

  await page.goto(`${appliance.url}/console`);
  await page.getByText("1 message could not be sent").waitFor();
  await page.getByRole("region", { name: "What needs you now" }).getByRole("link", { name: "Outbox" }).click();
  mailbox.refusal = null;
  await table.getByRole("row").filter({ hasText: "nobody@acme.example" }).press("Enter");
  await drawer.getByRole("button", { name: "Send again" }).click();
  await page.getByRole("dialog", { name: "Send this message again" }).getByRole("button", { name: "Send message" }).click();
  await drawer.getByText("Sent", { exact: true }).waitFor();
  assert.equal(mailbox.letters.length, 2);
});

test("a request for a quote is answered, invited and deleted", async (t) => {
  const { appliance, page, token } = await arrive(t, "/quotes");
  await page.getByText("Nobody has asked yet").waitFor();
  await appliance.call("POST", "/api/quotes", { body: { company: "Meridian Bank", contact: "R. Mason", email: "r.mason@meridian.example", subscription_tier: "enterprise", agents: 800, message: "Two regions.\nWhen?" } });
  const row = page.getByRole("row").filter({ hasText: "Meridian Bank" });
  await row.getByText("Open").waitFor();
  await row.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Meridian Bank" });
  await drawer.getByText("Two regions.").waitFor();
  await drawer.getByLabel("State").selectOption("answered");
  await drawer.getByLabel("Notes").fill("Called, wants a trial.");
  await drawer.getByRole("button", { name: "Save request" }).click();
  await row.getByText("Answered").waitFor();
  const { data: [saved] } = await appliance.call("GET", "/api/quotes", { bearer: token });
  assert.deepEqual([saved.state, saved.notes], ["answered", "Called, wants a trial."]);

  await drawer.getByRole("button", { name: "Invite as customer" }).click();
  const form = page.getByRole("dialog", { name: "Invite a customer" });
  assert.equal(await form.getByLabel("Name").inputValue(), "Meridian Bank");
  assert.equal(await form.getByLabel("Email").inputValue(), "r.mason@meridian.example");
  assert.equal(await form.getByLabel("Tier").inputValue(), "enterprise");
  await form.getByRole("button", { name: "Make invitation" }).click();
  await keep(page.getByRole("dialog", { name: "Invitation of Meridian Bank" }));
  await page.getByRole("heading", { name: /^Meridian Bank/, level: 1 }).waitFor();

  await page.goto(`${appliance.url}/console/quotes?open=${saved.id}`);
  await drawer.getByRole("button", { name: "Delete" }).click();
  const confirm = page.getByRole("dialog", { name: "Delete the request of Meridian Bank" });
  await confirm.getByRole("textbox").fill("delete");
  await confirm.getByRole("button", { name: "Delete request" }).click();
  await page.getByText("Nobody has asked yet").waitFor();
  const records = await appliance.call("GET", "/api/logs?limit=100", { bearer: token });
  const kept = JSON.stringify(records.filter(({ action }) => action.startsWith("quote.")));
  assert.ok(kept.includes("quote.delete") && !/r\.mason|Two regions/i.test(kept), "the log knows that, and nobody's name");
});

test("what two operators note about a request does not meet unseen", async (t) => {
  const { appliance, page, token } = await arrive(t, "/quotes", { expected: [412] });
  const { quote_id: id } = await appliance.call("POST", "/api/quotes", { body: { company: "Meridian Bank", contact: "R. Mason", email: "r.mason@meridian.example" } });
  const path = `/api/quotes/${id}`;
  await page.goto(`${appliance.url}/console/quotes?open=${id}`);
  const drawer = page.getByRole("dialog", { name: "Meridian Bank" });
  await drawer.getByLabel("Notes").fill("Called them.");
  await appliance.call("PATCH", path, { bearer: token, body: { notes: "Wrote to them.", state: "answered" } });
  await page.getByRole("row").filter({ hasText: "Meridian Bank" }).getByText("Answered").waitFor();
  assert.equal(await drawer.getByLabel("Notes").inputValue(), "Called them.", "what was typed stays");
  await drawer.getByRole("button", { name: "Save request" }).click();
  await drawer.getByText("Wrote to them.").waitFor();
  assert.equal((await appliance.call("GET", path, { bearer: token })).notes, "Wrote to them.");
  await drawer.getByRole("button", { name: "Overwrite with mine" }).click();
  await until("the request has mine", async () => (await appliance.call("GET", path, { bearer: token })).notes === "Called them.");
  await page.reload();
  await drawer.getByLabel("Notes").waitFor();
  assert.equal(await drawer.getByLabel("Notes").inputValue(), "Called them.");
});

test("prospects come back with a tier, its price and the reason", async (t) => {
  const { page } = await arrive(t, "/quotes/prospects", { expected: [400, 422] });
  const head = "company,contact,email,agents_today,checks_per_month,peak_checks_per_minute,needs_approvals,next_step";
  const choose = async (lines) => {
    await page.locator("input[type=file]").setInputFiles({ name: "autumn.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...lines].join("\n")) });
    await page.getByRole("button", { name: "Recommend tiers" }).click();
  };
  await choose(["Acme,B. Lee,b@acme.example,many,100,1,no,call"]);
  await page.getByText(/agents_today/).last().waitFor();
  await choose(["Acme,B. Lee,b@acme.example,3,100,1,no,=call()", "Meridian,R. Mason,r@meridian.example,900,2000000,4000,yes,visit"]);
  const table = page.getByRole("table", { name: "Recommended tiers" });
  await table.getByRole("row").filter({ hasText: "Acme" }).getByText("Free", { exact: true }).waitFor();
  await table.getByRole("row").filter({ hasText: "Meridian" }).getByText("Enterprise", { exact: true }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download result" }).click()]);
  assert.equal(download.suggestedFilename(), "autumn-recommended.csv");
});

test("an agreed price is on the statement of the month, and on the list of all customers", async (t) => {
  const { appliance, page } = await arrive(t, "/customers");
  const customer = await appliance.customer("Acme Retail");
  await customer.agent("support-bot", [["allow", "read", "orders/*"]]);
  await customer.check("support-bot", "read", "orders/1");
  await page.goto(`${appliance.url}/console/customers/${customer.id}/settings`);
  await page.getByLabel(/^Agreed price/).fill("3.5");
  await page.getByRole("button", { name: "Save settings" }).click();
  await page.getByText(/Agreed price.* must be a whole number/).waitFor();
  await page.getByLabel(/^Agreed price/).fill("3000");
  await page.getByLabel(/^Checks a month/).fill("40");
  await page.getByRole("button", { name: "Save settings" }).click();
  await page.getByText("Settings saved").waitFor();
  await page.getByRole("navigation", { name: "Of Acme Retail" }).getByRole("link", { name: "Billing" }).click();
  const terms = page.getByRole("region", { name: "Terms in force" });
  await terms.getByText("$3,000 a month agreed with this customer").waitFor();
  await terms.getByText("40 of this customer alone").waitFor();
  await page.getByRole("table", { name: "Statements, newest first" }).getByRole("link").first().click();
  await page.getByText("$3,000").first().waitFor();
  await page.goto(`${appliance.url}/console/billing`);
  const row = page.getByRole("row").filter({ hasText: "Acme Retail" });
  await row.getByText(/^\$[\d,]+\.\d\d$/).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  assert.match(download.suggestedFilename(), /^portcullis-statements-\d{4}-\d\d\.csv$/);
});
