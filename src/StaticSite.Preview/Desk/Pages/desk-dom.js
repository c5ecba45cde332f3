import { language, say } from "./desk-words.js";

/** An element. Properties that have a dash or are no property of the element become attributes; texts stay texts. */
export function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null) {
      continue;
    }
    if (name in element && !name.includes("-")) {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A name by id: in the desk's language, or else in any. */
export function nameOf(names, id) {
  const known = names?.[id];
  return known ? known[language] ?? Object.values(known)[0] ?? id : id;
}

export function sectionName(section) {
  return section.id === "_title" || section.id === "_start" ? say(`section.${section.id}`) : section.heading || section.id;
}

/** "Results, Methods (added)" */
export function sectionList(sections) {
  return sections
    .map((section) => sectionName(section) + (section.change === "changed" ? "" : language === "zh" ? `（${say(`change.${section.change}`)}）` : ` (${say(`change.${section.change}`)})`))
    .join(say("list"));
}

/** What is known of one language of a bundle, as badges: its state, then how it stands to its source. */
export function badges(page) {
  const state = make("span", { className: `badge ${page.state}` }, say(`state.${page.state}`, page.state === "future" ? page.from : ""));
  return page.translation && page.title !== undefined ? [state, translationBadge(page)] : [state];
}

function translationBadge(page) {
  const text = page.translation === "outdated" ? say("translation.outdated", page.since, sectionList(page.sections ?? [])) : say(`translation.${page.translation}`);
  return make("span", { className: `badge ${page.translation}`, title: text }, text);
}

export function findingItem(finding) {
  const place = `${finding.path}:${finding.line}:${finding.column}`;
  return make(
    "li",
    { className: `finding ${finding.severity}` },
    make("p", { className: "message" }, make("b", { className: "severity" }, say(finding.severity)), " ", finding.message),
    finding.hint ? make("p", { className: "hint" }, say("hint"), finding.hint) : null,
    make("p", { className: "place" }, make("a", { href: finding.editor }, place), " ", make("code", {}, finding.code)),
  );
}

/** Where a link opens a program, the page stays. */
export function openEditor(address) {
  make("a", { href: address }).click();
}
