import { isOverdue } from "./desk-query.js";
import { language, say } from "./desk-words.js";
import { badges, make, nameOf } from "./desk-dom.js";

/** Rows beyond the edge of what is seen, so that a quick turn of the wheel shows no gap. */
const spare = 8;

/** The rows of the desk. Only those in sight are in the document: ten thousand would take seconds. */
export class DeskTable {
  /** @param open Called with a row, and how: "detail" or "pair". */
  constructor(scroller, open, sortBy) {
    this.scroller = scroller;
    this.table = scroller.querySelector("table");
    this.columns = scroller.querySelector("#columns");
    this.body = scroller.querySelector("tbody");
    this.open = open;
    this.sortBy = sortBy;
    this.rows = [];
    this.shown = new Map();
    this.current = null;
    this.above = make("tr", { className: "gap", "aria-hidden": "true" }, make("td"));
    this.below = make("tr", { className: "gap", "aria-hidden": "true" }, make("td"));
    this.body.append(this.above, this.below);
    scroller.addEventListener("scroll", () => this.paint(), { passive: true });
    new ResizeObserver(() => this.paint()).observe(scroller);
    this.body.addEventListener("click", (event) => this.click(event));
  }

  /** The columns by which rows can be sorted, with their names. */
  static columnsOf(head) {
    return [
      ["id", say("bundle")],
      ...head.languages.map((info) => [`title-${info.code}`, info.name]),
      ["problems", say("problems")],
      ["length", say("length")],
      ["date", say("date")],
      ["updated", say("updated")],
      ["review", say("review")],
    ];
  }

  showColumns(head, sort) {
    const falling = sort.startsWith("-");
    const sorted = falling ? sort.slice(1) : sort;
    this.head = head;
    this.columns.replaceChildren(
      ...DeskTable.columnsOf(head).map(([name, text]) => {
        const button = make("button", { type: "button", onclick: () => this.sortBy(name) }, text);
        const order = name === sorted ? (falling ? "descending" : "ascending") : "none";
        return make("th", { role: "columnheader", scope: "col", className: `column-${name.split("-")[0]}`, "aria-sort": order }, button);
      }),
    );
  }

  /** @param changed Ids of rows that are new or other than before. */
  show(rows, changed = new Set()) {
    this.rows = rows;
    this.table.setAttribute("aria-rowcount", rows.length + 1);
    for (const [id, element] of this.shown) {
      if (changed.has(id)) {
        element.remove();
        this.shown.delete(id);
      }
    }
    this.changed = changed;
    this.paint();
    this.changed = new Set();
  }

  /** The rows are drawn anew: what they refer to has changed. */
  forget() {
    this.shown.forEach((element) => element.remove());
    this.shown.clear();
  }

  paint() {
    const height = this.rowHeight();
    const top = Math.max(0, this.scroller.scrollTop - this.columns.offsetHeight);
    const first = Math.max(0, Math.min(Math.floor(top / height) - spare, this.rows.length - 1));
    const last = Math.min(this.rows.length, Math.ceil((top + this.scroller.clientHeight) / height) + spare);
    const wanted = this.rows.slice(first, last);
    const ids = new Set(wanted.map((row) => row.id));
    for (const [id, element] of this.shown) {
      if (!ids.has(id)) {
        element.remove();
        this.shown.delete(id);
      }
    }
    this.above.firstChild.style.height = `${first * height}px`;
    this.below.firstChild.style.height = `${Math.max(0, this.rows.length - last) * height}px`;
    let place = this.above;
    wanted.forEach((row, offset) => {
      const element = this.shown.get(row.id) ?? this.draw(row);
      element.setAttribute("aria-rowindex", first + offset + 2);
      element.classList.toggle("current", row.id === this.current);
      if (place.nextSibling !== element) {
        place.after(element);
      }
      place = element;
    });
  }

  move(to) {
    if (this.rows.length === 0) {
      return;
    }
    const row = this.rows[Math.max(0, Math.min(to, this.rows.length - 1))];
    this.choose(row.id);
    this.shown.get(row.id)?.focus({ preventScroll: true });
    return row;
  }

