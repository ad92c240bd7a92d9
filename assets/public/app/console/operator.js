// One operator beside the list: role, state, a way back in, sessions and tokens.

import { patch, post } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { Confirm, Dialog, Drawer } from "../kit/dialog.js";
import { ErrorNote, Loaded, Note, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { plural, sentence } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link } from "../kit/router.js";
import { may } from "../kit/session.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";
import { LinkPanel, Ways } from "./operator-create.js";
import { Sessions } from "./operator-sessions.js";
import { Tokens } from "./operator-tokens.js";
import { ROLE_OPTIONS } from "./roles.js";

export function OperatorDrawer({ who, id, onChanged, onClose }) {
  const operator = useResource(`/api/operators/${encodeURIComponent(id)}`, { topics: ["operators"] });
  const changed = () => {
    operator.reload();
    onChanged();
  };
  const one = operator.data;
  return html`<${Drawer} title=${one?.username ?? "Operator"} eyebrow=${html`<code>${id}</code>`} onClose=${onClose}>
    <${Loaded} of=${operator}>${(data) => html`<${OperatorView} who=${who} operator=${data} etag=${operator.etag} onChanged=${changed} />`}<//>
  <//>`;
}

function OperatorView({ who, operator, etag, onChanged }) {
  const isOwn = operator.id === who.id;
  const isOwner = may(who, "own");
  return html`
    <section><dl class="facts">
      ${!isOwner && html`<dt>Role</dt><dd>${operator.role}</dd>`}
      <dt>State</dt><dd><${Badge} is=${operator.is_disabled ? "disabled" : "active"} /></dd>
      <dt>Signs in</dt><dd>${operator.has_password ? "with a password" : "with tokens only"}</dd>
      <dt>Created</dt><dd><${Time} at=${operator.created_at} /></dd>
      <dt>Changed</dt><dd><${Time} at=${operator.updated_at} /></dd>
      <dt>What it did</dt><dd><${Link} to=${`/log?actor=${operator.id}`}>Its records in the log<//></dd>
    </dl></section>
    ${isOwner && html`<${Role} key=${operator.id} operator=${operator} etag=${etag} onChanged=${onChanged} />`}
    ${isOwner && !isOwn && html`<${Access} operator=${operator} etag=${etag} onChanged=${onChanged} />`}
    ${isOwner && isOwn && html`<p class="faint">Another owner disables you or lets you in again; your password is under <${Link} to="/account">Account<//>.</p>`}
    ${isOwner || isOwn
      ? html`<${Sessions} operatorId=${operator.id} username=${operator.username} isOwn=${isOwn} /><${Tokens} operatorId=${operator.id} username=${operator.username} role=${operator.role} isOwn=${isOwn} />`
      : html`<p class="faint">Sessions and tokens are seen by owners, and by ${operator.username} under Account.</p>`}`;
}

/** Another role. Who changed it meanwhile is not overwritten unknowingly. */
function Role({ operator, etag, onChanged }) {
  const [seen, setSeen] = useState({ etag, role: operator.role });
  const [conflict, setConflict] = useState(false);
  const send = async (role, tag) => {
    const answer = await patch(`/api/operators/${operator.id}`, { role }, { etag: tag });
    setSeen({ etag: answer.etag, role });
    setConflict(false);
    toast(`${operator.username} is ${role} now`);
    onChanged();
  };
  const state = useForm({
    initial: { role: operator.role },
    submit: async ({ role }) => {
      try {
        await send(role, seen.etag ?? etag);
      } catch (error) {
        if (error.code !== "edit_conflict") {
          throw error;
        }
        setConflict(true);
        onChanged();
      }
    },
  });
  const take = () => {
    setSeen({ etag, role: operator.role });
    state.reset({ role: operator.role });
    setConflict(false);
  };
  const isSame = state.values.role === operator.role;
  return html`<section><h3>Role</h3>
    <${Form} state=${state} verb="Change role" isReady=${!isSame} hint="Choose another role first">
      <${Field} state=${state} name="role" label="May do" kind="select" options=${ROLE_OPTIONS} help="In force with the next request. The last owner stays one." />
    <//>
    ${conflict && html`<${Note} kind="warning" title="Somebody else changed it meanwhile">
      <p>${operator.username} is <strong>${operator.role}</strong> now, changed <${Time} at=${operator.updated_at} />. You chose ${state.values.role}.</p>
      <div class="row"><button type="button" class="button small" onClick=${take}>Keep ${operator.role}</button><button type="button" class="button small" onClick=${() => send(state.values.role, etag).catch(state.setProblem)}>Change to ${state.values.role}</button></div>
    <//>`}
  </section>`;
}

function Access({ operator, etag, onChanged }) {
  const [asked, setAsked] = useState(null);
  const [link, setLink] = useState(null);
  const [error, setError] = useState(null);
  const close = () => setAsked(null);
  const set = async (is_disabled) => {
    await patch(`/api/operators/${operator.id}`, { is_disabled }, { etag });
    toast(is_disabled ? `${operator.username} is disabled` : `${operator.username} is enabled`);
    onChanged();
  };
  const enable = () => set(false).then(() => setError(null), setError);
  return html`<section><h3>Access</h3>
    <${ErrorNote} error=${error} />
    <div class="row">
      ${operator.is_disabled ? html`<button type="button" class="button" onClick=${enable}><${Icon} name="power" />Enable</button>` : html`<button type="button" class="button" onClick=${() => setAsked("disable")}><${Icon} name="ban" />Disable</button>`}
      <button type="button" class="button" onClick=${() => setAsked("recover")}><${Icon} name="key-round" />Let in again</button>
    </div>
    ${asked === "disable" && html`<${Disable} operator=${operator} run=${() => set(true)} onClose=${close} />`}
    ${asked === "recover" && html`<${Recover} operator=${operator} onClose=${close} onDone=${(made) => (close(), setLink(made), onChanged())} />`}
    ${link && html`<${LinkPanel} link=${link} onClose=${() => setLink(null)} />`}
  </section>`;
}

/** Says the effect in numbers, from what there is now. */
function Disable({ operator, run, onClose }) {
  const sessions = useResource(`/api/operators/${operator.id}/sessions`);
  const tokens = useResource(`/api/operators/${operator.id}/tokens`);
  const open = sessions.data?.length;
  const active = tokens.data?.filter(({ is_active }) => is_active).length;
  const count = (value, noun) => (value === undefined ? `its ${noun}s` : plural(value, noun));
  const isIdle = open === 0 && active === 0;
  return html`<${Confirm} title=${`Disable ${operator.username}`} verb="Disable operator" danger run=${run} onClose=${onClose}>
    <p>${isIdle ? `${operator.username} is signed in nowhere and has no token that works. It cannot sign in until an owner enables it again.` : `${sentence(count(open, "session"))} and ${count(active, "token")} stop working at once. The sessions end and the tokens are revoked for good; enabling the operator again brings back neither.`}</p>
  <//>`;
}

