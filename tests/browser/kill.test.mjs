// Kill switches: a deliberate act for whoever engages one, seen by everybody else within seconds, and felt by
// the agents at once.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { closeBrowser, enterPortal, open, signIn } from "./lib/browser.mjs";
import { openRecord } from "./lib/words.mjs";

after(closeBrowser);

const WITHIN = { timeout: 20_000 };
const REASON = "double refunds since 14:00";
const banner = (page) => page.getByRole("region", { name: "Kill switches that are on" }).first();

/** An appliance with ada (owner), bob (admin), cleo (approver) and a customer whose shop-bot may read orders. */
async function stage(t) {
  const appliance = await Appliance.start(t);
  for (const [name, role] of [["ada", "owner"], ["bob", "admin"], ["cleo", "approver"]]) {
    appliance.operator(name, role);
  }
  const customer = await appliance.customer("Acme Retail");
  await customer.agent("shop-bot", [["allow", "read", "orders/*"], ["require_approval", "refund", "orders/*"]]);
  await customer.agent("other-bot", [["allow", "read", "orders/*"]]);
  const reads = async (agent = "shop-bot") => (await customer.check(agent, "read", "orders/1")).reason;
  return { appliance, customer, reads };
}

async function arrive(t, appliance, username, path) {
  const page = await open(t, appliance);
  await signIn(page, appliance, username, path);
  await page.getByText("Live", { exact: true }).waitFor();
  return page;
}

/** Marks the page: what is marked was not loaded again. */
const mark = (page) => page.evaluate(() => (window.isMarked = true));
const isMarked = (page) => page.evaluate(() => window.isMarked === true);

test("everything is stopped: by reason and typed word, seen on others' pages, felt by agents, released by another", async (t) => {
  const { appliance, customer, reads } = await stage(t);
  const ada = await arrive(t, appliance, "ada", "/kill-switches");
  const bob = await arrive(t, appliance, "bob", "/tiers");
  const cleo = await arrive(t, appliance, "cleo", "/approvals");
  const portal = await open(t, appliance);
  await enterPortal(portal, appliance, customer.key, "/usage");
  await portal.getByText("Live", { exact: true }).waitFor();
  await Promise.all([bob, cleo, portal].map(mark));
  assert.equal(await reads(), "all_checks_passed");

  await ada.getByRole("button", { name: "Stop everything" }).click();
  const dialog = ada.getByRole("dialog", { name: "Stop everything" });
  await dialog.getByText("2 agents stop at once").waitFor();
  const stop = dialog.getByRole("button", { name: "Stop everything" });
  const word = dialog.getByLabel("Type stop everything to confirm");
  assert.equal(await stop.isDisabled(), true, "without anything");
  await word.fill("stop everything");
  assert.equal(await stop.isDisabled(), true, "without a reason");
  await dialog.getByLabel("Reason").fill("   ");
  assert.equal(await stop.isDisabled(), true, "a blank is no reason");
  await dialog.getByLabel("Reason").fill(REASON);
  await word.fill("Stop");
  assert.equal(await stop.isDisabled(), true, "without the whole word");
  await word.press("Enter");
  assert.equal(await reads(), "all_checks_passed", "nothing is stopped yet");
  await word.fill("stop everything");
  await stop.click();
  await dialog.waitFor({ state: "detached" });

  for (const page of [ada, bob, cleo, portal]) {
    await banner(page).getByText("Everything is stopped").waitFor(WITHIN);
  }
  for (const page of [ada, bob, cleo]) {
    assert.match(await banner(page).innerText(), new RegExp(`by ada.*${REASON}`, "s"));
  }
  assert.deepEqual(await Promise.all([bob, cleo, portal].map(isMarked)), [true, true, true], "no page was loaded again");
  assert.equal(await reads(), "system_kill_switch_enabled");
  for (const page of [cleo, portal]) {
    assert.equal(await banner(page).getByRole("button", { name: "Release" }).count(), 0, "who may not release it has no button");
  }

  await banner(bob).getByRole("button", { name: "Release" }).click();
  const release = bob.getByRole("dialog", { name: "Release the kill switch" });
  await release.getByLabel("What has changed").fill("the bot is fixed");
  await release.getByRole("button", { name: "Release kill switch" }).click();
  for (const page of [ada, bob, cleo, portal]) {
    await banner(page).waitFor({ state: "detached", ...WITHIN });
  }
  assert.equal(await reads(), "all_checks_passed");

  await bob.goto(`${appliance.url}/console/log?action=system_kill_switch`);
  const released = await openRecord(bob, "released");
  await released.getByText(/^bob released the kill switch of the whole system .*, saying “the bot is fixed”\.$/).waitFor();
  await released.getByRole("button", { name: "Close" }).click();
  const engaged = await openRecord(bob, "engaged");
  await engaged.getByText(new RegExp(`^ada engaged the kill switch of the whole system .*, saying “${REASON}”\\.$`)).waitFor();
});

