// The portal: the key is exchanged and kept nowhere, nobody sees what is another's, a session ends with
// its key, a link works once, and a key is shown what it may do.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeBrowser, enterPortal, open, settled } from "./lib/browser.mjs";
import { explore } from "./lib/explore.mjs";
import { story } from "./lib/story.mjs";
import { isChange } from "./lib/verbs.mjs";

const PAGES = ["", "/agents", "/permissions", "/approvals", "/keys", "/log", "/usage", "/statements", "/tier", "/kill-switches", "/account"];

after(closeBrowser);

/** All that a script on the page could find: storage, cookies, the address, the document, the fields. */
const reachable = (page) =>
  page.evaluate(async () => {
    const fields = [...document.querySelectorAll("input, textarea")].map(({ value }) => value);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, name, databases, await caches.keys(), fields];
    return JSON.stringify(kept) + document.documentElement.outerHTML;
  });

/** What the page's own session is answered, as `{ status, text }`. */
const ask = (page, method, path, body) =>
  page.evaluate(
    async ([verb, target, sent]) => {
      const answer = await fetch(target, { method: verb, headers: { "Content-Type": "application/json" }, body: sent && JSON.stringify(sent) });
      return { status: answer.status, text: await answer.text() };
    },
    [method, path, body],
  );

const issue = (customer, body) => customer.ask("POST", `/api/customers/${customer.id}/api-keys/generate`, body);

test("the key is exchanged once and is nowhere afterwards", async (t) => {
  const { appliance, customers: [first] } = await story(t);
  const page = await open(t, appliance);
  const carriers = [];
  page.on("request", (request) => {
    if ([request.url(), request.postData() ?? "", JSON.stringify(request.headers())].join(" ").includes(first.key)) {
      carriers.push(`${request.method()} ${new URL(request.url()).pathname}`);
    }
  });
  await enterPortal(page, appliance, first.key);
  for (const path of PAGES) {
    await page.goto(`${appliance.url}/portal${path}`);
    await page.getByRole("main").getByRole("heading").first().waitFor();
    await settled(page);
    assert.ok(!(await reachable(page)).includes(first.key), `${path || "/"} has no trace of the key`);
  }
  assert.deepEqual(carriers, ["POST /api/portal/login"], "the key was sent once");
  const cookies = await page.context().cookies();
  assert.ok(cookies.length > 0, "there is a session");
  for (const { name, value, httpOnly, sameSite } of cookies) {
    assert.ok(httpOnly && sameSite === "Strict" && !value.includes(first.key), `${name} is out of reach`);
  }
});

test("what is another customer's does not exist", async (t) => {
  const { appliance, token, customers: [first, second] } = await story(t);
  const [theirKey] = await second.ask("GET", `/api/customers/${second.id}/api-keys`);
  const [theirRecord] = await second.ask("GET", "/api/logs?limit=1");
  const { data: [theirRule] } = await second.ask("GET", "/api/admin/permissions?limit=1");
  await second.agent("only-theirs");
  const { link_id: link } = await appliance.call("POST", `/api/customers/${second.id}/portal-links`, { bearer: token, body: { scopes: ["read"] } });
  const page = await open(t, appliance, { expected: [403, 404] });
  await enterPortal(page, appliance, first.key);
  for (const path of [`/api/customers/${first.id}`, `/api/customers/${first.id}/api-keys`, "/api/admin/agents/support-bot"]) {
    assert.equal((await ask(page, "GET", path)).status, 200, `${path} is its own`);
  }
  const theirs = `/api/customers/${second.id}`;
  const calls = [
    ["GET", theirs],
    ["PUT", `${theirs}/upgrade`, { subscription_tier: "free" }],
    ["GET", `${theirs}/api-keys`],
    ["POST", `${theirs}/api-keys/generate`, { name: "mine" }],
    ["DELETE", `${theirs}/api-keys/${theirKey.id}`],
    ["DELETE", `/api/customers/${first.id}/api-keys/${theirKey.id}`],
    ["GET", `${theirs}/sessions`],
    ["GET", `${theirs}/usage`],
    ["GET", `${theirs}/kill-switch`],
    ["GET", `/api/logs/${theirRecord.id}`],
    ["GET", "/api/admin/agents/only-theirs"],
    ["DELETE", `/api/admin/permissions/${theirRule.id}`],
  ];
  const found = [];
  for (const [method, path, body] of calls) {
    const { status } = await ask(page, method, path, body);
    status === 404 || found.push(`${method} ${path}: ${status}`);
  }
  assert.deepEqual(found, [], "all of them are unknown");
  for (const [method, rest] of [["PATCH", ""], ["GET", "/portal-links"], ["DELETE", `/portal-links/${link}`]]) {
    const answers = await Promise.all([first, second].map(({ id }) => ask(page, method, `/api/customers/${id}${rest}`, method === "PATCH" ? { name: "Renamed" } : undefined)));
    assert.deepEqual(answers.map(({ status }) => status), [403, 403], `${method} ${rest}: operators do that, and nobody learns whether it is there`);
  }
  for (const path of ["/api/customers", "/api/overview", "/api/operators", "/api/system/configuration", "/api/system/audit"]) {
    const { status, text } = await ask(page, "GET", path);
    assert.ok([403, 404].includes(status), `${path}: ${status}`);
    assert.ok(!text.includes(second.name), path);
  }
  assert.equal((await second.ask("GET", theirs)).name, second.name, "nothing was changed");
  for (const path of ["/agents/only-theirs", `/log?open=${theirRecord.id}`, `/log?customer_id=${second.id}`, `/customers/${second.id}`]) {
    await page.goto(`${appliance.url}/portal${path}`);
    await page.getByRole("main").getByRole("heading").first().waitFor();
    await settled(page);
    assert.ok(!(await page.locator("body").innerText()).includes(second.name), `${path} shows nothing of theirs`);
  }
});

