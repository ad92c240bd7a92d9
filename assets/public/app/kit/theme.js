// Light and dark: as the system says, or as the reader chose here.

import { store, useStore } from "./ui.js";

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
/** `system`, `light` or `dark`. */
export const choice = store(localStorage.getItem(KEY) ?? "system");
/** What is drawn: `light` or `dark`. */
const drawn = store("light");

function apply() {
  const chosen = choice.get();
  if (chosen === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
  drawn.set(chosen === "system" ? (system.matches ? "dark" : "light") : chosen);
}

export function choose(next) {
  localStorage.setItem(KEY, next);
  choice.set(next);
}

choice.subscribe(apply);
system.addEventListener("change", apply);
apply();

export const useTheme = () => useStore(drawn);
export const useThemeChoice = () => useStore(choice);
