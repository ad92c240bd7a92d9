// A customer to filter by, found by its name: a box that offers what matches while one types.

import { get, url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { Icon } from "../kit/icons.js";
import { setQuery } from "../kit/router.js";
import { classes, html, useEffect, useId, useState } from "../kit/ui.js";

const OFFERED = 8;

/** Customers whose name, address or id matches, a moment after the last key. */
function useMatches(text, isOpen) {
  const [matches, setMatches] = useState([]);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { data } = await get(url("/api/customers", { q: text.trim(), limit: OFFERED }), { signal: aborter.signal });
        setMatches(data.data);
      } catch (error) {
        error.name !== "AbortError" && setMatches([]);
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [text, isOpen]);
  return matches;
}

export function CustomerFilter({ name, value }) {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  const matches = useMatches(text, isOpen);
  const known = useResource(value ? `/api/customers/${encodeURIComponent(value)}` : null);
  const choose = (customer) => {
    setQuery({ [name]: customer.id }, { replace: true });
    setText("");
    setOpen(false);
  };
  const key = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + step + matches.length) % Math.max(matches.length, 1));
    } else if (event.key === "Enter" && isOpen && matches[active]) {
      event.preventDefault();
      choose(matches[active]);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const shows = isOpen && matches.length > 0;
  return html`<div class="filter picker">
    <label for=${id} class="hidden">Customer</label>
    <input id=${id} type="search" role="combobox" autocomplete="off" spellcheck=${false} aria-expanded=${shows} aria-controls=${`${id}-list`} aria-activedescendant=${shows && matches[active] ? `${id}-${active}` : undefined}
      placeholder=${value ? (known.data?.name ?? value) : "Customer"} value=${text} onFocus=${() => setOpen(true)} onBlur=${() => setTimeout(() => setOpen(false), 150)}
      onInput=${(event) => (setText(event.target.value), setActive(0), setOpen(true))} onKeyDown=${key} />
    <ul id=${`${id}-list`} role="listbox" aria-label="Customers" hidden=${!shows}>
      ${matches.map((customer, index) => html`<li key=${customer.id} id=${`${id}-${index}`} role="option" aria-selected=${index === active} class=${classes(index === active && "is-active")} onMouseDown=${(event) => (event.preventDefault(), choose(customer))} onMouseMove=${() => setActive(index)}>
        <${Icon} name="building-2" /><span>${customer.name}</span>
      </li>`)}
    </ul>
  </div>`;
}

/** The customer's name, where it is known by now; its id until then. */
CustomerFilter.Name = function CustomerName({ id }) {
  const customer = useResource(`/api/customers/${encodeURIComponent(id)}`);
  return customer.data?.name ?? id;
};