test("one agent's switch stops that agent, cancels what waits, and leaves the others alone", async (t) => {
  const { appliance, customer, reads } = await stage(t);
  const held = await customer.check("shop-bot", "refund", "orders/7");
  assert.equal(held.reason, "approval_required");
  const cleo = await arrive(t, appliance, "cleo", "/approvals");
  await cleo.getByRole("region", { name: "Requests that wait" }).getByText("orders/7").waitFor();
  await mark(cleo);
  const bob = await arrive(t, appliance, "bob", `/customers/${customer.id}/agents/shop-bot`);
  await bob.getByRole("button", { name: "Stop agent" }).click();
  const dialog = bob.getByRole("dialog", { name: "Stop shop-bot" });
  await dialog.getByText("1 agent stops at once").waitFor();
  await dialog.getByText("1 request that waits for approval is cancelled").waitFor();
  await dialog.getByLabel("Reason").fill(REASON);
  await dialog.getByRole("button", { name: "Stop agent" }).click();
  await dialog.waitFor({ state: "detached" });

  await banner(cleo).getByText("Agent shop-bot of Acme Retail is stopped").waitFor(WITHIN);
  await cleo.getByRole("region", { name: "The request" }).getByText("This request is cancelled").waitFor(WITHIN);
  assert.equal(await cleo.getByRole("button", { name: "Approve" }).count(), 0, "what was cancelled cannot be approved");
  assert.equal(await isMarked(cleo), true);
  assert.equal(await reads(), "agent_kill_switch_enabled");
  assert.equal(await reads("other-bot"), "all_checks_passed");

  await bob.getByRole("button", { name: "Release kill switch" }).click();
  await bob.getByRole("dialog", { name: "Release the kill switch" }).getByRole("button", { name: "Release kill switch" }).click();
  await banner(cleo).waitFor({ state: "detached", ...WITHIN });
  assert.equal(await reads(), "all_checks_passed");
  assert.equal((await customer.check("shop-bot", "refund", "orders/7")).reason, "approval_required", "it has to ask again");
});

test("a switch that a customer engages is on the operators' pages, and an operator's is not the customer's to release", async (t) => {
  const { appliance, customer, reads } = await stage(t);
  const ada = await arrive(t, appliance, "ada", `/customers/${customer.id}`);
  const portal = await open(t, appliance);
  await enterPortal(portal, appliance, customer.key, "/agents/shop-bot");
  await portal.getByRole("button", { name: "Stop agent" }).click();
  await portal.getByRole("dialog", { name: "Stop shop-bot" }).getByRole("button", { name: "Stop agent" }).click();
  await banner(portal).getByText("Agent shop-bot is stopped").waitFor(WITHIN);
  await banner(ada).getByText("Agent shop-bot of Acme Retail is stopped").waitFor(WITHIN);
  await banner(portal).getByRole("button", { name: "Release" }).click();
  await portal.getByRole("dialog").getByRole("button", { name: "Release kill switch" }).click();
  await banner(ada).waitFor({ state: "detached", ...WITHIN });
  assert.equal(await reads(), "all_checks_passed");

  await ada.goto(`${appliance.url}/console/customers/${customer.id}/agents/shop-bot`);
  await ada.getByRole("button", { name: "Stop agent" }).click();
  await ada.getByRole("dialog", { name: "Stop shop-bot" }).getByRole("button", { name: "Stop agent" }).click();
  await banner(portal).getByText("An operator releases it").waitFor(WITHIN);
  assert.equal(await banner(portal).getByRole("button", { name: "Release" }).count(), 0);
  assert.equal(await portal.getByRole("button", { name: "Release kill switch" }).isDisabled(), true);
  assert.equal(await reads(), "agent_kill_switch_enabled");
});

test("who may not manage sees the switch, and no button that would fail", async (t) => {
  const { appliance } = await stage(t);
  const cleo = await arrive(t, appliance, "cleo", "/kill-switches?engage=system");
  await cleo.getByText("Owners and admins engage it").waitFor();
  assert.equal(await cleo.getByRole("button", { name: "Stop everything" }).count(), 0);
  assert.equal(await cleo.getByRole("dialog").count(), 0, "nor by the address");
});
