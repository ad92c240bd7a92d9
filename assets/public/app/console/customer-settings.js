// The settings of a customer: what it is called, where its clock is, and single limits over the tier's.

import { patch } from "../kit/api.js";
import { ConflictNote, useConflict } from "../kit/conflict.js";
import { Skeleton, toast } from "../kit/feedback.js";
import { Field, Form, blame, useForm } from "../kit/form.js";
import { html, useEffect, useRef, useState } from "../kit/ui.js";
import { OVERRIDES, OverrideFields, checkOverrides, inOverrides, termOf } from "../features/overrides.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { EMAIL_TAKEN } from "./register.js";

const LABELS = [["name", "Name"], ["email", "Email"], ["time_zone", "Time zone"], ...OVERRIDES];

export default function CustomerSettings({ scope, customer }) {
  const tiers = useTiers();
  const isTouched = useRef(false);
  const [base, setBase] = useState({ data: customer.data, etag: customer.etag });
  // As long as nothing is typed, what others save appears here too.
  useEffect(() => {
    if (!isTouched.current && customer.data) {
      setBase({ data: customer.data, etag: customer.etag });
    }
  }, [customer.etag, customer.data?.updated_at]);
  if (!tiers.data) {
    return html`<${Skeleton} lines=${6} height=${32} />`;
  }
  const tier = tiers.data.find(({ name }) => name === base.data.subscription_tier);
  if (!scope.may("manage")) {
    return html`<${ReadOnly} customer=${base.data} tier=${tier} />`;
  }
  const saved = (answer) => {
    isTouched.current = false;
    customer.set(answer.data, answer.etag);
    setBase(answer);
  };
  return html`<${SettingsForm} key=${`${base.etag}${base.data.updated_at}`} base=${base} tier=${tier} tiers=${tiers.data} onSaved=${saved} onTouched=${(is) => (isTouched.current = is)} />`;
}

/** A customer as what stands in the form; a limit that is the tier's is empty. */
function valuesOf(customer) {
  const limit = (name) => String(customer.overrides[name] ?? "");
  return { name: customer.name, email: customer.email, time_zone: customer.time_zone, ...Object.fromEntries(OVERRIDES.map(([name]) => [name, limit(name)])) };
}

/** What was changed, as the route wants it. */
function changesOf(values, initial) {
  const changed = Object.keys(initial).filter((name) => values[name].trim() !== initial[name]);
  const body = {};
  for (const name of changed) {
    const text = values[name].trim();
    if (OVERRIDES.some(([own]) => own === name)) {
      body.overrides = { ...body.overrides, [name]: text === "" ? null : Number(text) };
    } else {
      body[name] = text;
    }
  }
  return body;
}

function check(values) {
  return {
    name: values.name.trim() === "" ? "is needed" : undefined,
    email: values.email.includes("@") ? undefined : "needs an @ in it",
    ...checkOverrides(values),
  };
}

function SettingsForm({ base, tier, tiers, onSaved, onTouched }) {
  const { id } = base.data;
  const path = `/api/customers/${encodeURIComponent(id)}`;
  const initial = valuesOf(base.data);
  const conflict = useConflict({ target: path, etag: base.etag, send: (values, etag) => patch(path, changesOf(values, initial), { etag }) });
  const save = async (values, options) => {
    try {
      const answer = await conflict.save(values, options);
      state.reset(valuesOf(answer.data));
      toast("Settings saved");
      onSaved(answer);
    } catch (error) {
      if (error.code !== "edit_conflict") {
        throw inOverrides(blame(error, "email_taken", "email", EMAIL_TAKEN));
      }
    }
  };
  const state = useForm({ initial, draft: `settings:${id}`, check, submit: save });
  const isChanged = Object.keys(changesOf(state.values, initial)).length > 0;
  useEffect(() => onTouched(isChanged), [isChanged]);
  const take = () => {
    const etag = conflict.theirEtag;
    const data = conflict.take();
    state.reset(valuesOf(data));
    onSaved({ data, etag });
  };
  const discard = isChanged && html`<button type="button" class="button" onClick=${() => state.reset(initial)}>Discard changes</button>`;
  return html`<section class="panel">
    <${Form} state=${state} verb="Save settings" busy="Saving" isReady=${isChanged} hint="Nothing is changed yet" extra=${discard}>
      <div class="fields">
        <${Field} state=${state} name="name" label="Name" maxlength="255" autocomplete="off" />
        <${Field} state=${state} name="email" label="Email" kind="email" maxlength="255" autocomplete="off" />
        <${TimeZone} state=${state} />
      </div>
      <fieldset class="stack"><legend>Limits and price of this customer alone</legend>
        <p class="faint">Empty means what the tier ${titleOf(tiers, base.data.subscription_tier)} gives, also after the tier is changed. What is set here holds whatever the tier. A higher price counts from today on, a lower one from tomorrow.</p>
        <${OverrideFields} state=${state} tier=${tier} />
      </fieldset>
      <${ConflictNote} theirs=${conflict.theirs && valuesOf(conflict.theirs)} values=${state.values} fields=${LABELS} take=${take} overwrite=${() => save(state.values, { overwrite: true }).catch(state.setProblem)} />
    <//>
  </section>`;
}

function TimeZone({ state }) {
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return html`<${Field} state=${state} name="time_zone" label="Time zone" list="time-zones" autocomplete="off" help="Where its clock is, for example Europe/Berlin.">
    <datalist id="time-zones">${zones.map((zone) => html`<option key=${zone} value=${zone}></option>`)}</datalist>
  <//>`;
}

function ReadOnly({ customer, tier }) {
  return html`<section class="panel"><dl class="facts">
    <dt>Name</dt><dd>${customer.name}</dd>
    <dt>Email</dt><dd>${customer.email}</dd>
    <dt>Time zone</dt><dd>${customer.time_zone}</dd>
    ${OVERRIDES.flatMap(([name, label]) => [
      html`<dt key=${name}>${label}</dt>`,
      html`<dd key=${`${name}-value`}>${termOf(name, customer[name])}${tier && customer.overrides[name] !== null && html` <span class="faint">instead of the tier's ${termOf(name, tier[name])}</span>`}</dd>`,
    ])}
  </dl></section>`;
}
