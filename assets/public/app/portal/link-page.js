// Where a link into the portal leads. Mail programs and scanners open links too, and some run the scripts
// they find there: the link is used up by whoever presses the button, and by nobody before.

import { Mark } from "../kit/mark.js";
import { html, useEffect } from "../kit/ui.js";

/** `who` is signed in already, or `nobody`; `answer` is told whether the link is to be used. */
export function LinkPage({ who, answer }) {
  const name = who.kind === "nobody" ? null : (who.username ?? who.name ?? "the local owner");
  useEffect(() => {
    document.title = "Open the portal · Portcullis";
  }, []);
  return html`<main id="main" class="sign-in" tabindex="-1">
    <div class="sign-in-panel">
      <a href="/" class="brand"><${Mark} />Portcullis</a>
      <div><h1>Open the portal</h1>
        <p>This link signs you in to a customer’s portal, once. Nothing was used up so far: whoever presses the button is signed in, and nobody with this link after that.</p>
        ${name && html`<p>You are signed in as <strong>${name}</strong>. Opening the portal that this link leads to ends that session.</p>`}</div>
      <div class="buttons">
        <button type="button" class="button is-primary" onClick=${() => answer(true)} autofocus>Open the portal</button>
        <button type="button" class="button" onClick=${() => answer(false)}>${name ? `Stay ${name}` : "Sign in with a key"}</button>
      </div>
    </div>
  </main>`;
}
