// Goes wherever the signed-in person can go, and presses whatever can be pressed, without confirming.

import { settled } from "./browser.mjs";

/** Names of buttons that only look, move or close. */
const LEFT_ALONE = ["Close", "Sign out", "Dismiss"];

/**
 * Walks from `start` over every link below it (one customer, one agent, one of each kind) and every row
 * that opens. Gives `{ places, named: [{ place, name }], refused: ["/place: GET /api/…"] }`.
 */
export async function explore(page, appliance, start) {
  const found = { places: [], named: [], refused: [] };
  const traffic = watchTraffic(page, found.refused);
  const calm = () => traffic.calm();
  const kinds = new Set([kindOf(start)]);
  const waiting = [start];
  while (waiting.length > 0) {
    const place = waiting.shift();
    const visit = () => visitPlace(page, appliance, place, calm);
    found.places.push(kindOf(place));
    await visit();
    for (const path of await linksBelow(page, start)) {
      if (!kinds.has(kindOf(path))) {
        kinds.add(kindOf(path));
        waiting.push(path);
      }
    }
    const pressed = new Set();
    await pressAll(page, place, visit, calm, found, pressed);
    await openRows(page, place, visit, calm, async () => pressAll(page, place, null, calm, found, pressed));
  }
  return found;
}

/** One kind of place for all customers and agents. */
const kindOf = (path) => path.replace(/cus_[0-9a-z]+/, ":id").replace(/\/agents\/.+/, "/agents/:agent");

async function visitPlace(page, appliance, place, calm) {
  await page.goto(appliance.url + place);
  await page.getByRole("main").getByRole("heading").first().waitFor();
  await calm();
}

const linksBelow = (page, start) =>
  page.evaluate((base) => [...document.querySelectorAll("a[href]")].map(({ href }) => new URL(href)).filter(({ origin, pathname }) => origin === location.origin && (pathname === base || pathname.startsWith(`${base}/`))).map(({ pathname }) => pathname), start);

/** Counts what is being read, and keeps what was refused. */
function watchTraffic(page, refused) {
  let open = 0;
  const isCounted = (request) => request.resourceType() !== "eventsource";
  page.on("request", (request) => isCounted(request) && (open += 1));
  page.on("requestfinished", (request) => isCounted(request) && (open -= 1));
  page.on("requestfailed", (request) => isCounted(request) && (open -= 1));
  page.on("response", (answer) => {
    if (answer.status() === 403) {
      const asker = new URL(answer.frame().url()).pathname;
      refused.push(`${asker}: ${answer.request().method()} ${new URL(answer.url()).pathname}`);
    }
  });
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return {
    async calm() {
      do {
        await drawn();
        await settled(page);
      } while (open > 0);
    },
  };
}

/** Presses each name once; a page that was left is gone back to with `visit`. */
async function pressAll(page, place, visit, calm, found, pressed) {
  for (;;) {
    await note(page, "main", place, found);
    const name = await page.evaluate(pressNext, [...pressed, ...LEFT_ALONE]);
    if (name === null) {
      return;
    }
    pressed.add(name);
    await calm();
    await leaveDialogs(page, place, calm, found);
    if (new URL(page.url()).pathname !== place) {
      if (!visit) {
        return;
      }
      await visit();
    }
  }
}

async function leaveDialogs(page, place, calm, found) {
  const modal = page.locator("dialog[open]");
  while ((await modal.count()) > 0) {
    await note(page, "dialog[open]", place, found);
    await page.keyboard.press("Escape");
    await calm();
  }
}

/** Opens the first row of each table that has rows to open, and looks at what it opened. */
async function openRows(page, place, visit, calm, look) {
  const count = await page.locator("table:has(tr.opens)").count();
  for (let table = 0; table < count; table += 1) {
    await visit();
    await page.locator("table:has(tr.opens)").nth(table).locator("tr.opens").first().press("Enter");
    await calm();
    if (new URL(page.url()).pathname === place) {
      await look();
    }
  }
}

/** Notes the names of all that can be pressed or followed within. */
async function note(page, within, place, found) {
  const names = await page.locator(`${within} :is(button:enabled, a[href]):visible`).evaluateAll((all) => all.filter((one) => !one.closest("td code, .crumbs")).map((one) => (one.getAttribute("aria-label") ?? one.innerText).replace(/\s+/g, " ").trim()));
  for (const name of new Set(names)) {
    if (!found.named.some((one) => one.place === kindOf(place) && one.name === name)) {
      found.named.push({ place: kindOf(place), name });
    }
  }
}

/**
 * Runs in the page: presses the first button whose name is not among those, and gives its name. In one
 * step, since a page that keeps up may draw a button anew between looking and pressing.
 */
function pressNext(pressed) {
  const nameOf = (button) => (button.getAttribute("aria-label") ?? button.innerText).replace(/\s+/g, " ").trim();
  const isThere = (button) => button.checkVisibility() && !button.disabled && !button.closest("[inert], .bar, .rail, dialog");
  const button = [...document.querySelectorAll("button")].find((one) => isThere(one) && !pressed.includes(nameOf(one)));
  const name = button ? nameOf(button) : null;
  button?.click();
  return name;
}
