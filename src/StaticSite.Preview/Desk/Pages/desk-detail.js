import { isOverdue } from "./desk-query.js";
import { say } from "./desk-words.js";
import { badges, findingItem, make, nameOf, sectionName } from "./desk-dom.js";
import { fetchJson } from "./desk-live.js";

/** The panel beside the table: all that is known of one bundle. */
export class DeskDetail {
  constructor(panel, pairAddress, onClose) {
    this.panel = panel;
    this.pairAddress = pairAddress;
    this.onClose = onClose;
    this.id = null;
  }

  /** Draws what the row has at once, and findings and files as soon as they have come. */
  async show(row, head) {
    const isOther = this.id !== row.id;
    this.id = row.id;
    const files = isOther ? null : this.files;
    const findings = isOther ? null : this.findings;
    this.draw(row, head, files, findings);
    try {
      const detail = await fetchJson(`/_desk/bundles/${encodeURIComponent(row.id)}`);
      if (this.id === row.id) {
        [this.files, this.findings] = [detail.files, detail.findings];
        this.draw(row, head, detail.files, detail.findings);
      }
    } catch {
      // The bundle has gone, which the table is told too; or the preview does not answer, which is shown.
    }
  }

  close() {
    this.id = null;
    this.panel.hidden = true;
    this.onClose();
  }

  draw(row, head, files, findings) {
    const scroll = this.panel.hidden ? 0 : this.panel.scrollTop;
    const hadFocus = this.panel.contains(document.activeElement);
    this.panel.hidden = false;
    this.panel.replaceChildren(
      make(
        "header",
        {},
        make("h2", {}, row.id),
        make("button", { type: "button", className: "quiet", onclick: () => this.close() }, say("close")),
      ),
      make("p", { className: "actions" }, make("a", { className: "button", href: this.pairAddress(row) }, say("sideBySide"))),
      ...row.pages.map((page, index) => this.language(page, head.languages[index], files?.[index])),
      facts(row, head),
      make("h3", {}, say("problems")),
      findings === null ? make("p", { className: "help" }, say("loading")) : findings.length === 0 ? make("p", { className: "help" }, say("noFindings")) : make("ul", { className: "findings" }, ...findings.map(findingItem)),
    );
    this.panel.scrollTop = scroll;
    if (hadFocus) {
      this.panel.focus({ preventScroll: true });
    }
  }

  language(page, info, file) {
    const exists = page.title !== undefined || page.state === "failed";
    return make(
      "section",
      { className: "language" },
      make("h3", {}, info.name, " ", ...badges(page)),
      page.title === undefined ? null : make("p", { lang: info.tag }, page.title),
      make(
        "p",
        { className: "links" },
        page.url === undefined ? null : make("a", { href: page.url }, say("view")),
        file ? make("a", { href: file.editor, title: file.path }, say(exists ? "edit" : "write")) : null,
      ),
      page.sections ? make("ul", { className: "sections" }, ...page.sections.map((section) => make("li", {}, sectionName(section), make("span", {}, ` ${say(`change.${section.change}`)} · ${say("since", section.since)}`)))) : null,
    );
  }
}

function facts(row, head) {
  const people = (ids) => ids.map((id) => nameOf(head.people, id)).join(say("list"));
  const entries = [
    [say("category"), row.category === undefined ? undefined : nameOf(head.categories, row.category)],
    [say("tags"), row.tags.map((id) => nameOf(head.tags, id)).join(say("list"))],
    [say("authors"), people(row.authors)],
    [say("date"), row.date],
    [say("updated"), row.updated],
    [say("reviewedBy"), people(row.reviewedBy)],
    [say("reviewed"), row.reviewed],
    [say("review"), row.reviewDue && isOverdue(row, head.today) ? `${row.reviewDue} · ${say("overdue")}` : row.reviewDue],
  ];
  return make("dl", {}, ...entries.filter(([, text]) => text).flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
}
