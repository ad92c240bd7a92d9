// Where a path is, in words: the breadcrumb of the top bar.

import { store } from "../kit/ui.js";

/** Names of things by id, filled in by the pages that have read them. */
export const names = store({});
export const name = (id, text) => names.get()[id] !== text && names.set((all) => ({ ...all, [id]: text }));

const TITLES = {
  approvals: "Approvals",
  log: "Log",
  "kill-switches": "Kill switches",
  customers: "Customers",
  agents: "Agents",
  keys: "API keys",
  permissions: "Permissions",
  usage: "Usage",
  settings: "Settings",
  tier: "Tier",
  tiers: "Tiers",
  import: "Import",
  billing: "Billing",
  statements: "Billing",
  quotes: "Quotes",
  prospects: "Prospects",
  outbox: "Outbox",
  operators: "Operators",
  account: "Account",
  configuration: "Configuration",
  audit: "Audit chain",
  backups: "Backups",
  about: "About",
  welcome: "First steps",
};

export function crumbsOf(path) {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  if (parts.length === 0) {
    return [{ title: "Overview" }];
  }
  return parts.map((part, index) => ({
    title: names.get()[part] ?? (index === 0 || TITLES[part] ? (TITLES[part] ?? part) : part),
    path: `/${parts.slice(0, index + 1).map(encodeURIComponent).join("/")}`,
  }));
}
