// The portal: for customers, who see and change what is their own.

import { post } from "../kit/api.js";
import { useList } from "../kit/data.js";
import { usePlace } from "../kit/router.js";
import { may } from "../kit/session.js";
import { Shell } from "../kit/shell.js";
import { Pages, start } from "../kit/start.js";
import { html } from "../kit/ui.js";

const ROUTES = [
  ["/", () => import("./overview.js")],
  ["/agents", () => import("./agents.js")],
  ["/agents/:agent", () => import("./agent.js")],
  ["/permissions", () => import("./permissions.js")],
  ["/approvals", () => import("./approvals.js")],
  ["/keys", () => import("./keys.js")],
  ["/log", () => import("./log.js")],
  ["/usage", () => import("./usage.js")],
  ["/tier", () => import("./tier.js")],
  ["/kill-switches", () => import("./kill-switches.js")],
  ["/account", () => import("./account.js")],
];

const TITLES = {
  agents: "Agents",
  permissions: "Permissions",
  approvals: "Approvals",
  keys: "API keys",
  log: "Log",
  usage: "Usage",
  tier: "Tier",
  "kill-switches": "Kill switches",
  account: "Sessions",
};

/** What the customer's scopes let it see; a key that may only read is shown nothing that would fail. */
function sections(who, waiting) {
  const seesAgents = may(who, "manage");
  const seesApprovals = may(who, "manage") || may(who, "approve");
  return [
    {
      items: [
        { path: "/", title: "Overview", icon: "gauge" },
        ...(seesApprovals ? [{ path: "/approvals", title: "Approvals", icon: "inbox", count: waiting }] : []),
        ...(may(who, "read") ? [{ path: "/log", title: "Log", icon: "scroll-text" }] : []),
        { path: "/kill-switches", title: "Kill switches", icon: "octagon-x" },
      ],
    },
    {
      title: "Yours",
      items: [
        ...(seesAgents
          ? [
              { path: "/agents", title: "Agents", icon: "bot" },
              { path: "/permissions", title: "Permissions", icon: "shield-check" },
            ]
          : []),
        { path: "/keys", title: "API keys", icon: "key-round" },
        { path: "/usage", title: "Usage", icon: "activity" },
        { path: "/tier", title: "Tier", icon: "layers" },
      ],
    },
  ];
}

function crumbsOf(path) {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const crumbs = parts.map((part, index) => ({ title: index === 0 ? (TITLES[part] ?? part) : part, path: `/${parts.slice(0, index + 1).map(encodeURIComponent).join("/")}` }));
  return crumbs.length > 0 ? crumbs : [{ title: "Overview" }];
}

function Portal({ who }) {
  const { path } = usePlace();
  const seesApprovals = may(who, "manage") || may(who, "approve");
  const waiting = useList(seesApprovals ? "/api/agent/pending-approvals" : null, {}, { topics: ["approvals"] });
  return html`<${Shell} who=${who} name="Portal" sections=${sections(who, waiting.items.length)} crumbs=${crumbsOf(path)}>
    <${Pages} routes=${ROUTES} who=${who} />
  <//>`;
}

/**
 * A one-time link carries its token behind the `#`, which a browser sends to nobody. It is taken out of
 * the address at once and exchanged for a session; one that is over is said on the page for signing in.
 */
async function useLink() {
  const token = location.hash.slice(1);
  if (!token) {
    return;
  }
  history.replaceState(null, "", location.pathname);
  await post("/api/portal/open", { token }, { quiet: true });
}

start({ kind: "customer", App: Portal, before: useLink });
