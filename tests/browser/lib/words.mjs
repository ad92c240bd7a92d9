// What people do on several pages, and what they read there.

import assert from "node:assert/strict";

/** The dialog that shows a secret: its secret, once it is there. */
export async function shownSecret(page, title) {
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.getByText("Copy it now.").waitFor();
  const text = await dialog.locator(".secret code").innerText();
  assert.match(text, /^sk-[0-9A-Za-z]{40,}$/);
  return { dialog, text };
}

/** Says that the secret was kept, and closes its dialog. */
export async function keep(dialog) {
  const done = dialog.getByRole("button", { name: "Done" });
  assert.equal(await done.isDisabled(), true, "nobody closes it without saying that it was kept");
  await dialog.getByLabel("I have kept it in a safe place").check();
  await done.click();
  await dialog.waitFor({ state: "detached" });
}

/** The secret stands nowhere: not on the page, not in a field, not in what the browser keeps. */
export async function isForgotten(page, secret) {
  const kept = await page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea")].map(({ value }) => value);
    return [document.documentElement.outerHTML, ...fields, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href].join("\n");
  });
  return !kept.includes(secret);
}

/** The mistakes that stand beside fields, as they are read. */
export async function mistake(page, label) {
  const field = page.getByLabel(label, { exact: true });
  assert.equal(await field.getAttribute("aria-invalid"), "true", `${label} is marked`);
  const ids = (await field.getAttribute("aria-describedby")).split(" ");
  const texts = await Promise.all(ids.filter((id) => id.endsWith("-error")).map((id) => page.locator(`[id="${id}"]`).innerText()));
  return texts.join(" ");
}

/** Opens the newest record of the log that a row's text fits, and gives its drawer. */
export async function openRecord(page, text) {
  const row = page.getByRole("table", { name: "Log, newest first" }).getByRole("row").filter({ hasText: text }).first();
  await row.click();
  const drawer = page.getByRole("dialog", { name: /^(Decision|Change) \d+$/ });
  await drawer.waitFor();
  return drawer;
}

/** The steps of a decision, each in one line. */
export const traceOf = async (box) => (await box.locator("ol.trace > li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));

/** Asks again and again until the answer is right: for what another process does. */
export async function until(what, ask, { withinMs = 10_000 } = {}) {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `${what}, within ${withinMs} ms`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
