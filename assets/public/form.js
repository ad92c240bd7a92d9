// A form whose mistakes stand beside the fields. Each field `x` has a line `x-error`; what concerns none
// of them stands in `problem`.

export const find = (id) => document.getElementById(id);

/** Text in which what stands between backticks is code. */
const prose = (text) => text.split("`").map((part, index) => (index % 2 === 1 ? Object.assign(document.createElement("code"), { textContent: part }) : part));

/** Puts a mistake beside its field, or takes it away with an empty text. */
export function showError(name, text) {
  const line = find(`${name}-error`);
  line.replaceChildren(...prose(text));
  line.hidden = text === "";
  if (text === "") {
    find(name).removeAttribute("aria-invalid");
  } else {
    find(name).setAttribute("aria-invalid", "true");
  }
}

function showProblem(text) {
  const box = find("problem");
  box.replaceChildren(...prose(text));
  box.hidden = text === "";
}

/** `named` says what each field is called in a sentence, in the order of the form. */
export function clearErrors(named) {
  showProblem("");
  for (const name of Object.keys(named)) {
    showError(name, "");
  }
}

/** Shows what is wrong where it is wrong, and goes to the first of it. */
export function explain(named, errors, otherwise) {
  const fields = Object.keys(named);
  const known = errors.filter((error) => fields.includes(error.field));
  for (const error of known) {
    showError(error.field, `${named[error.field]} ${error.message}`);
  }
  if (known.length > 0) {
    find(fields.find((name) => known.some((error) => error.field === name))).focus();
  } else {
    showProblem(otherwise);
    find("problem").focus();
  }
}

/** Sends a body as JSON; gives the status, the document that came back, and how many seconds to wait. */
export async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    credentials: "omit",
  });
  const waitSeconds = Number(answer.headers.get("Retry-After")) || null;
  return { status: answer.status, document: await answer.json(), waitSeconds };
}

/** How long to wait in words: `in 40 seconds`, `in 3 minutes`. */
export function waitOf(seconds) {
  if (!seconds) {
    return "later";
  }
  return seconds < 90 ? `in ${seconds} ${seconds === 1 ? "second" : "seconds"}` : `in ${Math.ceil(seconds / 60)} minutes`;
}

/** What a problem says in a sentence, with the number under which the log has it. */
export function told(problem) {
  const detail = problem.detail ?? "The appliance gave no reason.";
  const sentence = detail.charAt(0).toUpperCase() + detail.slice(1);
  const end = sentence.endsWith(".") ? "" : ".";
  return problem.request_id ? `${sentence}${end} (request ${problem.request_id})` : sentence + end;
}
