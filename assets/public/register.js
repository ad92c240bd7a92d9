// Registration on the front page, and the key that it shows once.

import { clearErrors, explain, find, post, told, waitOf } from "./form.js";
import { awaitSecret, prepareSecret, showSecret } from "./secret.js";

const form = find("form");
/** What each field is called in a sentence. */
const named = { name: "The name", email: "The address", subscription_tier: "The tier" };
const TAKEN = "is registered already: use the key that you have, or ask an operator";
/** An address that was sent without an answer: the registration may have been made all the same. */
let unanswered = null;

function mistakes(body) {
  const wrong = [];
  if (body.name === "") {
    wrong.push({ field: "name", message: "is needed" });
  }
  if (body.email === "") {
    wrong.push({ field: "email", message: "is needed" });
  } else if (!body.email.includes("@")) {
    wrong.push({ field: "email", message: "needs an `@` in it" });
  }
  return wrong;
}

function finish(registered, name) {
  form.reset();
  showSecret({ ...registered, customer_name: name }, find("origin").textContent);
}

async function submit(event) {
  event.preventDefault();
  clearErrors(named);
  const body = {
    name: find("name").value.trim(),
    email: find("email").value.trim(),
    subscription_tier: find("subscription_tier").value,
  };
  const wrong = mistakes(body);
  if (wrong.length > 0) {
    explain(named, wrong, "");
    return;
  }
  find("send").disabled = true;
  try {
    const { status, document: answered, waitSeconds } = await awaitSecret(() => post(form.action, body));
    if (status === 201) {
      finish(answered, body.name);
    } else if (answered.code === "email_taken") {
      const message = unanswered === body.email ? "is registered, probably by the attempt that got no answer. Its key cannot be shown any more: ask an operator for a link to another one" : TAKEN;
      explain(named, [{ field: "email", message }], "");
    } else if (status === 429) {
      explain(named, [], `Too many registrations came from your network. What you typed is still here: try again ${waitOf(waitSeconds)}.`);
    } else {
      explain(named, answered.errors ?? [], told(answered));
    }
  } catch {
    unanswered = body.email;
    explain(named, [], "The appliance did not answer. What you typed is still here: try again.");
  } finally {
    find("send").disabled = false;
  }
}

/** The tier that the address asks for, where it is on offer; else the one that the form starts with. */
function chooseTier() {
  const wanted = new URLSearchParams(location.search).get("tier");
  const select = find("subscription_tier");
  if ([...select.options].some(({ value }) => value === wanted)) {
    select.value = wanted;
  }
}

if (form) {
  prepareSecret();
  chooseTier();
  find("ask").hidden = false;
  form.addEventListener("submit", submit);
}
