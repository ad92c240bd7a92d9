// The demonstration of docs/DEMO_GUIDE.md, minute by minute, on a real `portcullis demo`: each step works as the
// guide says, and leaves the picture that the guide shows. The last one is on the front page of the repository.
// `tests/browser/keep-pictures` copies them into docs/images.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeBrowser, enterPortal, open, picture, settled, signIn } from "./lib/browser.mjs";
import { demo } from "./lib/demo.mjs";
import { story } from "./lib/story.mjs";
import { openRecord, traceOf } from "./lib/words.mjs";

after(closeBrowser);

const WITHIN = { timeout: 20_000 };
const REFUND = { agent_id: "refund-bot", action: "refund", resource: "orders/10517" };

/** The pictures of the guide are 1280 wide. */
const WINDOW = { theme: "light", width: 1280, height: 800 };

async function shown(page, name) {
  await settled(page);
  await page.mouse.move(0, 0);
  await picture(page, `demo-${name}`);
}

const go = (page, place) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();

/** The presenter's window: the console, with the name and the password that the demo printed. */
async function consoleOf(t, appliance, path = "") {
  const page = await open(t, appliance, WINDOW);
  await signIn(page, appliance, appliance.username, path);
  await page.getByText("Live", { exact: true }).waitFor();
  return page;
}

test("minute 1: the front page asks the question and names the prices", async (t) => {
  const appliance = await demo(t);
  const page = await open(t, appliance, WINDOW);
  await page.goto(appliance.url);
  await page.getByRole("heading", { name: "May this agent do this, now?" }).waitFor();
  await page.getByText("Starter").first().waitFor();
  await shown(page, "front");
});

test("minutes 2 and 3: one answer of each kind, and why", async (t) => {
  const appliance = await demo(t);
  const approved = await appliance.ask("POST", "/api/agents/check", { agent_id: "support-bot", action: "read", resource: "orders/10482" });
  assert.deepEqual([approved.result, approved.reason], ["approved", "all_checks_passed"]);
  const denied = await appliance.ask("POST", "/api/agents/check", { agent_id: "support-bot", action: "read", resource: "customers/2291/payment-methods" });
  assert.deepEqual([denied.result, denied.reason], ["denied", "permission_denied"]);
  const silent = await appliance.ask("POST", "/api/agents/check", { agent_id: "support-bot", action: "export", resource: "customers/2291" });
  assert.deepEqual([silent.result, silent.reason], ["denied", "permission_rule_failed"]);
  const page = await consoleOf(t, appliance);
  await go(page, "Log");
  const drawer = await openRecord(page, "payment-methods");
  await drawer.getByText(/^support-bot was denied/).first().waitFor();
  assert.match((await traceOf(drawer)).join("\n"), /denied by perm_/);
  await shown(page, "denied");
});

test("minutes 4 and 5: a person answers, once", async (t) => {
  const appliance = await demo(t);
  const page = await consoleOf(t, appliance);
  await go(page, /^Approvals/);
  const waiting = page.getByRole("region", { name: "Requests that wait" });
  await waiting.getByRole("button", { name: "orders/10391" }).waitFor(WITHIN);
  const context = { amount_usd: 42.5, reason: "arrived broken" };
  const held = await appliance.ask("POST", "/api/agents/check", { ...REFUND, context });
  assert.deepEqual([held.reason, held.action_required], ["approval_required", "human_intervention"]);
  await waiting.getByRole("button", { name: "orders/10517" }).click(WITHIN);
  const request = page.getByRole("region", { name: "The request" });
  await request.getByText("arrived broken").waitFor();
  await shown(page, "approval");
  await request.getByRole("button", { name: "Approve" }).click();
  await waiting.getByRole("button", { name: "orders/10517" }).waitFor({ state: "detached", ...WITHIN });
  const again = () => appliance.ask("POST", "/api/agents/check", { ...REFUND, context });
  assert.equal((await again()).reason, "human_override");
  assert.equal((await again()).reason, "approval_required", "once");
});

