// The libraries, as one module: Preact draws, htm reads the markup in template strings. Both are
// loaded before this as plain scripts (see console.html), since their modules name each other by
// bare names, which would take an inline import map.

const { preact, preactHooks, htm } = globalThis;

export const { h, render, Fragment, createContext, toChildArray } = preact;
export const {
  useCallback,
  useContext,
  useEffect,
  useErrorBoundary,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} = preactHooks;
export const html = htm.bind(h);

/** Joins class names, leaving out what is falsy. */
export function classes(...names) {
  return names.filter(Boolean).join(" ");
}

/** A value that components can watch: `get`, `set`, `subscribe`. */
export function store(initial) {
  let value = initial;
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      const changed = typeof next === "function" ? next(value) : next;
      if (!Object.is(changed, value)) {
        value = changed;
        for (const watcher of [...watchers]) {
          watcher(value);
        }
      }
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The value of a store, drawn again when it changes. */
export function useStore(source) {
  const [value, setValue] = useState(source.get());
  useEffect(() => {
    setValue(source.get());
    return source.subscribe(setValue);
  }, [source]);
  return value;
}