  /** Makes a row the current one and brings it into sight. */
  choose(id) {
    this.current = id;
    const index = this.indexOf(id);
    if (index >= 0) {
      const height = this.rowHeight();
      const head = this.columns.offsetHeight;
      const top = index * height;
      const least = top + height + head - this.scroller.clientHeight;
      this.scroller.scrollTop = Math.max(least, Math.min(this.scroller.scrollTop, top));
    }
    this.paint();
  }

  indexOf(id) {
    return this.rows.findIndex((row) => row.id === id);
  }

  rowHeight() {
    return parseFloat(getComputedStyle(this.table).getPropertyValue("--row"));
  }

  get pageSize() {
    return Math.max(1, Math.floor((this.scroller.clientHeight - this.columns.offsetHeight) / this.rowHeight()) - 1);
  }

  click(event) {
    const id = event.target.closest("tr")?.dataset.id;
    if (id !== undefined && !event.target.closest("a") && !getSelection().toString()) {
      this.choose(id);
      this.open(this.rows[this.indexOf(id)], "detail");
    }
  }

  draw(row) {
    const element = make(
      "tr",
      { role: "row", tabIndex: -1, "data-id": row.id, className: this.changed.has(row.id) ? "fresh" : "" },
      this.bundle(row),
      ...row.pages.map((page, index) => this.page(page, this.head.languages[index])),
      this.problems(row),
      this.length(row),
      cell("date", row.date),
      cell("updated", row.updated),
      this.review(row),
    );
    this.shown.set(row.id, element);
    return element;
  }

  bundle(row) {
    const below = row.kind === "page" ? say("page") : row.category === undefined ? say("noCategory") : nameOf(this.head.categories, row.category);
    return make(
      "th",
      { role: "rowheader", scope: "row", className: "column-id" },
      make("a", { href: `/_desk/pair/${encodeURIComponent(row.id)}`, className: "id", title: row.id, "data-pair": row.id }, row.id),
      make("span", { className: "below" }, below),
    );
  }

  page(page, info) {
    const title = page.title === undefined ? make("span", { className: "none" }, "—") : make("a", { href: page.url, lang: info.tag, title: page.title }, page.title);
    return make("td", { role: "cell", className: "column-title" }, make("span", { className: "title" }, title), make("span", { className: "badges" }, ...badges(page)));
  }

  problems(row) {
    const counts = [
      row.errors > 0 ? make("span", { className: "errors", title: say("errorCount", row.errors) }, make("span", { className: "hidden" }, say("errors") + " "), row.errors) : null,
      row.warnings > 0 ? make("span", { className: "warnings", title: say("warningCount", row.warnings) }, make("span", { className: "hidden" }, say("warnings") + " "), row.warnings) : null,
    ];
    return make("td", { role: "cell", className: "column-problems" }, row.errors + row.warnings > 0 ? make("button", { type: "button", className: "problems" }, ...counts.filter(Boolean)) : null);
  }

  length(row) {
    const pages = row.pages.filter((page) => page.title !== undefined);
    const size = (page) => (page.hanCharacters > page.words ? say("han", page.hanCharacters.toLocaleString(language)) : say("words", page.words.toLocaleString(language)));
    const count = (page) => Math.max(page.hanCharacters, page.words).toLocaleString(language);
    const element = cell("length", pages.map(count).join(" · "), pages.length > 0 ? say("minutes", pages.map((page) => page.minutes).join(" · ")) : "");
    element.title = pages.map(size).join(" · ");
    return element;
  }

  review(row) {
    const names = row.reviewedBy.map((id) => nameOf(this.head.people, id)).join(say("list"));
    const due = isOverdue(row, this.head.today) ? make("strong", { className: "overdue", title: say("overdue") }, row.reviewDue) : row.reviewDue;
    return cell("review", due, row.reviewed === undefined && row.reviewDue !== undefined ? say("noReview") : names);
  }
}

function cell(name, first, second) {
  return make("td", { role: "cell", className: `column-${name}` }, make("span", { className: "above" }, first ?? ""), make("span", { className: "below" }, second ?? ""));
}
