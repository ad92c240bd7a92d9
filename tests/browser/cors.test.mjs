// Browser apps of customers: pages of two other origins call the appliance, one that it knows and one
// that it does not.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

import { Appliance } from "./lib/appliance.mjs";
import { CHROMIUM, enterPortal } from "./lib/browser.mjs";

let browser = null;
after(() => browser?.close());

/** An empty page on an origin of its own. */
async function origin(t) {
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.end("<!doctype html><title>an app</title>");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** What a page of an origin gets when it asks; `blocked` where the browser lets it read nothing. */
async function asker(context, from) {
  const page = await context.newPage();
  await page.goto(from);
  return (url, { method = "GET", key, body, credentials } = {}) =>
    page.evaluate(
      async ([url, method, key, body, credentials]) => {
        const headers = { ...(key && { Authorization: `Bearer ${key}` }), ...(body && { "Content-Type": "application/json" }) };
        try {
          const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body), ...(credentials && { credentials }) });
          return {
            status: answer.status,
            document: await answer.json(),
            limit: answer.headers.get("RateLimit"),
            policy: answer.headers.get("RateLimit-Policy"),
            id: answer.headers.get("X-Request-Id"),
            retry: answer.headers.get("Retry-After"),
          };
        } catch (error) {
          return error instanceof TypeError ? "blocked" : String(error);
        }
      },
      [url, method, key, body, credentials],
    );
}

async function scene(t, settings) {
  const [known, stranger] = [await origin(t), await origin(t)];
  const appliance = await Appliance.start(t, { settings: settings(known) });
  browser ??= await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const context = await browser.newContext();
  appliance.visitors.push(context);
  return { appliance, app: await asker(context, known), other: await asker(context, stranger), context };
}

test("an app of a known origin asks with its key and reads every answer, another reads nothing", async (t) => {
  const { appliance, app, other, context } = await scene(t, (known) => `[cors]\npublic_origins = "*"\ncheck_origins = "${known}"\n`);
  const customer = await appliance.customer("Acme Retail", "free");
  await customer.agent("bot", [["allow", "read", "orders/*"]]);
  const preflights = [];
  context.on("response", (answer) => answer.request().method() === "OPTIONS" && preflights.push(answer.status()));
  const check = `${appliance.url}/api/agents/check`;
  const body = { agent_id: "bot", action: "read", resource: "orders/7" };

  const answer = await app(check, { method: "POST", key: customer.key, body });
  assert.equal(answer.status, 200);
  assert.equal(answer.document.result, "approved");
  assert.match(answer.limit, /^"minute";r=\d+;t=\d+$/);
  assert.equal(answer.policy, '"minute";q=10;w=60');
  assert.ok(answer.id);

  const bad = await app(check, { method: "POST", key: "sk-typo", body });
  assert.deepEqual([bad.status, bad.document.code], [401, "invalid_key"]);
  const wrong = await app(check, { method: "POST", key: customer.key, body: {} });
  assert.deepEqual([wrong.status, wrong.document.code], [422, "validation_failed"]);
  let last;
  for (let turn = 0; turn < 20 && last?.status !== 429; turn += 1) {
    last = await app(check, { method: "POST", key: customer.key, body });
  }
  assert.deepEqual([last.status, last.document.code], [429, "rate_limited"]);
  assert.ok(Number(last.retry) > 0, "the page learns when to come again");

  assert.equal(await other(check, { method: "POST", key: customer.key, body }), "blocked");
  // What is public is read by all, what is a customer's by neither: its origins are not set.
  for (const page of [app, other]) {
    assert.equal((await page(`${appliance.url}/api/tiers`)).document[0].name, "free");
    assert.equal(await page(`${appliance.url}/api/customers/me`, { key: customer.key }), "blocked");
  }
});

test("no cookie crosses and no operator's route is reached, whatever is configured", async (t) => {
  const { appliance, app, context } = await scene(
    t,
    (known) => `[cors]\npublic_origins = ["${known}"]\ncheck_origins = ["${known}"]\ncustomer_origins = ["${known}"]\n`,
  );
  const customer = await appliance.customer("Acme Retail");
  const owner = appliance.operator("ada").token;
  const me = `${appliance.url}/api/customers/me`;
  assert.equal((await app(me, { key: customer.key })).document.id, customer.id);
  const renamed = await app(`${appliance.url}/api/customers/${customer.id}`, { method: "PATCH", key: owner, body: { name: "x" } });
  assert.equal(renamed, "blocked", "an operator's method on a path that customers share");
  assert.equal(await app(`${appliance.url}/api/operators`, { key: owner }), "blocked");
  assert.equal(await app(`${appliance.url}/api/operators/login`, { method: "POST", body: { username: "ada", password: "x" } }), "blocked");
  assert.equal(await app(`${appliance.url}/metrics`, { key: owner }), "blocked");

  // Somebody is signed in to the portal in this browser, and the app's page is of the same site.
  const portal = await context.newPage();
  await enterPortal(portal, appliance, customer.key);
  assert.ok((await context.cookies()).length > 0);
  const mine = `${appliance.url}/api/customers/${customer.id}`;
  assert.equal(await app(mine, { credentials: "include" }), "blocked", "the browser keeps an answer to a cookie");
  const key = await app(`${mine}/api-keys/generate`, { method: "POST", credentials: "include", body: { name: "stolen" } });
  assert.equal(key, "blocked");
  const keys = await customer.ask("GET", `/api/customers/${customer.id}/api-keys`);
  assert.deepEqual(keys.map((one) => one.name), ["first key"], "and nothing is made by one");
});

test("nothing is shared unless it is configured", async (t) => {
  const { appliance, app } = await scene(t, () => "");
  assert.equal(await app(`${appliance.url}/api/tiers`), "blocked");
});
