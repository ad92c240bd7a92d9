// The page behind a setup link. The token stands behind the `#`, which a browser sends to nobody;
// it is taken out of the address at once, so that it stays in no history either.

import { clearErrors, explain, find, post, told } from "./form.js";

const form = find("form");
/** What each field is called in a sentence. */
const named = {
  token: "The setup link",
  username: "The username",
  password: "The password",
  again: "This password",
};

/** The token in what was pasted: a whole link, or the token alone. */
function tokenIn(text) {
  const found = text.match(/set-[0-9A-Za-z]+/);
  return found ? found[0] : text.trim();
}

function mistakes() {
  const wrong = [];
  if (tokenIn(find("token").value) === "") {
    wrong.push({ field: "token", message: "is needed: follow the setup link, or paste it" });
  }
  if ([...find("password").value].length < 12) {
    wrong.push({ field: "password", message: "must have at least 12 characters" });
  } else if (find("password").value !== find("again").value) {
    wrong.push({ field: "again", message: "differs from the password above" });
  }
  return wrong;
}

async function send() {
  const body = { token: tokenIn(find("token").value), password: find("password").value };
  const username = find("username").value.trim();
  if (username !== "") {
    body.username = username;
  }
  return post("/api/setup", body);
}

/** Signs in with what was just chosen; says whether that worked. */
async function signIn(username, password) {
  const answer = await fetch("/api/operators/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
    credentials: "same-origin",
  });
  return answer.ok;
}

/** Where an operator begins: the first steps while there is no customer, the overview afterwards. */
async function beginning() {
  const answer = await fetch("/api/customers?limit=1", { credentials: "same-origin" });
  const isEmpty = answer.ok && (await answer.json()).data.length === 0;
  return isEmpty ? "/console/welcome" : "/console";
}

/** Goes on to the console, signed in; where that fails, says that the password is set. */
async function finish(operator, password) {
  form.reset();
  const isSignedIn = await signIn(operator.username, password).catch(() => false);
  if (isSignedIn) {
    location.replace(await beginning().catch(() => "/console"));
    return;
  }
  find("done-name").textContent = operator.username;
  find("done-role").textContent = operator.role;
  find("ask").hidden = true;
  find("done").hidden = false;
  document.title = "Done · Portcullis";
  find("done-title").focus();
}

async function submit(event) {
  event.preventDefault();
  clearErrors(named);
  const wrong = mistakes();
  if (wrong.length > 0) {
    explain(named, wrong, "");
    return;
  }
  find("send").disabled = true;
  try {
    const password = find("password").value;
    const { status, document: answered } = await send();
    if (status === 201) {
      await finish(answered, password);
    } else {
      explain(named, answered.errors ?? [], told(answered));
    }
  } catch {
    explain(named, [], "The appliance did not answer. Nothing was changed, or it was: try to sign in at /console.");
  } finally {
    find("send").disabled = false;
  }
}

/** Takes the token out of the address into the form: also when a link is followed while here. */
function takeToken() {
  const token = tokenIn(location.hash.slice(1));
  if (token.startsWith("set-")) {
    find("token").value = token;
    history.replaceState(null, "", location.pathname);
    find("username").focus();
  }
}

if (form) {
  form.addEventListener("submit", submit);
  window.addEventListener("hashchange", takeToken);
  takeToken();
}
