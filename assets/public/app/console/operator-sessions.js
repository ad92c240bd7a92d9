// Where an operator is signed in, and ending that.

import { del } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm } from "../kit/dialog.js";
import { ErrorNote, Loaded, toast } from "../kit/feedback.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Time } from "../kit/time.js";
import { html, useState } from "../kit/ui.js";

export function Sessions({ operatorId, username, isOwn }) {
  const base = `/api/operators/${operatorId}/sessions`;
  const sessions = useResource(base, { topics: ["operators"] });
  const [isClosing, setClosing] = useState(false);
  const [error, setError] = useState(null);
  const end = async (session) => {
    try {
      await del(`${base}/${session.id}`);
      setError(null);
      toast("Session ended");
    } catch (problem) {
      setError(problem);
    }
    sessions.reload();
  };
  const count = sessions.data?.length ?? 0;
  return html`<section>
    <div class="section-head"><h3>Sessions</h3>${count > 0 && html`<button type="button" class="button small" onClick=${() => setClosing(true)}><${Icon} name="log-out" />End all</button>`}</div>
    <${ErrorNote} error=${error} />
    <${Loaded} of=${sessions} lines=${2}>${(all) => (all.length === 0 ? html`<p class="faint">${isOwn ? "You are" : `${username} is`} signed in nowhere.</p>` : html`<ul class="things">${currentFirst(all).map((session) => html`<${Session} key=${session.id} session=${session} onEnd=${() => end(session)} />`)}</ul>`)}<//>
    ${isClosing && html`<${Confirm} title="End all sessions" verb="End sessions" danger onClose=${() => setClosing(false)}
      run=${async () => {
        await del(base);
        toast(isOwn ? "You are signed out everywhere" : "All sessions ended");
        sessions.reload();
      }}><p>${isOwn ? `${plural(count, "session")} of yours ${count === 1 ? "ends" : "end"} at once, this one too: you sign in again to go on.` : `${plural(count, "session")} of ${username} ${count === 1 ? "ends" : "end"} at once. The password and tokens stay as they are.`}</p><//>`}
  </section>`;
}

const currentFirst = (all) => all.toSorted((a, b) => Number(b.is_current) - Number(a.is_current));

function Session({ session, onEnd }) {
  return html`<li>
    <div><p><strong>Signed in <${Time} at=${session.created_at} /></strong> ${session.is_current && html`<span class="tag">this one</span>`}</p>
      <p class="faint">used ${session.last_used_at ? html`<${Time} at=${session.last_used_at} />` : "not since"}, ends <${Time} at=${session.expires_at} /> at the latest</p></div>
    ${session.is_current ? html`<span class="faint">Sign out ends it</span>` : html`<button type="button" class="button small" onClick=${onEnd}>End</button>`}
  </li>`;
}