test("an address of the console shows a customer nothing", async (t) => {
  const { appliance, customers: [first, second] } = await story(t);
  const page = await open(t, appliance);
  await enterPortal(page, appliance, first.key);
  for (const path of ["", "/customers", `/customers/${first.id}`, `/customers/${second.id}/keys`, "/audit"]) {
    await page.goto(`${appliance.url}/console${path}`);
    await page.getByLabel("Password").waitFor();
    assert.equal(await page.getByRole("navigation", { name: "Main" }).count(), 0, path);
    const text = await page.locator("body").innerText();
    assert.ok(!text.includes(first.name) && !text.includes(second.name), `${path} names nobody`);
  }
});

test("a key that is revoked elsewhere ends the session, and the page says so", async (t) => {
  const { appliance, token, customers: [first] } = await story(t);
  const spare = await issue(first, { name: "lent", scopes: ["read", "manage"] });
  const page = await open(t, appliance, { expected: [401] });
  await enterPortal(page, appliance, spare.api_key, "/keys");
  await page.getByText("Live", { exact: true }).waitFor();
  await appliance.call("DELETE", `/api/customers/${first.id}/api-keys/${spare.key_id}`, { bearer: token });
  const over = page.getByRole("dialog", { name: "Your session has ended" });
  await over.waitFor();
  assert.equal((await ask(page, "GET", "/api/admin/agents")).status, 401);
  await over.getByLabel("API key").fill(spare.api_key);
  await over.getByRole("button", { name: "Sign in" }).click();
  await over.getByText("That is no key that is in force").waitFor();
  await over.getByLabel("API key").fill(first.key);
  await over.getByRole("button", { name: "Sign in" }).click();
  await over.waitFor({ state: "detached" });
  await page.getByRole("row").filter({ hasText: "lent" }).getByText("Revoked").waitFor();
});

test("a link opens the portal once, for who asks for it, and is gone from the address", async (t) => {
  const { appliance, token, customers: [first] } = await story(t);
  const link = await appliance.call("POST", `/api/customers/${first.id}/portal-links`, { bearer: token, body: { scopes: ["read"] } });
  // A scanner that opens the links in letters, and runs what it finds there.
  const scanner = await open(t, appliance);
  await scanner.goto(`${appliance.url}/portal#${link.token}`);
  await scanner.getByRole("heading", { name: "Open the portal" }).waitFor();
  await scanner.waitForLoadState("networkidle");
  await scanner.context().close();
  const page = await open(t, appliance);
  await page.goto(`${appliance.url}/portal#${link.token}`);
  await page.getByRole("button", { name: "Open the portal" }).click();
  await page.getByRole("heading", { name: first.name, level: 1 }).waitFor();
  await settled(page);
  assert.equal(new URL(page.url()).hash, "");
  assert.ok(!(await reachable(page)).includes(link.token), "the link is nowhere");
  const later = await open(t, appliance, { expected: [410] });
  await later.goto(`${appliance.url}/portal#${link.token}`);
  await later.getByRole("button", { name: "Open the portal" }).click();
  const said = later.getByRole("alert");
  await said.waitFor();
  assert.match(await said.innerText(), /link/i);
  assert.equal(await later.getByRole("navigation", { name: "Main" }).count(), 0);
  await said.getByRole("button", { name: "Try again" }).click();
  await later.getByLabel("API key").waitFor();
});

