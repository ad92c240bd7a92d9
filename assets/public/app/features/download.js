// Long files, fetched in pieces: how far it is, and a way to stop.

import { get, save } from "../kit/api.js";
import { useEffect, useRef, useState } from "../kit/ui.js";

/** The lines of a piece; those of CSV all begin with the same head, which is wanted once. */
function bodyOf(text, isCsv, isFirst) {
  return isCsv && !isFirst ? text.slice(text.indexOf("\n") + 1) : text;
}

const linesOf = (text) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

const SMALLEST = 500;

/** The same piece in fewer lines, where a search for so many would take too long; null when it is small. */
function smaller(address) {
  const [path, query] = address.split("?");
  const params = new URLSearchParams(query);
  const limit = Math.floor(Number(params.get("limit")) / 4);
  params.set("limit", limit);
  return limit < SMALLEST ? null : `${path}?${params}`;
}

/** Whether the search was ended because it took too long: less may be found in time. */
export const isTooSlow = (error) => error?.status === 400 && error.message.includes("narrower time");

async function piece(address, signal) {
  try {
    return await get(address, { signal, isText: true, headers: { Accept: "*/*" } });
  } catch (error) {
    const less = isTooSlow(error) && smaller(address);
    if (!less) {
      throw error;
    }
    return piece(less, signal);
  }
}

/**
 * Downloads `address` and what its `Link` headers lead on to, as one file. `state` is null, or
 * `{ lines, isBusy, error, isDone }`; `run(address, name, media)`; `stop()`.
 */
export function useDownload() {
  const [state, setState] = useState(null);
  const aborter = useRef(null);
  // Whoever leaves wants no file that arrives later.
  useEffect(() => () => aborter.current?.abort(), []);
  const run = async (address, name, media) => {
    aborter.current = new AbortController();
    const isCsv = media === "text/csv";
    const pieces = [];
    let lines = 0;
    setState({ lines, isBusy: true });
    try {
      for (let next = address; next; ) {
        const answer = await piece(next, aborter.current.signal);
        const text = bodyOf(answer.data, isCsv, pieces.length === 0);
        pieces.push(text);
        lines += linesOf(text) - (isCsv && pieces.length === 1 ? 1 : 0);
        next = answer.next;
        setState({ lines, isBusy: true });
      }
      save(name, new Blob(pieces, { type: media }));
      setState({ lines, isBusy: false, isDone: true });
    } catch (error) {
      setState(error.name === "AbortError" ? null : { lines, isBusy: false, error });
    }
  };
  return { state, run, stop: () => aborter.current?.abort() };
}
