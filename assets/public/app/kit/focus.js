// Where the focus goes when what had it is gone or was disabled for a while: a browser leaves it nowhere.

import { useEffect } from "./ui.js";

const isNowhere = () => document.activeElement === document.body || document.activeElement === null;

/**
 * Takes the focus to what appeared in the place of what the reader had just used: not from anything else
 * that has it, and not on a page that was only loaded. `deps`: what changes when it appears.
 */
export function useFocusHere(element, deps) {
  useEffect(() => {
    if (isNowhere() && navigator.userActivation?.hasBeenActive) {
      element.current?.focus();
    }
  }, deps);
}

/** Gives the focus back to a button that can be pressed again; `find()` gives it. */
export const refocus = (find) => setTimeout(() => isNowhere() && find()?.focus(), 0);
