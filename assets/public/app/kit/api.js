// Talking to the appliance: one function, one kind of error, one place where a session that ended is
// renewed without losing what was being done.

import { store } from "./ui.js";

/** What the appliance refused, or that it did not answer. */
export class Problem extends Error {
  constructor(status, body, requestId) {
    super(body.detail || body.title || "The appliance did not answer.");
    this.name = "Problem";
    /** HTTP status; 0 when there was no answer. */
    this.status = status;
    /** The stable code, for example `limit_reached`. */
    this.code = body.code ?? "unreachable";
    this.title = body.title ?? "No answer";
    this.requestId = body.request_id ?? requestId ?? null;
    /** `[{ field, message }]` of a form that does not pass. */
    this.errors = body.errors ?? [];
    this.body = body;
  }
}

/** How the appliance can be reached: `ok`, or since when it cannot. */
export const reach = store({ isOffline: false, since: null });

/** Set by the shell: signs in again and resolves when that is done. */
let renew = null;
export function onSessionOver(handler) {
  renew = handler;
}

/** `/api/logs` and `{ limit: 50, q: "" }` to `/api/logs?limit=50`. */
export function url(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "") {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return text === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${text}`;
}

function noteReach(isReached) {
  const now = reach.get();
  if (isReached && now.isOffline) {
    reach.set({ isOffline: false, since: null });
  } else if (!isReached && !now.isOffline) {
    reach.set({ isOffline: true, since: Date.now() });
  }
}

async function send(method, target, { body, etag, headers, signal }) {
  const sent = { Accept: "application/json", ...headers };
  const isFile = body instanceof Blob;
  if (body !== undefined) {
    sent["Content-Type"] = isFile ? body.type : "application/json";
  }
  if (etag) {
    sent["If-Match"] = etag;
  }
  const content = isFile ? await contentOf(body) : body && JSON.stringify(body);
  try {
    const answer = await fetch(target, {
      method,
      headers: sent,
      body: content,
      credentials: "same-origin",
      cache: "no-store",
      signal,
    });
    noteReach(true);
    return answer;
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    noteReach(false);
    throw new Problem(0, { title: "No answer", detail: "The appliance did not answer. Check that it is running, then try again." });
  }
}

/** A file as it is now; a browser gives none that was changed or removed since it was chosen. */
async function contentOf(file) {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Problem(0, { title: "The file cannot be read", detail: "It was changed or removed since it was chosen, or is a folder. Choose it again.", code: "unreadable" });
  }
}

async function read(answer, isText) {
  const requestId = answer.headers.get("X-Request-Id");
  const media = answer.headers.get("Content-Type") ?? "";
  const isJson = media.includes("json") && !(isText && answer.ok);
  const data = isJson ? await answer.json() : await answer.text();
  if (!answer.ok) {
    const body = isJson ? data : { title: answer.statusText, detail: `The appliance answered ${answer.status}.` };
    const problem = new Problem(answer.status, body, requestId);
    problem.retryAfter = Number(answer.headers.get("Retry-After")) || null;
    throw problem;
  }
  return { data, etag: answer.headers.get("ETag"), next: nextOf(answer), requestId };
}

/** The address of the next page, from the `Link` header of a bare array. */
function nextOf(answer) {
  const link = answer.headers.get("Link") ?? "";
  return link.match(/<([^>]+)>;\s*rel="next"/)?.[1] ?? null;
}

/**
 * Calls a route and gives `{ data, etag, next, requestId }`, or throws a `Problem`. A session that is
 * over is renewed first (the shell asks for it), then the call is made again: nothing typed is lost.
 * `options`: `body` (an object, or a `Blob` that is sent as it is, with its type), `etag` (for `If-Match`), `headers`, `signal`, `quiet` (never asks),
 * `isText` (what is answered is not read as JSON: a file).
 */
export async function call(method, target, options = {}) {
  for (;;) {
    try {
      return await read(await send(method, target, options), options.isText);
    } catch (error) {
      if (error.status !== 401 || options.quiet || !renew) {
        throw error;
      }
      await renew();
    }
  }
}

export const get = (target, options) => call("GET", target, options);

/** Everything on a list that is a bare array, page by page. */
export async function getEvery(target, options) {
  const data = [];
  for (let next = `${target}${target.includes("?") ? "&" : "?"}limit=100`; next; ) {
    const page = await get(next, options);
    data.push(...page.data);
    next = page.next;
  }
  return { data, etag: null };
}

export const post = (target, body = {}, options) => call("POST", target, { ...options, body });
export const put = (target, body = {}, options) => call("PUT", target, { ...options, body });
export const patch = (target, body = {}, options) => call("PATCH", target, { ...options, body });
export const del = (target, options) => call("DELETE", target, options);

/** Saves text or a blob as a file on the reader's machine. */
export function save(name, content, media = "application/json") {
  const blob = content instanceof Blob ? content : new Blob([content], { type: media });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
