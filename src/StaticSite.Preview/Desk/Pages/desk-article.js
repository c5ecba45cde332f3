import { say } from "./desk-words.js";
import { make, openEditor } from "./desk-dom.js";
import { fetchJson } from "./desk-live.js";

/** The dialog "New article". */
export class ArticleDialog {
  /** @param onMade Called with the new bundle's id and files. */
  constructor(dialog, onMade) {
    this.dialog = dialog;
    this.onMade = onMade;
    this.id = dialog.querySelector("#article-id");
    this.refusal = dialog.querySelector("#article-refusal");
    this.token = document.querySelector("meta[name=desk-token]").content;
    this.id.addEventListener("input", () => {
      this.isOwnId = this.id.value !== "";
      this.offer();
    });
    dialog.querySelector("#article-cancel").addEventListener("click", () => dialog.close());
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  open(languages) {
    this.isOwnId = false;
    this.id.value = "";
    this.refuse(null);
    this.titles = languages.map((info) => make("input", { id: `article-title-${info.code}`, name: info.code, lang: info.tag, maxLength: 500, autocomplete: "off", oninput: () => this.offer() }));
    this.dialog
      .querySelector("#article-titles")
      .replaceChildren(...languages.flatMap((info, index) => [make("label", { htmlFor: `article-title-${info.code}` }, say("titleIn", info.name)), this.titles[index]]));
    this.dialog.showModal();
    this.titles[0].focus();
  }

  given() {
    return Object.fromEntries(this.titles.filter((input) => input.value.trim()).map((input) => [input.name, input.value.trim()]));
  }

  /** An id typed by hand stays. */
  offer() {
    clearTimeout(this.waiting);
    if (this.isOwnId) {
      return;
    }
    this.waiting = setTimeout(async () => {
      try {
        const offered = await fetchJson(`/_desk/articles/id?${new URLSearchParams(this.given())}`);
        if (!this.isOwnId) {
          this.id.value = offered.id;
        }
      } catch {
        // Without an offer the server chooses.
      }
    }, 120);
  }

  async submit() {
    const body = JSON.stringify({ id: this.isOwnId ? this.id.value : null, titles: this.given() });
    try {
      const answer = await fetch("/_desk/articles", { method: "POST", headers: { "Content-Type": "application/json", "X-Desk-Token": this.token }, body });
      const made = await answer.json();
      if (!answer.ok) {
        this.refuse(`${made.message} ${made.hint ?? ""}`);
        return;
      }
      this.dialog.close();
      this.onMade(made);
      if (made.files.length > 0) {
        openEditor(made.files[0].editor);
      }
    } catch {
      this.refuse(`${say("failed")} ${say("unreachable")}`);
    }
  }

  refuse(text) {
    this.refusal.hidden = text === null;
    this.refusal.textContent = text ?? "";
  }
}
