import { PageHead } from "../kit/shell.js";
import { useList } from "../kit/data.js";
import { DataTable } from "../kit/table.js";
import { Badge, Id } from "../kit/badge.js";
import { Time } from "../kit/time.js";
import { html } from "../kit/ui.js";
export default function Overview() {
  const list = useList("/api/logs", {}, { topics: ["log"] });
  return html`<${PageHead} title="Overview" about="x" />
  <${DataTable} caption="Log" list=${list} rowKey=${(r) => r.id} onOpen=${() => {}} columns=${[
    { id: "t", title: "When", cell: (r) => html`<${Time} at=${r.timestamp} />` },
    { id: "r", title: "Result", cell: (r) => html`<${Badge} is=${r.result} />` },
    { id: "a", title: "Action", cell: (r) => r.action, grow: true },
    { id: "i", title: "Id", cell: (r) => html`<${Id} value=${r.id} />`, hide: "narrow" }]} />`;
}
