import { say, switchLanguage, translate } from "./desk-words.js";
import { badges, make, sectionName } from "./desk-dom.js";
import { fetchJson, follow } from "./desk-live.js";
import { choose, prepare, readQuery, search, sorter } from "./desk-query.js";
import { addStyles, findNumber, mark } from "./pair-marks.js";
import { drawPanel } from "./pair-panel.js";
import { align, PairSide } from "./pair-scroll.js";

const at = (id) => document.getElementById(id);
const id = decodeURIComponent(location.pathname.slice("/_desk/pair/".length));
const query = new URLSearchParams(location.search);
const marksCss = await (await fetch("/_desk/files/pair-marks.css")).text();

translate(document);
document.title = say("pairTitle", id);
at("id").textContent = id;
at("back").href = `/_desk/${query.get("from") ?? ""}`;

let pair = null;
let numbers = [];
let leader = null;

const events = { onLoad: (side) => settle(side), onMeasure: drawBars, onScroll };
const left = new PairSide(at("left"), events);
const right = new PairSide(at("right"), events);
const otherOf = (side) => (side === left ? right : left);
const nameOf = (side) => (side === left ? "left" : "right");

async function load() {
  const wanted = new URLSearchParams();
  ["left", "right"].filter((name) => query.has(name)).forEach((name) => wanted.set(name, query.get(name)));
  try {
    pair = await fetchJson(`/_desk/pair/${encodeURIComponent(id)}/data?${wanted}`);
  } catch (error) {
    // Without a tag to go on from, the next connection is told to fetch all.
    pair = null;
    at("sides").hidden = true;
    at("message").hidden = false;
    at("message").textContent = say(error.message.startsWith("404") ? "unknownBundle" : "unreachable");
    return;
  }
  at("message").hidden = Boolean(pair.right);
  at("message").textContent = say("oneLanguage");
  at("sides").hidden = false;
  at("right").hidden = !pair.right;
  showSide(left, pair.left);
  if (pair.right) {
    showSide(right, pair.right);
  }
  showPickers();
  settle(left);
  settle(right);
}

/** The head of one side, and its page or why there is none. */
function showSide(side, info) {
  const { page } = info;
  if (page.state === "future") {
    page.from = "";
  }
  const exists = page.title !== undefined;
  side.section.querySelector("header").replaceChildren(
    make("span", { className: "name" }, info.name),
    exists ? make("a", { className: "page-title", href: page.url, lang: info.tag, title: page.title }, page.title) : make("span", { className: "page-title" }, "—"),
    make("span", { className: "badges" }, ...badges(page)),
    make("a", { className: "button", href: info.editor, title: info.path }, say(page.state === "missing" || page.state === "notWanted" ? "write" : "edit")),
  );
  side.frame.title = `${info.name}: ${page.title ?? ""}`;
  side.section.lang = "";
  side.open(page.url);
  const absent = side.section.querySelector(".absent");
  absent.hidden = page.url !== undefined;
  if (page.url === undefined) {
    const reason = { notWanted: "notWantedSide", failed: "failedSide" }[page.state] ?? "missingSide";
    absent.replaceChildren(make("p", {}, say(reason, info.name)), make("p", {}, make("a", { className: "button", href: info.editor }, say(page.state === "failed" ? "openFile" : "write", info.path))));
  }
}

/** Page and data have come, in whatever order: what is known of the page is shown on it. */
function settle(side) {
  if (!pair || !side.isReady) {
    return;
  }
  if (side.styled !== side.document) {
    side.styled = side.document;
    addStyles(side.window, marksCss);
  }
  side.setSections(pair.sections.map((one) => one[nameOf(side)]).filter(Boolean));
  markNumbers();
  if (leader && leader !== side) {
    onScroll(leader);
  }
}

function partnerOf(side) {
  const [own, other] = [nameOf(side), nameOf(otherOf(side))];
  const partners = new Map(pair.sections.filter((one) => one.left && one.right).map((one) => [one[own], one[other]]));
  return (section) => partners.get(section) ?? null;
}

function onScroll(side) {
  leader = side;
  if (at("together").checked && pair) {
    align(side, otherOf(side), partnerOf(side));
  }
}

function markNumbers() {
  const uses = (side, section, texts) => texts.map((text) => ({ text, side, ranges: side.isMeasured ? findNumber(side.textOf(section ?? null), text) : [] }));
  numbers = pair.numbers.map((one) => ({ ...one, onlyLeft: uses(left, one.left, one.onlyLeft), onlyRight: uses(right, one.right, one.onlyRight) }));
  for (const [side, name] of [[left, "onlyLeft"], [right, "onlyRight"]]) {
    if (side.isMeasured) {
      mark(side.window, "desk-number", numbers.flatMap((one) => one[name].flatMap((use) => use.ranges)));
      mark(side.window, "desk-number-chosen", []);
    }
  }
  showFindings();
}

