// A place for a file: chosen, or dropped.

import { bytes } from "../kit/format.js";
import { Icon } from "../kit/icons.js";
import { classes, html, useEffect, useId, useState } from "../kit/ui.js";

/** Why a file cannot be sent, as a sentence; null when it can, or when there is none. */
export function whyNot(file, atMostBytes) {
  if (file?.size === 0) {
    return "The file is empty.";
  }
  return file && file.size > atMostBytes ? `The file has more than ${bytes(atMostBytes)}: split it into several.` : null;
}

/** `file`: the one that is chosen by now; `setFile(file)`. */
export function DropZone({ file, setFile }) {
  const [isOver, setOver] = useState(false);
  const [isTooMany, setTooMany] = useState(false);
  const id = useId();
  useEffect(keepPage, []);
  const take = (files) => {
    setTooMany(files.length > 1);
    files.length === 1 && setFile(files[0]);
  };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return html`<div class=${classes("drop", isOver && "is-over")} onDragOver=${(event) => (event.preventDefault(), setOver(true))} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <input type="file" id=${id} class="drop-input" accept=".csv,text/csv,text/plain" onClick=${forget} onChange=${(event) => take(event.target.files)} />
    <label for=${id}><${Icon} name="upload" />
      ${file ? html`<strong>${file.name}</strong><span class="faint">${bytes(file.size)} · choose another</span>` : html`<strong>Choose a CSV file</strong><span class="faint">or drop one here</span>`}
    </label>
    ${isTooMany && html`<p class="field-error" role="alert">One file at a time.</p>`}
  </div>`;
}

/** A browser says nothing when the same file is chosen again, though it may have been corrected meanwhile. */
const forget = (event) => (event.target.value = "");

/** A file that misses the place is not opened by the browser instead of the page. */
function keepPage() {
  const refuse = (event) => {
    if (!event.defaultPrevented && event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    }
  };
  const names = ["dragover", "drop"];
  names.forEach((name) => window.addEventListener(name, refuse));
  return () => names.forEach((name) => window.removeEventListener(name, refuse));
}
