// An appliance with something on every page: customers on every tier, agents that asked, people who
// answered, a key that was revoked, an approval that waits. All of it is made through the API.

import { Appliance } from "./appliance.mjs";

const CUSTOMERS = [
  ["Northgate Outfitters", "pro"],
  ["Harbour Logistics", "starter"],
  ["Meridian Bank", "enterprise"],
  ["Oak & Iron Furniture", "free"],
];

const RULES = [
  ["allow", "read", "orders/*"],
  ["allow", "reply", "tickets/*"],
  ["require_approval", "refund", "orders/*"],
  ["deny", "*", "customers/*/payment-methods"],
];

/** `{ appliance, token, customers }`; operators ada (owner), bob (admin), cleo (approver), dan (auditor). */
export async function story(t, options) {
  const appliance = await Appliance.start(t, options);
  for (const [name, role] of [["ada", "owner"], ["bob", "admin"], ["cleo", "approver"], ["dan", "auditor"]]) {
    appliance.operator(name, role);
  }
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const customers = [];
  for (const [name, tier] of CUSTOMERS) {
    customers.push(await stocked(appliance, token, name, tier));
  }
  const [first] = customers;
  const spare = await first.ask("POST", `/api/customers/${first.id}/api-keys/generate`, { name: "old laptop" });
  await first.ask("DELETE", `/api/customers/${first.id}/api-keys/${spare.key_id}`);
  return { appliance, token, customers };
}

async function stocked(appliance, token, name, tier) {
  const isCustom = tier === "enterprise";
  const made = await appliance.customer(name, isCustom ? "pro" : tier);
  if (isCustom) {
    await appliance.call("PUT", `/api/customers/${made.id}/upgrade`, { bearer: token, body: { subscription_tier: tier } });
  }
  const hasApprovals = tier !== "free";
  const rules = RULES.filter(([effect]) => hasApprovals || effect !== "require_approval");
  await made.agent("support-bot", rules);
  if (hasApprovals) {
    await made.agent("refund-bot", rules);
    await made.agent("report-bot", [["allow", "export", "reports/*"]]);
  }
  for (const number of [1, 2, 3]) {
    await made.check("support-bot", "read", `orders/470${number}`);
  }
  await made.check("support-bot", "update", "customers/88/payment-methods");
  await made.check("ghost-bot", "read", "orders/1");
  if (hasApprovals) {
    await made.check("refund-bot", "refund", "orders/4711", { amount_usd: 129.5, reason: "arrived broken", customer: { name: "R. Mason", since: 2019 } });
  }
  return made;
}
