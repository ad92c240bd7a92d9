// What runs here: the version, since when, where its data is, and what it is made of.

import { useResource } from "../kit/data.js";
import { DocumentLink, hasDocument } from "../kit/documents.js";
import { CopyButton, Empty, Loaded } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { number } from "../kit/format.js";
import { useQuery } from "../kit/router.js";
import { PageHead } from "../kit/shell.js";
import { DataTable } from "../kit/table.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";

export default function About() {
  const about = useResource("/api/system/about");
  return html`<${PageHead} title="About" about="What runs here, and what it is made of." />
    <${Loaded} of=${about} lines=${10}>${(data) => html`<div class="stack"><div class="grid"><${Appliance} about=${data} /><${More} /></div><${Components} components=${data.components} licence=${data.licence} /></div>`}<//>`;
}

function Appliance({ about }) {
  const asked = `Portcullis ${about.version}, schema ${about.schema}, SQLite ${about.sqlite}, node ${about.node}`;
  return html`<section class="panel two-thirds">
    <header><h2>${about.name} ${about.version}</h2><${CopyButton} text=${asked} what="these facts, for a report" label="Copy for a report" /></header>
    <dl class="facts">
      <dt>Started</dt><dd><${Time} at=${about.started_at} /></dd>
      <dt>Data directory</dt><dd><code>${about.data_dir}</code></dd>
      <dt>Schema</dt><dd>${number(about.schema)}</dd>
      <dt>SQLite</dt><dd>${about.sqlite}</dd>
      ${about.rustls && html`<dt>rustls</dt><dd>${about.rustls}</dd>`}
      <dt>Node</dt><dd><code>${about.node}</code></dd>
      <dt>Public address</dt><dd>${about.public_url ? html`<a href=${about.public_url}>${about.public_url}</a>` : html`<span class="faint">not set; links that are sent to people have no address</span>`}</dd>
      <dt>Licence</dt><dd>${about.licence}</dd>
    </dl>
  </section>`;
}

const DOCUMENTS = [["CHANGELOG", "What is new"], ["OPERATIONS", "Running the appliance"], ["HELP", "Where to get help"]];

function More() {
  return html`<section class="panel third">
    <header><h2>Read on</h2></header>
    <ul class="stack"><li><a href="/docs/index">Documentation</a></li><li><a href="/docs">API reference</a></li>${DOCUMENTS.filter(([to]) => hasDocument(to)).map(([to, title]) => html`<li key=${to}><${DocumentLink} to=${to}>${title}<//></li>`)}</ul>
  </section>`;
}

const COLUMNS = [
  { id: "name", title: "Component", kind: "mono", grow: true, cell: ({ name }) => name },
  { id: "version", title: "Version", cell: ({ version }) => version },
  { id: "licence", title: "Licence", cell: ({ licence }) => licence },
];

/** Licences as they are written, the most frequent first, for the filter. */
function licencesOf(components) {
  const counts = new Map();
  for (const { licence } of components) {
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([licence, count]) => [licence, `${licence} (${count})`]);
}

function Components({ components, licence }) {
  const query = useQuery();
  const text = (query.q ?? "").toLowerCase();
  const items = components.filter((one) => (!text || `${one.name} ${one.version} ${one.licence}`.toLowerCase().includes(text)) && (!query.licence || one.licence === query.licence));
  const filters = [
    { name: "q", label: "Search", placeholder: "Search components" },
    { name: "licence", label: "Licence", options: licencesOf(components) },
  ];
  return html`<section>
    <h2 class="section-title">Components <span class="faint figure">${number(components.length)}</span></h2>
    <p class="about">Open-source software within this program, each under its own licence; Portcullis itself is under ${licence}.</p>
    <${FilterBar} filters=${filters} />
    <${DataTable} caption="Components and their licences" columns=${COLUMNS} list=${{ items }} total=${components.length} rowKey=${({ name, version }) => `${name} ${version}`} empty=${html`<${Empty} icon="layers" title="No component matches"><p>Names, versions and licences are searched.</p><//>`} />
  </section>`;
}
