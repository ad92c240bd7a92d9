// The real program on a directory of its own, and its API as any client calls it.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = process.env.PORTCULLIS ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/portcullis");
/** Every operator that a test makes signs in with it. */
export const PASSWORD = "correct horse battery staple";

/** Nothing from outside decides how the program runs. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PORTCULLIS")));

export class Appliance {
  /** Starts one; `settings` is the text of its configuration, `listen` the address, when it must be known. */
  static async start(t, { settings = "", environment: extra = {}, listen } = {}) {
    const appliance = new Appliance(settings, extra);
    t.after(() => appliance.remove());
    appliance.run("init");
    await appliance.serve(listen);
    return appliance;
  }

  /** Browsers that look at it; they leave before it stops, or they would find it gone. */
  visitors = [];

  constructor(settings, extra) {
    this.directory = mkdtempSync(join(tmpdir(), "portcullis-browser-"));
    this.environment = { ...environment, ...extra, TMPDIR: this.directory };
    this.settings = join(this.directory, "settings.toml");
    writeFileSync(this.settings, `[log]\nlevel = "error"\nrequests = false\n${settings}`);
  }

  get options() {
    return ["--json", "--config", this.settings, "--data-dir", join(this.directory, "data")];
  }

  /** Runs a command to its end and gives the document that it printed. */
  run(...words) {
    const ran = spawnSync(program, [...words, ...this.options], { env: this.environment, encoding: "utf8" });
    if (ran.status !== 0) {
      throw new Error(`portcullis ${words.join(" ")}: ${ran.error ?? ran.stderr}`);
    }
    return JSON.parse(ran.stdout);
  }

  async serve(listen = "127.0.0.1:0") {
    this.server = spawn(program, ["serve", "--listen", listen, ...this.options], { env: this.environment, stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await Promise.race([
      new Promise((done) => createInterface({ input: this.server.stdout }).once("line", (text) => done([text]))),
      new Promise((_, fail) => this.server.once("exit", (code) => fail(new Error(`the server ended with ${code}`)))),
    ]);
    const { addresses } = JSON.parse(line);
    this.address = addresses[0];
    this.url = `http://${this.address}`;
  }

  /** Ends the server and starts it again on the same address. */
  async restart() {
    await this.stop();
    await this.serve(this.address);
  }

  stop() {
    const ended = new Promise((done) => this.server.once("exit", done));
    this.server.kill("SIGTERM");
    return ended;
  }

  async remove() {
    await Promise.all(this.visitors.map((context) => context.close()));
    if (this.server?.exitCode === null) {
      await this.stop();
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Makes an operator with the password of all tests, and a token for what the test itself asks. */
  operator(username, role = "owner") {
    const made = spawnSync(program, ["operator", "add", "--username", username, "--role", role, "--password-stdin", ...this.options], {
      env: this.environment,
      encoding: "utf8",
      input: `${PASSWORD}\n`,
    });
    if (made.status !== 0) {
      throw new Error(`an operator: ${made.stderr}`);
    }
    return JSON.parse(made.stdout);
  }

  /** Calls a route with a bearer secret; throws what is no success. */
  async call(method, path, { bearer, body } = {}) {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        ...(bearer && { Authorization: `Bearer ${bearer}` }),
        ...(body && { "Content-Type": "application/json" }),
      },
      body: body && JSON.stringify(body),
    });
    const document = await answer.json();
    if (!answer.ok) {
      throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${document.detail}`), { document });
    }
    return document;
  }

  /** A customer with its first key. */
  async customer(name, tier = "pro") {
    const email = `it@${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.example`;
    const { customer_id: id, api_key: key } = await this.call("POST", "/api/customers/register", { body: { name, email, subscription_tier: tier } });
    const ask = (method, path, body) => this.call(method, path, { bearer: key, body });
    return {
      id,
      name,
      email,
      key,
      ask,
      agent: (agentId, rules = []) => this.agent(ask, agentId, rules),
      check: (agentId, action, resource, context) => ask("POST", "/api/agents/check", { agent_id: agentId, action, resource, ...(context && { context }) }),
    };
  }

  async agent(ask, agentId, rules) {
    await ask("POST", "/api/admin/agents", { id: agentId, name: agentId, owner: "platform" });
    for (const [effect, action, resource] of rules) {
      await ask("POST", "/api/admin/permissions", { agent_id: agentId, action, resource, effect });
    }
  }
}
