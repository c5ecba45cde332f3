// Finds numbers on a page and marks them there. The document stays as it is: highlights are no elements.

const blocks = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, pre, blockquote, div";

/** As numbers are compared: without white space, and without what Markdown writes and a page does not show. */
function folded(text) {
  return text.normalize("NFKC").replace(/[\s\u00ad\u200b^~*_\\]/g, "").toLowerCase();
}

/** The letters of a stretch of a page, each with its place; gap: the letter stands apart from the one before. */
function lettersOf(nodes) {
  const letters = [];
  let block = null;
  for (const node of nodes) {
    const around = node.parentElement.closest(blocks);
    let gap = around !== block;
    block = around;
    for (let offset = 0; offset < node.data.length; offset++) {
      const text = folded(node.data[offset]);
      if (text) {
        letters.push(...[...text].map((letter) => ({ letter, gap, node, offset })));
        gap = false;
      } else {
        gap ||= /\s/.test(node.data[offset]);
      }
    }
  }
  return letters;
}

/** 3.5 is not to be found in 13.5, nor 3 mg in 3 mg/kg. */
function standsAlone(letters, from, to) {
  const [before, first, last, after] = [letters[from - 1], letters[from], letters[to - 1], letters[to]];
  const isDigit = (one) => one !== undefined && /[0-9]/.test(one.letter);
  const joins = (one) => one !== undefined && /[0-9.,]/.test(one.letter);
  if (isDigit(first) && joins(before) && !first.gap && (isDigit(before) || isDigit(letters[from - 2]))) {
    return false;
  }
  if (after === undefined || after.gap) {
    return true;
  }
  if (isDigit(last)) {
    return !(isDigit(after) || (joins(after) && isDigit(letters[to + 1])));
  }
  return !(/[a-z]/.test(last.letter) && /[a-z]/.test(after.letter));
}

/** @returns Ranges of the document, each around one place where the number stands. */
export function findNumber(nodes, text) {
  const letters = lettersOf(nodes);
  const all = letters.map((one) => one.letter).join("");
  const wanted = folded(text);
  const ranges = [];
  for (let at = wanted ? all.indexOf(wanted) : -1; at >= 0; at = all.indexOf(wanted, at + 1)) {
    if (standsAlone(letters, at, at + wanted.length)) {
      const range = letters[at].node.ownerDocument.createRange();
      range.setStart(letters[at].node, letters[at].offset);
      const last = letters[at + wanted.length - 1];
      range.setEnd(last.node, last.offset + 1);
      ranges.push(range);
    }
  }
  return ranges;
}

/** @param ranges None, to take the marks away. */
export function mark(window, name, ranges) {
  window.CSS.highlights?.set(name, new window.Highlight(...ranges));
}

/** A sheet that the page's own policy has no say in, since it is no file and no element of the page. */
export function addStyles(window, css) {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet];
}
