// Shows a reference where it is cited: on hover, on keyboard focus, at the first tap. The link to the list stays what it is.
(() => {
  const citations = [...document.querySelectorAll("a[role='doc-biblioref']")];
  if (citations.length === 0) {
    return;
  }

  const box = document.createElement("div");
  box.className = "reference-box";
  box.id = "_reference";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let shown = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  };

  const show = citation => {
    clearTimeout(timer);
    const entry = document.getElementById(decodeURIComponent(citation.hash.slice(1)));
    if (!entry || shown === citation) {
      return;
    }

    hide();
    const copy = entry.cloneNode(true);
    copy.querySelector(".back-links")?.remove();
    for (const marked of copy.querySelectorAll("[id]")) {
      marked.removeAttribute("id");
    }

    box.replaceChildren(...copy.childNodes);
    box.lang = entry.closest("[lang]").lang;
    box.hidden = false;
    shown = citation;
    citation.setAttribute("aria-describedby", box.id);
    place(citation);
  };

  // Below the line, or above it where there is no room; never beyond the window's edge.
  const place = citation => {
    const gap = 8;
    const at = citation.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    const left = Math.min(Math.max(gap, at.left - gap), document.documentElement.clientWidth - size.width - gap);
    const isBelow = at.bottom + gap + size.height < innerHeight || at.top < size.height + gap;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(isBelow ? at.bottom + gap : at.top - size.height - gap) + scrollY}px`;
  };

  const later = action => {
    clearTimeout(timer);
    timer = setTimeout(action, 200);
  };

  for (const citation of citations) {
    let wasTouched = false;
    citation.addEventListener("pointerdown", event => wasTouched = event.pointerType === "touch");
    citation.addEventListener("pointerenter", event => event.pointerType === "mouse" && later(() => show(citation)));
    citation.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide));
    citation.addEventListener("focus", () => citation.matches(":focus-visible") && show(citation));
    citation.addEventListener("blur", () => later(hide));
    citation.addEventListener("click", event => {
      if (wasTouched && shown !== citation) {
        event.preventDefault();
        show(citation);
      } else {
        hide();
      }
    });
  }

  // What is shown on hover can be reached with the pointer, and sent away with Escape (WCAG 1.4.13).
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => later(hide));
  document.addEventListener("keydown", event => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", event => {
    if (shown && !box.contains(event.target) && event.target !== shown) {
      hide();
    }
  });
})();
