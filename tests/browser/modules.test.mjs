// The modules of console and portal, as text: each import leads somewhere, each module is used, each
// icon is there, nothing needs what the Content-Security-Policy forbids; and figures are written well.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import typescript from "typescript";

import * as format from "../../assets/public/app/kit/format.js";

const assets = resolve(dirname(fileURLToPath(import.meta.url)), "../../assets");
const app = join(assets, "public/app");
const AT_MOST_LINES = 400;
const FORBIDDEN = [/\beval\(/, /new Function\b/, /\bstyle="/, /\son[a-z]+="/, /https?:\/\/(?!127\.0\.0\.1|localhost|www\.w3\.org)[a-z0-9]/, /dangerouslySetInnerHTML/, /\.innerHTML\s*=/];

const modules = readdirSync(app, { recursive: true })
  .filter((name) => name.endsWith(".js"))
  .map((name) => ({ name, path: join(app, name), text: readFileSync(join(app, name), "utf8") }));

const importsOf = ({ path, text }) => [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, target]) => resolve(dirname(path), target));

test("each import leads to a file", () => {
  for (const module of modules) {
    for (const target of importsOf(module)) {
      assert.ok(existsSync(target), `${module.name} imports ${relative(app, target)}`);
    }
  }
});

test("each module can be read, and what it imports is exported there", async () => {
  for (const { name, path } of modules) {
    const fault = await import(path).then(() => null, (error) => error);
    // Outside a browser most modules fail when they run; none may fail before that.
    assert.ok(!(fault instanceof SyntaxError), `${name}: ${fault?.message}`);
  }
});

test("each name that a module uses is there", () => {
  const pages = readdirSync(join(assets, "public")).filter((name) => name.endsWith(".js")).map((name) => join(assets, "public", name));
  const program = typescript.createProgram([...modules.map(({ path }) => path), ...pages], { allowJs: true, checkJs: true, noEmit: true, target: typescript.ScriptTarget.ESNext, module: typescript.ModuleKind.ESNext, types: [] });
  const [unknown, misspelt] = [2304, 2552];
  const faults = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(assets)).flatMap((file) => program.getSemanticDiagnostics(file).filter(({ code }) => code === unknown || code === misspelt));
  const told = faults.map(({ file, start, messageText }) => `${relative(assets, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${typescript.flattenDiagnosticMessageText(messageText, " ")}`);
  assert.ok(program.getSourceFiles().some(({ fileName }) => fileName.endsWith("console/import.js")));
  assert.deepEqual(told, []);
});

test("links to documents know which are left out", () => {
  const byHand = /href="\/docs\/(?!index")/;
  assert.deepEqual(modules.filter(({ text }) => byHand.test(text)).map(({ name }) => name), []);
});

test("each module is used by console or portal", () => {
  const reached = new Set();
  const follow = (path) => {
    if (!reached.has(path)) {
      reached.add(path);
      importsOf(modules.find((module) => module.path === path)).forEach(follow);
    }
  };
  for (const start of ["console/main.js", "portal/main.js"]) {
    follow(join(app, start));
  }
  const unused = modules.filter(({ path }) => !reached.has(path)).map(({ name }) => name);
  assert.deepEqual(unused, []);
});

test("each icon that is named is there, and each that is there is named", () => {
  const kept = readdirSync(join(assets, "vendor/lucide")).filter((name) => name.endsWith(".svg")).map((name) => name.slice(0, -4));
  const text = modules.map((module) => module.text).join("\n");
  const named = [...text.matchAll(/<\$\{Icon\} name="([^"$]+)"/g)].map(([, name]) => name);
  for (const name of named) {
    assert.ok(kept.includes(name), `there is no icon ${name}`);
  }
  assert.deepEqual(kept.filter((name) => !text.includes(`"${name}"`)), [], "icons without use");
});

test("nothing needs what the policy forbids, and no module is long", () => {
  for (const { name, text } of modules) {
    for (const pattern of FORBIDDEN) {
      assert.doesNotMatch(text, pattern, name);
    }
    assert.ok(text.split("\n").length <= AT_MOST_LINES + 1, `${name} is longer than ${AT_MOST_LINES} lines`);
    assert.match(text, /^\/\//, `${name} says what it is for`);
  }
});

test("numbers and times are written for people", () => {
  assert.equal(format.number(10_000), "10,000");
  assert.equal(format.number(null), "–");
  assert.equal(format.plural(1, "agent"), "1 agent");
  assert.equal(format.plural(0, "switch", "switches"), "0 switches");
  assert.equal(format.bytes(1536), "1.5 KiB");
  assert.equal(format.duration(0.25), "250 µs");
  assert.equal(format.duration(1500), "1.5 s");
  const now = Date.parse("2026-11-22T12:00:00Z");
  assert.equal(format.relative("2026-11-22T11:57:00Z", now), "3 min ago");
  assert.equal(format.relative("2026-11-22T14:00:00Z", now), "in 2 h");
  assert.equal(format.relative("2026-11-22T12:00:00.500Z", now), "now");
  assert.equal(format.utc("2026-11-22T16:00:00.123Z"), "2026-11-22 16:00:00 UTC");
  assert.equal(format.price(null), "on request");
});
