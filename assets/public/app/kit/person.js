// The reader's own menu: who is signed in, colours, account, help, signing out.

import { DocumentLink, hasDocument } from "./documents.js";
import { Icon } from "./icons.js";
import { Link } from "./router.js";
import { may, signOut } from "./session.js";
import { choose, useThemeChoice } from "./theme.js";
import { html, useEffect, useId, useRef, useState } from "./ui.js";

const THEMES = [["system", "monitor", "System"], ["light", "sun", "Light"], ["dark", "moon", "Dark"]];

/** Closes on Escape, on a click elsewhere and when the focus goes elsewhere. */
function useDisclosure() {
  const [isOpen, setOpen] = useState(false);
  const box = useRef(null);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const outside = ({ target }) => !box.current?.contains(target) && setOpen(false);
    const key = (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        setOpen(false);
        box.current?.querySelector("button")?.focus();
      }
    };
    document.addEventListener("click", outside);
    document.addEventListener("focusin", outside);
    document.addEventListener("keydown", key, true);
    return () => {
      document.removeEventListener("click", outside);
      document.removeEventListener("focusin", outside);
      document.removeEventListener("keydown", key, true);
    };
  }, [isOpen]);
  return { isOpen, setOpen, box };
}

export function Person({ who, onHelp }) {
  const { isOpen, setOpen, box } = useDisclosure();
  const theme = useThemeChoice();
  const id = useId();
  const name = who.username ?? who.name;
  const close = () => setOpen(false);
  return html`<div class="person" ref=${box}>
    <button type="button" class="button quiet" aria-label=${`${name}: account and settings`} aria-expanded=${isOpen} aria-controls=${id} onClick=${() => setOpen(!isOpen)}><${Icon} name="user" /><span class="person-name">${name}</span><${Icon} name="chevron-down" /></button>
    <div class="menu" id=${id} hidden=${!isOpen}>
      <p class="menu-who"><strong>${name}</strong><span class="faint">${who.role ?? "customer"}</span></p>
      <fieldset class="segments"><legend class="hidden">Colours</legend>
        ${THEMES.map(([key, icon, label]) => html`<label key=${key}><input type="radio" name="theme" checked=${theme === key} onChange=${() => choose(key)} /><span><${Icon} name=${icon} />${label}</span></label>`)}
      </fieldset>
      <ul>
        ${may(who, "read") && html`<li><${Link} to="/account" class="menu-item" onClickCapture=${close}><${Icon} name="user-cog" />${who.kind === "operator" ? "Account, tokens, sessions" : "Sessions"}<//></li>`}
        <li><button type="button" class="menu-item" onClick=${() => (close(), onHelp())}><${Icon} name="keyboard" />Keyboard shortcuts<kbd>?</kbd></button></li>
        <li><a class="menu-item" href="/docs/index"><${Icon} name="book-open" />Documentation</a></li>
        ${hasDocument("HELP") && html`<li><${DocumentLink} to="HELP" class="menu-item"><${Icon} name="info" />Where to get help<//></li>`}
        <li><a class="menu-item" href="/docs"><${Icon} name="list" />API reference</a></li>
        <li><button type="button" class="menu-item" onClick=${signOut}><${Icon} name="log-out" />Sign out</button></li>
      </ul>
    </div>
  </div>`;
}
