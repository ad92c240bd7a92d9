// The request for a quote on the pricing page. It takes over what the calculator knows, as long as nobody
// typed something else, and says in words what is wrong where it is wrong.

import { amountOf } from "./amount.js";
import { clearErrors, explain, find, post, told, waitOf } from "./form.js";

const form = find("quote-form");
/** What each field is called in a sentence, by the element's name. */
const named = {
  company: "The company",
  contact: "Your name",
  email: "The address",
  subscription_tier: "The tier",
  "quote-agents": "The number of agents",
  "quote-checks": "The number of checks",
  message: "The message",
};
/** Fields of the API by the name of the element, where they differ. */
const NUMBERS = { "quote-agents": "agents", "quote-checks": "checks_per_month" };
const typed = new Set();

const textOf = (name) => find(name).value.trim();

function mistakes() {
  const wrong = [];
  for (const name of ["company", "contact", "email"]) {
    if (textOf(name) === "") {
      wrong.push({ field: name, message: "is needed" });
    }
  }
  if (textOf("email") !== "" && !textOf("email").includes("@")) {
    wrong.push({ field: "email", message: "needs an `@` in it" });
  }
  for (const name of Object.keys(NUMBERS)) {
    const { mistake } = numberOf(name);
    if (mistake) {
      wrong.push({ field: name, message: mistake });
    }
  }
  return wrong;
}

/** A number that may be left out. */
function numberOf(name) {
  return textOf(name) === "" ? {} : amountOf(textOf(name), { min: 0, max: Number(find(name).dataset.max), isWhole: true });
}

function bodyOf() {
  const body = { company: textOf("company"), contact: textOf("contact"), email: textOf("email") };
  for (const name of ["subscription_tier", "message"]) {
    if (textOf(name) !== "") {
      body[name] = textOf(name);
    }
  }
  for (const [name, field] of Object.entries(NUMBERS)) {
    const { value } = numberOf(name);
    if (value !== undefined) {
      body[field] = value;
    }
  }
  return body;
}

/** The API's names of fields as those of the elements. */
const asElements = (errors) => errors.map((error) => ({ ...error, field: Object.keys(NUMBERS).find((name) => NUMBERS[name] === error.field) ?? error.field }));

function finish({ quote_id: id }, email) {
  form.reset();
  typed.clear();
  find("quote-id").textContent = id;
  find("quote-email").textContent = email;
  find("quote-ask").hidden = true;
  find("quote-done").hidden = false;
  find("quote-done-title").focus();
}

function refused(status, answered, waitSeconds) {
  if (status === 429) {
    explain(named, [], `Too many requests came from your network or are open. What you typed is still here: try again ${waitOf(waitSeconds)}.`);
    return;
  }
  explain(named, asElements(answered.errors ?? []), told(answered));
}

async function submit(event) {
  event.preventDefault();
  clearErrors(named);
  const wrong = mistakes();
  if (wrong.length > 0) {
    explain(named, wrong, "");
    return;
  }
  const body = bodyOf();
  find("send").disabled = true;
  try {
    const { status, document: answered, waitSeconds } = await post("/api/quotes", body);
    if (status === 201) {
      finish(answered, body.email);
    } else {
      refused(status, answered, waitSeconds);
    }
  } catch {
    explain(named, [], "The appliance did not answer. What you typed is still here: try again.");
  } finally {
    find("send").disabled = false;
  }
}

/** Puts in what the calculator knows, where nobody typed. */
function takeOver(name, value) {
  if (value !== undefined && !typed.has(name)) {
    find(name).value = name in NUMBERS ? value.toLocaleString("en-US") : value;
  }
}

function offerTiers({ detail: tiers }) {
  const options = tiers.map(({ name, title }) => Object.assign(document.createElement("option"), { value: name, textContent: title }));
  find("subscription_tier").append(...options);
}

// An appliance that takes no requests sends no form.
if (form) {
  document.addEventListener("tiers", offerTiers);
  document.addEventListener("assumptions", ({ detail: { agents, checks, tier } }) => {
    takeOver("quote-agents", agents);
    takeOver("quote-checks", checks);
    takeOver("subscription_tier", tier);
  });
  find("quote-ask").hidden = false;
  form.addEventListener("submit", submit);
  form.addEventListener("input", ({ target }) => typed.add(target.name));
}
