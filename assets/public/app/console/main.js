// The console: for the operators of the appliance.

import { useResource } from "../kit/data.js";
import { go, usePlace } from "../kit/router.js";
import { may } from "../kit/session.js";
import { Shell } from "../kit/shell.js";
import { Pages, start } from "../kit/start.js";
import { html, useStore } from "../kit/ui.js";
import { crumbsOf, names } from "./crumbs.js";

const ROUTES = [
  ["/", () => import("./overview.js")],
  ["/welcome", () => import("./welcome.js")],
  ["/approvals", () => import("./approvals.js")],
  ["/log", () => import("./log.js")],
  ["/kill-switches", () => import("./kill-switches.js")],
  ["/customers", () => import("./customers.js")],
  ["/customers/import", () => import("./import.js")],
  ["/customers/:id/agents/:agent", () => import("./agent.js")],
  ["/customers/:id/:tab?", () => import("./customer.js")],
  ["/agents", () => import("./agents.js")],
  ["/tiers", () => import("./tiers.js")],
  ["/billing", () => import("./billing.js")],
  ["/quotes", () => import("./quotes.js")],
  ["/quotes/prospects", () => import("./prospects.js")],
  ["/outbox", () => import("./outbox.js")],
  ["/operators", () => import("./operators.js")],
  ["/account", () => import("./account.js")],
  ["/configuration", () => import("./configuration.js")],
  ["/audit", () => import("./audit.js")],
  ["/backups", () => import("./backups.js")],
  ["/about", () => import("./about.js")],
];

function sections(waiting) {
  return [
    {
      items: [
        { path: "/", title: "Overview", icon: "gauge", letter: "o" },
        { path: "/approvals", title: "Approvals", icon: "inbox", letter: "a", count: waiting },
        { path: "/log", title: "Log", icon: "scroll-text", letter: "l" },
        { path: "/kill-switches", title: "Kill switches", icon: "octagon-x", letter: "k" },
      ],
    },
    {
      title: "Customers",
      items: [
        { path: "/customers", title: "Customers", icon: "building-2", letter: "c" },
        { path: "/agents", title: "Agents", icon: "bot", letter: "b" },
        { path: "/tiers", title: "Tiers", icon: "layers", letter: "t" },
      ],
    },
    {
      title: "Business",
      items: [
        { path: "/billing", title: "Billing", icon: "receipt-text", letter: "m" },
        { path: "/quotes", title: "Quotes", icon: "handshake", letter: "q" },
        { path: "/outbox", title: "Outbox", icon: "mail", letter: "x" },
      ],
    },
    {
      title: "Appliance",
      items: [
        { path: "/operators", title: "Operators", icon: "user-cog", letter: "p" },
        { path: "/audit", title: "Audit chain", icon: "link", letter: "h" },
        { path: "/backups", title: "Backups", icon: "archive", letter: "u" },
        { path: "/configuration", title: "Configuration", icon: "settings", letter: "s" },
        { path: "/about", title: "About", icon: "info", letter: "i" },
      ],
    },
  ];
}

/** What the palette offers beside the places of the rail. */
function commands(who) {
  if (!may(who, "manage")) {
    return [];
  }
  return [
    { title: "Invite a customer", detail: "By e-mail, or with a link to copy", icon: "mail", run: () => go("/customers?invite=1") },
    { title: "Import customers", detail: "From a CSV file", icon: "upload", run: () => go("/customers/import") },
    { title: "First steps", detail: "Register a customer, create an agent, try a check", icon: "play", run: () => go("/welcome") },
    { title: "Stop everything", detail: "Kill switch", icon: "octagon-x", run: () => go("/kill-switches?engage=system") },
  ];
}

function Console({ who }) {
  const { path } = usePlace();
  useStore(names);
  const overview = useResource("/api/overview", { topics: ["approvals"] });
  return html`<${Shell} who=${who} name="Console" sections=${sections(overview.data?.approvals.open ?? 0)} crumbs=${crumbsOf(path)} commands=${commands(who)}>
    <${Pages} routes=${ROUTES} who=${who} />
  <//>`;
}

start({ kind: "operator", App: Console });
