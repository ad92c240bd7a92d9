// The page behind a one-time link to an API key. The link's secret stands behind the `#`, which a browser
// sends to nobody; it is taken out of the address at once. Looking does not use the link up, since mail
// programs look too: only the button does.

import { clearErrors, explain, find, post, told, waitOf } from "./form.js";
import { prepareSecret, showSecret } from "./secret.js";

const named = { link: "The link" };
const SECTIONS = ["paste", "ask", "over", "done"];
const until = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
let link = null;

/** The secret in what was followed or pasted: a whole address, or the part behind `#`. */
const secretIn = (text) => text.match(/kl-[0-9A-Za-z]+/)?.[0] ?? null;

/** Shows one of the sections, and goes there. */
function show(name) {
  for (const section of SECTIONS) {
    find(section).hidden = section !== name;
  }
  find(`${name}-title`).focus();
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
    link = null;
    show("paste");
    explain(named, [field], "");
  } else {
    problem(`${told(answered)} The link stays good for now.`);
  }
}

/** Beside the button, where there is one; else above the field for the link. */
function problem(text) {
  if (find("ask").hidden) {
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
  clearErrors(named);
  try {
    const { status, document: answered, waitSeconds } = await post("/api/key-links/open", { link });
    if (status !== 200) {
      refused(status, answered, waitSeconds);
      return;
    }
    find("owner").textContent = answered.customer_name;
    const end = new Date(answered.expires_at);
    Object.assign(find("expires"), { textContent: until.format(end), dateTime: answered.expires_at, title: end.toISOString() });
    show("ask");
  } catch {
    problem(NO_ANSWER);
  }
}

/** Uses the link up. */
async function redeem() {
  find("ask-problem").hidden = true;
  find("show").disabled = true;
  try {
    const { status, document: answered, waitSeconds } = await post("/api/key-links/redeem", { link });
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
  }
}

function paste(event) {
  event.preventDefault();
  clearErrors(named);
  link = secretIn(find("link").value);
  if (link) {
    find("paste-form").reset();
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
  if (found) {
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
