// Numbers as people type them: `10,000`, `10 000`, `2.5`.

const PLAIN = /^\d+(\.\d+)?$/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * What was typed as a number, or what is wrong with it: `{ value }` or `{ mistake }`. `min`, `max`: what is
 * allowed; `isWhole`: no fractions.
 */
export function amountOf(text, { min, max, isWhole }) {
  const typed = text.trim().replaceAll(/(?<=\d)[\s_'](?=\d)/g, "");
  if (typed === "") {
    return { mistake: "is needed; put 0 to leave it out" };
  }
  if (!PLAIN.test(typed) && !GROUPED.test(typed)) {
    return { mistake: typed.startsWith("-") ? "must not be negative" : `must be a number, for example ${isWhole ? "2,500" : "2,500 or 2.5"}` };
  }
  const value = Number(typed.replaceAll(",", ""));
  if (isWhole && !Number.isInteger(value)) {
    return { mistake: "must be a whole number" };
  }
  if (value < min || value > max) {
    return { mistake: `must be from ${min.toLocaleString("en-US")} to ${max.toLocaleString("en-US")}` };
  }
  return { value };
}
