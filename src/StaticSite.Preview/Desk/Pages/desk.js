import { say, switchLanguage, translate } from "./desk-words.js";
import { findingItem, make, nameOf } from "./desk-dom.js";
import { choose, hasState, prepare, readQuery, search, sorter, states, writeQuery } from "./desk-query.js";
import { fetchJson, follow } from "./desk-live.js";
import { ArticleDialog } from "./desk-article.js";
import { DeskDetail } from "./desk-detail.js";
import { DeskTable } from "./desk-table.js";

const at = (id) => document.getElementById(id);

translate(document);
document.title = say("title");

const site = { tag: "", head: null, byId: new Map(), sorted: [], order: null };
let filter = readQuery(location.search);

const table = new DeskTable(at("scroller"), open, sortBy);
const detail = new DeskDetail(at("detail"), pairAddress, () => writeAddress());
const dialog = new ArticleDialog(at("article"), announce);

async function load() {
  const data = await fetchJson("/_desk/bundles");
  Object.assign(site, { tag: data.tag, head: data.head, byId: new Map(data.rows.map((row) => [row.id, prepare(row, data.head)])), order: null });
  table.forget();
  showHead();
  refresh();
  const opened = site.byId.get(new URLSearchParams(location.search).get("open"));
  if (opened && detail.id === null) {
    table.choose(opened.id);
    open(opened, "detail");
  }
}

/** What the server tells: rows that are new or other, ids that are gone. */
async function change(update) {
  if (update.stale) {
    await load();
    return;
  }
  site.tag = update.tag;
  update.removed.forEach((id) => site.byId.delete(id));
  if (update.head) {
    site.head = update.head;
    site.byId.forEach((row) => prepare(row, site.head));
    table.forget();
    showHead();
  }
  const changed = new Set(update.rows.map((row) => row.id));
  update.rows.forEach((row) => site.byId.set(row.id, prepare(row, site.head)));
  if (changed.size > 0 || update.removed.length > 0 || update.head) {
    site.sorted = [...site.sorted.filter((row) => site.byId.has(row.id) && !changed.has(row.id)).map((row) => site.byId.get(row.id)), ...update.rows];
    sort();
    refresh(changed);
  }
  if (detail.id !== null) {
    const row = site.byId.get(detail.id);
    if (row) {
      detail.show(row, site.head);
    } else {
      detail.close();
    }
  }
}

function sort() {
  site.sorted.sort(sorter(filter.sort, site.head.languages));
  site.order = filter.sort;
}

/** Puts what passes the filter on the screen. */
function refresh(changed) {
  if (site.order !== filter.sort) {
    site.sorted = [...site.byId.values()];
    sort();
    table.showColumns(site.head, filter.sort);
  }
  const found = search(site.sorted, filter);
  const rows = choose(found, filter, site.head.today);
  showStates(found);
  table.show(rows, changed);
  at("count").textContent = say("count", rows.length, site.byId.size);
  at("nothing").hidden = rows.length > 0;
  at("nothing").textContent = say(site.byId.size === 0 ? "empty" : "nothing");
  at("clear").hidden = !filter.text && filter.states.size === 0 && !filter.kind && filter.category === null;
}

function showHead() {
  const { head } = site;
  table.showColumns(head, filter.sort);
  const option = (value, text) => make("option", { value }, text);
  const used = [...new Set([...Object.keys(head.categories), ...[...site.byId.values()].map((row) => row.category).filter(Boolean)])];
  // An id may be any word, so that the two that are none begin with what no id has.
  at("category").replaceChildren(option("/all", say("allCategories")), ...used.map((id) => option(`=${id}`, nameOf(head.categories, id))), option("=", say("noCategory")));
  at("sort").replaceChildren(
    ...DeskTable.columnsOf(head).flatMap(([name, text]) => [option(name, `${text} ↑`), option(`-${name}`, `${text} ↓`)]),
  );
  showFilter();
  at("site-findings").hidden = head.findings.length === 0;
  at("site-findings").firstElementChild.textContent = `${say("siteFindings")}${count(head.findings.length + head.moreFindings)}`;
  at("site-findings").classList.toggle("bad", head.findings.some((finding) => finding.severity === "error"));
  at("site-findings")
    .querySelector("ul")
    .replaceChildren(...head.findings.map(findingItem), ...(head.moreFindings > 0 ? [make("li", {}, say("moreFindings", head.moreFindings))] : []));
}

function count(number) {
  return ` (${number})`;
}