/** What a key with these scopes is shown: the places, and what would change something; nothing is refused. */
async function shownTo(t, scopes) {
  const { appliance, token, customers: [first] } = await story(t);
  const body = { name: "tried", scopes, ...(scopes.includes("approve") && { holder: "Ada Lovelace" }) };
  const { api_key: key } = await appliance.call("POST", `/api/customers/${first.id}/api-keys/generate`, { bearer: token, body });
  const page = await open(t, appliance);
  await enterPortal(page, appliance, key);
  const { places, named, refused } = await explore(page, appliance, "/portal");
  assert.deepEqual(refused, [], "nothing that is shown is refused");
  return { places, changes: [...new Set(named.map(({ name }) => name).filter(isChange))] };
}

test("a key that may only read is shown nothing to change", async (t) => {
  const { places, changes } = await shownTo(t, ["read"]);
  assert.deepEqual(changes, []);
  for (const path of ["/log", "/keys", "/usage", "/statements", "/tier", "/kill-switches"]) {
    assert.ok(places.includes(`/portal${path}`), `${path} is there`);
  }
});

test("a key that may only approve is shown the approvals, and their answers alone", async (t) => {
  const { places, changes } = await shownTo(t, ["approve"]);
  assert.deepEqual(places, ["/portal", "/portal/approvals"]);
  assert.ok(changes.length > 0 && changes.every((name) => /^(Approve|Refuse)\b/.test(name)), changes.join(", "));
});

test("a key that may read and manage is shown changes, and no answers", async (t) => {
  const { changes } = await shownTo(t, ["read", "manage"]);
  for (const name of ["Issue key", "New agent", "New permission", "Stop all agents", "Revoke", "Edit"]) {
    assert.ok(changes.includes(name), `${name} is offered`);
  }
  assert.ok(!changes.some((name) => /^(Approve|Refuse)\b/.test(name)), changes.join(", "));
});

test("a customer ends its subscription itself, and is told what that means before and after", async (t) => {
  const { appliance, customers: [first] } = await story(t);
  const reader = await issue(first, { name: "reader", scopes: ["read"] });
  const other = await open(t, appliance);
  await enterPortal(other, appliance, reader.api_key);
  await other.goto(`${appliance.url}/portal/tier`);
  await other.getByRole("table", { name: "Tiers beside each other" }).waitFor();
  assert.equal(await other.getByRole("button", { name: "End subscription" }).count(), 0, "not with a key that only reads");
  await other.close();
  const page = await open(t, appliance, { expected: [401] });
  await enterPortal(page, appliance, first.key);
  await page.goto(`${appliance.url}/portal/tier`);
  await page.getByRole("button", { name: "End subscription" }).click();
  const dialog = page.getByRole("dialog", { name: "End the subscription" });
  const { agents } = await first.ask("GET", "/api/customers/me");
  await dialog.getByText(`${agents} agents stop at once, and 2 keys are refused.`).waitFor();
  const verb = dialog.getByRole("button", { name: "End subscription" });
  assert.equal(await verb.isDisabled(), true, "a word is typed first");
  await dialog.getByLabel("Type end to confirm").fill("end");
  await verb.click();
  await page.getByRole("heading", { name: "The subscription has ended" }).waitFor();
  assert.equal(new URL(page.url()).search, "");
  assert.equal((await ask(page, "GET", "/api/customers/me")).status, 401);
  await assert.rejects(first.ask("GET", "/api/customers/me"), /the customer is deactivated/);
  await page.reload();
  await page.getByLabel("API key").waitFor();
});
