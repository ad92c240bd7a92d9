// What your programs sign their questions with.

import { KeysTab } from "../features/keys.js";
import { PageHead } from "../kit/shell.js";
import { html } from "../kit/ui.js";
import { own } from "./own.js";

export default function Keys({ who }) {
  return html`<${PageHead} title="API keys" about="What your programs sign their questions with." />
    <${KeysTab} scope=${own(who)} />`;
}
