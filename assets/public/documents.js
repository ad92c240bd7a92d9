// The search in the documents: every section that has all the words, the best first.

const find = (id) => document.getElementById(id);
const MOST_RESULTS = 40;
/** Characters of a section that are shown around the first word found. */
const EXCERPT = 180;

let loading = null;

/** The sections, read once; again when that failed. */
function allSections() {
  loading ??= load();
  loading.catch(() => (loading = null));
  return loading;
}

async function load() {
  const answer = await fetch("/docs/search.json", { credentials: "omit" });
  if (!answer.ok) {
    throw new Error(`answered ${answer.status}`);
  }
  const documents = await answer.json();
  return documents.flatMap(({ name, title, sections: all }) =>
    all.map(({ anchor, heading, text }) => ({
      href: `/docs/${name}${anchor === "" ? "" : `#${anchor}`}`,
      title,
      heading,
      text,
      inTitle: title.toLowerCase(),
      inHeading: heading.toLowerCase(),
      inText: text.toLowerCase(),
    })),
  );
}

/** How well a section fits: 0 when a word is missing; what stands in a heading counts more. */
function weight(section, words) {
  let sum = 0;
  for (const word of words) {
    const inHeading = section.inHeading.includes(word);
    const inTitle = section.inTitle.includes(word);
    const inText = section.inText.includes(word);
    if (!inHeading && !inTitle && !inText) {
      return 0;
    }
    sum += (inHeading ? 8 : 0) + (inTitle ? 3 : 0) + (inText ? 1 : 0);
  }
  return sum;
}

/** The text with the words marked. */
function marked(text, words) {
  const parts = document.createDocumentFragment();
  const lower = text.toLowerCase();
  let at = 0;
  while (at < text.length) {
    let next = -1;
    let length = 0;
    for (const word of words) {
      const place = lower.indexOf(word, at);
      if (place >= 0 && (next < 0 || place < next)) {
        next = place;
        length = word.length;
      }
    }
    if (next < 0) {
      break;
    }
    parts.append(text.slice(at, next));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(next, next + length);
    parts.append(mark);
    at = next + length;
  }
  parts.append(text.slice(at));
  return parts;
}

function excerpt(section, words) {
  const places = words.map((word) => section.inText.indexOf(word)).filter((place) => place >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  // From the beginning of a word to the end of one.
  const from = section.text.lastIndexOf(" ", Math.max(0, first - EXCERPT / 3)) + 1;
  const space = section.text.indexOf(" ", from + EXCERPT);
  const end = space < 0 ? section.text.length : space;
  const before = from > 0 ? "… " : "";
  const after = end < section.text.length ? " …" : "";
  return before + section.text.slice(from, end) + after;
}

function result(section, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = section.href;
  link.append(marked(section.heading === "" ? section.title : section.heading, words));
  const place = document.createElement("span");
  place.className = "place";
  place.textContent = section.heading === "" ? "" : section.title;
  const text = document.createElement("p");
  text.append(marked(excerpt(section, words), words));
  item.append(link, place, text);
  return item;
}

function say(text) {
  find("found").textContent = text;
}

function show(sections, words) {
  const fitting = sections
    .map((section) => ({ section, sum: weight(section, words) }))
    .filter(({ sum }) => sum > 0)
    .sort((one, other) => other.sum - one.sum);
  const shown = fitting.slice(0, MOST_RESULTS);
  find("results").replaceChildren(...shown.map(({ section }) => result(section, words)));
  const places = fitting.length === 1 ? "1 place" : `${fitting.length} places`;
  const cut = fitting.length > MOST_RESULTS ? `, the best ${MOST_RESULTS} are shown` : "";
  find("list").hidden = fitting.length > 0;
  say(fitting.length === 0 ? "Nothing has all these words. Try fewer of them, or choose a document below." : `${places}${cut}.`);
}

async function search() {
  const text = find("q").value.trim();
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const place = new URL(location.href);
  place.search = text === "" ? "" : new URLSearchParams({ q: text }).toString();
  history.replaceState(null, "", place);
  if (words.length === 0) {
    find("list").hidden = false;
    find("results").replaceChildren();
    say("");
    return;
  }
  let sections;
  try {
    sections = await allSections();
  } catch {
    say("The index could not be loaded. Try again when the appliance answers.");
    find("list").hidden = false;
    return;
  }
  // What was typed meanwhile is searched by its own turn.
  if (find("q").value.trim() === text) {
    show(sections, words);
  }
}

find("search").hidden = false;
find("q").value = new URLSearchParams(location.search).get("q") ?? "";
find("search").addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
find("q").addEventListener("input", search);
if (find("q").value !== "") {
  search();
}
