// Signing in: as a page of its own, and as a dialog over whatever was being done when a session ended.

import { Dialog } from "./dialog.js";
import { DocumentLink, hasDocument } from "./documents.js";
import { Code, Note } from "./feedback.js";
import { Field, Form, useForm } from "./form.js";
import { Mark } from "./mark.js";
import { signIn, signInWithKey } from "./session.js";
import { html, useEffect, useState } from "./ui.js";

/** Where cookies are refused, and what to do about it. */
export function InsecureNote({ me }) {
  const secure = me?.public_url?.startsWith("https://") ? me.public_url : null;
  return html`<${Note} kind="warning" title="You cannot sign in over this connection">
    <p>It is not encrypted, so a password, a key and the session would be open to everybody on the way.</p>
    <p>${secure ? html`Open <a href=${secure + document.body.dataset.base}>${secure}</a> instead.` : html`Open the page over <strong>https</strong>, or on the machine itself as <code>http://127.0.0.1</code> or <code>http://localhost</code>. Through a tunnel works too:`}</p>
    ${!secure && html`<${Code} text=${`ssh -L 8080:127.0.0.1:${location.port || "80"} ${location.hostname}`} what="the command" />`}
    ${hasDocument("TLS") && html`<p>How to encrypt is in <${DocumentLink} to="TLS">the chapter on TLS<//>.</p>`}
  <//>`;
}

/** `kind`: `operator` (name and password) or `customer` (an API key). */
export function SignInForm({ kind, me, onDone }) {
  const isCustomer = kind === "customer";
  const state = useForm({
    initial: isCustomer ? { api_key: "" } : { username: "", password: "" },
    check: (values) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() === "" ? "is needed" : undefined])),
    submit: async (values) => {
      try {
        onDone(isCustomer ? await signInWithKey(values.api_key.trim()) : await signIn(values.username.trim(), values.password));
      } catch (error) {
        throw explained(error, isCustomer);
      }
    },
  });
  if (me?.kind === "nobody" && me.may_sign_in === false) {
    return html`<${InsecureNote} me=${me} />`;
  }
  return html`<${Form} state=${state} verb="Sign in" busy="Signing in">
    ${
      isCustomer
        ? html`<${Field} state=${state} name="api_key" label="API key" kind="password" mono autocomplete="off" autofocus help="It is exchanged for a session and not kept in the browser." />`
        : html`<${Field} state=${state} name="username" label="Username" autocomplete="username" autocapitalize="none" autofocus />
            <${Field} state=${state} name="password" label="Password" kind="password" autocomplete="current-password" />`
    }
  <//>`;
}

/** A refusal in the words of whoever signs in. */
function explained(error, isCustomer) {
  if (error.status === 401) {
    error.title = isCustomer ? "That is no key that is in force" : "The name or the password is wrong";
    error.message = isCustomer ? "It may be mistyped, revoked or expired." : "Check both, then try again.";
    error.requestId = null;
  } else if (error.status === 429) {
    error.title = "Too many attempts";
    error.message = error.retryAfter ? `Try again in ${error.retryAfter} seconds.` : "Try again in a minute.";
  }
  return error;
}

/** For operators who cannot get in. */
function LockedOut() {
  return html`<details class="locked-out"><summary>Forgotten password</summary>
    <div class="stack"><p>An owner lets you in again under <em>Operators</em>. Or print a link for yourself on the machine:</p>
    <${Code} text="sudo portcullis operator recover --setup-link --username NAME" what="the command" /></div>
  </details>`;
}

/** The page before the console or the portal. */
export function SignInPage({ kind, me, onDone }) {
  const isCustomer = kind === "customer";
  const needsSetup = !isCustomer && me?.needs_setup;
  const maySignIn = !needsSetup && me?.may_sign_in !== false;
  useEffect(() => {
    document.title = `Sign in · ${isCustomer ? "Portal" : "Console"} · Portcullis`;
  }, []);
  return html`<main id="main" class="sign-in" tabindex="-1">
    <div class="sign-in-panel">
      <a href="/" class="brand"><${Mark} />Portcullis</a>
      <div><h1>${isCustomer ? "Customer portal" : "Console"}</h1>
        <p class="faint">${isCustomer ? "Your keys, agents, permissions, approvals and log." : "For the operators of this appliance."}</p></div>
      ${needsSetup ? html`<${NeedsSetup} />` : html`<${SignInForm} kind=${kind} me=${me} onDone=${onDone} />`}
      ${maySignIn && !isCustomer && html`<${LockedOut} />`}
    </div>
    <p class="sign-in-links">${isCustomer ? html`<a href="/console">Operators sign in here</a>` : html`<a href="/portal">Customers sign in here</a>`} <a href="/docs/index">Documentation</a>${hasDocument("HELP") && html` <${DocumentLink} to="HELP">Where to get help<//>`}</p>
  </main>`;
}

function NeedsSetup() {
  return html`<${Note} title="This appliance has no operator yet">
    <p>On the machine, print the setup link and open it. It works once, for 30 minutes:</p>
    <${Code} text="sudo portcullis operator setup-link" what="the command" />
  <//>`;
}

/** Over the page, when the session ended: the page behind keeps what was typed. */
export function SignInAgain({ who, onDone }) {
  const [wrong, setWrong] = useState(null);
  const done = (now) => {
    const isSame = now.kind === who.kind && (now.kind === "operator" ? now.id === who.id : now.customer_id === who.customer_id);
    if (isSame) {
      onDone();
    } else {
      setWrong(now);
      location.reload();
    }
  };
  return html`<${Dialog} title="Your session has ended">
    <p>Sign in again to go on. What you have typed is kept.</p>
    ${wrong && html`<p>Loading the page for ${wrong.username ?? wrong.name}.</p>`}
    <${SignInForm} kind=${who.kind} onDone=${done} />
  <//>`;
}
