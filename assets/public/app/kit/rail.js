// The way around: the rail at the left, which can be icons only, and a sheet from below on a phone.

import { Icon } from "./icons.js";
import { Mark } from "./mark.js";
import { Link, usePlace } from "./router.js";
import { classes, html, useEffect, useRef, useState } from "./ui.js";

export const RAIL_ID = "rail";

export function Rail({ name, sections, isOpen, close }) {
  const [isSmall, setSmall] = useState(localStorage.getItem("rail") === "small");
  const rail = useSheet(isOpen, close);
  const toggle = () => {
    localStorage.setItem("rail", isSmall ? "wide" : "small");
    setSmall(!isSmall);
  };
  return html`${isOpen && html`<div class="rail-veil only-narrow" onClick=${close}></div>`}
    <nav ref=${rail} id=${RAIL_ID} class=${classes("rail", isSmall && "is-small", isOpen && "is-open")} aria-label="Main">
      <${Link} to="/" class="brand" aria-label=${isSmall ? `Portcullis ${name}` : undefined}><${Mark} /><span>Portcullis</span> <small>${name}</small><//>
      ${sections.map((section, index) => html`<div key=${index} class="rail-section">
        ${section.title && html`<h2>${section.title}</h2>`}
        <ul>${section.items.map((item) => html`<${RailItem} key=${item.path} ...${item} hint=${item.letter && `g ${item.letter}`} isSmall=${isSmall} />`)}</ul>
      </div>`)}
      <span class="spring"></span>
      <button type="button" class="rail-item rail-toggle" onClick=${toggle} aria-label="Icons only" aria-pressed=${isSmall} title=${isSmall ? "Show words" : "Icons only"}>
        <${Icon} name=${isSmall ? "panel-left-open" : "panel-left-close"} /><span>Icons only</span>
      </button>
    </nav>`;
}

/** As a sheet it takes the focus when it opens, gives it back when it goes, and Escape closes it. */
function useSheet(isOpen, close) {
  const rail = useRef(null);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const before = document.activeElement;
    (rail.current.querySelector("[aria-current]") ?? rail.current.querySelector("a"))?.focus();
    const key = (event) => event.key === "Escape" && close();
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("keydown", key);
      rail.current?.contains(document.activeElement) && before?.focus?.();
    };
  }, [isOpen]);
  return rail;
}

function RailItem({ path, title, icon, count, hint, isSmall }) {
  const place = usePlace().path;
  const isHere = path === "/" ? place === "/" : place === path || place.startsWith(`${path}/`);
  const tip = [isSmall && title, hint].filter(Boolean).join(" · ");
  return html`<li><${Link} to=${path} class="rail-item" aria-current=${isHere ? "page" : undefined} title=${tip || undefined}>
    <${Icon} name=${icon} /><span>${title}</span>${count > 0 && html`<b class="count"><span aria-hidden="true">${count > 99 ? "99+" : count}</span><span class="hidden">, ${count} waiting</span></b>`}
  <//></li>`;
}
