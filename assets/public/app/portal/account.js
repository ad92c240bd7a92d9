// Who is signed in to this portal.

import { Sessions } from "../features/sessions.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Account({ who }) {
  return html`<${PageHead} title="Sessions" about="Who is signed in to this portal." />
    <${Sessions} scope=${own(who)} />`;
}
