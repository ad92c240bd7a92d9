// A key that is shown once, on a page that strangers see: copied, saved as a file, tried with a command.
// It is never stored, and the page is not left by accident before somebody says that it was kept, nor while
// the answer that brings it is under way.

import { find } from "./form.js";

let isKept = true;
let isAwaited = false;
let shown = null;

/** Whether a key stands here that nobody said to have kept. */
export const isUnkept = () => !isKept;

/** Runs what makes a key: whoever leaves meanwhile would lose it. */
export async function awaitSecret(make) {
  isAwaited = true;
  try {
    return await make();
  } finally {
    isAwaited = false;
  }
}

/** `owner`: `{ customer_id, customer_name, key_id?, api_key }`; `origin`: where the appliance is reached. */
export function showSecret(owner, origin) {
  isKept = false;
  shown = owner;
  find("key").textContent = owner.api_key;
  find("customer").textContent = owner.customer_id;
  find("curl").textContent = `curl -s ${origin}/api/customers/me \\\n  -H 'Authorization: Bearer ${owner.api_key}'`;
  find("kept").checked = false;
  find("ask").hidden = true;
  find("done").hidden = false;
  find("done-title").focus();
}

/** Copies, or selects for the reader to copy where the browser does not let us. */
async function copy(id, what) {
  const source = find(id);
  try {
    await navigator.clipboard.writeText(source.textContent);
    say(`${what} copied.`);
  } catch {
    getSelection().selectAllChildren(source);
    say(`${what} selected: copy it with the keyboard.`);
  }
}

function save() {
  const lines = [`API key of ${shown.customer_name} (${shown.customer_id}) at ${location.host}`, shown.api_key, ""];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.join("\n")], { type: "text/plain" }));
  link.download = "portcullis-api-key.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say("Saved as a file. Move it to where you keep secrets, then delete it.");
}

function say(text) {
  find("copied").textContent = text;
}

/** Connects the buttons; called once, before anything is shown. */
export function prepareSecret() {
  find("copy-key").addEventListener("click", () => copy("key", "Key"));
  find("copy-curl").addEventListener("click", () => copy("curl", "Command"));
  find("save-key").addEventListener("click", save);
  find("kept").addEventListener("change", (event) => {
    isKept = event.target.checked;
  });
  window.addEventListener("beforeunload", (event) => {
    if (isAwaited || !isKept) {
      event.preventDefault();
    }
  });
}
