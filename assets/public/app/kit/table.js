// Tables: real headers, rows that are drawn only where they can be seen, j/k and arrows between rows,
// Enter opens one, more is read when the end comes near.

import { ErrorNote } from "./feedback.js";
import { number } from "./format.js";
import { useColumnWidths, useRowKeys, useWindow } from "./table-view.js";
import { classes, html, useEffect, useMemo, useRef } from "./ui.js";

/** How many rows before the end the next page is asked for. */
const READ_AHEAD = 40;

/**
 * `columns`: `[{ id, title, cell(row), kind?: "number"|"mono"|"time"|"actions", width?, hide?: "narrow"|"medium", grow?, wraps? }]`
 * (`wraps`: in several lines, as long as every row is drawn; rows that come and go are of one height);
 * `list`: what `useList` gives (or `{ items }`); `rowKey(row)`; `onOpen(row)`; `openKey`: the row whose
 * drawer is open; `caption`: what the table is, for those who listen; `empty`: shown without rows;
 * `marker(row)`: a class for a row; `total`: how many there are, where that is known;
 * `isCounted`: whether the count stands below.
 */
export function DataTable({ columns, list, rowKey, onOpen, openKey, caption, empty, marker, total, isCounted = true }) {
  const { items, hasMore = false, isLoading = false, isFirst = false, isStale = false, error, more, reload } = list;
  const box = useRef(null);
  const view = useWindow(box, items.length);
  const keys = useRowKeys(box, items, onOpen, view);
  const widths = useColumnWidths(box, columns, view.isWindowed);

  useEffect(() => {
    if (more && hasMore && !isLoading && !error && view.seen >= items.length - READ_AHEAD) {
      more();
    }
  }, [view.seen, hasMore, isLoading, items.length, error, more]);

  if (error && items.length === 0) {
    return html`<${ErrorNote} error=${error} retry=${reload} />`;
  }
  if (!isFirst && items.length === 0) {
    return empty ?? null;
  }
  const rows = items.slice(view.first, view.last + 1);
  const rowCount = hasMore ? (total ? total + 1 : -1) : items.length + 1;
  return html`<div class=${classes("table-box", widths && "is-windowed", !hasMore && !view.isWindowed && "is-whole")} ref=${box} onKeyDown=${keys.onKeyDown} tabindex="-1" aria-busy=${isFirst}>
      <table aria-rowcount=${rowCount}>
        <caption class="hidden">${caption}</caption>
        <thead><tr aria-rowindex="1">${columns.map((column) => html`<th key=${column.id} scope="col" class=${cellClass(column)} style=${widthOf(column, widths)}>${column.title}</th>`)}</tr></thead>
        <tbody>
          ${isFirst && placeholders(columns)}
          ${view.before > 0 && filler("before", view.before, columns)}
          ${rows.map((row, index) => {
            const place = view.first + index;
            const key = rowKey(row);
            return html`<${Row} key=${key} row=${row} place=${place} columns=${columns} onOpen=${onOpen} isOpen=${key === openKey} isTabStop=${place === keys.tabStop} name=${marker?.(row)} setActive=${keys.setActive} />`;
          })}
          ${view.after > 0 && filler("after", view.after, columns)}
        </tbody>
      </table>
      ${error && html`<${ErrorNote} error=${error} retry=${more} />`}
    </div>
    ${!isFirst && isCounted && html`<p class="table-count">${countOf(items.length, hasMore, total)}${isStale && html` · something may have changed since it was read <button type="button" class="button small quiet" onClick=${reload}>Read again</button>`}</p>`}`;
}

/** One row; it is drawn again only when something of its own changed, not when others scroll by. */
function Row({ row, place, columns, onOpen, isOpen, isTabStop, name, setActive }) {
  return useMemo(
    () => html`<tr data-row=${place} aria-rowindex=${place + 2} tabindex=${isTabStop ? 0 : -1}
      class=${classes(onOpen && "opens", isOpen && "is-open", name) || undefined} aria-current=${isOpen ? "true" : undefined}
      onFocus=${() => setActive(place)} onClick=${(event) => opens(event, row, onOpen)}>
      ${columns.map((column) => html`<td key=${column.id} class=${cellClass(column)}>${column.cell(row)}</td>`)}
    </tr>`,
    [row, place, columns, onOpen, isOpen, isTabStop, name],
  );
}

function countOf(shown, hasMore, total) {
  if (total !== undefined && total !== null) {
    return `${number(shown)} of ${number(total)}`;
  }
  return hasMore ? `${number(shown)} so far; scroll for more` : `${number(shown)} in all`;
}

const cellClass = (column) => classes(column.kind && `is-${column.kind}`, column.hide && `hide-${column.hide}`, column.grow && "grow", column.wraps && "wraps") || undefined;

function widthOf(column, widths) {
  const width = widths?.[column.id] ?? (column.width && !widths ? column.width : undefined);
  return width ? { width } : undefined;
}

/** A click on a link or a button in a row is meant for that; text that is being selected is not a click. */
function opens(event, row, onOpen) {
  if (onOpen && !event.target.closest("a, button, input, select, label") && getSelection().isCollapsed) {
    onOpen(row);
  }
}

/** Height in the place of rows that are not drawn. */
const filler = (key, height, columns) => html`<tr key=${key} class="filler" aria-hidden="true"><td colspan=${columns.length} style=${{ height: `${height}px` }}></td></tr>`;

function placeholders(columns) {
  return Array.from({ length: 8 }, (_, index) => html`<tr key=${`placeholder-${index}`} aria-hidden="true">${columns.map((column) => html`<td key=${column.id} class=${cellClass(column)}><i class=${`bar w${(index + column.id.length) % 4}`}></i></td>`)}</tr>`);
}
