// Registration on the front page. The key is shown once: it is never stored, and the page is not left
// by accident while nobody has taken it.

import { clearErrors, explain, find, post, told } from "./form.js";

const form = find("form");
/** What each field is called in a sentence. */
const named = { name: "The name", email: "The address", subscription_tier: "The tier" };
let isTaken = true;

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

function curlWith(key) {
  return `curl -s ${find("origin").textContent}/api/customers/me \\\n  -H 'Authorization: Bearer ${key}'`;
}

function finish(registered) {
  form.reset();
  isTaken = false;
  find("key").textContent = registered.api_key;
  find("customer").textContent = registered.customer_id;
  find("curl").textContent = curlWith(registered.api_key);
  find("ask").hidden = true;
  find("done").hidden = false;
  find("done-title").focus();
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
    const { status, document: answered } = await post(form.action, body);
    if (status === 201) {
      finish(answered);
    } else if (answered.code === "email_taken") {
      const message = "is registered already: use the key that you have, or ask an operator";
      explain(named, [{ field: "email", message }], "");
    } else {
      explain(named, answered.errors ?? [], told(answered));
    }
  } catch {
    explain(named, [], "The appliance did not answer. What you typed is still here: try again.");
  } finally {
    find("send").disabled = false;
  }
}

/** Copies, or selects for the reader to copy where the browser does not let us. */
async function copy(id, what) {
  const source = find(id);
  try {
    await navigator.clipboard.writeText(source.textContent);
    find("copied").textContent = `${what} copied.`;
    isTaken = true;
  } catch {
    getSelection().selectAllChildren(source);
    find("copied").textContent = `${what} selected: copy it with the keyboard.`;
  }
}

if (form) {
  find("ask").hidden = false;
  form.addEventListener("submit", submit);
  find("copy-key").addEventListener("click", () => copy("key", "Key"));
  find("copy-curl").addEventListener("click", () => copy("curl", "Command"));
  // Whoever copies by hand has taken it too.
  document.addEventListener("copy", () => {
    isTaken = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isTaken) {
      event.preventDefault();
    }
  });
}
