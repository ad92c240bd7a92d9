// Who is signed in, and what that person may do. `Me` is what `GET /api/session` answers.

import { call, get, post } from "./api.js";
import { createContext, store, useContext, useStore } from "./ui.js";

/** `null` until known. */
export const me = store(null);

export async function loadMe() {
  const { data } = await get("/api/session", { quiet: true });
  me.set(data);
  return data;
}

export async function signIn(username, password) {
  await call("POST", "/api/operators/login", { body: { username, password }, quiet: true });
  return loadMe();
}

export async function signInWithKey(apiKey) {
  await call("POST", "/api/portal/login", { body: { api_key: apiKey }, quiet: true });
  return loadMe();
}

export async function signOut() {
  const who = me.get();
  await post(who?.kind === "customer" ? "/api/portal/logout" : "/api/operators/logout", {}, { quiet: true }).catch(() => {});
  location.assign(document.body.dataset.base);
}

const ROLES = {
  owner: ["read", "approve", "manage", "own"],
  admin: ["read", "approve", "manage"],
  approver: ["read", "approve"],
  auditor: ["read"],
};

/** Whether the person may `read`, `approve`, `manage` (customers, agents, permissions, kills) or `own` (operators). */
export function may(who, what) {
  if (who?.kind === "operator") {
    return (ROLES[who.role] ?? []).includes(what);
  }
  return who?.kind === "customer" && what !== "own" && who.scopes.includes(what);
}

/**
 * Whose things a page shows. `customerId` is the customer that agents, keys and so on belong to;
 * `isOperator` says whether requests must name it. `at(path, params)` makes the request's address,
 * `link(path)` the page's.
 */
const ScopeContext = createContext(null);
export const Scope = ScopeContext.Provider;

export function scopeOf(who, customerId, base) {
  const isOperator = who.kind === "operator";
  return {
    who,
    isOperator,
    customerId,
    base,
    may: (what) => may(who, what),
    params: (params = {}) => (isOperator ? { customer_id: customerId, ...params } : params),
  };
}

export const useScope = () => useContext(ScopeContext);

/** Who is signed in, drawn again when that changes. */
export const useMe = () => useStore(me);
