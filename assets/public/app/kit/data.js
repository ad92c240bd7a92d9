// Reading lists and single things, kept fresh by the event stream.

import { get, url } from "./api.js";
import { useLive } from "./live.js";
import { useCallback, useEffect, useRef, useState } from "./ui.js";

/**
 * One thing: `{ data, etag, error, isLoading, reload, set }`. What is shown stays while it is read
 * again. `topics` name the changes that make it stale; a falsy `target` reads nothing. `read`: how, where
 * it is not `get`.
 */
export function useResource(target, { topics = [], read = get } = {}) {
  const [state, setState] = useState({ target: null, data: null, etag: null, error: null, isLoading: true });
  const running = useRef(null);
  const reload = useCallback(async () => {
    if (!target) {
      return;
    }
    running.current?.abort();
    const aborter = new AbortController();
    running.current = aborter;
    setState((before) => ({ ...before, isLoading: true }));
    try {
      const { data, etag } = await read(target, { signal: aborter.signal });
      setState({ target, data, etag, error: null, isLoading: false });
    } catch (error) {
      if (error.name !== "AbortError") {
        setState((before) => ({
          ...(before.target === target ? before : { data: null, etag: null }),
          target,
          error,
          isLoading: false,
        }));
      }
    }
  }, [target, read]);
  useEffect(() => {
    reload();
    return () => running.current?.abort();
  }, [reload]);
  useLive(topics, reload);
  const isOther = state.target !== null && state.target !== target;
  return {
    data: isOther ? null : state.data,
    etag: isOther ? null : state.etag,
    error: isOther ? null : state.error,
    isLoading: state.isLoading || isOther,
    reload,
    set: (data, etag = null) => setState({ target, data, etag, error: null, isLoading: false }),
  };
}

const PAGE = 100;
/** A list longer than this is not read again by itself: it says that it may be stale, and offers to. */
const FRESH_UP_TO = 300;

/** Reads one page of either kind of list: the envelope with a cursor, or an array with a `Link`. */
async function readPage(address, signal) {
  const { data, next } = await get(address, { signal });
  if (Array.isArray(data)) {
    return { items: data, next };
  }
  const cursor = data.has_more ? data.next_cursor : null;
  const [path, query = ""] = address.split("?");
  const params = new URLSearchParams(query);
  params.set("cursor", cursor);
  return { items: data.data, next: cursor ? `${path}?${params}` : null };
}

/**
 * A list that loads as it is scrolled: `{ items, hasMore, more, isLoading, isStale, error, reload, set,
 * restart }`. A change named by `topics` reads as much again as was there, so that nothing jumps; a long
 * list only says that it `isStale`. `restart` reads the first page alone.
 */
export function useList(path, params = {}, { topics = [], limit = PAGE } = {}) {
  const start = path ? url(path, { ...params, limit }) : null;
  const [state, setState] = useState({ start: null, items: [], next: null, error: null, isLoading: true });
  const current = useRef(state);
  current.current = state;
  const running = useRef(null);
  const [isStale, setStale] = useState(false);

  const load = useCallback(
    async (wanted) => {
      if (!start) {
        return;
      }
      running.current?.abort();
      const aborter = new AbortController();
      running.current = aborter;
      setState((before) => ({ ...before, isLoading: true }));
      try {
        const items = [];
        let next = start;
        do {
          const page = await readPage(next, aborter.signal);
          items.push(...page.items);
          next = page.next;
        } while (next && items.length < wanted);
        setState({ start, items, next, error: null, isLoading: false });
        setStale(false);
      } catch (error) {
        if (error.name !== "AbortError") {
          setState((before) => ({ ...(before.start === start ? before : { items: [], next: null }), start, error, isLoading: false }));
        }
      }
    },
    [start],
  );

  const more = useCallback(async () => {
    const { next, isLoading, items } = current.current;
    if (!next || isLoading) {
      return;
    }
    const aborter = new AbortController();
    running.current = aborter;
    setState((before) => ({ ...before, isLoading: true }));
    try {
      const page = await readPage(next, aborter.signal);
      setState({ start, items: [...items, ...page.items], next: page.next, error: null, isLoading: false });
    } catch (error) {
      if (error.name !== "AbortError") {
        setState((before) => ({ ...before, error, isLoading: false }));
      }
    }
  }, [start]);

  const restart = useCallback(() => load(limit), [load, limit]);
  const reload = useCallback(() => load(Math.max(limit, current.current.items.length)), [load, limit]);
  useEffect(() => {
    load(limit);
    return () => running.current?.abort();
  }, [load, limit]);
  useLive(topics, () => (current.current.items.length > FRESH_UP_TO ? setStale(true) : reload()));
  const isOther = state.start !== start;
  return {
    isStale: isStale && !isOther,
    items: isOther ? [] : state.items,
    hasMore: !isOther && state.next !== null,
    isLoading: state.isLoading || isOther,
    isFirst: isOther || (state.isLoading && state.items.length === 0),
    error: isOther ? null : state.error,
    more,
    reload,
    restart,
    set: (items) => setState((before) => ({ ...before, items })),
  };
}
