// What can be done to an agent, each asked in a dialog that says what it takes with it.

import { del, get, getEvery, put, url } from "../kit/api.js";
import { ConflictNote, useConflict } from "../kit/conflict.js";
import { Confirm, Dialog } from "../kit/dialog.js";
import { Skeleton, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { plural } from "../kit/format.js";
import { release } from "../kit/kill-banner.js";
import { html, useEffect, useState } from "../kit/ui.js";
import { KillAgent } from "./kill.js";

const FIELDS = [["name", "Name"], ["owner", "Owner"], ["status", "Status"]];
const editable = ({ name, owner, status }) => ({ name, owner, status });

/** `target`: where the agent is read and changed; `etag`: what it was read with. */
export function EditAgent({ target, agent, etag, onClose, onSaved }) {
  const conflict = useConflict({ target, etag, send: (values, match) => put(target, values, { etag: match }) });
  const saved = () => {
    toast(`Agent ${agent.id} changed`);
    onSaved();
    onClose();
  };
  const state = useForm({
    initial: editable(agent),
    draft: `agent:${agent.id}:${etag}`,
    check: ({ name, owner }) => ({ name: name.trim() === "" ? "must not be blank" : undefined, owner: owner.trim() === "" ? "must not be blank" : undefined }),
    submit: async (values) => {
      await conflict.save(values);
      saved();
    },
  });
  const overwrite = () => conflict.save(state.values, { overwrite: true }).then(() => (state.reset(), saved()), state.setProblem);
  const take = () => state.reset(editable(conflict.take()));
  const shown = conflict.theirs ? { ...state, problem: null } : state;
  const cancel = () => (state.reset(), onClose());
  return html`<${Dialog} title=${`Edit ${agent.id}`} onClose=${onClose}>
    <${Form} state=${shown} verb="Save agent" busy="Saving agent" isReady=${!conflict.theirs} hint="Decide first what becomes of the other change" extra=${html`<button type="button" class="button" onClick=${cancel}>Cancel</button>`}>
      <${Field} state=${state} name="name" label="Name" autofocus maxlength="255" help="For people." />
      <${Field} state=${state} name="owner" label="Owner" maxlength="255" help="Who answers for it: a person or a team." />
      <${Field} state=${state} name="status" label="Status" kind="select" options=${[["active", "active: it may act as its permissions say"], ["disabled", "disabled: every check is denied"]]} help="To stop it at once and for a reason on record, use its kill switch." />
      <${ConflictNote} theirs=${conflict.theirs} values=${state.values} fields=${FIELDS} take=${take} overwrite=${overwrite} />
    <//>
  <//>`;
}

/** Engages the agent's kill switch, or releases it. */
export function SwitchAgent({ scope, agent, onClose }) {
  if (!agent.kill_switch) {
    return html`<${KillAgent} scope=${scope} agent=${agent} onClose=${onClose} />`;
  }
  const run = async () => {
    await release({ level: "agent", customer_id: scope.params().customer_id, agent_id: agent.id });
    toast(`Kill switch of ${agent.id} released`);
  };
  return html`<${Confirm} title="Release the kill switch" verb="Release kill switch" run=${run} onClose=${onClose}>
    <p>Checks of <code>${agent.id}</code> are decided by its permissions again. Approvals that the switch cancelled stay cancelled.</p>
  <//>`;
}

/** What goes with an agent, counted before it is asked. */
async function takenAlong(scope, agent) {
  const [effect, keys] = await Promise.all([
    get(url("/api/kill-switches/effect", scope.params({ level: "agent", agent_id: agent.id }))),
    getEvery(url(`/api/customers/${scope.customerId}/api-keys`, { agent_id: agent.id, active: true })),
  ]);
  return { keys: keys.data.length, approvals: effect.data.approvals_open, grants: effect.data.grants };
}

/** Deletes the agent; what it takes along is said in numbers. */
export function DeleteAgent({ scope, target, agent, etag, onClose, onDone }) {
  const [along, setAlong] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => {
    takenAlong(scope, agent).then(setAlong, setError);
  }, []);
  const run = async () => {
    await del(target, { etag });
    toast(`Agent ${agent.id} deleted`);
    onDone();
  };
  return html`<${Confirm} title=${`Delete ${agent.id}`} verb="Delete agent" danger typed=${agent.id} run=${run} onClose=${onClose} error=${error} isReady=${along !== null}>
    ${along ? html`<${Along} permissions=${agent.permissions} ...${along} />` : !error && html`<${Skeleton} lines=${1} />`}
    <p>Every check in its name is denied from then on. Its log stays; a kill switch that is on stays on, should an agent of this id come back.</p>
  <//>`;
}

function Along({ permissions, keys, approvals, grants }) {
  const gone = [[permissions, "permission"], [keys, "own key"]].filter(([count]) => count > 0);
  const cancelled = [[approvals, "open request"], [grants, "unused grant"]].filter(([count]) => count > 0);
  const list = (parts) => parts.map(([count, noun]) => plural(count, noun)).join(" and ");
  return html`<p>${gone.length > 0 ? html`Deleted with it, at once: <strong>${list(gone)}</strong>.` : "It has no permissions and no key of its own."}${cancelled.length > 0 && html` Cancelled: <strong>${list(cancelled)}</strong>.`}</p>`;
}
