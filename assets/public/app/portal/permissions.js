// The standing rules that answer your agents.

import { PermissionsTab } from "../features/permissions.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Permissions({ who }) {
  return html`<${PageHead} title="Permissions" about="The standing rules that answer your agents." />
    <${PermissionsTab} scope=${own(who)} />`;
}
