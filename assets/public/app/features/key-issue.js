// Issuing an API key: what it may do, for which agent, until when; then the key, once.

import { get, post, url } from "../kit/api.js";
import { Dialog } from "../kit/dialog.js";
import { Note, toast } from "../kit/feedback.js";
import { Field, Form, blame, useForm } from "../kit/form.js";
import { SecretPanel } from "../kit/secret.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { html, useEffect, useState } from "../kit/ui.js";
import { SCOPES, ScopeChoice, Scopes, chosenScopes } from "./scopes.js";

const INITIAL = { name: "", kind: "customer", check: true, read: true, manage: false, approve: false, agent_id: "", holder: "", expires: "never", expires_at: "" };
const DAYS = [["never", "Never"], ["30", "In 30 days"], ["90", "In 90 days"], ["365", "In a year"], ["at", "At a time you name"]];

export function IssueKey({ scope, onClose, onIssued, agentId }) {
  const [issued, setIssued] = useState(null);
  const state = useForm({
    initial: agentId ? { ...INITIAL, kind: "agent", agent_id: agentId } : INITIAL,
    draft: `key:${scope.customerId}:${agentId ?? ""}`,
    check,
    submit: async (values) => {
      const body = bodyOf(values);
      const { data } = await post(`/api/customers/${encodeURIComponent(scope.customerId)}/api-keys/generate`, body).catch((error) => {
        throw body.agent_id ? blame(error, "not_found", "agent_id", "There is no such agent. Create it first, or choose one of the list.") : error;
      });
      toast(`${body.name ?? "The key"} is issued`);
      onIssued?.();
      setIssued({ ...body, ...data });
    },
  });
  if (issued) {
    return html`<${Issued} issued=${issued} onClose=${onClose} />`;
  }
  const isAgent = state.values.kind === "agent";
  return html`<${Dialog} title="Issue an API key" onClose=${onClose}>
    <${Form} state=${state} verb="Issue key" busy="Issuing" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="name" label="Name" placeholder="production" maxlength="255" autocomplete="off" autofocus help="Where it is used, so that you know it when you must revoke it." />
      <${Kind} state=${state} />
      ${isAgent ? html`<${AgentField} state=${state} scope=${scope} />` : html`<${ScopeChoice} state=${state} names=${Object.keys(SCOPES)} label="Scopes" disabled=${beyond(scope)} />`}
      ${(!isAgent && state.values.approve) && html`<${Field} state=${state} name="holder" label="Holder" maxlength="255" help="The person who answers approvals with it; approvals are on record under this name." />`}
      <${Field} state=${state} name="expires" label="Expires" kind="select" options=${DAYS} />
      ${state.values.expires === "at" && html`<${Field} state=${state} name="expires_at" label="Expires at" kind="datetime-local" help=${`In your time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`} />`}
    <//>
  <//>`;
}

/** Scopes that the person cannot give away, with the reason. */
function beyond(scope) {
  if (scope.isOperator) {
    return {};
  }
  const own = Object.keys(SCOPES).filter((name) => name !== "approve" && !scope.may(name));
  return { ...Object.fromEntries(own.map((name) => [name, "Your own key does not have it."])), approve: "An operator issues keys that answer approvals." };
}

function check(values) {
  const isAgent = values.kind === "agent";
  const at = Date.parse(values.expires_at);
  return {
    name: values.name.trim() === "" ? "is needed" : undefined,
    agent_id: isAgent && values.agent_id.trim() === "" ? "is needed: the key speaks for this agent alone" : undefined,
    scopes: !isAgent && chosenScopes(values).length === 0 ? "Choose at least one." : undefined,
    holder: !isAgent && values.approve && values.holder.trim() === "" ? "Name the person: approvals are on record under this name." : undefined,
    expires_at: values.expires === "at" && !(at > Date.now()) ? "must be a time to come" : undefined,
  };
}

function bodyOf(values) {
  const body = { name: values.name.trim() };
  if (values.kind === "agent") {
    body.agent_id = values.agent_id.trim();
  } else {
    body.scopes = chosenScopes(values);
    if (values.approve) {
      body.holder = values.holder.trim();
    }
  }
  const days = Number(values.expires);
  if (values.expires === "at") {
    body.expires_at = new Date(values.expires_at).toISOString();
  } else if (days > 0) {
    body.expires_at = new Date(Date.now() + days * 86_400_000).toISOString();
  }
  return body;
}

function Kind({ state }) {
  const kinds = [["customer", "For programs and people"], ["agent", "For one agent"]];
  return html`<fieldset class="field"><legend>What it is for</legend>
    <div class="segments">${kinds.map(([kind, label]) => html`<label key=${kind}><input type="radio" name="kind" checked=${state.values.kind === kind} onChange=${() => state.set("kind", kind)} /><span>${label}</span></label>`)}</div>
    <p class="help">${state.values.kind === "agent" ? "It may ask for decisions as this agent, and nothing else. An agent can have two at a time, to change over; they do not count against the limit of keys." : "It may do what its scopes say, for any agent of the customer. It counts against the tier's limit of keys."}</p>
  </fieldset>`;
}

/** The agent's id, with those that exist to choose from. */
function AgentField({ state, scope }) {
  const [agents, setAgents] = useState([]);
  useEffect(() => {
    get(url("/api/admin/agents", scope.params({ limit: 100 }))).then(({ data }) => setAgents(data.data), () => {});
  }, []);
  return html`<${Field} state=${state} name="agent_id" label="Agent" mono list="key-agents" autocomplete="off" help="The id of an agent that exists.">
    <datalist id="key-agents">${agents.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}</datalist>
  <//>`;
}

/** A command that works with the scopes that the key has. */
function commandOf({ api_key, scopes, agent_id }) {
  const variable = api_key;
  if (agent_id || (scopes.includes("check") && !scopes.includes("read"))) {
    return curl("POST", "/api/agents/check", { agent_id: agent_id ?? "billing-bot", action: "read", resource: "orders/4711", dry_run: true }, { variable });
  }
  if (scopes.includes("read")) {
    return curl("GET", "/api/customers/me", undefined, { variable });
  }
  return scopes.includes("manage") ? curl("GET", "/api/admin/agents", undefined, { variable }) : curl("GET", "/api/agent/pending-approvals", undefined, { variable });
}

function Issued({ issued, onClose }) {
  const { api_key, agent_id, scopes, holder, expires_at, name } = issued;
  return html`<${SecretPanel} title=${`API key ${name}`} noun="API key" secret=${api_key} command=${commandOf(issued)} onClose=${onClose}>
    <p>${agent_id ? html`It speaks for the agent <code>${agent_id}</code> and no other.` : html`It has the scopes <${Scopes} of=${scopes} />${holder && ` and is held by ${holder}`}.`} ${expires_at ? html`It expires <${Time} at=${expires_at} absolute />.` : "It does not expire."}</p>
    ${agent_id && html`<${Note}><p>The command is a dry run: it explains the decision and leaves no record.</p><//>`}
  <//>`;
}
