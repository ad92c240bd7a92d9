// A test letter: whether the relay takes what this appliance sends.

import { post } from "../kit/api.js";
import { Dialog } from "../kit/dialog.js";
import { toast } from "../kit/feedback.js";
import { Field, Form, useForm } from "../kit/form.js";
import { setQuery } from "../kit/router.js";
import { html } from "../kit/ui.js";

export function SendTest({ mail, onClose, onQueued }) {
  const state = useForm({
    initial: { to: "" },
    check: ({ to }) => ({ to: to.includes("@") ? undefined : "needs an @ in it" }),
    submit: async ({ to }) => {
      const { data } = await post("/api/outbox/test", { to: to.trim() });
      toast("The test letter is queued");
      onQueued();
      setQuery({ test: null, open: data.id });
    },
  });
  return html`<${Dialog} title="Send a test letter" onClose=${onClose}>
    <p class="faint">Through <code>${mail.relay}</code>, from ${mail.from}. Whether it was taken appears in the list within seconds.</p>
    <${Form} state=${state} verb="Send test letter" busy="Queueing" extra=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>`}>
      <${Field} state=${state} name="to" label="To" kind="email" maxlength="255" autocomplete="email" autofocus />
    <//>
  <//>`;
}
