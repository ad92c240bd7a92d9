// Every page at one width, in both themes: nothing logged, nothing refused by the policy, nothing
// elsewhere, nothing that axe-core finds, nothing to scroll sideways; and a picture for people.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibility, closeBrowser, enterPortal, isTooWide, open, picture, settled, signIn } from "./browser.mjs";
import { story } from "./story.mjs";


async function look(page, appliance, path, name, { theme, width }) {
  await page.goto(appliance.url + path);
  await page.waitForSelector("h1");
  await settled(page);
  await picture(page, `${name}-${width}-${theme}`);
  assert.deepEqual(await accessibility(page), [], `${path} is accessible`);
  assert.equal(await isTooWide(page), false, `${path} fits`);
}

function consolePages([first]) {
  const customer = `/customers/${first.id}`;
  return {
    overview: "",
    welcome: "/welcome",
    approvals: "/approvals",
    log: "/log",
    "log-record": "/log?open=1",
    "kill-switches": "/kill-switches",
    customers: "/customers",
    customer,
    "customer-agents": `${customer}/agents`,
    "customer-permissions": `${customer}/permissions`,
    "customer-keys": `${customer}/keys`,
    "customer-usage": `${customer}/usage`,
    "customer-settings": `${customer}/settings`,
    agent: `${customer}/agents/refund-bot`,
    agents: `/agents?customer_id=${first.id}`,
    tiers: "/tiers",
    operators: "/operators",
    account: "/account",
    configuration: "/configuration",
    audit: "/audit",
    backups: "/backups",
    about: "/about",
    nowhere: "/nowhere",
  };
}

const PORTAL_PAGES = {
  overview: "",
  agents: "/agents",
  agent: "/agents/refund-bot",
  permissions: "/permissions",
  approvals: "/approvals",
  keys: "/keys",
  log: "/log",
  usage: "/usage",
  statements: "/statements",
  statement: `/statements?month=${new Date().toISOString().slice(0, 7)}`,
  tier: "/tier",
  account: "/account",
};

const PUBLIC_PAGES = { front: "/", pricing: "/pricing", welcome: "/welcome", "docs-index": "/docs/index", document: "/docs/OPERATIONS", setup: "/setup", "sign-in": "/console", "portal-sign-in": "/portal" };

/** The tests of every page at a width in pixels. */
export function tour(width) {
  after(closeBrowser);
  for (const theme of ["light", "dark"]) {
    const view = { theme, width };
    test(`the console at ${width} px, ${theme}`, (t) => consoleOf(t, view));
    test(`the portal at ${width} px, ${theme}`, (t) => portal(t, view));
    test(`what strangers see at ${width} px, ${theme}`, (t) => strangers(t, view));
  }
}

async function consoleOf(t, view) {
  const { appliance, customers } = await story(t);
  const page = await open(t, appliance, view);
  await signIn(page, appliance, "ada");
  for (const [name, path] of Object.entries(consolePages(customers))) {
    await look(page, appliance, `/console${path}`, `console-${name}`, view);
  }
}

async function portal(t, view) {
  const { appliance, customers } = await story(t);
  const page = await open(t, appliance, view);
  await enterPortal(page, appliance, customers[0].key);
  for (const [name, path] of Object.entries(PORTAL_PAGES)) {
    await look(page, appliance, `/portal${path}`, `portal-${name}`, view);
  }
}

async function strangers(t, view) {
  const { appliance } = await story(t);
  const page = await open(t, appliance, view);
  for (const [name, path] of Object.entries(PUBLIC_PAGES)) {
    await look(page, appliance, path, name, view);
  }
}
