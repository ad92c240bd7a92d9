// The frame: what it weighs, who may sign in where, how it keeps up, and what it never does.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Appliance } from "./lib/appliance.mjs";
import { ELSEWHERE, closeBrowser, open, settled, signIn } from "./lib/browser.mjs";

const FIRST_PAGE_AT_MOST_BYTES = 150 * 1024;

after(closeBrowser);

test("the first page weighs little", async (t) => {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const page = await open(t, appliance);
  await signIn(page, appliance, "ada");
  await settled(page);
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  let received = 0;
  const files = new Set();
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (received += encodedDataLength));
  network.on("Network.responseReceived", ({ response }) => files.add(new URL(response.url).pathname));
  await page.reload();
  await page.waitForSelector(".frame");
  await settled(page);
  t.diagnostic(`${received} bytes in ${files.size} answers`);
  assert.ok(files.size > 10, "the files were counted");
  assert.ok(received <= FIRST_PAGE_AT_MOST_BYTES, `${received} bytes`);
});

test("over plain http elsewhere the page says why nobody can sign in, and what to do", async (t) => {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const page = await open(t, appliance);
  for (const place of ["console", "portal"]) {
    await page.goto(`http://${ELSEWHERE}:${appliance.address.split(":").pop()}/${place}`);
    await page.getByText("You cannot sign in over this connection").waitFor();
    await page.getByText("http://127.0.0.1", { exact: false }).first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Sign in" }).count(), 0);
  }
});

test("without the event stream the page asks now and then, and goes back to it", async (t) => {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const page = await open(t, appliance, { expected: ["offline"] });
  await page.route("**/api/events*", (route) => route.abort());
  await signIn(page, appliance, "ada");
  await page.getByText("Polling").waitFor();
  await page.unroute("**/api/events*");
  await page.getByText("Live", { exact: true }).waitFor();
});

test("a server that is gone is noticed, and found again", async (t) => {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const page = await open(t, appliance, { expected: ["offline"] });
  await signIn(page, appliance, "ada");
  await page.getByText("Live", { exact: true }).waitFor();
  await appliance.stop();
  await page.getByText("Offline since", { exact: false }).waitFor({ timeout: 60_000 });
  await appliance.serve(appliance.address);
  await page.getByText("Live", { exact: true }).waitFor({ timeout: 90_000 });
});

test("a link into somebody's portal ends nobody's session unasked", async (t) => {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const { token: bearer } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const { id } = await appliance.customer("Mallory");
  const { token } = await appliance.call("POST", `/api/customers/${id}/portal-links`, { bearer, body: {} });
  const page = await open(t, appliance);
  await signIn(page, appliance, "ada");
  const whoIs = () => page.evaluate(() => fetch("/api/session").then((answer) => answer.json()));

  await page.goto(`${appliance.url}/portal#${token}`);
  await page.getByRole("heading", { name: "Open the portal" }).waitFor();
  assert.match(await page.getByRole("main").innerText(), /signed in as ada/);
  await page.getByRole("button", { name: "Stay ada" }).click();
  await page.getByRole("heading", { name: "Customer portal" }).waitFor();
  assert.equal((await whoIs()).username, "ada", "the session is as it was");
  assert.ok(!page.url().includes(token), "the token is out of the address");

  await page.goto("about:blank");
  await page.goto(`${appliance.url}/portal#${token}`);
  await page.getByRole("button", { name: "Open the portal" }).click();
  await page.waitForSelector(".frame");
  await settled(page);
  assert.equal((await whoIs()).customer_id, id, "the link was not used up");
});
