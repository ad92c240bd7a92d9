// Charts: uPlot draws, a table says the same. Starts at zero; without data it says so.

import { announce } from "./feedback.js";
import { exact, number, utcDay } from "./format.js";
import { classes, html, useLayoutEffect, useRef, useState } from "./ui.js";
import { useTheme } from "./theme.js";

/** The series of `GET /api/activity`, in the order in which they are stacked. */
export const CHECKS_BY_RESULT = [
  { key: "approved", label: "Approved", token: "approved" },
  { key: "held", label: "Held for a person", token: "waiting" },
  { key: "denied", label: "Denied", token: "denied" },
];

let loading = null;
/** uPlot is read when the first chart is drawn. */
function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("../../vendor/uplot/uPlot.iife.min.js", import.meta.url).pathname;
    script.onload = () => resolve(globalThis.uPlot);
    script.onerror = () => reject(new Error("the chart library did not load"));
    document.head.append(script);
  });
  return loading;
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
/** A colour that the canvas understands: `light-dark()` is resolved by the browser. */
function resolved(name) {
  const probe = document.createElement("i");
  probe.className = `probe ${name.slice(2)}`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value || colour(name);
}

/**
 * Counts over time. `points`: `[{ at, … }]`, evenly apart; `series`: `[{ key, label, token }]`, drawn as
 * bars stacked in that order; `label` names the chart; `height` in pixels; `onPick(point)`: a bar was
 * clicked, or Enter pressed on it; `none`: what is said without data; `step="day"`: the points are UTC days.
 */
export function TimeChart({ points, series, label, height = 200, onPick, none = "No data in this time", step }) {
  const [showsTable, setShowsTable] = useState(false);
  const [at, setAt] = useState(null);
  const isEmpty = points.length === 0 || points.every((point) => series.every(({ key }) => !point[key]));
  const { box, cursor, isFailed } = usePlot({ points, series, height, step, isOn: !isEmpty && !showsTable, setAt });

  if (isEmpty) {
    return html`<div class="chart-none" style=${{ height: `${height}px` }}><p>${none}</p></div>`;
  }
  const table = showsTable || isFailed;
  const point = table ? null : points[at];
  const when = step === "day" ? utcDay : exact;
  const pick = () => point && onPick?.(point);
  const keys = (event) => {
    const to = { ArrowLeft: (at ?? points.length) - 1, ArrowRight: (at ?? -1) + 1, Home: 0, End: points.length - 1, Escape: null }[event.key];
    if (event.key === "Enter") {
      pick();
    } else if (to !== undefined) {
      event.preventDefault();
      const next = to === null ? null : Math.max(0, Math.min(points.length - 1, to));
      cursor(next);
      next !== null && announce(spoken(points[next], series, when));
    }
  };
  return html`<figure class="chart" aria-label=${label}>
    <figcaption>
      <ul class="legend">${series.map(({ key, label: name, token }) => html`<li key=${key}><i class=${`dot ${token}`}></i>${name}${point && html` <b class="figure">${number(point[key])}</b>`}</li>`)}</ul>
      <span class="legend-time figure">${point && when(point.at)}</span>
      <button type="button" class="button small quiet" aria-pressed=${table} onClick=${() => setShowsTable(!showsTable)}>${table ? "Chart" : "Table"}</button>
    </figcaption>
    ${table ? html`<${ChartTable} points=${points} series=${series} label=${label} height=${height} when=${when} />` : html`<div class=${classes("plot", onPick && "picks")} ref=${box} tabindex="0" role="img" aria-label=${`${label}; arrow keys go from bar to bar, the table says the same`} style=${{ height: `${height}px` }} onKeyDown=${keys} onClick=${pick} onBlur=${() => cursor(null)}></div>`}
  </figure>`;
}

const spoken = (point, series, when) => `${when(point.at)}: ${series.map(({ key, label }) => `${label} ${number(point[key])}`).join(", ")}`;

