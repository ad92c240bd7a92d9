// What a table shows of many rows: which of them can be seen, which one the keyboard is on, and how
// wide the columns stay while rows come and go.

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "./ui.js";

const ROW_PX = 36;
const NARROW_ROW_PX = 44;
const OVERSCAN = 16;
/** Rows are drawn anew each time that so many have passed. */
const STEP = 8;
/** Up to here all rows are drawn: nothing is gained by leaving some out. */
const PLAIN_UP_TO = 150;

const narrow = matchMedia("(width < 600px)");
const rowHeight = () => (narrow.matches ? NARROW_ROW_PX : ROW_PX);

/** The first and the last row that can be seen, whether the box scrolls or the page around it. */
function visible(box, row) {
  const own = box.getBoundingClientRect();
  const around = document.getElementById("main")?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const top = Math.max(own.top, around.top);
  const bottom = Math.max(top, Math.min(own.bottom, around.bottom));
  const offset = top - own.top + box.scrollTop;
  return { from: Math.floor(offset / row), to: Math.ceil((offset + bottom - top) / row) };
}

/** Which rows are drawn, and how much height stands for the others. */
export function useWindow(box, count) {
  const [range, setRange] = useState({ from: 0, to: 24, row: ROW_PX });
  const frame = useRef(0);
  const measure = useCallback(() => {
    frame.current = 0;
    if (!box.current) {
      return;
    }
    const row = rowHeight();
    const seen = visible(box.current, row);
    const from = Math.floor(seen.from / STEP) * STEP;
    const to = Math.ceil(seen.to / STEP) * STEP;
    setRange((before) => (before.from === from && before.to === to && before.row === row ? before : { from, to, row }));
  }, []);
  useLayoutEffect(() => {
    const later = () => {
      frame.current ||= requestAnimationFrame(measure);
    };
    measure();
    const observer = new ResizeObserver(later);
    box.current && observer.observe(box.current);
    document.addEventListener("scroll", later, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener("scroll", later, { capture: true });
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [measure, count === 0]);
  const { row } = range;
  const isWindowed = count > PLAIN_UP_TO;
  const first = isWindowed ? Math.min(Math.max(0, range.from - OVERSCAN), Math.max(0, count - OVERSCAN)) : 0;
  const last = isWindowed ? Math.min(count - 1, range.to + OVERSCAN) : count - 1;
  return { first, last, row, isWindowed, seen: range.to, top: range.from, before: first * row, after: (count - 1 - last) * row };
}

/**
 * One row can be reached with Tab: the one the keyboard is on, or the first that can be seen. j, k,
 * arrows, Page, Home and End move between rows, Enter and o open.
 */
export function useRowKeys(box, items, onOpen, view) {
  const [active, setActive] = useState(0);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (active >= items.length && items.length > 0) {
      setActive(items.length - 1);
    }
  }, [items.length]);
  // A row that scrolls away takes the focus with it; the table keeps it, so that the keys go on working.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (hadFocus.current && (focused === document.body || focused === null)) {
      box.current?.focus({ preventScroll: true });
    }
    hadFocus.current = Boolean(box.current?.contains(document.activeElement));
  });
  const rowAt = (place) => box.current?.querySelector(`[data-row="${place}"]`);
  const move = (to) => {
    const place = Math.max(0, Math.min(items.length - 1, to));
    setActive(place);
    const element = rowAt(place);
    if (element) {
      element.focus();
      return;
    }
    const main = document.getElementById("main");
    const scroller = box.current.scrollHeight > box.current.clientHeight + 1 ? box.current : main;
    const offset = scroller === main ? box.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop : 0;
    scroller.scrollTop = offset + place * view.row - scroller.clientHeight / 2;
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => rowAt(place)?.focus())));
  };
  const onKeyDown = (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / view.row) - 2);
    const steps = { j: active + 1, ArrowDown: active + 1, k: active - 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: items.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      move(steps[event.key]);
    } else if ((event.key === "Enter" || event.key === "o") && onOpen && event.target.closest("[data-row]") === event.target && items[active]) {
      event.preventDefault();
      onOpen(items[active]);
    }
  };
  const isDrawn = active >= view.first && active <= view.last;
  return { active, tabStop: isDrawn ? active : Math.min(view.top, view.last), setActive, onKeyDown };
}

/**
 * The widths of the columns, taken once when not all rows are drawn any more: rows that come and go
 * would otherwise make the columns jump. The growing column takes what is left.
 */
export function useColumnWidths(box, columns, isWindowed) {
  const [widths, setWidths] = useState(null);
  useLayoutEffect(() => {
    if (!isWindowed) {
      setWidths(null);
      return undefined;
    }
    const take = () => {
      const cells = [...(box.current?.querySelectorAll("thead th") ?? [])];
      const sizes = cells.map((cell, index) => [columns[index], Math.ceil(cell.getBoundingClientRect().width)]);
      setWidths(Object.fromEntries(sizes.filter(([column, size]) => column && !column.grow && size > 0).map(([column, size]) => [column.id, `${size}px`])));
    };
    take();
    const again = () => (setWidths(null), requestAnimationFrame(take));
    const queries = ["(width < 600px)", "(width < 760px)", "(width < 1000px)"].map((query) => matchMedia(query));
    queries.forEach((query) => query.addEventListener("change", again));
    return () => queries.forEach((query) => query.removeEventListener("change", again));
  }, [isWindowed, columns.map(({ id }) => id).join(" ")]);
  return widths;
}
