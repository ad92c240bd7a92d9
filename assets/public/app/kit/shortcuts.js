// Keys that work anywhere: search, help, `g` and a letter to go to a page. Single keys can be switched
// off, for those who speak to their machine or type by accident.

import { Dialog } from "./dialog.js";
import { go } from "./router.js";
import { html, store, useEffect, useRef, useStore } from "./ui.js";

const STORED = "single-keys";
/** How long `g` waits for its letter. */
const WAIT_MS = 1_500;

/** Whether single keys act; pages with keys of their own ask this too. */
export const singleKeys = store(localStorage.getItem(STORED) !== "off");

function switchSingleKeys(isOn) {
  localStorage.setItem(STORED, isOn ? "on" : "off");
  singleKeys.set(isOn);
}

/** What pages say about their own keys: `[{ title, keys: [[keys, what]] }]`. */
const ofPages = store([]);

/** Lists keys of a page in the help while the page is shown: `[["a", "Approve"], …]`. */
export function useKeyHelp(title, keys) {
  useEffect(() => {
    const entry = { title, keys };
    ofPages.set((all) => [...all, entry]);
    return () => ofPages.set((all) => all.filter((one) => one !== entry));
  }, []);
}

const isTyping = (event) => Boolean(event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]"));
const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/** `items`: `[{ letter, path }]` for `g` and a letter. */
export function useShortcuts({ items, onSearch, onHelp }) {
  const latest = useRef(null);
  latest.current = { items, onSearch, onHelp };
  useEffect(() => {
    let goingSince = 0;
    const listener = (event) => {
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (document.querySelector("dialog[open]")) {
        return;
      }
      if (isK) {
        event.preventDefault();
        latest.current.onSearch();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !singleKeys.get()) {
        return;
      }
      const isGoing = Date.now() - goingSince < WAIT_MS;
      goingSince = 0;
      const target = isGoing && latest.current.items.find(({ letter }) => letter === event.key);
      const run = target ? () => go(target.path) : { "/": latest.current.onSearch, "?": latest.current.onHelp, g: () => (goingSince = Date.now()) }[event.key];
      if (run) {
        // Before any page: the letter after `g` must not also be that page's own key.
        event.preventDefault();
        event.stopImmediatePropagation();
        run();
      }
    };
    window.addEventListener("keydown", listener, true);
    return () => window.removeEventListener("keydown", listener, true);
  }, []);
}

const LISTS = {
  title: "In lists",
  keys: [
    ["j or ↓", "Next row"],
    ["k or ↑", "Row before"],
    ["Home, End", "First row, last row that is loaded"],
    ["Enter or o", "Open the row"],
    ["Esc", "Close what is open"],
  ],
};

/** All keys in one place. */
export function ShortcutHelp({ items, onClose }) {
  const own = useStore(ofPages);
  const isOn = useStore(singleKeys);
  const groups = [
    { title: "Anywhere", keys: [[isMac ? "⌘ K or /" : "Ctrl K or /", "Search"], ["?", "This list"]] },
    ...own,
    LISTS,
    { title: "Go to", keys: items.map(({ letter, title }) => [`g ${letter}`, title]) },
  ];
  return html`<${Dialog} title="Keyboard shortcuts" onClose=${onClose} wide>
    <div class="shortcuts">
      ${groups.filter(({ keys }) => keys.length > 0).map(({ title, keys }) => html`<section key=${title}>
        <h3>${title}</h3>
        <dl>${keys.map(([key, what]) => html`<div key=${key}><dt>${what}</dt><dd><${Keys} text=${key} /></dd></div>`)}</dl>
      </section>`)}
    </div>
    <label class="check"><input type="checkbox" checked=${isOn} onChange=${(event) => switchSingleKeys(event.target.checked)} /> Single keys act${!isOn && html` <span class="faint">(only ${isMac ? "⌘ K" : "Ctrl K"} does now)</span>`}</label>
  <//>`;
}

/** `Ctrl K or /` with each key as a key. */
function Keys({ text }) {
  return text.split(/( or |, | )/).map((part, index) => (index % 2 === 1 ? (part === " " ? " " : html`<span class="faint">${part}</span>`) : html`<kbd key=${index}>${part}</kbd>`));
}
