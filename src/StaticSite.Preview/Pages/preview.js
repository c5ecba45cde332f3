// Follows the sources of the page it stands in: brings it up to date, and shows what is wrong with them.
(() => {
  const own = document.currentScript;
  const page = own.dataset.page;
  let version = own.dataset.version;
  const isFramed = window.top !== window;
  const placeKey = "_preview-place";
  const foldedKey = "_preview-folded";

  const words = {
    en: {
      draft: "Draft", future: date => `To be published on ${date}`, gone: "The preview has stopped.",
      errors: n => n === 1 ? "1 error" : `${n} errors`, warnings: n => n === 1 ? "1 warning" : `${n} warnings`,
      elsewhere: n => `${n} in other pages`, fold: "Fold", unfold: "Show", edit: "Edit", desk: "Desk", pair: "Side by side", hint: "Hint", label: "Preview",
    },
    zh: {
      draft: "草稿", future: date => `将于 ${date} 发布`, gone: "预览已停止。",
      errors: n => `${n} 个错误`, warnings: n => `${n} 个警告`,
      elsewhere: n => `其他页面另有 ${n} 个`, fold: "收起", unfold: "展开", edit: "编辑", desk: "工作台", pair: "双语对照", hint: "提示", label: "预览",
    },
  }[navigator.language.startsWith("zh") ? "zh" : "en"];

  const store = {
    get: key => { try { return sessionStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* Storage may be forbidden. */ } },
    remove: key => { try { sessionStorage.removeItem(key); } catch { /* As above. */ } },
  };

  // ---- The place in the page, which text that comes or goes above it must not move.

  const landmarks = () => [...document.querySelectorAll("main [id], article [id]")].filter(one => !one.closest("svg"));

  const keepPlace = () => {
    const nearest = landmarks().findLast(one => one.getBoundingClientRect().top <= 1);
    store.set(placeKey, JSON.stringify({
      path: location.pathname, y: scrollY, id: nearest?.id, offset: nearest?.getBoundingClientRect().top,
    }));
  };

  const returnToPlace = () => {
    const place = JSON.parse(store.get(placeKey) ?? "null");
    store.remove(placeKey);
    if (place?.path !== location.pathname) {
      return;
    }

    const go = () => {
      const nearest = place.id && document.getElementById(place.id);
      const top = nearest ? scrollY + nearest.getBoundingClientRect().top - place.offset : place.y;
      scrollTo({ top, behavior: "instant" });
    };
    go();
    // Pictures above the place may find their height late.
    addEventListener("load", go, { once: true });
  };

  // ---- New bytes.

  const reload = () => {
    keepPlace();
    location.reload();
  };

  const swapAddress = (element, name, swap) => {
    const value = element.getAttribute(name);
    if (!value?.includes(swap.from)) {
      return;
    }

    if (!element.matches("link[rel~=stylesheet]")) {
      element.setAttribute(name, value.replaceAll(swap.from, swap.to));
      return;
    }

    // The old sheet stays until the new one is there, so that nobody sees the page without any.
    const next = element.cloneNode();
    next.setAttribute(name, value.replaceAll(swap.from, swap.to));
    next.addEventListener("load", () => element.remove(), { once: true });
    next.addEventListener("error", reload, { once: true });
    element.after(next);
  };

  const swapAll = swaps => {
    for (const swap of swaps) {
      for (const name of ["href", "src", "srcset", "poster", "content"]) {
        document.querySelectorAll(`[${name}*="${CSS.escape(swap.from)}"]`).forEach(element => swapAddress(element, name, swap));
      }
    }
  };

  const swapDrawings = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("svg");
    const shown = document.querySelectorAll("svg");
    if (next.length !== shown.length) {
      reload();
      return;
    }

    shown.forEach((drawing, index) => {
      if (drawing.outerHTML !== next[index].outerHTML) {
        drawing.replaceWith(document.adoptNode(next[index]));
      }
    });
  };

  const apply = async change => {
    if (change.kind === "swap") {
      swapAll(change.swaps);
    } else if (change.kind === "drawings") {
      await swapDrawings();
    } else {
      reload();
    }
  };

  // ---- What is wrong, over the page and away from its styles.

  const host = document.createElement("div");
  host.style.cssText = "all: initial";
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { --ground: #fff; --text: #1d2326; --soft: #5b666c; --line: #d5dadd; --error: #b3261e; --warning: #8a5a00; --link: #0b5cad; }
    @media (prefers-color-scheme: dark) {
      :host { --ground: #1b2023; --text: #e6eaec; --soft: #a5b0b6; --line: #3a4348; --error: #ff8a80; --warning: #f0bf5c; --link: #8ec2ff; }
    }
    aside { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 45vh; display: flex; flex-direction: column; color: var(--text);
      background: var(--ground); border-top: 1px solid var(--line); box-shadow: 0 -2px 12px rgb(0 0 0 / .18); font: 14px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    aside.has-errors { border-top: 3px solid var(--error); }
    @media print { aside { display: none; } }
    header { display: flex; flex-wrap: wrap; gap: .2em 1em; align-items: center; padding: .35em 1em; }
    header b { font-weight: 600; }
    .mark { padding: 0 .6em; border: 1px solid currentColor; border-radius: 1em; }
    .error { color: var(--error); } .warning { color: var(--warning); } .soft { color: var(--soft); }
    nav { margin-inline-start: auto; display: flex; gap: 1em; align-items: center; }
    a { color: var(--link); } a:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: .3em; padding: 0 .7em; cursor: pointer; min-height: 1.9em; }
    ol { list-style: none; margin: 0; padding: 0 1em .6em; overflow: auto; overscroll-behavior: contain; }
    li { padding: .5em 0; border-top: 1px solid var(--line); }
    p { margin: 0; overflow-wrap: anywhere; }
    code, pre { font: 13px/1.6 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; }
    pre { margin: .2em 0; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--soft); }
    mark { background: none; color: var(--text); text-decoration: underline wavy; text-underline-offset: .25em; text-decoration-skip-ink: none; }
    .of-error mark { text-decoration-color: var(--error); } .of-warning mark { text-decoration-color: var(--warning); }
    mark:empty::after { content: "\\00a0"; }
  `);
  shadow.adoptedStyleSheets = [sheet];

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }

    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  };

  const link = (text, address) => {
    const made = element("a", null, text);
    made.href = address;
    return made;
  };

  const place = at => at.editor ? link(`${at.path}:${at.line}:${at.column}`, at.editor) : `${at.path}:${at.line}:${at.column}`;

  const problem = one => {
    const item = element("li", `of-${one.severity}`,
      element("p", null, element("b", one.severity, one.message), " ", element("code", "soft", one.code)),
      element("p", null, element("code", null, place(one))));
    if (one.marked !== null) {
      item.append(element("pre", null, one.before, element("mark", null, one.marked), one.after));
    }

    if (one.hint) {
      item.append(element("p", null, element("span", "soft", `${words.hint}: `), one.hint));
    }

    for (const note of one.notes) {
      item.append(element("p", "soft", element("code", null, place(note)), " ", note.message));
    }

    return item;
  };

  let state = null;
  let isFolded = store.get(foldedKey) === "yes";

  const fold = folded => {
    isFolded = folded;
    store.set(foldedKey, folded ? "yes" : "no");
    show();
  };

  const show = () => {
    const errors = state.problems.filter(one => one.severity === "error").length;
    const warnings = state.problems.length - errors;
    if (isFramed || (state.problems.length === 0 && !state.mark && state.elsewhere === 0)) {
      host.remove();
      document.documentElement.style.removeProperty("padding-block-end");
      return;
    }

    const header = element("header", null,
      state.mark ? element("span", `mark ${state.mark}`, words[state.mark] instanceof Function ? words[state.mark](state.until) : words[state.mark]) : null,
      errors > 0 ? element("b", "error", words.errors(errors)) : null,
      warnings > 0 ? element("span", "warning", words.warnings(warnings)) : null,
      state.elsewhere > 0 ? element("span", "error", words.elsewhere(state.elsewhere)) : null);
    const links = element("nav", null, state.source ? link(words.edit, state.source) : null);
    if (state.desk) {
      links.append(link(words.pair, state.desk), link(words.desk, "/_desk/"));
    }

    // Warnings do not keep the site from being built: they wait to be asked for.
    const isOpen = !isFolded && errors > 0 || (store.get(foldedKey) === "no" && state.problems.length > 0);
    if (state.problems.length > 0) {
      const button = element("button", null, isOpen ? words.fold : words.unfold);
      button.setAttribute("aria-expanded", isOpen);
      button.addEventListener("click", () => fold(isOpen));
      links.append(button);
    }

    header.append(links);
    const aside = element("aside", errors > 0 ? "has-errors" : null, header, isOpen ? element("ol", null, ...state.problems.map(problem)) : null);
    aside.setAttribute("aria-label", words.label);
    aside.lang = navigator.language;
    const focused = shadow.activeElement?.localName;
    shadow.replaceChildren(aside);
    document.body.append(host);
    if (focused === "button") {
      shadow.querySelector("button")?.focus();
    }

    // The end of the page can be scrolled to above the panel.
    document.documentElement.style.paddingBlockEnd = `${aside.offsetHeight}px`;
  };

  addEventListener("keydown", event => event.key === "Escape" && state?.problems.length > 0 && fold(true));

  // ---- The server.

  let pause = 250;

  const listen = () => {
    const socket = new WebSocket(`ws://${location.host}/_preview/socket?page=${encodeURIComponent(page)}&version=${version}`);
    socket.addEventListener("open", () => pause = 250);
    socket.addEventListener("message", async event => {
      state = JSON.parse(event.data);
      version = state.version;
      show();
      document.dispatchEvent(new CustomEvent("preview:state", { detail: state }));
      if (state.change) {
        await apply(state.change);
      }
    });
    socket.addEventListener("close", () => {
      setTimeout(listen, pause);
      pause = Math.min(pause * 2, 5000);
    });
  };

  returnToPlace();
  listen();
})();
