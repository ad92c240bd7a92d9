// Text of the appliance, in which what stands between backticks is code.

import { html } from "./ui.js";

export const Prose = ({ text }) => text.split("`").map((part, index) => (index % 2 === 1 ? html`<code key=${index}>${part}</code>` : part));
