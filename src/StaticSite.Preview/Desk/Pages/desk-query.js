// Which rows are shown, and in what order. The same for the desk and for the pair view's next and previous.

export const states = ["drafts", "future", "missing", "outdated", "unconfirmed", "errors", "warnings", "reviewDue"];

const tests = {
  drafts: (row) => row.pages.some((page) => page.state === "draft"),
  future: (row) => row.pages.some((page) => page.state === "future"),
  missing: (row) => row.pages.some((page) => page.state === "missing"),
  outdated: (row) => row.pages.some((page) => page.translation === "outdated"),
  unconfirmed: (row) => row.pages.some((page) => page.translation === "unconfirmed"),
  errors: (row) => row.errors > 0,
  warnings: (row) => row.warnings > 0,
  reviewDue: (row, today) => isOverdue(row, today),
};

export function isOverdue(row, today) {
  return row.reviewDue !== undefined && row.reviewDue <= today;
}

/** The filter that an address names. */
export function readQuery(search) {
  const query = new URLSearchParams(search);
  return {
    text: query.get("q") ?? "",
    states: new Set((query.get("state") ?? "").split(",").filter((state) => states.includes(state))),
    kind: query.get("kind") ?? "",
    category: query.get("category"),
    sort: query.get("sort") ?? "-date",
  };
}

/** What readQuery reads; empty for what is shown at first. */
export function writeQuery(filter) {
  const query = new URLSearchParams();
  if (filter.text) {
    query.set("q", filter.text);
  }
  if (filter.states.size > 0) {
    query.set("state", states.filter((state) => filter.states.has(state)).join(","));
  }
  if (filter.kind) {
    query.set("kind", filter.kind);
  }
  if (filter.category !== null) {
    query.set("category", filter.category);
  }
  if (filter.sort !== "-date") {
    query.set("sort", filter.sort);
  }
  return query.size > 0 ? `?${query}` : "";
}

/** Half and full width, upper and lower case, are the same to somebody who searches. */
function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}

/** Makes a row ready to be searched and sorted. */
export function prepare(row, head) {
  const names = (table, ids) => ids.flatMap((id) => [id, ...Object.values(head[table][id] ?? {})]);
  row.haystack = folded(
    [row.id, ...row.pages.map((page) => page.title ?? ""), ...names("tags", row.tags), ...names("people", row.authors), ...names("categories", row.category ? [row.category] : [])].join("\n"),
  );
  row.pages.forEach((page) => {
    page.from = page.state === "future" ? row.date : undefined;
  });
  row.minutes = Math.max(...row.pages.map((page) => page.minutes));
  return row;
}

/** Rows that pass everything but the states, which the counts of the states are made from. */
export function search(rows, filter) {
  const parts = folded(filter.text).split(/\s+/).filter((part) => part);
  return rows.filter(
    (row) =>
      (!filter.kind || row.kind === filter.kind) &&
      (filter.category === null || (row.category ?? "") === filter.category) &&
      parts.every((part) => row.haystack.includes(part)),
  );
}

export function hasState(row, state, today) {
  return tests[state](row, today);
}

/** Any of the states, where some are chosen. */
export function choose(rows, filter, today) {
  return filter.states.size === 0 ? rows : rows.filter((row) => [...filter.states].some((state) => tests[state](row, today)));
}

const byId = (one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** Compares by "-date", "title-zh", …; a dash in front turns it round. What has no value comes last either way. */
export function sorter(sort, languages) {
  const falling = sort.startsWith("-");
  const column = falling ? sort.slice(1) : sort;
  const [value, compare] = valueOf(column, languages);
  return (one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === undefined || b === undefined) {
      return a === b ? byId(one, other) : a === undefined ? 1 : -1;
    }
    return (falling ? -compare(a, b) : compare(a, b)) || byId(one, other);
  };
}

function valueOf(column, languages) {
  const plain = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  if (column.startsWith("title-")) {
    const index = Math.max(0, languages.findIndex((language) => `title-${language.code}` === column));
    return [(row) => row.pages[index].title, new Intl.Collator(languages[index].tag, { numeric: true }).compare];
  }
  switch (column) {
    case "id":
      return [(row) => row.id, plain];
    case "problems":
      return [(row) => row.errors * 1e6 + row.warnings, plain];
    case "length":
      return [(row) => row.minutes || undefined, plain];
    case "updated":
      return [(row) => row.updated, plain];
    case "review":
      return [(row) => row.reviewDue, plain];
    default:
      return [(row) => row.date, plain];
  }
}