function showFindings() {
  const changes = pair.translation?.changes ?? [];
  const source = pair.left.page.language === pair.translation?.source ? pair.left : pair.right;
  changes.forEach((change) => {
    change.lang = source.tag;
  });
  const count = changes.length + numbers.reduce((sum, one) => sum + one.onlyLeft.length + one.onlyRight.length, 0);
  at("findings").querySelector(".number").textContent = count;
  at("findings").classList.toggle("some", count > 0);
  drawPanel(at("panel"), pair, numbers, { toSection, toNumber });
}

/** A bar beside every outdated section, as long as it is and where it is. */
function drawBars(side) {
  const changes = pair?.translation?.changes ?? [];
  const own = nameOf(side);
  const wanted = changes.filter((change) => side.sections.some((section) => section.id === change[own]));
  while (side.strip.children.length > wanted.length) {
    side.strip.lastChild.remove();
  }
  wanted.forEach((change, index) => {
    const bar = side.strip.children[index] ?? side.strip.appendChild(make("button", { type: "button", className: "section-bar" }, make("span")));
    const text = `${say("since", change.since)} ${say(`change.${change.change}`)}`;
    bar.title = `${sectionName(change)} · ${text}`;
    bar.setAttribute("aria-label", bar.title);
    bar.dataset.section = change[own];
    bar.onclick = () => showChange(change);
    bar.firstChild.textContent = text;
    place(bar, side, side.sections.find((section) => section.id === change[own]));
  });
}

/** Only what is in sight, so that its words begin where one can read them. */
function place(bar, side, section) {
  const scrolled = side.window.scrollY;
  const top = Math.max(0, section.top - scrolled);
  const bottom = Math.min(side.strip.clientHeight, section.bottom - scrolled);
  bar.hidden = bottom - top < 4;
  bar.style.top = `${top}px`;
  bar.style.height = `${bottom - top}px`;
}

function showPanel(isOpen) {
  at("panel").hidden = !isOpen;
  at("findings").setAttribute("aria-expanded", isOpen);
}

function showChange(change) {
  showPanel(true);
  for (const item of at("panel").querySelectorAll("details")) {
    item.open = item.dataset.id === change.id;
    if (item.open) {
      item.scrollIntoView({ block: "nearest" });
      item.querySelector("summary").focus();
    }
  }
}

function toSection(onLeft, onRight) {
  const side = onLeft ? left : right;
  side.scrollToSection(onLeft ?? onRight);
}

function toNumber(use) {
  mark(left.window, "desk-number-chosen", use.side === left ? use.ranges : []);
  mark(right.window, "desk-number-chosen", use.side === right ? use.ranges : []);
  const { top } = use.ranges[0].getBoundingClientRect();
  use.side.expected = undefined;
  use.side.window.scrollBy({ top: top - use.side.window.innerHeight / 3, behavior: "instant" });
}

function showPickers() {
  at("pickers").hidden = pair.languages.length < 3;
  for (const [select, side] of [[at("left-language"), pair.left], [at("right-language"), pair.right]]) {
    select.replaceChildren(...pair.languages.map((info) => make("option", { value: info.code }, info.name)));
    select.value = side?.page.language;
  }
}

/** A language that is chosen for one side leaves the other. */
function pick() {
  const [one, other] = [at("left-language").value, at("right-language").value];
  query.set("left", one);
  query.set("right", one === other ? pair.left.page.language : other);
  history.replaceState(null, "", `?${query}`);
  load();
}

/** The bundles before and after this one in the list that the desk showed. */
async function showNeighbours() {
  const filter = readQuery(query.get("from") ?? "");
  const data = await fetchJson("/_desk/bundles");
  const rows = data.rows.map((row) => prepare(row, data.head)).sort(sorter(filter.sort, data.head.languages));
  const listed = choose(search(rows, filter), filter, data.head.today);
  const index = listed.findIndex((row) => row.id === id);
  for (const [name, row] of [["previous", listed[index - 1]], ["next", listed[index + 1]]]) {
    at(name).hidden = index < 0 || !row;
    if (row) {
      at(name).href = `/_desk/pair/${encodeURIComponent(row.id)}?${new URLSearchParams({ from: query.get("from") ?? "" })}`;
      at(name).title = row.id;
    }
  }
  at("neighbours").hidden = false;
}

function show(which) {
  at("sides").dataset.show = which;
  for (const button of at("shown").children) {
    button.setAttribute("aria-pressed", button.value === which);
  }
  [left, right].forEach(settle);
}

at("shown").append(...["both", "left", "right"].map((value) => make("button", { type: "button", className: "chip", value, onclick: () => show(value) }, say(value === "both" ? "bothSides" : `${value}Side`))));
at("findings").addEventListener("click", () => showPanel(at("panel").hidden));
at("together").addEventListener("change", () => leader && onScroll(leader));
at("left-language").addEventListener("change", pick);
at("right-language").addEventListener("change", pick);
at("language").addEventListener("click", switchLanguage);
addEventListener("resize", () => [left, right].forEach((side) => side.measure()));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !at("panel").hidden) {
    showPanel(false);
    at("findings").focus();
  }
});

show("both");
await load();
follow(() => pair?.tag ?? "", load, (isOn) => {
  at("offline").hidden = isOn;
});
showNeighbours().catch(() => {
  // Without the list there is no neighbour to go to.
});
