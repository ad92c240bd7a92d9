// The console: for the operators of the appliance.

import { useResource } from "../kit/data.js";
import { usePlace } from "../kit/router.js";
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
  ["/customers/:id/agents/:agent", () => import("./agent.js")],
  ["/customers/:id/:tab?", () => import("./customer.js")],
  ["/agents", () => import("./agents.js")],
  ["/tiers", () => import("./tiers.js")],
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
        { path: "/", title: "Overview", icon: "gauge" },
        { path: "/approvals", title: "Approvals", icon: "inbox", count: waiting },
        { path: "/log", title: "Log", icon: "scroll-text" },
        { path: "/kill-switches", title: "Kill switches", icon: "octagon-x" },
      ],
    },
    {
      title: "Customers",
      items: [
        { path: "/customers", title: "Customers", icon: "building-2" },
        { path: "/agents", title: "Agents", icon: "bot" },
        { path: "/tiers", title: "Tiers", icon: "layers" },
      ],
    },
    {
      title: "Appliance",
      items: [
        { path: "/operators", title: "Operators", icon: "user-cog" },
        { path: "/audit", title: "Audit chain", icon: "link" },
        { path: "/backups", title: "Backups", icon: "archive" },
        { path: "/configuration", title: "Configuration", icon: "settings" },
        { path: "/about", title: "About", icon: "info" },
      ],
    },
  ];
}

function Console({ who }) {
  const { path } = usePlace();
  useStore(names);
  const overview = useResource("/api/overview", { topics: ["approvals"] });
  return html`<${Shell} who=${who} name="Console" sections=${sections(overview.data?.approvals.open ?? 0)} crumbs=${crumbsOf(path)}>
    <${Pages} routes=${ROUTES} who=${who} />
  <//>`;
}

/** The setup link leaves an owner here who has nothing yet: the welcome shows the first steps. */
start({ kind: "operator", App: Console });
