// A table of ten thousand rows: only those near the eye are in the document, the keyboard keeps its
// place, and the count says what there is.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeBrowser, open, settled, signIn } from "./lib/browser.mjs";
import { Appliance } from "./lib/appliance.mjs";

const RECORDS = 10_000;
const AT_ONCE = 64;
/** Up to here a list is drawn whole; beyond, only what is near the eye. */
const SHORT_LIST = 150;
const DRAWN_AT_MOST = 72;

after(closeBrowser);

/** As many checks as records are wanted; gives the customer and the numbers of its records, oldest first. */
async function busyCustomer(appliance, token) {
  const customer = await appliance.customer("Meridian Bank");
  await appliance.call("PUT", `/api/customers/${customer.id}/upgrade`, { bearer: token, body: { subscription_tier: "enterprise" } });
  await appliance.call("PATCH", `/api/customers/${customer.id}`, { bearer: token, body: { overrides: { max_requests_per_minute: 1_000_000 } } });
  await customer.agent("teller-bot", [["allow", "read", "accounts/*"]]);
  const numbers = [];
  let asked = 0;
  const worker = async () => {
    while (asked < RECORDS) {
      asked += 1;
      numbers.push((await customer.check("teller-bot", "read", `accounts/${asked}`)).seq);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { customer, numbers: numbers.sort((one, other) => one - other) };
}

/** Notes, from inside the page, the most rows that were ever in the document at once. */
const watchRows = (page) =>
  page.evaluate(() => {
    const count = () => document.querySelectorAll("tbody tr").length;
    globalThis.mostRows = count();
    new MutationObserver(() => (globalThis.mostRows = Math.max(globalThis.mostRows, count()))).observe(document.body, { childList: true, subtree: true });
  });
const mostRows = (page) => page.evaluate(() => globalThis.mostRows);
const forgetRows = (page) => page.evaluate(() => (globalThis.mostRows = 0));

const table = (page) => page.getByRole("table", { name: "Log, newest first" });
const counted = (page) => page.locator(".table-count").innerText();
const loaded = async (page) => Number((await counted(page)).match(/^[\d,]+/)[0].replaceAll(",", ""));
const grown = (page, above) => page.waitForFunction((least) => Number(document.querySelector(".table-count").innerText.match(/^[\d,]+/)[0].replaceAll(",", "")) > least, above);
const written = (number) => number.toLocaleString("en");

/** Waits until the row of that place, counted from 1, has the focus; gives its text. */
async function focused(page, place) {
  await page.waitForFunction((index) => document.activeElement?.getAttribute("aria-rowindex") === String(index + 1), place);
  return page.evaluate(() => document.activeElement.innerText);
}

/** Presses End until everything is read; the count never claims more than was read. */
async function readToTheEnd(page) {
  for (let before = await loaded(page); before < RECORDS; before = await loaded(page)) {
    assert.equal(await counted(page), `${written(before)} so far; scroll for more`);
    await page.keyboard.press("End");
    await grown(page, before);
    assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest(".table-box"))), "the keyboard stays in the table");
  }
}

test("ten thousand records are scrolled with some dozens of rows in the document", async (t) => {
  const appliance = await Appliance.start(t);
  appliance.operator("ada");
  const { token } = appliance.run("operator", "token", "add", "ada", "--name", "tests");
  const { customer, numbers } = await busyCustomer(appliance, token);
  assert.equal(new Set(numbers).size, RECORDS, "each check left a record");
  const page = await open(t, appliance, { width: 1600 });
  await signIn(page, appliance, "ada", `/log?customer_id=${customer.id}&action=read`);
  await table(page).getByRole("row").nth(1).waitFor();
  await settled(page);
  await watchRows(page);

  await table(page).getByRole("row").nth(1).focus();
  await page.keyboard.press("End");
  await grown(page, SHORT_LIST);
  assert.ok((await mostRows(page)) <= SHORT_LIST, "a short list is short");
  await table(page).locator("tr.filler").first().waitFor({ state: "attached" });
  await forgetRows(page);
  await readToTheEnd(page);
  assert.equal(await counted(page), `${written(RECORDS)} in all`);
  assert.equal(await table(page).getAttribute("aria-rowcount"), String(RECORDS + 1), "the rows and the head");

  await page.keyboard.press("End");
  assert.ok((await focused(page, RECORDS)).includes(written(numbers.at(0))), "the last row is the oldest record");
  await page.keyboard.press("k");
  assert.ok((await focused(page, RECORDS - 1)).includes(written(numbers.at(1))));
  await page.keyboard.press("Home");
  assert.ok((await focused(page, 1)).includes(written(numbers.at(-1))), "the first row is the newest");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.ok((await focused(page, 3)).includes(written(numbers.at(-3))));
  await page.keyboard.press("k");
  assert.ok((await focused(page, 2)).includes(written(numbers.at(-2))));
  for (let place = 3; place <= 80; place += 1) {
    await page.keyboard.press("j");
    await focused(page, place);
  }

  for (const part of [0.5, 0.9, 0.1]) {
    await scrollTo(page, part);
    await page.waitForFunction(isFilled);
  }
  assert.ok((await mostRows(page)) <= DRAWN_AT_MOST, `${await mostRows(page)} rows were in the document at once`);

  t.diagnostic(`${await mostRows(page)} rows at most`);

  await page.keyboard.press("End");
  await focused(page, RECORDS);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText(written(numbers.at(0)), { exact: false }).first().waitFor();
  await page.keyboard.press("Escape");
  await focused(page, RECORDS);
});

/** Scrolls whatever scrolls: the table's box, or the page around it. */
const scrollTo = (page, part) =>
  page.evaluate((share) => {
    const around = [document.querySelector(".table-box"), document.getElementById("main")];
    const scroller = around.find((one) => one.scrollHeight > one.clientHeight + 1);
    scroller.scrollTop = scroller.scrollHeight * share;
  }, part);

/** In the page: what is in the middle of the table is a row, and not room for one. */
function isFilled() {
  const box = document.querySelector(".table-box").getBoundingClientRect();
  const main = document.getElementById("main").getBoundingClientRect();
  const [top, bottom] = [Math.max(box.top, main.top), Math.min(box.bottom, main.bottom)];
  const places = [0.2, 0.5, 0.8].map((part) => document.elementFromPoint(box.left + box.width / 2, top + (bottom - top) * part));
  return places.every((one) => one?.closest("tr[data-row]"));
}