/** Draws into `box` while `isOn`; new points move the bars, a new theme draws them anew. */
function usePlot({ points, series, height, step, isOn, setAt }) {
  const box = useRef(null);
  const plot = useRef(null);
  const latest = useRef(points);
  latest.current = points;
  const [isFailed, setFailed] = useState(false);
  const theme = useTheme();

  useLayoutEffect(() => {
    if (!isOn) {
      return undefined;
    }
    let observer = null;
    let isGone = false;
    library().then(
      (uPlot) => {
        if (isGone || !box.current) {
          return;
        }
        const moved = ({ cursor }) => setAt(cursor.left < 0 ? null : (cursor.idxs[1] ?? null));
        plot.current = new uPlot(options(box.current.clientWidth, height, series, moved, step), stacked(latest.current, series), box.current);
        observer = new ResizeObserver(() => box.current && plot.current?.setSize({ width: box.current.clientWidth, height }));
        observer.observe(box.current);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      observer?.disconnect();
      plot.current?.destroy();
      plot.current = null;
      setAt(null);
    };
  }, [theme, isOn, height, step, series.map(({ key }) => key).join(" ")]);
  useLayoutEffect(() => plot.current?.setData(stacked(points, series)), [points]);

  const cursor = (index) => {
    const drawn = plot.current;
    if (drawn) {
      const left = index === null ? -10 : drawn.valToPos(drawn.data[0][index] + stepOf(drawn.data[0]) / 2, "x");
      drawn.setCursor({ left, top: index === null ? -10 : 1 });
    }
  };
  return { box, cursor, isFailed };
}

/** Seconds from one point to the next. */
const stepOf = (times) => (times.length > 1 ? times[1] - times[0] : 60);

function ChartTable({ points, series, label, height, when }) {
  return html`<div class="table-box chart-table" style=${{ maxHeight: `${height}px` }} tabindex="0" role="region" aria-label=${label}>
    <table><caption class="hidden">${label}</caption>
      <thead><tr><th scope="col">Time</th>${series.map(({ key, label: name }) => html`<th key=${key} scope="col" class="is-number">${name}</th>`)}</tr></thead>
      <tbody>${points.toReversed().map((point) => html`<tr key=${point.at}><td>${when(point.at)}</td>${series.map(({ key }) => html`<td key=${key} class="is-number">${number(point[key])}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** Each series lies on those before it; the last drawn is the sum of all. */
function stacked(points, series) {
  const times = points.map(({ at }) => Date.parse(at) / 1000);
  const sums = points.map(() => 0);
  const layers = series.map(({ key }) => points.map((point, index) => (sums[index] += point[key] ?? 0)));
  return [times, ...layers.toReversed()];
}

function options(width, height, series, moved, step) {
  const text = resolved("--faint");
  const line = resolved("--line");
  const font = `12px ${colour("--sans")}`;
  const axis = { stroke: text, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
  const bars = globalThis.uPlot.paths.bars({ size: [0.82, 48], align: 1 });
  const isDaily = step === "day";
  return {
    width,
    height,
    ...(isDaily && { tzDate: (seconds) => globalThis.uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC") }),
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false }, dataIdx: (plot, _, __, value) => barAt(plot.data[0], value) },
    hooks: { setCursor: [moved] },
    scales: {
      x: { range: (plot, min, max) => [min, max + stepOf(plot.data[0])] },
      y: { range: (_, __, max) => [0, Math.max(max * 1.1, 1)] },
    },
    axes: [
      { ...axis, size: 28, grid: { show: false }, ...(isDaily && { incrs: [1, 2, 7, 14, 28].map((count) => count * DAY_SECONDS) }), values: (plot, ticks) => (isDaily ? ticks.map((tick) => (tick > plot.data[0].at(-1) ? "" : utcDays.format(tick * 1000))) : tickLabels(ticks)) },
      { ...axis, size: 48, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6, 1e7], values: (_, ticks) => ticks.map(short) },
    ],
    series: [
      {},
      ...series.toReversed().map(({ label, token }) => ({
        label,
        width: 0,
        fill: resolved(`--${token}`),
        points: { show: false },
        paths: bars,
      })),
    ],
  };
}

/** The bar under a time: a bar stands to the right of its own. */
function barAt(times, value) {
  const index = Math.floor((value - times[0]) / stepOf(times));
  return index >= 0 && index < times.length ? index : null;
}

const short = (value) => (value >= 1e6 ? `${value / 1e6}M` : value >= 1e3 ? `${value / 1e3}k` : String(value));
const hours = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY_SECONDS = 86_400;
const utcDays = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const days = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric" });

/** Hours and minutes; the day where a day begins, or where a step is a day. */
function tickLabels(ticks) {
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 0;
  return ticks.map((tick) => {
    const date = new Date(tick * 1000);
    const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
    return step >= 86_400 || isMidnight ? days.format(date) : hours.format(date);
  });
}

/** How much of a limit is used: a bar with the figures. */
export function Meter({ used, allowed, label }) {
  const share = allowed > 0 ? used / allowed : 1;
  const state = share > 1 ? "is-over" : share >= 0.8 ? "is-near" : "";
  return html`<div class=${classes("meter", state)}>
    <div class="meter-line"><span>${label}</span><span class="figure">${number(used)} <span class="faint">of ${number(allowed)}</span></span></div>
    <meter min="0" max=${Math.max(allowed, 1)} value=${Math.min(used, allowed)} aria-label=${`${label}: ${number(used)} of ${number(allowed)}`}></meter>
  </div>`;
}
