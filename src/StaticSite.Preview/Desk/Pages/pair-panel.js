import { language, say } from "./desk-words.js";
import { make, sectionName } from "./desk-dom.js";

/** Everything that was found, in words: what changed in the source, and which numbers stand on one side only. */
export function drawPanel(panel, pair, numbers, go) {
  const chosen = panel.querySelector("[open]")?.dataset.id;
  panel.replaceChildren(
    make("section", {}, make("h2", {}, say("changedSections")), ...changes(pair, go)),
    make("section", {}, make("h2", {}, say("oneSided")), ...numberItems(pair, numbers, go)),
  );
  const again = [...panel.querySelectorAll("details")].find((one) => one.dataset.id === chosen);
  if (again) {
    again.open = true;
  }
}

function changes(pair, go) {
  const translation = pair.translation;
  if (!translation) {
    return [make("p", { className: "help" }, "—")];
  }
  if (translation.changes.length === 0) {
    return [make("p", { className: "help" }, say(translation.status === "unconfirmed" ? "neverAccepted" : "nothingChanged")), translation.status === "unconfirmed" ? accept(pair) : null].filter(Boolean);
  }
  return [...translation.changes.map((change) => changeItem(change, go)), accept(pair)];
}

function accept(pair) {
  return make("p", { className: "help" }, say("acceptHint"), make("br"), make("code", {}, `staticsite translations accept ${pair.id}`));
}

function changeItem(change, go) {
  const summary = make("summary", {}, make("b", {}, sectionName(change)), make("span", {}, ` ${say(`change.${change.change}`)} · ${say("since", change.since)}`));
  const item = make("details", { className: "change", "data-id": change.id }, summary, make("p", { className: "diff", lang: change.lang }, ...change.runs.map((one, index) => run(one, index === 0, index === change.runs.length - 1))));
  item.addEventListener("toggle", () => item.open && go.toSection(change.left, change.right));
  return item;
}

/** A text without the lines that stand empty around it. */
function run({ kind, text: whole }, isFirst, isLast) {
  const begun = isFirst ? whole.trimStart() : whole;
  const text = isLast ? begun.trimEnd() : begun;
  return kind === "removed" ? make("del", {}, text) : kind === "added" ? make("ins", {}, text) : make("span", {}, text);
}

function numberItems(pair, numbers, go) {
  if (numbers.length === 0) {
    return [make("p", { className: "help" }, pair.right && pair.left.page.title !== undefined && pair.right.page.title !== undefined ? say("noNumbers") : "—")];
  }
  return numbers.map((one) =>
    make(
      "div",
      { className: "numbers" },
      make("b", {}, one.left === undefined && one.right === undefined ? say("wholeText") : sectionName({ id: one.left ?? one.right, heading: one.heading })),
      side(pair.left, one.onlyLeft, go),
      side(pair.right, one.onlyRight, go),
    ),
  );
}

function side(info, uses, go) {
  if (uses.length === 0) {
    return null;
  }
  return make("p", {}, say("onlyIn", info.name), ...uses.flatMap((use) => [number(use, go), " "]));
}

function number(use, go) {
  return use.ranges.length > 0
    ? make("button", { type: "button", className: "number-use", onclick: () => go.toNumber(use) }, use.text)
    : make("span", { className: "number-use lost" }, use.text, make("small", {}, language === "zh" ? "" : " ", say("notLocated")));
}
