// Ending the subscription as a whole: what stops with it, asked once, and what is left to do afterwards.

import { del, getEvery } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm } from "../kit/dialog.js";
import { DocumentLink, hasDocument } from "../kit/documents.js";
import { ErrorNote } from "../kit/feedback.js";
import { plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Mark } from "../kit/mark.js";
import { setQuery, useQuery } from "../kit/router.js";
import { html, useEffect } from "../kit/ui.js";

const ENDED = "?ended";

/** `?act=end` asks. */
export function EndSubscription({ scope }) {
  const { act } = useQuery();
  if (!scope.may("manage")) {
    return null;
  }
  return html`<section class="panel" aria-label="End the subscription"><header><h2>End the subscription</h2></header>
    <div class="stack">
      <p>A tier without a price keeps your agents going. Ending it stops them all; days after today cost nothing.${hasDocument("POLICY") && html` What is paid back is in <${DocumentLink} to="POLICY">refunds and cancellation<//>.`}</p>
      <div class="row"><button type="button" class="button" onClick=${() => setQuery({ act: "end" })}><${Icon} name="power" />End subscription</button></div>
    </div>
    ${act === "end" && html`<${Ask} scope=${scope} onClose=${() => setQuery({ act: null })} />`}
  </section>`;
}

function Ask({ scope, onClose }) {
  const path = `/api/customers/${encodeURIComponent(scope.customerId)}`;
  const customer = useResource(path);
  const keys = useResource(`${path}/api-keys?active=true`, { read: getEvery });
  const [agents, active] = [customer.data?.agents, keys.data?.length];
  return html`<${Confirm} title="End the subscription" verb="End subscription" danger typed="end" onClose=${onClose} isReady=${agents !== undefined && active !== undefined} hint="Reading what would stop"
    run=${async () => {
      await del(path, { etag: customer.etag });
      // Every session ended with it, this one too.
      location.replace(document.body.dataset.base + ENDED);
    }}>
    <${ErrorNote} error=${customer.error ?? keys.error} />
    ${agents !== undefined && active !== undefined && html`<p><strong>${plural(agents, "agent")} stop${agents === 1 ? "s" : ""} at once, and ${plural(active, "key")} ${active === 1 ? "is" : "are"} refused.</strong> You are signed out, and cannot undo this yourself: an operator can.</p>`}
    <p>Nothing is deleted. Save the statements and the log that you need first.</p>
  <//>`;
}

/** Whether this page was come to from an ending; it is said once. */
export function hasEnded() {
  if (location.search !== ENDED) {
    return false;
  }
  history.replaceState(null, "", location.pathname);
  return true;
}

export function EndedPage() {
  useEffect(() => {
    document.title = "The subscription has ended · Portal · Portcullis";
    document.getElementById("ended")?.focus();
  }, []);
  return html`<main id="main" class="sign-in" tabindex="-1">
    <div class="sign-in-panel">
      <a href="/" class="brand"><${Mark} />Portcullis</a>
      <h1 id="ended" tabindex="-1">The subscription has ended</h1>
      <p>Your keys open nothing any more, and no agent of yours gets an approval. Nothing was deleted: an operator of this appliance can let you in again.</p>
      <p>If you pay by a link, end the subscription there too. This appliance calls nobody, so it cannot do that for you.</p>
      <p class="sign-in-links">${hasDocument("POLICY") && html`<${DocumentLink} to="POLICY">Refunds and cancellation<//>`} ${hasDocument("HELP") && html`<${DocumentLink} to="HELP">Where to get help<//>`}</p>
    </div>
  </main>`;
}
