// What the payment provider told stands beside the customer's tiers, as soon as it is told.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { accessibility, closeBrowser, enterPortal, open, signIn } from "./lib/browser.mjs";

after(closeBrowser);

const SECRET = "whsec_correct_horse_battery_staple";

/** An appliance that listens to Stripe; `tell(type, object)` sends a signed event. */
async function paid(t, more = "") {
  const directory = mkdtempSync(join(tmpdir(), "portcullis-stripe-"));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, "secret");
  writeFileSync(file, `${SECRET}\n`, { mode: 0o600 });
  const appliance = await Appliance.start(t, { settings: `[stripe]\nwebhook_secret_file = "${file}"\nprices = { "price_1Pro" = "pro" }\n${more}` });
  let number = 0;
  const tell = async (type, object) => {
    number += 1;
    const now = Math.floor(Date.now() / 1000);
    const body = JSON.stringify({ id: `evt_1Told${number}`, object: "event", api_version: "2025-06-30", created: now + number, type, data: { object } });
    const signature = createHmac("sha256", SECRET).update(`${now}.${body}`).digest("hex");
    const answer = await fetch(`${appliance.url}/api/billing/stripe/webhook`, { method: "POST", headers: { "Content-Type": "application/json", "Stripe-Signature": `t=${now},v1=${signature}` }, body });
    const told = await answer.json();
    assert.deepEqual([answer.status, told.outcome], [200, "applied"], JSON.stringify(told));
  };
  return { appliance, tell };
}

const subscription = (customer, status) => ({
  id: "sub_1Harbour",
  object: "subscription",
  customer: "cus_NffrFeUfNV2Hib",
  status,
  metadata: { portcullis_customer_id: customer.id },
  items: { object: "list", data: [{ id: "si_1", object: "subscription_item", quantity: 1, price: { id: "price_1Pro", object: "price" } }] },
});

test("a subscription stands beside the tiers, and changes as it is told", async (t) => {
  const { appliance, tell } = await paid(t);
  const customer = await appliance.customer("Harbour Logistics", "starter");
  const page = await open(t, appliance);
  await enterPortal(page, appliance, customer.key, "/tier");
  await page.getByRole("table", { name: "Tiers beside each other" }).waitFor();
  const payment = page.getByRole("region", { name: "Payment" });
  assert.equal(await payment.count(), 0, "nothing was paid");
  await tell("customer.subscription.created", subscription(customer, "active"));
  await payment.getByText("active", { exact: true }).waitFor();
  assert.match(await payment.innerText(), /Pro\s+subscription/);
  await page.getByText("You are on Pro.").waitFor();
  await tell("customer.subscription.updated", subscription(customer, "past_due"));
  await payment.getByText("past due", { exact: true }).waitFor();
  assert.deepEqual(await accessibility(page), []);
});

test("what is to be paid has a link, until it is paid", async (t) => {
  const { appliance, tell } = await paid(t, `payment_links = { starter = "https://buy.stripe.com/starter", pro = "https://buy.stripe.com/pro" }\n`);
  const customer = await appliance.customer("Harbour Logistics", "starter");
  const page = await open(t, appliance);
  await enterPortal(page, appliance, customer.key, "/tier");
  const payment = page.getByRole("region", { name: "Payment" });
  const link = payment.getByRole("link", { name: "Pay for Starter" });
  await link.waitFor();
  const url = new URL(await link.getAttribute("href"));
  assert.equal(url.origin + url.pathname, "https://buy.stripe.com/starter");
  assert.equal(url.searchParams.get("client_reference_id"), customer.id);
  assert.match(url.searchParams.get("prefilled_email"), /@/);
  assert.match(await link.getAttribute("rel"), /noopener/);
  assert.equal(await payment.getByRole("link").count(), 2);
  assert.deepEqual(await accessibility(page), []);
  await tell("customer.subscription.created", subscription(customer, "active"));
  await payment.getByText("You have a subscription.").waitFor();
  assert.equal(await payment.getByRole("link").count(), 0, "nobody pays twice");
});

test("a customer that does not pay is stopped, the console says by whom, and a payment lets it go on", async (t) => {
  const { appliance, tell } = await paid(t);
  appliance.operator("ada");
  const customer = await appliance.customer("Harbour Logistics", "starter");
  await customer.agent("ship-bot", [["allow", "read", "orders/*"]]);
  await tell("customer.subscription.created", subscription(customer, "active"));
  const page = await open(t, appliance);
  await signIn(page, appliance, "ada", `/customers/${customer.id}`);
  const head = page.getByRole("heading", { level: 1 });
  await head.getByText("Active", { exact: true }).waitFor();

  await tell("customer.subscription.updated", subscription(customer, "unpaid"));
  await head.getByText("Deactivated", { exact: true }).waitFor();
  const told = page.getByText("The payment provider reported that nothing is paid any more.");
  await told.waitFor();
  assert.deepEqual(await accessibility(page), []);
  await assert.rejects(customer.check("ship-bot", "read", "orders/1"), ({ document }) => document.code === "customer_inactive");
  await page.getByRole("link", { name: "Billing" }).last().click();
  const payment = page.getByRole("region", { name: "Payment" });
  await payment.getByText("unpaid", { exact: true }).waitFor();
  await told.waitFor();
  assert.deepEqual(await accessibility(page), []);

  await tell("customer.subscription.updated", subscription(customer, "active"));
  await payment.getByText("active", { exact: true }).waitFor();
  await told.waitFor({ state: "detached" });
  await head.getByText("Active", { exact: true }).waitFor();
  assert.equal((await customer.check("ship-bot", "read", "orders/1")).result, "approved");
});

test("whom an operator stopped, no payment lets go on", async (t) => {
  const { appliance, tell } = await paid(t);
  appliance.operator("ada");
  const customer = await appliance.customer("Harbour Logistics", "starter");
  await tell("customer.subscription.created", subscription(customer, "unpaid"));
  const page = await open(t, appliance);
  await signIn(page, appliance, "ada", `/customers/${customer.id}`);
  await page.getByText("A payment reactivates the customer.").waitFor();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reactivate" }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  const told = page.getByText("An operator deactivated this customer.");
  await told.waitFor();
  await tell("customer.subscription.updated", subscription(customer, "active"));
  await page.getByText("Pro", { exact: true }).first().waitFor();
  assert.equal(await told.count(), 1, "a payment changes the tier alone");
  await assert.rejects(customer.ask("GET", "/api/customers/me"), ({ document }) => document.code === "customer_inactive");
});
