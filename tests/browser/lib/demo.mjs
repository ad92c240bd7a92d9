// `portcullis demo` as a presenter starts it, for pages and for what the presenter asks in a terminal.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = process.env.PORTCULLIS ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/portcullis");
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PORTCULLIS")));

/** Starts a demo that ends with the test; looks like an appliance to `open` and `signIn`. */
export async function demo(t) {
  const directory = mkdtempSync(join(tmpdir(), "portcullis-demo-test-"));
  const process = spawn(program, ["demo", "--json", "--listen", "127.0.0.1:0"], { env: { ...environment, TMPDIR: directory }, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => process.once("exit", done));
  const visitors = [];
  t.after(async () => {
    await Promise.all(visitors.map((context) => context.close()));
    process.kill("SIGTERM");
    await ended;
    rmSync(directory, { recursive: true, force: true });
  });
  const printed = new Promise((done) => createInterface({ input: process.stdout }).once("line", done));
  const line = await Promise.race([printed, ended.then((code) => Promise.reject(new Error(`the demo ended with ${code}`)))]);
  const { url, api_key: key, operator_username: username, operator_password: password, customer_id: customerId } = JSON.parse(line);
  const shown = { url: url.replace(/\/$/, ""), address: new URL(url).host, visitors, key, username, password, customerId };
  return { ...shown, ask: (method, path, body, bearer = key) => ask(shown.url, method, path, body, bearer) };
}

/** What the guide's curl lines ask; gives the document, whatever its status. */
async function ask(url, method, path, body, bearer) {
  const headers = { Authorization: `Bearer ${bearer}`, ...(body && { "Content-Type": "application/json" }) };
  const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
  return answer.json();
}
