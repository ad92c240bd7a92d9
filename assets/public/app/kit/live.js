// What changed on the appliance, as it changes: the event stream, or asking now and then where there
// is none. Says topics, never contents: contents are read through the routes that guard them.

import { reach } from "./api.js";
import { store, useEffect, useRef } from "./ui.js";

const POLL_EVERY_MS = 5_000;
const RETRY_AT_MOST_MS = 30_000;

/** `live`, `polling` or `offline`, and since when. */
export const connection = store({ state: "polling", since: Date.now() });

const listeners = new Set();
let source = null;
let poller = null;
let retryMs = 1_000;
let lastSeq = null;

function setState(state) {
  if (connection.get().state !== state) {
    connection.set({ state, since: Date.now() });
  }
}

function tell(topics) {
  for (const listener of [...listeners]) {
    listener(topics);
  }
}

function poll(isOn) {
  if (isOn && !poller) {
    poller = setInterval(() => document.visibilityState === "visible" && tell(null), POLL_EVERY_MS);
  } else if (!isOn && poller) {
    clearInterval(poller);
    poller = null;
  }
}

function fallBack() {
  source?.close();
  source = null;
  poll(true);
  setState(reach.get().isOffline ? "offline" : "polling");
  setTimeout(open, retryMs);
  retryMs = Math.min(retryMs * 2, RETRY_AT_MOST_MS);
}

function open() {
  if (source || document.visibilityState !== "visible") {
    return;
  }
  source = new EventSource("/api/events");
  source.addEventListener("hello", (event) => {
    const wasAway = lastSeq !== null;
    lastSeq = JSON.parse(event.data).revision ?? 0;
    retryMs = 1_000;
    poll(false);
    setState("live");
    reach.set({ isOffline: false, since: null });
    if (wasAway) {
      tell(null);
    }
  });
  source.addEventListener("changed", (event) => tell(JSON.parse(event.data).topics));
  source.addEventListener("bye", fallBack);
  source.onerror = fallBack;
}

/**
 * Begins to listen; called once somebody is signed in. A tab that nobody looks at gives its
 * connection back: browsers hold at most six to one place, for all tabs together. Whoever may not have
 * the stream asks now and then.
 */
export function startLive({ hasStream }) {
  if (!hasStream) {
    poll(true);
    reach.subscribe(({ isOffline }) => setState(isOffline ? "offline" : "polling"));
    return;
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      open();
    } else {
      source?.close();
      source = null;
    }
  });
  reach.subscribe(({ isOffline }) => {
    if (!source) {
      setState(isOffline ? "offline" : "polling");
    }
  });
  open();
}

/**
 * Calls `changed` when one of the topics moved: at once, then at most once a second, however much
 * moves. While it is polled, any topic may have moved.
 */
export function useLive(topics, changed) {
  const latest = useRef(changed);
  latest.current = changed;
  const key = topics.join(" ");
  useEffect(() => {
    if (key === "") {
      return undefined;
    }
    const wanted = key.split(" ");
    let last = 0;
    let timer = null;
    const run = () => {
      timer = null;
      last = Date.now();
      latest.current();
    };
    const listener = (moved) => {
      if (moved !== null && !moved.some((topic) => wanted.includes(topic))) {
        return;
      }
      timer ??= setTimeout(run, Math.max(0, last + 1_000 - Date.now()));
    };
    listeners.add(listener);
    return () => {
      clearTimeout(timer);
      listeners.delete(listener);
    };
  }, [key]);
}
