// Links to the documents of this appliance. The operator may leave some of them out: what leads there then has its
// words and no link, or is not shown at all.

import { html } from "./ui.js";

const hidden = new Set((document.body.dataset.hiddenDocuments ?? "").split(" "));

/** Whether the pages have that document. `to` is its name, and a heading behind a `#`. */
export const hasDocument = (to) => !hidden.has(to.split("#")[0]);

/** A link to a document within a sentence: its words alone where there is none. */
export function DocumentLink({ to, children, ...rest }) {
  return hasDocument(to) ? html`<a href=${`/docs/${to}`} ...${rest}>${children}</a>` : html`<span>${children}</span>`;
}
