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

function finish(operator) {
  form.reset();
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
    const { status, document: answered } = await send();
    if (status === 201) {
      finish(answered);
    } else {
      explain(named, answered.errors ?? [], told(answered));
    }
  } catch {
    explain(named, [], "The appliance did not answer. Nothing was changed, or it was: try to sign in.");
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
