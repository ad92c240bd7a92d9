// Pages without a mouse: from stop to stop with Tab, each stop to be seen.

import assert from "node:assert/strict";

/** More stops than any page has: a walk that takes longer goes round in circles. */
const MOST_STOPS = 120;

/** Runs in the page: what has the focus, by its name, and whether a reader sees that it has. */
function stopOf() {
  const element = document.activeElement;
  const isMarked = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  // A radio or a file that is drawn by its label is marked there.
  const near = [element, element.nextElementSibling, element.closest("label"), element.closest(".drop")].filter(Boolean);
  const { width, height, top, bottom } = (element.closest(".drop") ?? element.closest("label") ?? element).getBoundingClientRect();
  return {
    name: (element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText ?? "").replace(/\s+/g, " ").trim(),
    tag: element.tagName.toLowerCase(),
    isSeen: width > 0 && height > 0 && bottom > 0 && top < innerHeight && near.some(isMarked),
  };
}

export const stop = (page) => page.evaluate(stopOf);

/** Presses Tab until `wanted` has the focus; each stop on the way can be seen. Gives the names of the stops. */
export async function tabTo(page, wanted, { key = "Tab" } = {}) {
  // Without gliding: a stop is looked at when the page has come to rest there.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const passed = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press(key);
    const { name, tag, isSeen } = await stop(page);
    assert.equal(isSeen || tag === "body", true, `it is seen that ${tag} “${name}” has the focus`);
    passed.push(name);
    if (await isFocused(wanted)) {
      return passed;
    }
  }
  throw new Error(`Tab does not lead to ${wanted}: ${passed.join(" · ")}`);
}

export const isFocused = (locator) => locator.evaluateAll((all) => all.includes(document.activeElement));

/** Waits until something has the focus without a key. */
export async function focused(page, locator) {
  const element = await locator.elementHandle();
  await page.waitForFunction((one) => document.activeElement === one, element);
}
