// The audit chain: its head, what it proves, a verification of all of it, and the chain as a file.

import { post, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { DocumentLink } from "../kit/documents.js";
import { Code, CopyButton, ErrorNote, Loaded, Note, announce } from "../kit/feedback.js";
import { number, plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Link } from "../kit/router.js";
import { PageHead } from "../kit/shell.js";
import { Time } from "../kit/time.js";
import { html, useEffect, useRef, useState } from "../kit/ui.js";
import { useDownload } from "../features/download.js";
import { Progress, usePolling } from "../features/progress.js";

const PIECE = 10_000;

export default function Audit() {
  const audit = useResource("/api/system/audit", { topics: ["log"] });
  return html`<${PageHead} title="Audit chain" about="Each record carries the hash of the one before it." />
    <${Loaded} of=${audit}>${(chain) => html`<div class="grid">
      <${Head} chain=${chain} />
      <${Verification} chain=${chain} audit=${audit} />
      <${Proof} />
      <${Download} chain=${chain} />
    </div>`}<//>`;
}

function Head({ chain }) {
  const { head } = chain;
  return html`<section class="panel half">
    <header><h2>Head of the chain</h2></header>
    <div class="stack">
      <div class="stat"><b>${number(head.seq)}</b><span>${head.seq === chain.records ? "the number of the last record; none is missing" : `the number of the last record, of ${plural(chain.records, "record")} here`}</span></div>
      <dl class="facts">
        <dt>Hash</dt><dd><code>${head.hash}</code></dd>
        <dt>Recorded</dt><dd><${Time} at=${head.at} /></dd>
        <dt>Epoch</dt><dd>${number(chain.epoch)} <span class="faint">${chain.epoch === 1 ? "from the start" : "begun by a restore"}</span></dd>
        <dt>Node</dt><dd><code>${chain.node}</code></dd>
      </dl>
      <p class="faint">Note this pair elsewhere now and then: it shows later that nothing was cut off the end. <${CopyButton} text=${`${head.seq}:${head.hash}`} what="number and hash" label="Copy number and hash" /></p>
    </div>
  </section>`;
}

function Verification({ chain, audit }) {
  const [error, setError] = useState(null);
  const { running, verified } = chain;
  usePolling(Boolean(running), audit);
  useAnnounced(running, verified);
  const verify = async () => {
    setError(null);
    try {
      await post("/api/system/audit/verify");
    } catch (problem) {
      setError(problem);
    }
    audit.reload();
  };
  return html`<section class="panel half">
    <header><h2>Verification</h2><button type="button" class="button is-primary" disabled=${Boolean(running)} title=${running ? "One is running" : undefined} onClick=${verify}><${Icon} name="fingerprint" />Verify chain now</button></header>
    <div class="stack">
      ${running && html`<${Progress} label="Computing each hash again" done=${running.checked} total=${running.total} noun="record" />`}
      ${!running && (verified ? html`<${Verified} verified=${verified} head=${chain.head} />` : html`<p>The whole chain has not been verified since the appliance was started. At each start its last thousand records are.</p>`)}
      <${ErrorNote} error=${error} />
      <p class="faint">Every hash is computed again from the stored records, and so are the numbers of each customer, the times and the repeated columns. Checks go on meanwhile.</p>
    </div>
  </section>`;
}

function Verified({ verified, head }) {
  const isOk = verified.result === "ok";
  const since = head.seq - verified.through_seq;
  return html`<${Note} kind=${isOk ? "success" : "warning"} title=${isOk ? "The chain is whole" : "The chain is broken"}>
    <p>${isOk ? `All records up to number ${number(verified.through_seq)} are as they were written.` : html`Up to number ${number(verified.through_seq)} it holds. ${verified.message}`}</p>
    <p class="faint">Verified <${Time} at=${verified.at} />${isOk && since > 0 ? `; ${plural(since, "record")} since` : ""}.</p>
    ${!isOk && html`<p>Keep the data directory as it is, do not restart, and see <${DocumentLink} to="AUDIT_FORMAT">how to look into it<//>.</p>`}
  <//>`;
}

/** Says the result to those who listen, when a verification that was seen running is over. */
function useAnnounced(running, verified) {
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !running && verified) {
      announce(verified.result === "ok" ? "The chain is whole" : "The chain is broken");
    }
    wasRunning.current = Boolean(running);
  }, [running, verified]);
}

function Proof() {
  return html`<section class="panel half">
    <header><h2>What it proves</h2></header>
    <div class="stack">
      <p>Between two hashes that you trust, no record was altered, removed or put in later: each hash covers its record and the hash before it, so any change breaks all that follow.</p>
      <p>It cannot show that records were cut off the end, or that somebody with the file wrote the whole log anew; a number and hash noted elsewhere can.</p>
      <p>Which decision or change a record is about is in <${Link} to="/log">the log<//>, where each record shows its hash.</p>
    </div>
  </section>`;
}

function Download({ chain }) {
  const { state, run, stop } = useDownload();
  const name = `portcullis-audit-${chain.node}-${chain.head.seq}.ndjson`;
  const begin = () => run(url("/api/system/audit/export", { from_seq: 1, limit: PIECE }), name, "application/x-ndjson");
  return html`<section class="panel half">
    <header><h2>Verify elsewhere</h2>
      ${state?.isBusy ? html`<button type="button" class="button" onClick=${stop}>Stop</button>` : html`<button type="button" class="button" onClick=${begin}><${Icon} name="download" />Download chain</button>`}
    </header>
    <div class="stack">
      <p>The file has every record with its hash. Whoever has it can verify it without this program: <${DocumentLink} to="AUDIT_FORMAT">the format<//> is described byte by byte, with a verifier of a few lines.</p>
      ${state?.isBusy && html`<${Progress} label="Fetching the chain" done=${Math.min(state.lines, chain.records)} total=${chain.records} noun="record" />`}
      ${state?.isDone && html`<p role="status"><${Icon} name="circle-check" class="is-good" /> ${plural(state.lines, "line")} are in <code>${name}</code>.</p>`}
      <${ErrorNote} error=${state?.error} title="The chain was not fetched to its end" />
      <${Code} label="On the machine itself" text="portcullis audit verify" />
    </div>
  </section>`;
}
