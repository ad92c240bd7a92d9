// Approvals between a real agent, which asks with its key again and again, and people in the inbox.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { closeBrowser, open, signIn } from "./lib/browser.mjs";
import { until } from "./lib/words.mjs";

after(closeBrowser);

const WITHIN = { timeout: 20_000 };
const CONTEXT = { amount_usd: 129.5, customer: { name: "R. Mason" } };

async function stage(t) {
  const appliance = await Appliance.start(t);
  for (const [name, role] of [["ada", "owner"], ["cleo", "approver"], ["dan", "auditor"]]) {
    appliance.operator(name, role);
  }
  const customer = await appliance.customer("Acme Retail");
  await customer.agent("refund-bot", [["require_approval", "refund", "orders/*"]]);
  return { appliance, customer };
}

async function inbox(t, appliance, username, options) {
  const page = await open(t, appliance, options);
  await signIn(page, appliance, username, "/approvals");
  await page.getByText("Live", { exact: true }).waitFor();
  await page.evaluate(() => (window.isMarked = true));
  return page;
}

const waiting = (page) => page.getByRole("region", { name: "Requests that wait" });
const row = (page, resource) => waiting(page).getByRole("button", { name: resource });
const detail = (page) => page.getByRole("region", { name: "The request" });
const isSameDocument = (page) => page.evaluate(() => window.isMarked === true);
const focused = (page) => page.evaluate(() => document.activeElement.innerText);

/** An agent that asks every 100 ms until it is told what to do; `reasons`: what it was told, without repeats. */
function agent(t, customer, resource, context = CONTEXT) {
  const reasons = [];
  let isOver = false;
  const ask = async () => {
    const { result, reason } = await customer.check("refund-bot", "refund", resource, context);
    if (reasons.at(-1) !== reason) {
      reasons.push(reason);
    }
    return { result, reason };
  };
  const work = (async () => {
    while (!isOver) {
      if ((await ask()).result === "approved") {
        return;
      }
      await new Promise((next) => setTimeout(next, 100));
    }
  })();
  // A failure is told by whoever waits for it below.
  work.catch(() => {});
  const stop = async () => {
    isOver = true;
    await work;
    return reasons;
  };
  return { reasons, ask, stop, done: work };
}

test("a request appears as it is asked; approved by keyboard it admits one check and no other", async (t) => {
  const { appliance, customer } = await stage(t);
  const page = await inbox(t, appliance, "cleo");
  await page.getByText("Nothing waits for an answer").waitFor();
  const bot = agent(t, customer, "orders/4711");
  await row(page, "orders/4711").waitFor(WITHIN);
  await page.getByRole("link", { name: /^Approvals.*1 waiting/ }).waitFor();
  const request = detail(page);
  await request.getByRole("heading", { name: "refund-bot asks to refund on orders/4711" }).waitFor();
  await request.getByText("129.5").first().waitFor();
  await request.getByText("R. Mason").waitFor();
  await request.getByText(/[0-9a-f]{64}/).first().waitFor();
  await request.getByText("refund-bot may, once a person approves, refund on orders/*").waitFor();
  assert.equal(await waiting(page).getByRole("listitem").count(), 1, "polling makes no second request");

  await page.keyboard.press("a");
  assert.match(await focused(page), /^Approve/, "the first press only chooses");
  assert.equal((await bot.ask()).reason, "approval_pending");
  await page.keyboard.press("a");
  await bot.done;
  await page.getByRole("main").getByText("Approved: refund on orders/4711 for refund-bot").waitFor(WITHIN);
  await page.getByText("Nothing waits for an answer").waitFor(WITHIN);
  assert.equal(await page.evaluate(() => document.activeElement.id), "main", "the focus is not lost with the list");
  assert.equal(await isSameDocument(page), true, "the page was never loaded again");

  const log = await customer.ask("GET", "/api/logs?agent_id=refund-bot&result=approved");
  assert.deepEqual(log.map(({ reason }) => reason), ["human_override"], "one check was admitted");
  assert.equal((await bot.ask()).reason, "approval_required", "the same question is held again");
  await row(page, "orders/4711").waitFor(WITHIN);
  assert.equal((await customer.check("refund-bot", "refund", "orders/4711", { ...CONTEXT, amount_usd: 9000 })).result, "denied", "another amount is another question");
  await page.getByText("2 requests wait").waitFor(WITHIN);
});

