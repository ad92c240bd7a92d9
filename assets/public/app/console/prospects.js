// Prospects: a seller's list goes in, and comes back with the tier that fits each, its price, and why.

import { call, save } from "../kit/api.js";
import { Badge } from "../kit/badge.js";
import { ErrorNote, toast } from "../kit/feedback.js";
import { useFocusHere } from "../kit/focus.js";
import { number, plural, price } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Prose } from "../kit/prose.js";
import { DataTable } from "../kit/table.js";
import { DropZone, whyNot } from "../features/drop-zone.js";
import { titleOf, useTiers } from "../features/tiers.js";
import { html, useMemo, useRef, useState } from "../kit/ui.js";
import { Template } from "./import.js";
import { aboutFile } from "./import-source.js";
import { mistakeOf } from "./import-rows.js";
import { QuoteHead } from "./quotes.js";

const PATH = "/api/prospects/recommend";
const AT_MOST_BYTES = 1024 * 1024;
const ABOUT = "From the numbers of each company: which tier fits, what it costs, and why. Nothing of the list is kept here.";

export default function Prospects() {
  const [file, setFile] = useState(null);
  const [answer, setAnswer] = useState(null);
  const [error, setError] = useState(null);
  const [isBusy, setBusy] = useState(false);
  const mistake = whyNot(file, AT_MOST_BYTES);
  const latest = useRef(null);
  const choose = (chosen) => {
    latest.current = chosen;
    setFile(chosen);
    setAnswer(null);
    setError(null);
  };
  const run = async () => {
    setBusy(true);
    setError(null);
    // Of the file that is shown: another one may be chosen while this one is answered.
    const isShown = () => latest.current === file;
    try {
      const { data } = await call("POST", PATH, { body: bodyOf(file) });
      isShown() && setAnswer(data);
    } catch (problem) {
      isShown() && (setAnswer(null), setError(aboutFile(problem)));
    }
    setBusy(false);
  };
  return html`<${QuoteHead} title="Prospects" about=${ABOUT}><${Template} kind="prospects" /><//>
    <div class="stack">
      <section class="panel"><div class="stack">
        <${DropZone} file=${file} setFile=${choose} />
        ${mistake && html`<p class="field-error" role="alert">${mistake}</p>`}
        <div class="import-act"><p class="faint">Fill in the template: the company, how many agents it runs today, its checks a month and its busiest minute, whether people must approve, and your next step.</p>
          <button type="button" class="button is-primary" disabled=${!file || Boolean(mistake) || isBusy} title=${file ? (mistake ?? undefined) : "Choose a file first"} onClick=${run}>Recommend tiers</button></div>
      </div></section>
      <${ErrorNote} error=${error} title="No tier was recommended" />
      ${answer && html`<${Result} answer=${answer} file=${file} />`}
    </div>`;
}

const bodyOf = (file) => file.slice(0, file.size, "text/csv");

function Result({ answer, file }) {
  const tiers = useTiers();
  const { rows, errors } = answer;
  const heading = useRef(null);
  useFocusHere(heading, [answer]);
  const columns = useMemo(() => columnsOf(tiers.data, Map.groupBy(errors, ({ line }) => line)), [tiers.data, errors]);
  const download = async () => {
    try {
      const { data } = await call("POST", PATH, { body: bodyOf(file), isText: true, headers: { Accept: "text/csv" } });
      save(`${file.name.replace(/\.[^.]*$/, "")}-recommended.csv`, data, "text/csv");
      toast("The list is saved");
    } catch (problem) {
      toast(problem.message, { kind: "error" });
    }
  };
  return html`<section aria-label="Recommended tiers">
    <div class="section-head after-panel"><h2 ref=${heading} tabindex="-1">${plural(rows.length, "prospect")}${errors.length > 0 && html` <span class="field-error">${plural(errors.length, "mistake")}</span>`}</h2><button type="button" class="button" onClick=${download}><${Icon} name="download" />Download result</button></div>
    <${DataTable} caption="Recommended tiers" columns=${columns} list=${{ items: rows }} rowKey=${keyOf} isCounted=${false} />
  </section>`;
}

const keyOf = ({ line }) => line;

const Why = ({ text }) => html`<span title=${text.replaceAll("`", "")}><${Prose} text=${text} /></span>`;

function columnsOf(tiers, mistakes) {
  const why = (row) => html`<${Why} text=${row.reason ?? mistakes.get(row.line)?.map(mistakeOf).join("; ") ?? ""} />`;
  return [
    { id: "line", title: "Line", kind: "number", cell: (row) => number(row.line) },
    { id: "company", title: "Company", wraps: true, cell: (row) => html`<span class="strong-link">${row.company}</span> <span class="faint hide-narrow">${row.contact}</span><p class="faint only-phone">${why(row)}</p>` },
    { id: "agents", title: "Agents today", kind: "number", hide: "narrow", cell: (row) => number(row.agents_today) },
    { id: "tier", title: "Recommended", cell: (row) => (mistakes.has(row.line) ? html`<${Badge} is="failed" text="Mistake" />` : html`<strong>${row.recommended_tier ? titleOf(tiers, row.recommended_tier) : "none"}</strong><p class="faint only-phone">${row.recommended_tier && price(row.price_usd_month)}</p>`) },
    { id: "price", title: "Price", kind: "number", hide: "narrow", cell: (row) => (row.recommended_tier ? price(row.price_usd_month) : html`<span class="faint">–</span>`) },
    { id: "reason", title: "Why", hide: "narrow", grow: true, wraps: true, cell: why },
    { id: "next", title: "Next step", hide: "medium", wraps: true, cell: (row) => row.next_step || html`<span class="faint">–</span>` },
  ];
}
