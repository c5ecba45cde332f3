// Remembers the language that a reader chose, and leads from the root page to it.
(() => {
  const key = "language";
  const links = [...document.querySelectorAll("a[data-language]")];

  try {
    const chosen = localStorage.getItem(key);
    const target = links.find(link => link.dataset.language === chosen);
    if (target && document.body.classList.contains("page-root")) {
      location.replace(target.href);
    }

    for (const link of links) {
      link.addEventListener("click", () => localStorage.setItem(key, link.dataset.language));
    }
  } catch {
    // Storage may be forbidden; the links work all the same.
  }
})();
