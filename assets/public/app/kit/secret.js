// A secret that is shown once. The panel, and the page with it, goes only when somebody says that it was kept.

import { Dialog } from "./dialog.js";
import { Code, CopyButton } from "./feedback.js";
import { Icon } from "./icons.js";
import { useLeavingAsked } from "./router.js";
import { html, useState } from "./ui.js";

/** `secret`: the text; `noun`: `API key`; `command`: a curl that works with it; `children`: what it may do. */
export function SecretPanel({ title, noun, secret, command, children, onClose }) {
  const [isKept, setKept] = useState(false);
  useLeavingAsked(isKept ? null : `The ${noun} was not kept yet, and cannot be shown again. Leave all the same?`);
  const footer = html`<label class="check"><input type="checkbox" checked=${isKept} onChange=${(event) => setKept(event.target.checked)} /> I have kept it in a safe place</label>
    <button type="button" class="button is-primary" disabled=${!isKept} title=${isKept ? undefined : "Say first that you have kept it"} onClick=${onClose}>Done</button>`;
  return html`<${Dialog} title=${title} footer=${footer} wide>
    <div class="stack">
      <div class="note is-warning"><${Icon} name="triangle-alert" /><div><p><strong>Copy it now.</strong> This ${noun} is shown this once and cannot be shown again: only its digest is kept.</p></div></div>
      <div class="secret"><code>${secret}</code><${CopyButton} text=${secret} what=${`the ${noun}`} label="Copy" /></div>
      ${children}
      ${command && html`<${Code} text=${command} label="Try it" />`}
    </div>
  <//>`;
}
