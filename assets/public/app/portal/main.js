// The portal: for customers, who see and change what is their own.

import { get, post } from "../kit/api.js";
import { useList } from "../kit/data.js";
import { Empty } from "../kit/feedback.js";
import { Link, usePlace } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead, Shell } from "../kit/shell.js";
import { Pages, start } from "../kit/start.js";
import { html } from "../kit/ui.js";
import { Scopes } from "../features/scopes.js";
import { EndedPage, hasEnded } from "./ending.js";
import { LinkPage } from "./link-page.js";

const ROUTES = [
  ["/", () => import("./overview.js")],
  ["/agents", () => import("./agents.js")],
  ["/agents/:agent", () => import("./agent.js")],
  ["/permissions", () => import("./permissions.js")],
  ["/approvals", () => import("./approvals.js")],
  ["/keys", () => import("./keys.js")],
  ["/log", () => import("./log.js")],
  ["/usage", () => import("./usage.js")],
  ["/statements", () => import("./statements.js")],
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
  statements: "Statements",
  tier: "Tier",
  "kill-switches": "Kill switches",
  account: "Sessions",
};

/** Pages that only those who may manage see; all others but the approvals take `read` alone. */
const MANAGED = ["agents", "permissions"];

/** Whether whoever is signed in sees a page: nothing is shown that would only be refused. */
function sees(who, path) {
  const name = path.split("/")[1];
  if (name === "approvals") {
    return may(who, "manage") || may(who, "approve");
  }
  return may(who, "read") && (!MANAGED.includes(name) || may(who, "manage"));
}

function sections(who, waiting) {
  const seen = (items) => items.filter(({ path }) => sees(who, path));
  return [
    {
      items: seen([
        { path: "/", title: "Overview", icon: "gauge" },
        { path: "/approvals", title: "Approvals", icon: "inbox", count: waiting },
        { path: "/log", title: "Log", icon: "scroll-text" },
        { path: "/kill-switches", title: "Kill switches", icon: "octagon-x" },
      ]),
    },
    {
      title: "Yours",
      items: seen([
        { path: "/agents", title: "Agents", icon: "bot" },
        { path: "/permissions", title: "Permissions", icon: "shield-check" },
        { path: "/keys", title: "API keys", icon: "key-round" },
        { path: "/usage", title: "Usage", icon: "activity" },
        { path: "/statements", title: "Statements", icon: "list" },
        { path: "/tier", title: "Tier", icon: "layers" },
      ]),
    },
  ].filter(({ items }) => items.length > 0);
}

/** In the place of a page that the scopes do not reach. */
function NotSeen({ who }) {
  return html`<${PageHead} title=${who.name} />
    <${Empty} icon="eye" title="This sign-in does not reach this page" action=${sees(who, "/approvals") && html`<${Link} class="button is-primary" to="/approvals">Approvals<//>`}>
      <p>You signed in with the scopes <${Scopes} of=${who.scopes} />. Who issues your keys and links can give you others.</p>
    <//>`;
}

function crumbsOf(path) {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const crumbs = parts.map((part, index) => ({ title: index === 0 ? (TITLES[part] ?? part) : part, path: `/${parts.slice(0, index + 1).map(encodeURIComponent).join("/")}` }));
  return crumbs.length > 0 ? crumbs : [{ title: "Overview" }];
}

function Portal({ who }) {
  const { path } = usePlace();
  const waiting = useList(sees(who, "/approvals") ? "/api/agent/pending-approvals" : null, {}, { topics: ["approvals"] });
  return html`<${Shell} who=${who} name="Portal" sections=${sections(who, waiting.items.length)} crumbs=${crumbsOf(path)}>
    ${sees(who, path) ? html`<${Pages} routes=${ROUTES} who=${who} />` : html`<${NotSeen} who=${who} />`}
  <//>`;
}

/**
 * Whoever comes from ending the subscription is told so, and that is all. A one-time link carries its token
 * behind the `#`, which a browser sends to nobody. It is taken out of the address at once and, when a person
 * says so, exchanged for a session; one that is over is said then.
 */
async function arrive(ask) {
  if (hasEnded()) {
    await ask(EndedPage);
  }
  const token = location.hash.slice(1);
  if (!token) {
    return;
  }
  history.replaceState(null, "", location.pathname);
  // Somebody else's link would quietly put this person into somebody else's portal.
  const { data: who } = await get("/api/session", { quiet: true });
  if (!(await ask(LinkPage, { who }))) {
    return;
  }
  await post("/api/portal/open", { token }, { quiet: true });
}

start({ kind: "customer", App: Portal, before: arrive });