test("refused by keyboard with a note, which stands with the request; keys typed into the note answer nothing", async (t) => {
  const { appliance, customer } = await stage(t);
  const bot = agent(t, customer, "orders/5");
  const page = await inbox(t, appliance, "cleo");
  await detail(page).getByRole("heading", { name: /orders\/5/ }).waitFor();
  await page.keyboard.press("n");
  await page.keyboard.type("a bad idea: add a receipt");
  assert.equal(await page.getByLabel("Note").inputValue(), "a bad idea: add a receipt");
  assert.equal((await bot.ask()).reason, "approval_pending");
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  assert.match(await focused(page), /^Refuse/);
  await page.keyboard.press("Enter");
  await until("the agent is told", () => bot.reasons.includes("approval_rejected"));
  await bot.stop();
  assert.equal((await bot.ask()).result, "denied");
  await page.getByRole("navigation", { name: "Requests" }).getByRole("link", { name: "Settled" }).click();
  await page.getByRole("region", { name: "Settled requests" }).getByText("orders/5").waitFor();
  await detail(page).getByText(/Refused by\s+cleo.*: “a bad idea: add a receipt”/s).waitFor();
  assert.equal(await detail(page).getByRole("button", { name: "Approve" }).count(), 0);
});

test("what somebody else answers meanwhile goes from the list, and who looks at it is told by whom", async (t) => {
  const { appliance, customer } = await stage(t);
  await customer.check("refund-bot", "refund", "orders/1", CONTEXT);
  await customer.check("refund-bot", "refund", "orders/2", CONTEXT);
  const [ada, cleo] = [await inbox(t, appliance, "ada"), await inbox(t, appliance, "cleo")];
  for (const page of [ada, cleo]) {
    await row(page, "orders/1").click();
    await detail(page).getByRole("heading", { name: /orders\/1/ }).waitFor();
  }
  await cleo.getByLabel("Note").fill("half a sentence");
  await detail(ada).getByRole("button", { name: "Approve" }).click();
  await row(cleo, "orders/1").waitFor({ state: "detached", ...WITHIN });
  await detail(cleo).getByText(/Approved by\s+ada/).waitFor(WITHIN);
  assert.equal(await detail(cleo).getByRole("button", { name: /Approve|Refuse/ }).count(), 0);
  await cleo.locator("[aria-live=polite]").getByText("This request is approved, not used yet now, by ada.").waitFor({ state: "attached", ...WITHIN });
  await row(cleo, "orders/2").waitFor();
  await cleo.keyboard.press("j");
  await detail(cleo).getByRole("heading", { name: /orders\/2/ }).waitFor();
});

test("two answers at the same moment: the second sees who was first, and is not told that it approved", async (t) => {
  const { appliance, customer } = await stage(t);
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  await customer.check("refund-bot", "refund", "orders/1", CONTEXT);
  const cleo = await inbox(t, appliance, "cleo", { expected: [409] });
  await detail(cleo).getByRole("heading", { name: /orders\/1/ }).waitFor();
  await cleo.getByLabel("Note").fill("looks right");
  const [{ request_id }] = await appliance.call("GET", "/api/agent/pending-approvals", { bearer: token });
  // Cleo's answer is on its way while ada's is taken.
  await cleo.route("**/api/agent/approve", async (route) => {
    await appliance.call("POST", "/api/agent/deny", { bearer: token, body: { request_id, notes: "twice" } });
    await route.continue();
  });
  await detail(cleo).getByRole("button", { name: "Approve" }).click();
  await detail(cleo).getByText(/Refused by\s+ada.*: “twice”/s).waitFor(WITHIN);
  assert.equal(await cleo.getByText("Approved: refund on orders/1").count(), 0, "nothing claims that it was approved");
  assert.equal((await customer.check("refund-bot", "refund", "orders/1", CONTEXT)).reason, "approval_rejected");
});

test("an auditor reads everything in the inbox and has nothing to press", async (t) => {
  const { appliance, customer } = await stage(t);
  await customer.check("refund-bot", "refund", "orders/1", CONTEXT);
  const dan = await inbox(t, appliance, "dan");
  await detail(dan).getByText("Your role looks only").waitFor();
  await detail(dan).getByText("R. Mason").waitFor();
  assert.equal(await dan.getByRole("button", { name: /^(Approve|Refuse)/ }).count(), 0);
  await row(dan, "orders/1").click();
  for (const key of ["a", "a", "d", "d", "Enter"]) {
    await dan.keyboard.press(key);
  }
  assert.equal((await customer.check("refund-bot", "refund", "orders/1", CONTEXT)).reason, "approval_pending");
});