test("minute 6: a rule is tried before it counts", async (t) => {
  const appliance = await demo(t);
  const page = await consoleOf(t, appliance, `/customers/${appliance.customerId}/permissions`);
  await page.getByRole("button", { name: "New permission" }).click();
  const desk = page.getByRole("region", { name: "New permission" });
  await desk.getByLabel("Agent").fill("support-bot");
  await desk.getByRole("textbox", { name: "Action" }).fill("refund");
  await desk.getByRole("textbox", { name: "Resource" }).fill("orders/*");
  const trial = page.getByRole("region", { name: "Try it" });
  await trial.getByRole("textbox", { name: "Action" }).fill("refund");
  await trial.getByRole("textbox", { name: "Resource" }).fill("orders/10482");
  await trial.getByText("With this permission").waitFor();
  await trial.getByText("Approved").first().waitFor(WITHIN);
  await shown(page, "try");
  const now = await appliance.ask("POST", "/api/agents/check", { agent_id: "support-bot", action: "refund", resource: "orders/10482" });
  assert.equal(now.reason, "permission_rule_failed", "a trial grants nothing");
});

test("minute 7: an agent is stopped and let go", async (t) => {
  const appliance = await demo(t);
  const page = await consoleOf(t, appliance, `/customers/${appliance.customerId}/agents/refund-bot`);
  await page.getByRole("button", { name: "Stop agent" }).click();
  const dialog = page.getByRole("dialog", { name: "Stop refund-bot" });
  await dialog.getByText("1 agent stops at once").waitFor();
  await dialog.getByText("1 request that waits for approval is cancelled").waitFor();
  await dialog.getByLabel("Reason").fill("double refunds since 14:00");
  await shown(page, "kill");
  await dialog.getByRole("button", { name: "Stop agent" }).click();
  await dialog.waitFor({ state: "detached" });
  const banner = page.getByRole("region", { name: "Kill switches that are on" }).first();
  await banner.getByText("Agent refund-bot of Northgate Outfitters is stopped").waitFor(WITHIN);
  const read = () => appliance.ask("POST", "/api/agents/check", { agent_id: "refund-bot", action: "read", resource: "orders/10482" });
  assert.equal((await read()).reason, "agent_kill_switch_enabled");
  await banner.getByRole("button", { name: "Release" }).click();
  const release = page.getByRole("dialog", { name: "Release the kill switch" });
  await release.getByLabel("What has changed").fill("the bot is fixed");
  await release.getByRole("button", { name: "Release kill switch" }).click();
  await banner.waitFor({ state: "detached", ...WITHIN });
  assert.equal((await read()).reason, "all_checks_passed");
});

test("minute 8: the log is proved", async (t) => {
  const appliance = await demo(t);
  const page = await consoleOf(t, appliance);
  await go(page, "Audit chain");
  await page.getByRole("button", { name: "Verify chain now" }).click();
  await page.getByRole("strong").getByText("The chain is whole").waitFor(WITHIN);
  await shown(page, "chain");
});

test("minute 9: the customer's own view, what a move would change and what the month costs", async (t) => {
  const appliance = await demo(t);
  const page = await open(t, appliance, WINDOW);
  await enterPortal(page, appliance, appliance.key);
  await go(page, "Tier");
  const tiers = page.getByRole("table", { name: "Tiers beside each other" });
  await tiers.getByRole("columnheader", { name: /Starter/ }).getByRole("button", { name: "See the change" }).click();
  const move = page.getByRole("region", { name: "Moving to Starter" });
  await move.getByText("The log can still be read, but no longer saved as a file.").waitFor();
  await shown(page, "tier");
  const me = await appliance.ask("GET", "/api/customers/me");
  assert.equal(me.subscription_tier, "pro", "looking changes nothing");
  for (const [action, resource] of [["read", "orders/10482"], ["read", "customers/2291/payment-methods"], ["export", "customers/2291"]]) {
    await appliance.ask("POST", "/api/agents/check", { agent_id: "support-bot", action, resource });
  }
  await appliance.ask("POST", "/api/agents/check", REFUND);
  await go(page, "Statements");
  await page.getByRole("table", { name: "Statements, newest first" }).getByRole("link").first().click();
  const lines = page.getByRole("table", { name: "Lines of the statement" });
  await lines.getByText("Pro").first().waitFor();
  await page.getByRole("link", { name: "Page to print" }).waitFor();
  const checks = page.getByRole("region", { name: "What was checked" });
  await checks.locator(".stat").filter({ hasText: "checks" }).getByText("5", { exact: true }).waitFor();
  await shown(page, "statement");
});

test("the console's overview on a day on which something happened", async (t) => {
  const { appliance } = await story(t);
  const page = await open(t, appliance, WINDOW);
  await signIn(page, appliance, "ada");
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByText("3 requests wait for a person").waitFor(WITHIN);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Billing" }).waitFor();
  await settled(page);
  await page.mouse.move(0, 0);
  await picture(page, "console");
});
