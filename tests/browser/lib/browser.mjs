// Debian's Chromium, and pages that fail their test when they log an error, break the
// Content-Security-Policy, or speak to anybody but their own origin.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

import { PASSWORD } from "./appliance.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
/** A name of this machine that browsers take for another one. */
export const ELSEWHERE = "gate.example";
/** Where pictures go, for people to look at. */
export const PICTURES = join(root, "target/screenshots");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

let launched = null;

/** One browser for a file of tests. */
async function browser() {
  launched ??= await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage", `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`],
  });
  return launched;
}

export async function closeBrowser() {
  await launched?.close();
  launched = null;
}

/**
 * A page of its own, watched until the test ends. `expected`: statuses of answers that the test
 * provokes; Chromium logs each as an error.
 */
export async function open(t, appliance, { theme = "light", width = 1280, height, expected = [], permissions = [] } = {}) {
  const context = await (await browser()).newContext({
    viewport: { width, height: height ?? (width < 600 ? 844 : 800) },
    colorScheme: theme,
    permissions,
  });
  context.setDefaultTimeout(45_000);
  appliance.visitors.push(context);
  const page = await context.newPage();
  const faults = watch(page, appliance, expected);
  t.after(async () => {
    await context.close();
    faults.forEach((fault) => t.diagnostic(fault));
    assert.deepEqual(faults, [], "the page logged no error, broke no policy and stayed at home");
  });
  return page;
}

function watch(page, appliance, expected) {
  const faults = [];
  page.on("console", (message) => {
    const text = message.text();
    const status = Number(text.match(/status of (\d{3})/)?.[1]);
    const isOffline = expected.includes("offline") && /ERR_CONNECTION|ERR_FAILED|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE/.test(text);
    if (message.type() === "error" && !expected.includes(status) && !isOffline) {
      faults.push(`console: ${text} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.stack || error}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isOwn = url.protocol === "data:" || url.protocol === "blob:" || url.port === appliance.address.split(":").pop();
    if (!isOwn) {
      faults.push(`request elsewhere: ${request.url()}`);
    }
  });
  page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  });
  return faults;
}

/** Signs an operator in, with the password that the appliance printed or that of all tests, and waits for the console. */
export async function signIn(page, appliance, username, path = "") {
  await page.goto(`${appliance.url}/console${path}`);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(appliance.password ?? PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForSelector(".frame");
}

/** Signs a customer in and waits for the portal. */
export async function enterPortal(page, appliance, key, path = "") {
  await page.goto(`${appliance.url}/portal${path}`);
  await page.getByLabel("API key").fill(key);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForSelector(".frame");
}

/** Nothing is read any more and nothing moves. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector(".skeleton, [aria-busy=true]"), null, { timeout: 45_000 });
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {}))));
}

/**
 * What axe-core finds wrong, in words. It is evaluated past the page's policy, which would refuse it, and
 * copies no style sheets into the page, which the policy refuses too.
 */
export async function accessibility(page) {
  const session = await page.context().newCDPSession(page);
  const expression = `${AXE};axe.run({runOnly:${JSON.stringify(RULES)},preload:false}).then((found) => JSON.stringify(found.violations.map(({ id, help, nodes }) => id + ": " + help + ": " + nodes.map((node) => node.target.join(" ")).slice(0, 5).join(", "))))`;
  const { result } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  return JSON.parse(result.value);
}

/** Keeps a picture for people. */
export async function picture(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  // Hiding the caret would write a style into the page, which its policy refuses.
  await page.screenshot({ path: join(PICTURES, `${name}.png`), caret: "initial" });
}

/** Whether the page can be scrolled sideways: it should not. */
export const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
