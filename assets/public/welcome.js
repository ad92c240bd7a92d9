// The page behind a one-time link to an API key. The link's secret stands behind the `#`, which a browser
// sends to nobody; it is taken out of the address at once. Looking does not use the link up, since mail
// programs look too: only the button does.

import { clearErrors, explain, find, post, told, waitOf } from "./form.js";
import { awaitSecret, isUnkept, prepareSecret, showSecret } from "./secret.js";

const named = { link: "The link" };
const SECTIONS = ["paste", "ask", "over", "done"];
const until = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
let link = null;
let isRedeeming = false;

/** The secret in what was followed or pasted: a whole address, or the part behind `#`. */
const secretIn = (text) => text.match(/kl-[0-9A-Za-z]+/)?.[0] ?? null;

/** Shows one of the sections, and goes there. */
function show(name) {
  for (const section of SECTIONS) {
    find(section).hidden = section !== name;
  }
  find(`${name}-title`).focus();
}

/** Shows whose key it is, above the button. */
function ask({ customer_name: name, expires_at: expires }) {
  find("paste-form").reset();
  find("owner").textContent = name;
  const end = new Date(expires);
  Object.assign(find("expires"), { textContent: until.format(end), dateTime: expires, title: end.toISOString() });
  show("ask");
}

/** What the appliance answered when it did not do it. */
function refused(status, answered, waitSeconds) {
  if (status === 404) {
    show("over");
    return;
  }
  const field = (answered.errors ?? []).find((error) => error.field === "link");
  if (status === 429) {
    problem(`Too many links were tried from your network. Yours is still good: try again ${waitOf(waitSeconds)}.`);
  } else if (field) {
    find("link").value = link;
    link = null;
    show("paste");
    explain(named, [field], "");
  } else {
    problem(`${told(answered)} The link stays good for now.`);
  }
}

/** Beside the button, where there is one; else above the field for the link, which is there to be sent again. */
function problem(text) {
  if (find("ask").hidden) {
    find("link").value = link ?? find("link").value;
    show("paste");
    explain(named, [], text);
  } else {
    find("ask-problem").textContent = text;
    find("ask-problem").hidden = text === "";
    find("ask-problem").focus();
  }
}

const NO_ANSWER = "The appliance did not answer. The link is still good, unless a key was shown: try again.";

/** Asks whose key it is; the link stays good. */
async function look() {
  const asked = link;
  clearErrors(named);
  // The button below the name of one customer must not use up the link of another.
  find("ask").hidden = true;
  const answer = await post("/api/key-links/open", { link }).catch(() => null);
  if (asked !== link) {
    return;
  }
  find("ask-problem").hidden = true;
  if (!answer) {
    problem(NO_ANSWER);
  } else if (answer.status === 200) {
    ask(answer.document);
  } else {
    refused(answer.status, answer.document, answer.waitSeconds);
  }
}

/** Uses the link up. */
async function redeem() {
  find("ask-problem").hidden = true;
  find("show").disabled = true;
  isRedeeming = true;
  try {
    const { status, document: answered, waitSeconds } = await awaitSecret(() => post("/api/key-links/redeem", { link }));
    if (status !== 201) {
      refused(status, answered, waitSeconds);
      return;
    }
    link = null;
    for (const element of document.querySelectorAll(".owner")) {
      element.textContent = answered.customer_name;
    }
    document.title = "Your API key · Portcullis";
    showSecret(answered, location.origin);
  } catch {
    problem(NO_ANSWER);
  } finally {
    find("show").disabled = false;
    isRedeeming = false;
  }
}

function paste(event) {
  event.preventDefault();
  clearErrors(named);
  link = secretIn(find("link").value);
  if (link) {
    look();
  } else {
    const message = find("link").value.trim() === "" ? "is needed" : "is not whole: it has `#kl-` and a long word behind it";
    explain(named, [{ field: "link", message }], "");
  }
}

/** Takes the secret out of the address: also when a link is followed while here. */
function follow() {
  const found = secretIn(location.hash);
  if (location.hash !== "") {
    history.replaceState(null, "", location.pathname);
  }
  if (found && (isUnkept() || isRedeeming)) {
    // The key that stands here, or comes in a moment, would be lost; the other link stays good.
    find("later").hidden = false;
  } else if (found) {
    link = found;
    look();
  } else if (!link && find("done").hidden) {
    show("paste");
  }
}

prepareSecret();
find("paste-form").addEventListener("submit", paste);
find("show").addEventListener("click", redeem);
find("again").addEventListener("click", () => show("paste"));
window.addEventListener("hashchange", follow);
follow();
