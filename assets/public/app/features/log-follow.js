// New records as they happen, above those that are there. While paused they are counted and kept.

import { get, url } from "../kit/api.js";
import { useLive } from "../kit/live.js";
import { useEffect, useRef, useState } from "../kit/ui.js";

const PAGE = 100;
/** So many are read at once; where more came, the list begins anew at the newest. */
const PAGES_AT_ONCE = 5;
/** A list that is followed begins anew when it has grown beyond this. */
const ROWS_AT_MOST = 5_000;
/** So many are kept while it is paused. */
const KEPT = 1_000;

/** The newest number that there is, whatever it is about: nothing before it is looked at. */
async function head(customer_id) {
  const { data } = await get(url("/api/logs", { customer_id, limit: 1 }));
  return data[0]?.seq ?? 0;
}

/** Records after `seq`, newest first; `isFull` when there are more than are read at once. */
async function since(params, seq) {
  const found = [];
  let after = seq;
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const { data, next } = await get(url("/api/logs", { ...params, after, limit: PAGE }));
    found.push(...data);
    if (!next || data.length === 0) {
      return { found: found.toReversed(), isFull: false };
    }
    after = data.at(-1).seq;
  }
  return { found: found.toReversed(), isFull: true };
}

/**
 * Follows the list. `mode`: `off`, `on` or `paused`; `waiting`: how many came while paused; `isSkipped`:
 * whether more came than can be shown one by one. `fresh` holds the ids that came last.
 */
export function useFollow(list, params) {
  const [mode, setMode] = useState("off");
  const [kept, setKept] = useState([]);
  const [isSkipped, setSkipped] = useState(false);
  const [error, setError] = useState(null);
  const [fresh, setFresh] = useState(new Set());
  const place = useRef({ seq: null, isReading: false });
  const key = JSON.stringify(params);
  const latest = useRef(list);
  latest.current = list;

  useEffect(() => {
    place.current = { seq: null, isReading: false };
    setKept([]);
    setFresh(new Set());
    mode !== "off" && read();
  }, [key, mode === "off"]);

  const show = (records) => {
    if (records.length > 0) {
      const { items, set, restart } = latest.current;
      const known = new Set(items.map(({ id }) => id));
      const added = records.filter(({ id }) => !known.has(id));
      items.length + added.length > ROWS_AT_MOST ? restart() : set([...added, ...items]);
      setFresh(new Set(added.map(({ id }) => id)));
    }
  };

  const take = ({ found, isFull }) => {
    setSkipped(isFull);
    if (mode === "paused") {
      setKept((before) => [...found, ...before].slice(0, KEPT));
    } else if (isFull) {
      latest.current.restart();
    } else {
      show(found);
    }
  };

  const read = async () => {
    const here = place.current;
    if (here.isReading || mode === "off") {
      return;
    }
    here.isReading = true;
    try {
      const newest = await head(params.customer_id);
      const from = here.seq ?? latest.current.items[0]?.seq ?? newest;
      const answer = newest > from ? await since(params, from) : { found: [], isFull: false };
      here === place.current && take(answer);
      here.seq = Math.max(newest, from, answer.found[0]?.seq ?? 0);
      setError(null);
    } catch (problem) {
      setError(problem);
    }
    here.isReading = false;
  };
  useLive(mode === "off" ? [] : ["log"], read);

  const goOn = (next) => {
    setMode(next);
    if (isSkipped || kept.length >= KEPT) {
      latest.current.restart();
    } else {
      show(kept);
    }
    setKept([]);
  };
  return {
    mode,
    error,
    fresh,
    isSkipped: isSkipped && mode === "on",
    waiting: kept.length,
    hasMoreWaiting: kept.length >= KEPT || (isSkipped && mode === "paused"),
    start: () => setMode("on"),
    pause: () => setMode("paused"),
    resume: () => goOn("on"),
    stop: () => goOn("off"),
  };
}
