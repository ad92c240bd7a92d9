// Tables: real headers, rows that are drawn only where they can be seen, j/k and arrows between rows,
// Enter opens one, more is read when the end comes near.

import { ErrorNote } from "./feedback.js";
import { number } from "./format.js";
import { classes, html, useCallback, useEffect, useLayoutEffect, useRef, useState } from "./ui.js";

const ROW_PX = 36;
const NARROW_ROW_PX = 44;
const OVERSCAN = 12;
/** Up to here all rows are drawn: nothing is gained by leaving some out. */
const PLAIN_UP_TO = 150;

/**
 * `columns`: `[{ id, title, cell(row), kind?: "number"|"mono"|"time"|"actions", width?, hide?: "narrow", grow? }]`;
 * `list`: what `useList` gives (or `{ items }`); `rowKey(row)`; `onOpen(row)`; `openKey`: the row whose
 * drawer is open; `caption`: what the table is, for those who listen; `empty`: shown without rows;
 * `marker(row)`: a class for a row.
 */
export function DataTable({ columns, list, rowKey, onOpen, openKey, caption, empty, marker, total }) {
  const { items, hasMore = false, isLoading = false, isFirst = false, error, more, reload } = list;
  const box = useRef(null);
  const view = useWindow(box, items.length);
  const keys = useRowKeys(box, items, onOpen, rowKey);

  useEffect(() => {
    if (more && hasMore && !isLoading && !error && view.seen >= items.length - OVERSCAN) {
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
  return html`<div class="table-box" ref=${box} onKeyDown=${keys.onKeyDown} onScroll=${view.onScroll} tabindex="-1" aria-busy=${isFirst}>
      <table aria-rowcount=${hasMore ? -1 : items.length + 1}>
        <caption class="hidden">${caption}</caption>
        <thead><tr aria-rowindex="1">${columns.map((column) => html`<th key=${column.id} scope="col" class=${cellClass(column)} style=${column.width ? { width: column.width } : undefined}>${column.title}</th>`)}</tr></thead>
        <tbody>
          ${isFirst && placeholders(columns)}
          ${view.before > 0 && html`<tr key="before" class="filler" aria-hidden="true" style=${{ height: `${view.before}px` }}></tr>`}
          ${rows.map((row, index) => {
            const place = view.first + index;
            const key = rowKey(row);
            return html`<tr key=${key} data-row=${place} aria-rowindex=${place + 2} tabindex=${place === keys.active ? 0 : -1}
              class=${classes(onOpen && "opens", key === openKey && "is-open", marker?.(row))} aria-current=${key === openKey ? "true" : undefined}
              onFocus=${() => keys.setActive(place)} onClick=${(event) => opens(event, row, onOpen)}>
              ${columns.map((column) => html`<td key=${column.id} class=${cellClass(column)}>${column.cell(row)}</td>`)}
            </tr>`;
          })}
          ${view.after > 0 && html`<tr key="after" class="filler" aria-hidden="true" style=${{ height: `${view.after}px` }}></tr>`}
        </tbody>
      </table>
      ${error && html`<${ErrorNote} error=${error} retry=${more} />`}
    </div>
    ${!isFirst && html`<p class="table-count" aria-live="off">${countOf(items.length, hasMore, total)}</p>`}`;
}

function countOf(shown, hasMore, total) {
  if (total !== undefined && total !== null) {
    return `${number(shown)} of ${number(total)}`;
  }
  return hasMore ? `${number(shown)} so far; scroll for more` : `${number(shown)} in all`;
}

const cellClass = (column) => classes(column.kind && `is-${column.kind}`, column.hide && `hide-${column.hide}`, column.grow && "grow") || undefined;

/** A click on a link or a button in a row is meant for that; text that is being selected is not a click. */
function opens(event, row, onOpen) {
  if (onOpen && !event.target.closest("a, button, input, select, label") && getSelection().isCollapsed) {
    onOpen(row);
  }
}

function placeholders(columns) {
  return Array.from({ length: 8 }, (_, index) => html`<tr key=${`placeholder-${index}`} aria-hidden="true">${columns.map((column) => html`<td key=${column.id} class=${cellClass(column)}><i class=${`bar w${(index + column.id.length) % 4}`}></i></td>`)}</tr>`);
}

/** Which rows can be seen, and how much height stands for the others. */
function useWindow(box, count) {
  const [range, setRange] = useState({ top: 0, height: 800 });
  const frame = useRef(0);
  const measure = useCallback(() => {
    frame.current = 0;
    const element = box.current;
    if (element) {
      setRange((before) => (before.top === element.scrollTop && before.height === element.clientHeight ? before : { top: element.scrollTop, height: element.clientHeight }));
    }
  }, []);
  const onScroll = useCallback(() => {
    frame.current ||= requestAnimationFrame(measure);
  }, [measure]);
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    box.current && observer.observe(box.current);
    return () => observer.disconnect();
  }, [measure, count === 0]);
  const row = matchMedia("(width < 600px)").matches ? NARROW_ROW_PX : ROW_PX;
  const seen = Math.ceil((range.top + range.height) / row);
  if (count <= PLAIN_UP_TO) {
    return { first: 0, last: count - 1, before: 0, after: 0, seen, onScroll };
  }
  const first = Math.max(0, Math.floor(range.top / row) - OVERSCAN);
  const last = Math.min(count - 1, seen + OVERSCAN);
  return { first, last, before: first * row, after: (count - 1 - last) * row, seen, onScroll };
}

/** One row can be reached with Tab; j, k, arrows, Home and End move between rows, Enter and o open. */
function useRowKeys(box, items, onOpen, rowKey) {
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (active >= items.length && items.length > 0) {
      setActive(items.length - 1);
    }
  }, [items.length]);
  const move = (to) => {
    const place = Math.max(0, Math.min(items.length - 1, to));
    setActive(place);
    const element = box.current?.querySelector(`[data-row="${place}"]`);
    if (element) {
      element.focus();
    } else if (box.current) {
      box.current.scrollTop = place * ROW_PX;
      requestAnimationFrame(() => requestAnimationFrame(() => box.current?.querySelector(`[data-row="${place}"]`)?.focus()));
    }
  };
  const onKeyDown = (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const steps = { j: active + 1, ArrowDown: active + 1, k: active - 1, ArrowUp: active - 1, Home: 0, End: items.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      move(steps[event.key]);
    } else if ((event.key === "Enter" || event.key === "o") && onOpen && event.target.closest("[data-row]") === event.target && items[active]) {
      event.preventDefault();
      onOpen(items[active]);
    }
  };
  return { active, setActive, onKeyDown };
}