function showFilter() {
  at("search").value = filter.text;
  at("kind").value = filter.kind;
  at("category").value = filter.category === null ? "/all" : `=${filter.category}`;
  at("sort").value = filter.sort;
}

function showStates(found) {
  for (const state of states) {
    const chip = at(`state-${state}`);
    const number = found.reduce((sum, row) => sum + (hasState(row, state, site.head.today) ? 1 : 0), 0);
    chip.lastElementChild.textContent = number;
    chip.setAttribute("aria-pressed", filter.states.has(state));
    chip.classList.toggle("none", number === 0);
  }
}

function setFilter(changes) {
  filter = { ...filter, ...changes };
  writeAddress();
  refresh();
  at("scroller").scrollTop = 0;
}

/** A reload and a bookmark show the same. */
function writeAddress() {
  const query = new URLSearchParams(writeQuery(filter));
  if (detail.id !== null) {
    query.set("open", detail.id);
  }
  history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
}

function sortBy(column) {
  const first = ["problems", "length", "date", "updated"].includes(column) ? `-${column}` : column;
  setFilter({ sort: filter.sort === first ? (first === column ? `-${column}` : column) : first });
  showFilter();
}

function pairAddress(row) {
  const query = writeQuery(filter);
  return `/_desk/pair/${encodeURIComponent(row.id)}${query ? `?from=${encodeURIComponent(query)}` : ""}`;
}

function open(row, how) {
  if (how === "pair") {
    location.assign(pairAddress(row));
    return;
  }
  detail.show(row, site.head);
  writeAddress();
}

function announce(made) {
  at("done").replaceChildren(say("created", made.id), " ", ...made.files.map((file) => make("a", { href: file.editor }, file.path)));
  at("done").hidden = false;
  setTimeout(() => {
    at("done").hidden = true;
  }, 20000);
}

function onKey(event) {
  if (at("article").open || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const isTyping = event.target.matches("input, select, textarea");
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    at("search").select();
    return;
  }
  if (event.key === "Escape") {
    leave(event);
    return;
  }
  const move = { ArrowDown: 1, ArrowUp: -1, PageDown: table.pageSize, PageUp: -table.pageSize, Home: -Infinity, End: Infinity }[event.key];
  const isHere = event.target === document.body || at("scroller").contains(event.target) || (event.target === at("search") && event.key === "ArrowDown");
  if (move !== undefined && isHere) {
    event.preventDefault();
    const index = table.indexOf(table.current);
    const row = table.move(index < 0 ? 0 : index + move);
    if (row && detail.id !== null) {
      open(row, "detail");
    }
    return;
  }
  const row = table.rows[table.indexOf(table.current)];
  if (row && (event.target === document.body || event.target.matches("tr")) && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    if (event.key === " " && detail.id === row.id) {
      detail.close();
    } else {
      open(row, event.key === "Enter" ? "pair" : "detail");
    }
  }
}

function leave(event) {
  if (event.target === at("search") && at("search").value) {
    setFilter({ text: "" });
    showFilter();
  } else if (detail.id !== null) {
    detail.close();
    table.shown.get(table.current)?.focus();
  }
}

at("states").append(
  ...states.map((state) =>
    make(
      "button",
      {
        type: "button",
        id: `state-${state}`,
        className: `chip ${state}`,
        "aria-pressed": "false",
        onclick: () => {
          const chosen = new Set(filter.states);
          if (!chosen.delete(state)) {
            chosen.add(state);
          }
          setFilter({ states: chosen });
        },
      },
      say(state),
      " ",
      make("span", { className: "number" }),
    ),
  ),
);
at("search").addEventListener("input", () => setFilter({ text: at("search").value }));
at("kind").addEventListener("change", () => setFilter({ kind: at("kind").value }));
at("category").addEventListener("change", () => setFilter({ category: at("category").value === "/all" ? null : at("category").value.slice(1) }));
at("sort").addEventListener("change", () => setFilter({ sort: at("sort").value }));
at("clear").addEventListener("click", () => {
  setFilter({ text: "", states: new Set(), kind: "", category: null });
  showFilter();
});
at("new").addEventListener("click", () => dialog.open(site.head.languages));
at("language").addEventListener("click", switchLanguage);
at("rows").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-pair]");
  if (link) {
    link.href = pairAddress({ id: link.dataset.pair });
  }
});
document.addEventListener("keydown", onKey);

at("count").textContent = say("loading");
try {
  await load();
} catch {
  // As soon as the preview answers again, it says that all is to be fetched.
}
follow(() => site.tag, change, (isOn) => {
  at("offline").hidden = isOn;
});
