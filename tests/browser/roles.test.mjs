// What each role is shown: whatever can be pressed may be done by whoever sees it, and somebody who may
// only look is offered nothing to change.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeBrowser, open, signIn } from "./lib/browser.mjs";
import { explore } from "./lib/explore.mjs";
import { story } from "./lib/story.mjs";
import { isChange } from "./lib/verbs.mjs";

const OWN_ACCOUNT = "/console/account";
/** Places that everybody who signs in to the console can go to. */
const PLACES = ["", "/approvals", "/log", "/kill-switches", "/customers", "/customers/:id", "/agents", "/tiers", "/billing", "/quotes", "/quotes/prospects", "/outbox", "/operators", "/audit", "/backups", "/configuration", "/about"];
const TABS = ["agents", "permissions", "keys", "usage", "statements", "tier", "settings", "agents/:agent"];

after(closeBrowser);

/** Everything that somebody in a role finds in the console, with no answer 403. */
async function seenBy(t, username) {
  const { appliance, token, customers } = await story(t);
  const [, second] = customers;
  await appliance.call("POST", "/api/agent/kill", { bearer: customers[0].key, body: { agent_id: "report-bot", enabled: false, reason: "double exports" } });
  await appliance.call("POST", `/api/customers/${second.id}/kill-switch`, { bearer: token, body: { enabled: true, reason: "under inquiry" } });
  const page = await open(t, appliance);
  await signIn(page, appliance, username);
  const found = await explore(page, appliance, "/console");
  assert.deepEqual(found.refused, [], "nothing that is shown is refused");
  for (const place of [...PLACES, ...TABS.map((tab) => `/customers/:id/${tab}`)]) {
    assert.ok(found.places.includes(`/console${place}`), `${place || "/"} was found`);
  }
  t.diagnostic(`${found.places.length} places, ${found.named.length} names`);
  return found;
}

const changes = ({ named }) => named.filter(({ place, name }) => place !== OWN_ACCOUNT && isChange(name)).map(({ place, name }) => `${place}: ${name}`);

/** Each of these was offered somewhere. */
function offers(found, names) {
  for (const name of names) {
    assert.ok(found.named.some((one) => one.name.startsWith(name)), `${name} is offered`);
  }
}

const offersNot = (found, names) => assert.deepEqual(found.named.filter(({ name }) => names.some((one) => name.startsWith(one))), []);

test("an auditor sees everything and is offered nothing to change", async (t) => {
  const found = await seenBy(t, "dan");
  assert.deepEqual(changes(found), []);
  offers(found, ["Verify chain now", "Export", "Try a check"]);
});

test("an approver is offered answers, and no other change", async (t) => {
  const found = await seenBy(t, "cleo");
  offers(found, ["Approve", "Refuse"]);
  assert.deepEqual(changes(found).filter((one) => !/: (Approve|Refuse)\b/.test(one)), []);
});

test("an admin is offered changes of customers, none of operators", async (t) => {
  const found = await seenBy(t, "bob");
  offers(found, ["Register customer", "Invite customer", "Import", "Send key link", "Issue key", "New agent", "New permission", "Deactivate", "Send portal link", "Stop everything", "Release", "Stop agent", "Stop all agents", "Approve", "Refuse", "Revoke", "Edit", "Delete", "Withdraw"]);
  offersNot(found, ["Create operator", "Change role", "Disable", "Let in again"]);
});