const WAYS = {
  link: ["Setup link", "You get a link that works once, for 30 minutes; who opens it chooses a new password. Until then nothing changes."],
  password: ["New password", "You choose the password and hand it over. In force at once; all sessions end."],
};

function Recover({ operator, onDone, onClose }) {
  const state = useForm({
    initial: { way: "link", password: "" },
    secrets: ["password"],
    check: ({ way, password }) => ({ password: way === "password" && password.length < 12 ? "must have at least 12 characters" : undefined }),
    submit: async ({ way, password }) => {
      if (way === "link") {
        onDone((await post("/api/operators/setup-link", { operator_id: operator.id })).data);
        return;
      }
      await post(`/api/operators/${operator.id}/recover`, { password });
      toast(`${operator.username} can sign in with the new password`);
      onDone(null);
    },
  });
  const { way } = state.values;
  return html`<${Dialog} title=${`Let ${operator.username} in again`} onClose=${onClose}>
    <${Form} state=${state} verb=${way === "link" ? "Make setup link" : "Set password"} busy="Working" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <p>For somebody who is locked out.${operator.is_disabled ? " The operator is enabled by it." : ""}</p>
      <${Ways} ways=${WAYS} name="way" label="How" value=${way} onChange=${(value) => state.set("way", value)} />
      ${way === "password" && html`<${Field} state=${state} name="password" label="New password" kind="password" autocomplete="new-password" help="At least 12 characters." />`}
    <//>
  <//>`;
}
