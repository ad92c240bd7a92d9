// The configuration in force: each value, where it came from, what it would be otherwise.

import { post } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Confirm, Dialog } from "../kit/dialog.js";
import { DocumentLink, hasDocument } from "../kit/documents.js";
import { Empty, Loaded, Note } from "../kit/feedback.js";
import { FilterBar } from "../kit/filters.js";
import { asSentence, plural, sentence, words } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { Prose } from "../kit/prose.js";
import { useQuery } from "../kit/router.js";
import { may } from "../kit/session.js";
import { PageHead } from "../kit/shell.js";
import { html, useState } from "../kit/ui.js";

const FILTERS = [
  { name: "q", label: "Search", placeholder: "Search settings" },
  { name: "source", label: "From", options: [["changed", "not the default"], ["file", "the file"], ["environment", "the environment"], ["default", "the default"]] },
  { name: "takes", label: "Takes", options: [["reload", "a reload"], ["restart", "a restart"]] },
];

export default function Configuration({ who }) {
  const settings = useResource("/api/system/configuration", { topics: ["settings"] });
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState(null);
  const reload = async () => {
    setResult((await post("/api/system/reload")).data);
    settings.reload();
  };
  return html`<${PageHead} title="Configuration" about="What is in force now, and where it came from. It is changed in the file on the machine, or by environment variables.">
      ${hasDocument("CONFIGURATION") && html`<${DocumentLink} to="CONFIGURATION" class="button"><${Icon} name="book-open" />All keys<//>`}
      ${may(who, "own") && html`<button type="button" class="button" onClick=${() => setAsking(true)}><${Icon} name="rotate-ccw" />Reload</button>`}
    <//>
    <${FilterBar} filters=${FILTERS} />
    ${settings.error?.status === 409 ? html`<${Empty} icon="settings" title="There is no configuration to show"><p><${Prose} text=${asSentence(settings.error.message)} /></p><//>` : html`<${Loaded} of=${settings} lines=${12}>${(all) => html`<${Sections} all=${all} />`}<//>`}
    ${isAsking && html`<${Confirm} title="Reload the configuration" verb="Reload configuration" run=${reload} onClose=${() => setAsking(false)}>
      <p>The file, the environment's variables and the files that they name are read again. What needs no restart is taken over in one step; when one value is wrong, nothing is, and you are told which.</p>
    <//>`}
    ${result && html`<${Result} result=${result} onClose=${() => setResult(null)} />`}`;
}

function isWanted({ q, source, takes }) {
  const text = (q ?? "").toLowerCase();
  return (setting) =>
    (!text || [setting.key, setting.value, setting.about].some((part) => part?.toLowerCase().includes(text))) &&
    (!source || (source === "changed" ? setting.source !== "default" : setting.source === source)) &&
    (!takes || setting.is_live === (takes === "reload"));
}

const sectionOf = ({ key }) => key.slice(0, Math.max(key.lastIndexOf("."), 0)) || "general";

function Sections({ all }) {
  const query = useQuery();
  const shown = all.filter(isWanted(query));
  const changed = all.filter(({ source }) => source !== "default").length;
  const sections = new Map();
  for (const setting of shown) {
    sections.set(sectionOf(setting), [...(sections.get(sectionOf(setting)) ?? []), setting]);
  }
  if (shown.length === 0) {
    return html`<${Empty} icon="settings" title="No setting matches"><p>Keys, values and what they mean are searched.</p><//>`;
  }
  return html`<p class="faint config-count">${plural(shown.length, "setting")}${shown.length === all.length ? `, ${changed} of them not the default` : ` of ${all.length}`}</p>
    <div class="stack">${[...sections].map(([name, settings]) => html`<section key=${name} class="panel is-flush">
      <header><h2>${name === "tls" ? "TLS" : sentence(words(name))}</h2><code class="faint">[${name}]</code></header>
      <div class="table-box is-free"><table class="settings"><caption class="hidden">${name}</caption>
        <thead><tr><th scope="col">Key</th><th scope="col">Value</th><th scope="col">From</th><th scope="col" class="hide-medium">Change takes</th></tr></thead>
        <tbody>${settings.map((setting) => html`<${Setting} key=${setting.key} setting=${setting} />`)}</tbody>
      </table></div>
    </section>`)}</div>`;
}

/** As it would stand in the file; what is empty there is said in a word. */
function Value({ text, isChanged }) {
  return text === '""' || text === "[]" ? html`<span class="faint">none</span>` : html`<code class=${isChanged ? "is-changed" : undefined}>${text}</code>`;
}

function Setting({ setting }) {
  const { key, value, source, where, is_live, is_secret, unit, about } = setting;
  const isOther = source !== "default";
  return html`<tr>
    <th scope="row"><code>${key}</code><p class="faint"><${Prose} text=${about} /></p></th>
    <td>${is_secret && html`<${Icon} name="lock" label="secret" /> `}<${Value} text=${value} isChanged=${isOther} />${unit && html` <span class="faint">${unit}</span>`}${isOther && !is_secret && html`<p class="faint">default <${Value} text=${setting.default} /></p>`}</td>
    <td>${isOther ? html`<strong>${source}</strong>` : html`<span class="faint">default</span>`}${where && html`<p class="faint"><code>${where}</code></p>`}</td>
    <td class="hide-medium">${is_live ? html`<span class="faint">a reload</span>` : "a restart"}</td>
  </tr>`;
}

function Result({ result, onClose }) {
  const changes = Object.entries(result.changes);
  const isNothing = changes.length === 0 && result.files_changed.length === 0 && result.needs_restart.length === 0;
  const footer = html`<span></span><button type="button" class="button is-primary" onClick=${onClose}>Close</button>`;
  return html`<${Dialog} title="The configuration was read again" onClose=${onClose} footer=${footer} wide>
    ${isNothing && html`<p>Nothing is otherwise than before.</p>`}
    ${changes.length > 0 && html`<h3>In force now</h3><table class="plain"><thead><tr><th scope="col">Key</th><th scope="col">Was</th><th scope="col">Is</th></tr></thead>
      <tbody>${changes.map(([key, { from, to }]) => html`<tr key=${key}><th scope="row"><code>${key}</code></th><td><code>${JSON.stringify(from)}</code></td><td><code>${JSON.stringify(to)}</code></td></tr>`)}</tbody></table>`}
    ${result.files_changed.length > 0 && html`<p>What is behind these is something else now: ${result.files_changed.map((key) => html`<code key=${key} class="tag">${key}</code> `)}</p>`}
    ${result.needs_restart.length > 0 && html`<${Note} kind="warning" title=${`${plural(result.needs_restart.length, "change waits", "changes wait")} for a restart`}><p>${result.needs_restart.map((key) => html`<code key=${key} class="tag">${key}</code> `)}</p><p><code>sudo systemctl restart portcullis</code></p><//>`}
    ${result.warnings.map((warning) => html`<${Note} key=${warning} kind="warning"><p>${warning}</p><//>`)}
  <//>`;
}
