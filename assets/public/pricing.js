// The calculator on the pricing page: reads the assumptions as they are typed, keeps them in the address
// so that they can be passed on, and shows what comes out with every step.

import { amountOf } from "./amount.js";
import { find, showError } from "./form.js";
import { compute, dollars, figure, paybackOf, priceOf, returnOf } from "./roi.js";

const form = find("assumptions");
const inputs = [...form.querySelectorAll("input")];
const labelOf = (input) => input.labels[0].textContent;
let tiers = [];

/** What was typed, and whether all of it can be used; mistakes are shown beside their fields. */
function read() {
  const values = {};
  const wrong = [];
  for (const input of inputs) {
    const { min, max, whole } = input.dataset;
    const { value, mistake } = amountOf(input.value, { min: Number(min), max: Number(max), isWhole: whole !== undefined });
    values[input.name] = value;
    showError(input.name, mistake ? `${labelOf(input)} ${mistake}.` : "");
    if (mistake) {
      wrong.push(input);
    }
  }
  return { values, wrong };
}

function show(id, text) {
  find(id).textContent = text;
}

/** In the place of results that rest on something that is no number. */
function showNothing(wrong) {
  for (const id of ["sum-gain", "sum-saved", "sum-hours", "sum-cost", "sum-return", "sum-payback", "sum-year", "tier-title"]) {
    show(id, "–");
  }
  show("tier-price", "");
  show("glance-tier", "Nothing is computed");
  show("glance-gain", "–");
  show("tier-why", "");
  show("sum-verdict", `Correct “${labelOf(wrong[0])}” to see the result.`);
  find("steps").replaceChildren();
  say(`Nothing is computed until “${labelOf(wrong[0])}” is corrected.`);
}

function showResult(result) {
  const { tier, fits, price } = result;
  const isPriced = price !== null;
  show("tier-title", fits ? tier.title : "No tier covers this");
  show("tier-price", fits ? priceOf(tier) : "");
  show("tier-why", result.why);
  show("sum-gain", isPriced ? dollars(result.gain) : "on request");
  find("sum-gain").classList.toggle("is-loss", isPriced && result.gain < 0);
  show("sum-saved", dollars(result.saved));
  show("sum-hours", `${figure(result.hoursSaved)} h`);
  show("sum-cost", isPriced ? dollars(result.cost) : "on request");
  show("sum-return", returnOf(result));
  show("sum-payback", paybackOf(result));
  show("sum-year", isPriced ? dollars(result.firstYear) : "on request");
  show("sum-verdict", verdictOf(result));
  show("glance-tier", fits ? `${tier.title}, ${priceOf(tier)}; gain a month` : "No tier covers this");
  show("glance-gain", isPriced ? dollars(result.gain) : "on request");
  find("steps").replaceChildren(...result.lines.map(rowOf));
  offer(result);
  say(`${fits ? `${tier.title}, ${priceOf(tier)}` : "No tier covers this"}. ${verdictOf(result)}`);
}

/** What the numbers say, also when they speak against a purchase. */
function verdictOf({ price, gain, breakEven, firstYear }) {
  if (price === null) {
    if (breakEven === 0) {
      return "Request a quote; but with these assumptions nothing is saved that could pay for it.";
    }
    return `Request a quote: with these assumptions it pays off below ${dollars(breakEven)} a month.`;
  }
  if (dollars(gain) === "$0") {
    return "With these assumptions it costs as much as it saves.";
  }
  if (gain < 0) {
    return `With these assumptions it costs ${dollars(-gain)} a month more than it saves.`;
  }
  if (firstYear < 0) {
    return "With these assumptions setting it up is not paid back within a year.";
  }
  return `With these assumptions it saves ${dollars(gain)} a month more than it costs.`;
}

function rowOf({ name, how, result, kind }) {
  const row = document.createElement("tr");
  row.className = kind ? `is-${kind}` : "";
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = name;
  const [way, outcome] = [how, result].map((text) => Object.assign(document.createElement("td"), { textContent: text }));
  outcome.className = "figure";
  row.append(head, way, outcome);
  return row;
}

/** Where to go from here: registration on the tier, or a quote that knows the numbers. */
function offer({ tier, fits, price }) {
  const isQuote = !fits || price === null;
  find("take").hidden = isQuote;
  find("take").href = isQuote ? "/#start" : `/?tier=${encodeURIComponent(tier.name)}#start`;
  find("ask-quote").classList.toggle("quiet", !isQuote);
}

let sayTimer = null;
/** Says the outcome to those who listen, once the typing rests. */
function say(text) {
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => show("spoken", text), 900);
}

/** Tells the form for a quote what is known. */
function pass(values, result) {
  document.dispatchEvent(new CustomEvent("assumptions", { detail: { agents: values.agents, checks: values.actions, tier: result.tier.name } }));
}

let addressTimer = null;
/** The query that the fields stand for; a link within the page moves, but changes none of it. */
let knownQuery = location.search;
/** All assumptions or none stand in the address: a link stays true when what a field starts with changes. */
function keepInAddress() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(writeAddress, 300);
}

function writeAddress() {
  clearTimeout(addressTimer);
  const isChanged = inputs.some((input) => input.value.trim() !== input.defaultValue);
  const query = new URLSearchParams(isChanged ? inputs.map(({ name, value }) => [name, value.trim().replaceAll(/(?<=\d)[\s,_'](?=\d)/g, "")]) : []);
  history.replaceState(null, "", location.pathname + (isChanged ? `?${query}` : "") + location.hash);
  knownQuery = location.search;
}

/** Somebody went back or on to other numbers. */
function moved() {
  if (location.search !== knownQuery) {
    knownQuery = location.search;
    readAddress();
    update();
  }
}

function readAddress() {
  const query = new URLSearchParams(location.search);
  for (const input of inputs) {
    input.value = query.get(input.name)?.slice(0, 40) ?? input.defaultValue;
  }
}

function update() {
  const { values, wrong } = read();
  if (wrong.length > 0) {
    showNothing(wrong);
    return;
  }
  const result = compute(values, tiers);
  showResult(result);
  pass(values, result);
}

/** Copies the link, or says where it stands. */
async function share() {
  writeAddress();
  try {
    await navigator.clipboard.writeText(location.href);
    show("said", "Link copied. It opens this page with your numbers.");
  } catch {
    show("said", "The address of this page has your numbers: copy it from there.");
  }
}

function reset() {
  form.reset();
  writeAddress();
  update();
  inputs[0].focus();
}

async function begin() {
  try {
    const answer = await fetch("/api/tiers", { credentials: "omit" });
    tiers = await answer.json();
  } catch {
    tiers = [];
  }
  if (!Array.isArray(tiers) || tiers.length === 0) {
    show("roi-problem", "The tiers could not be read, so nothing is computed. Load this page again.");
    find("roi-problem").hidden = false;
    return;
  }
  readAddress();
  find("roi").hidden = false;
  form.addEventListener("input", () => (update(), keepInAddress()));
  form.addEventListener("submit", (event) => event.preventDefault());
  find("share").addEventListener("click", share);
  find("print").addEventListener("click", () => window.print());
  find("reset").addEventListener("click", reset);
  window.addEventListener("popstate", moved);
  document.dispatchEvent(new CustomEvent("tiers", { detail: tiers }));
  update();
  // The calculator has pushed down what the address names.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

begin();
