// Choosing a customer by typing part of its name: what is chosen lives in the address.

import { url } from "../kit/api.js";
import { useResource } from "../kit/data.js";
import { classes, html, useEffect, useId, useRef, useState } from "../kit/ui.js";

const SHOWN = 12;

/** `chosen`: the customer now; `choose(customer)`. */
export function CustomerChoice({ chosen, choose }) {
  const [text, setText] = useState(null);
  const [wanted, setWanted] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef(null);
  const id = useId();
  const isOpen = text !== null;
  const found = useResource(isOpen ? url("/api/customers", { q: wanted, limit: SHOWN }) : null);
  useEffect(() => {
    const timer = setTimeout(() => setWanted((text ?? "").trim()), 150);
    return () => clearTimeout(timer);
  }, [text]);
  const items = isOpen ? (found.data?.data ?? []) : [];
  const place = Math.min(active, items.length - 1);
  const take = (customer) => {
    setText(null);
    input.current?.blur();
    choose(customer);
  };
  const onKeyDown = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setText(text ?? "");
      setActive((place + (event.key === "ArrowDown" ? 1 : -1) + items.length) % Math.max(items.length, 1));
    } else if (event.key === "Enter" && items[place]) {
      event.preventDefault();
      take(items[place]);
    } else if (event.key === "Escape") {
      setText(null);
    }
  };
  return html`<div class="customer-choice"><label for=${id} class="hidden">Customer</label>
    <input ref=${input} id=${id} type="search" role="combobox" autocomplete="off" aria-expanded=${isOpen && items.length > 0} aria-controls=${`${id}-list`} aria-activedescendant=${items[place] ? `${id}-${place}` : undefined}
      placeholder=${chosen ? chosen.name : "Choose a customer"} value=${text ?? chosen?.name ?? ""} onFocus=${() => setText("")} onBlur=${() => setText(null)} onInput=${(event) => (setText(event.target.value), setActive(0))} onKeyDown=${onKeyDown} />
    <ul id=${`${id}-list`} role="listbox" aria-label="Customers" hidden=${!isOpen || items.length === 0}>
      ${items.map((customer, index) => html`<li key=${customer.id} id=${`${id}-${index}`} role="option" aria-selected=${index === place} class=${classes(index === place && "is-active")} onMouseDown=${(event) => (event.preventDefault(), take(customer))} onMouseMove=${() => setActive(index)}>
        <span>${customer.name}</span><span class="faint">${customer.subscription_tier}</span></li>`)}
    </ul>
    ${isOpen && !found.isLoading && items.length === 0 && html`<p class="faint" role="status">No customer is called that.</p>`}
  </div>`;
}
