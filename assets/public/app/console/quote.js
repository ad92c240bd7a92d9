// One request for a quote: what was asked, its state and notes, inviting the company, and deleting it.

import { InviteCustomer } from "./invite.js";
import { del, patch } from "../kit/api.js";
import { Badge, Id } from "../kit/badge.js";
import { ConflictNote, useConflict } from "../kit/conflict.js";
import { useResource } from "../kit/data.js";
import { Confirm, Drawer } from "../kit/dialog.js";
import { CopyButton, Loaded, toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { number } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { go, setQuery } from "../kit/router.js";
import { Time } from "../kit/time.js";
import { titleOf } from "../features/tiers.js";
import { html, useEffect, useRef, useState } from "../kit/ui.js";

export const STATES = { open: ["held", "Open"], answered: ["done", "Answered"], won: ["passed", "Won"], lost: ["inactive", "Lost"] };
export function stateOf({ state }) {
  const [is, text] = STATES[state] ?? ["done", state];
  return { is, text };
}

export function QuoteDrawer({ id, tiers, mayManage, onChanged }) {
  const path = `/api/quotes/${encodeURIComponent(id)}`;
  const [asked, setAsked] = useState(null);
  // Not read again while it is being deleted: it is gone before the answer says so.
  const quote = useResource(path, { topics: asked === "delete" ? [] : ["quotes"] });
  const close = () => setQuery({ open: null });
  const actions = html`<div class="row"><button type="button" class="button small" onClick=${() => setAsked("invite")}><${Icon} name="mail" />Invite as customer</button>
    <button type="button" class="button small" onClick=${() => setAsked("delete")}><${Icon} name="trash-2" />Delete</button></div>`;
  return html`<${Drawer} eyebrow="Request for a quote" title=${quote.data?.company ?? "Request"} onClose=${close}>
    <${Loaded} of=${quote} lines=${8}>${(data) => html`${mayManage && actions}<${Facts} data=${data} tiers=${tiers} />
      ${mayManage ? html`<${Progress} key=${id} path=${path} quote=${quote} onChanged=${onChanged} />` : html`<${ReadOnly} data=${data} />`}`}<//>
    ${asked === "invite" && html`<${InviteCustomer} known=${knownOf(quote.data)} onClose=${() => setAsked(null)} onInvited=${(customer) => go(`/customers/${customer}/keys`)} />`}
    ${asked === "delete" && html`<${Delete} path=${path} data=${quote.data} onClose=${() => setAsked(null)} onDeleted=${() => (onChanged(), close())} />`}
  <//>`;
}

const knownOf = ({ id, company, email, subscription_tier: wanted, recommended_tier: recommended }) => ({ name: company, email, subscription_tier: wanted ?? recommended, draft: `invite:${id}` });

function Facts({ data, tiers }) {
  return html`<dl class="facts">
      <dt>State</dt><dd><${Badge} ...${stateOf(data)} /></dd>
      <dt>Contact</dt><dd>${data.contact}</dd>
      <dt>Email</dt><dd>${data.email} <${CopyButton} text=${data.email} what="the address" /></dd>
      <dt>Asked for</dt><dd>${data.subscription_tier ? titleOf(tiers, data.subscription_tier) : html`<span class="faint">no tier in particular</span>`}</dd>
      <dt>Agents</dt><dd>${number(data.agents)}</dd>
      <dt>Checks a month</dt><dd>${number(data.checks_per_month)}</dd>
      <dt>Recommended</dt><dd>${data.recommended_tier ? html`${titleOf(tiers, data.recommended_tier)} <span class="faint">from these numbers and the tiers in force</span>` : html`<span class="faint">–</span>`}</dd>
      <dt>Asked</dt><dd><${Time} at=${data.created_at} absolute /></dd>
      <dt>Id</dt><dd><${Id} value=${data.id} full /></dd>
    </dl>
    ${data.message && html`<section><h3>Message</h3><p class="quote-message">${data.message}</p></section>`}`;
}

/** What the request is in the form: no notes are an empty field. */
const valuesOf = ({ state, notes }) => ({ state, notes: notes ?? "" });

function Progress({ path, quote, onChanged }) {
  const isTouched = useRef(false);
  const [base, setBase] = useState({ data: quote.data, etag: quote.etag });
  // As long as nothing is typed, what others save appears here too.
  useEffect(() => {
    if (!isTouched.current && quote.data) {
      setBase({ data: quote.data, etag: quote.etag });
    }
  }, [quote.etag]);
  const saved = ({ data, etag }) => {
    isTouched.current = false;
    quote.set(data, etag);
    setBase({ data, etag });
    onChanged();
  };
  return html`<${ProgressForm} key=${base.etag} path=${path} base=${base} onSaved=${saved} onTouched=${(is) => (isTouched.current = is)} />`;
}

function ProgressForm({ path, base, onSaved, onTouched }) {
  const initial = valuesOf(base.data);
  const conflict = useConflict({ target: path, etag: base.etag, send: ({ state: next, notes }, etag) => patch(path, { state: next, notes: notes.trim() || null }, { etag }) });
  const save = async (values, options) => {
    try {
      const answer = await conflict.save(values, options);
      state.reset(valuesOf(answer.data));
      toast("The request is saved");
      onSaved(answer);
    } catch (error) {
      if (error.code !== "edit_conflict") {
        throw error;
      }
    }
  };
  const state = useForm({ initial, draft: `quote:${base.data.id}`, submit: save });
  const isChanged = Object.keys(initial).some((name) => state.values[name] !== initial[name]);
  useEffect(() => onTouched(isChanged), [isChanged]);
  const take = () => {
    const etag = conflict.theirEtag;
    const data = conflict.take();
    state.reset(valuesOf(data));
    onSaved({ data, etag });
  };
  return html`<section><h3>How it stands</h3>
    <${Form} state=${state} verb="Save request" busy="Saving" isReady=${isChanged} hint="Nothing is changed yet">
      <${Field} state=${state} name="state" label="State" kind="select" options=${Object.entries(STATES).map(([key, [, label]]) => [key, label])} />
      <${Field} state=${state} name="notes" label="Notes" kind="textarea" optional rows=${4} maxlength="2000" help="For operators alone: who spoke to them, what was offered." />
      <${ConflictNote} theirs=${conflict.theirs && valuesOf(conflict.theirs)} values=${state.values} fields=${[["state", "State"], ["notes", "Notes"]]} take=${take} overwrite=${() => save(state.values, { overwrite: true }).catch(state.setProblem)} />
    <//>
  </section>`;
}

const ReadOnly = ({ data }) => html`<section><h3>Notes</h3><p class="quote-message">${data.notes || html`<span class="faint">None.</span>`}</p></section>`;

function Delete({ path, data, onClose, onDeleted }) {
  return html`<${Confirm} title=${`Delete the request of ${data.company}`} verb="Delete request" danger typed="delete" onClose=${onClose}
    run=${async () => {
      await del(path);
      toast("The request is deleted");
      onDeleted();
    }}>
    <p><strong>Name, address, message and notes are gone for good.</strong> The log keeps that there was a request, with its id and tier, and nothing about the person.</p>
  <//>`;
}
