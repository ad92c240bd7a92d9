// Backups: those that are there, the last one, the next one, and one now.

import { post } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { useResource } from "../kit/data.js";
import { DocumentLink, hasDocument } from "../kit/documents.js";
import { CopyButton, Empty, ErrorNote, Loaded, Note, announce, toast } from "../kit/feedback.js";
import { bytes, duration, number, plural } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { curl } from "../kit/trace.js";
import { usePolling } from "../features/progress.js";
import { html, useEffect, useRef, useState } from "../kit/ui.js";

const ABOUT = "Copies of everything: customers, keys, permissions and the whole log.";

export default function Backups({ who }) {
  if (!may(who, "manage")) {
    return html`<${PageHead} title="Backups" about=${ABOUT} />
      <${Empty} icon="lock" title="Owners and admins see backups"><p>A backup holds everything that the appliance knows, so its place and its files are for those roles only. You are signed in as ${who.role}. Whether the last backup worked is on the overview.</p><//>`;
  }
  return html`<${BackupsPage} />`;
}

function BackupsPage() {
  const backups = useResource("/api/system/backups", { topics: ["backups"] });
  const [error, setError] = useState(null);
  const running = backups.data?.running_since;
  usePolling(Boolean(running), backups);
  useOutcome(backups.data);
  const start = async () => {
    setError(null);
    try {
      await post("/api/system/backups");
    } catch (problem) {
      setError(problem);
    }
    backups.reload();
  };
  return html`<${PageHead} title="Backups" about=${ABOUT}>
      ${hasDocument("BACKUP") && html`<${DocumentLink} to="BACKUP" class="button"><${Icon} name="book-open" />How to restore<//>`}
      <button type="button" class="button is-primary" disabled=${Boolean(running) || !backups.data} title=${running ? "One is being made" : undefined} onClick=${start}><${Icon} name="archive" />${running ? "Backing up" : "Back up now"}</button>
    <//>
    <${ErrorNote} error=${error} title="No backup was begun" />
    <${Loaded} of=${backups}>${(status) => html`<div class="stack">
      <div class="grid"><${Last} status=${status} /><${Schedule} status=${status} /></div>
      ${status.directory_error && html`<${Note} kind="warning" title="The directory cannot be read"><p>${status.directory_error}</p><//>`}
      <${Files} status=${status} onStart=${start} />
    </div>`}<//>`;
}

/** Says how a backup that was seen running came out. */
function useOutcome(status) {
  const before = useRef(null);
  useEffect(() => {
    const last = status?.last;
    if (before.current && !status?.running_since && last?.started_at === before.current) {
      last.result === "done" ? toast(`Backup done: ${bytes(last.bytes)}`) : announce("The backup failed");
    }
    before.current = status?.running_since ?? null;
  }, [status]);
}

function Last({ status: { running_since, last, data } }) {
  return html`<section class="panel half">
    <header><h2>${running_since ? "Being made" : "Last backup"}</h2>${!running_since && last && html`<${Badge} is=${last.result === "done" ? "passed" : "failed"} text=${last.result} />`}</header>
    ${running_since
      ? html`<div class="progress" role="status"><div class="meter-line"><span>Copying while checks go on</span><span class="figure">begun <${Time} at=${running_since} /></span></div><progress aria-label="A backup is being made"></progress></div>`
      : last
        ? html`<${Outcome} last=${last} />`
        : html`<${Earlier} newest=${data[0]} />`}
  </section>`;
}

/** How the last one came out is known since the start; of those before it there are the files. */
function Earlier({ newest }) {
  if (!newest) {
    return html`<p>None has been made yet.</p>`;
  }
  return html`<div class="stack"><dl class="facts"><dt>Made</dt><dd><${Time} at=${newest.created_at} /></dd><dt>File</dt><dd><code>${newest.file}</code> <span class="faint">${bytes(newest.bytes)}</span></dd></dl><p class="faint">None has been made since the appliance was started.</p></div>`;
}

function Outcome({ last }) {
  const took = Date.parse(last.finished_at) - Date.parse(last.started_at);
  if (last.result !== "done") {
    return html`<div class="stack"><${Note} kind="warning" title="It failed"><p>${last.error}</p><//><p class="faint">Begun <${Time} at=${last.started_at} />. Earlier backups are as they were.</p></div>`;
  }
  return html`<dl class="facts">
    <dt>Made</dt><dd><${Time} at=${last.finished_at} /> <span class="faint">in ${duration(took)}</span></dd>
    <dt>File</dt><dd><code>${last.file}</code> <span class="faint">${bytes(last.bytes)}</span></dd>
    <dt>SHA-256</dt><dd><code>${last.sha256}</code> <${CopyButton} text=${last.sha256} what="the SHA-256" /></dd>
    <dt>Holds the log</dt><dd>up to number ${number(last.head_seq)}</dd>
  </dl>`;
}

function Schedule({ status }) {
  const isScheduled = status.every_hours > 0;
  return html`<section class="panel half">
    <header><h2>Schedule</h2></header>
    <div class="stack">
      <dl class="facts">
        <dt>By itself</dt><dd>${isScheduled ? (status.every_hours === 1 ? "every hour" : `every ${plural(status.every_hours, "hour")}`) : "never"}</dd>
        ${status.next_at && html`<dt>Next</dt><dd><${Time} at=${status.next_at} /></dd>`}
        <dt>Kept</dt><dd>the newest ${number(status.keep)}</dd>
        <dt>Encrypted</dt><dd>${status.is_encrypted ? "yes" : "no"}</dd>
        <dt>Directory</dt><dd><code>${status.directory}</code></dd>
      </dl>
      ${!isScheduled && html`<${Note} kind="warning"><p>Nothing is backed up unless somebody asks. Set <code>backup.every_hours</code> in the configuration; it is taken over without a restart.</p><//>`}
      <p class="faint">A backup on the same disk is lost with it: have the directory copied elsewhere.</p>
    </div>
  </section>`;
}

const COLUMNS = [
  { id: "file", title: "File", kind: "mono", grow: true, cell: ({ file }) => file },
  { id: "made", title: "Made", kind: "time", cell: ({ created_at }) => html`<${Time} at=${created_at} />` },
  { id: "size", title: "Size", kind: "number", cell: (file) => bytes(file.bytes) },
  { id: "head", title: "Log up to", kind: "number", hide: "narrow", cell: (file) => (file.head_seq === null ? html`<span class="faint">sealed</span>` : number(file.head_seq)) },
  { id: "sealed", title: "Encrypted", hide: "narrow", cell: (file) => (file.is_encrypted ? "yes" : "no") },
];

function Files({ status, onStart }) {
  const list = { items: status.data };
  const none = html`<${Empty} icon="archive" title="There is no backup yet" command=${curl("POST", "/api/system/backups")} action=${html`<button type="button" class="button is-primary" onClick=${onStart} disabled=${Boolean(status.running_since)}><${Icon} name="archive" />Back up now</button>`}>
    <p>A backup is one file with the database as it is at one moment, and what is needed to verify it. Checks go on while it is made.</p>
  <//>`;
  return html`<section class="panel is-flush"><header><h2>Files in the directory</h2></header><${DataTable} caption="Backups, newest first" columns=${COLUMNS} list=${list} rowKey=${({ file }) => file} empty=${none} /></section>`;
}
