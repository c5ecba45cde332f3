// One side of the pair: its page, where its sections stand, and how it is scrolled.

const title = "_title";
const start = "_start";
const end = "_end";

export class PairSide {
  /** @param events onLoad, onMeasure and onScroll; each is called with this side. */
  constructor(section, events) {
    this.section = section;
    this.frame = section.querySelector("iframe");
    this.strip = section.querySelector(".strip-of-bars");
    this.events = events;
    this.ids = [];
    this.sections = [];
    this.frame.addEventListener("load", () => this.attach());
  }

  /** @param url Null where there is no page. */
  open(url) {
    this.frame.hidden = url === undefined;
    if (url === undefined) {
      this.sections = [];
      this.url = undefined;
      this.frame.removeAttribute("src");
    } else if (url !== this.url) {
      this.url = url;
      this.frame.src = url;
    }
  }

  get window() {
    return this.frame.contentWindow;
  }

  get document() {
    return this.frame.contentDocument;
  }

  /** The page that is meant, and not one that a link led to; laid out, and not hidden. */
  get isReady() {
    return this.url !== undefined && !this.frame.hidden && this.frame.clientHeight > 0 && this.document?.body && this.window.location.pathname === new URL(this.url, location.href).pathname;
  }

  /** What is known of its sections is of the page that is there now. */
  get isMeasured() {
    return this.isReady && this.body?.ownerDocument === this.document;
  }

  attach() {
    if (!this.isReady) {
      this.sections = [];
      return;
    }
    this.window.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.document.addEventListener("click", keepHere, { capture: true });
    this.observer?.disconnect();
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.document.body);
    this.changes?.disconnect();
    this.changes = new MutationObserver(() => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.events.onLoad(this), 100);
    });
    this.changes.observe(this.document.body, { childList: true, subtree: true, characterData: true });
    this.events.onLoad(this);
  }

  /** @param ids Of the sections, in the order of the text. */
  setSections(ids) {
    this.ids = ids;
    this.measure();
  }

  measure() {
    this.sections = [];
    this.body = null;
    if (!this.isReady) {
      return;
    }
    const headings = this.ids.map((id) => [id, this.document.getElementById(id)]).filter(([id, element]) => element && id !== title && id !== start);
    const body = this.bodyOf(headings.map(([, element]) => element));
    const { scrollY } = this.window;
    const top = (element) => element.getBoundingClientRect().top + scrollY;
    const tops = [[title, 0]];
    if (this.ids.includes(start) || headings.length === 0) {
      tops.push([start, top(body)]);
    }
    tops.push(...headings.map(([id, element]) => [id, top(element)]), [end, body.getBoundingClientRect().bottom + scrollY]);
    tops.sort((one, other) => one[1] - other[1]);
    const whole = this.document.documentElement.scrollHeight;
    this.sections = tops.map(([id, from], index) => ({ id, top: from, bottom: tops[index + 1]?.[1] ?? Math.max(from, whole) }));
    this.body = body;
    this.events.onMeasure(this);
  }

  /** The element that holds the text: the innermost around all headings. */
  bodyOf(headings) {
    let around = headings[0]?.parentElement ?? this.document.querySelector("main") ?? this.document.body;
    while (headings.some((heading) => !around.contains(heading))) {
      around = around.parentElement;
    }
    return around;
  }

  /** The text nodes of a section; of all that the author wrote where it is null. */
  textOf(id) {
    const root = id === title ? this.document.querySelector("main h1, h1") : this.body;
    const first = id === null || id === title || id === start ? null : this.document.getElementById(id);
    const last = id === null || id === title ? null : this.document.getElementById(this.sections[this.sections.findIndex((section) => section.id === id) + 1]?.id);
    const nodes = [];
    const walker = this.document.createTreeWalker(root ?? this.body, this.window.NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isBehind = (element) => element.contains(node) || Boolean(element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
      if ((!first || isBehind(first)) && (!last || !isBehind(last))) {
        nodes.push(node);
      }
    }
    return nodes;
  }

  /** The place that is at the top: a section, and how far into it. */
  place() {
    const y = this.window.scrollY;
    const index = Math.max(0, this.sections.findLastIndex((section) => section.top <= y + 0.5));
    const { top, bottom } = this.sections[index];
    return { index, part: bottom > top ? Math.min(1, Math.max(0, (y - top) / (bottom - top))) : 0 };
  }

  /** Nobody's scroll event follows from it. */
  scrollTo(y) {
    this.window.scrollTo({ top: y, behavior: "instant" });
    this.expected = this.window.scrollY;
  }

  scrolled() {
    this.events.onMeasure(this);
    if (this.expected === undefined || Math.abs(this.window.scrollY - this.expected) > 1) {
      this.expected = undefined;
      this.events.onScroll(this);
    }
  }

  scrollToSection(id) {
    const section = this.sections.find((one) => one.id === id);
    if (section) {
      this.expected = undefined;
      this.window.scrollTo({ top: section.top, behavior: "instant" });
    }
  }

  /** How far the page can be scrolled. */
  get reach() {
    return Math.max(0, this.document.documentElement.scrollHeight - this.window.innerHeight);
  }
}

/** A link to another page opens beside the pair, and not in one of its sides. */
function keepHere(event) {
  const link = event.target.closest?.("a[href]");
  if (link && link.pathname !== link.ownerDocument.location.pathname) {
    link.target = "_blank";
  }
}

/**
 * Puts the other side where the one is that was scrolled. Section beside section, and within it in proportion; a section that has no partner
 * holds the other side at the end of the one before. The last screen runs out so that both sides reach their ends.
 * @param partnerOf Gives the other side's section id; null where there is none.
 */
export function align(leader, follower, partnerOf) {
  if (!leader.isMeasured || !follower.isMeasured) {
    return;
  }
  const { index, part } = leader.place();
  const aligned = target(leader, follower, partnerOf, index, part);
  const screen = Math.min(leader.window.innerHeight, leader.reach) / 2;
  const left = leader.reach - leader.window.scrollY;
  const share = screen > 0 ? Math.max(0, 1 - left / screen) : 0;
  follower.scrollTo(aligned * (1 - share) + follower.reach * share);
}

function target(leader, follower, partnerOf, index, part) {
  const find = (id) => follower.sections.find((section) => section.id === id);
  const own = find(partner(leader.sections[index].id, partnerOf));
  if (own) {
    return own.top + part * (own.bottom - own.top);
  }
  for (let i = index - 1; i >= 0; i--) {
    const before = find(partner(leader.sections[i].id, partnerOf));
    if (before) {
      return before.bottom;
    }
  }
  return 0;
}

function partner(id, partnerOf) {
  return id === end || id === title ? id : partnerOf(id);
}
