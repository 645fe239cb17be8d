"use strict";
// A picture is whole without this script; with it, choosing a shape dims what it is not tied to.
for (const svg of document.querySelectorAll(".drawn svg")) {
  const shapes = [...svg.querySelectorAll("g[data-id]")];
  const lines = [...svg.querySelectorAll("path[data-from]")];
  if (!shapes.length) continue;
  let chosen = "";
  const show = () => {
    const near = new Set([chosen]);
    for (const line of lines) {
      const ends = [line.dataset.from, line.dataset.to];
      const tied = ends.includes(chosen);
      if (tied) ends.forEach((end) => near.add(end));
      line.classList.toggle("dim", Boolean(chosen) && !tied);
    }
    for (const shape of shapes) {
      shape.classList.toggle("dim", Boolean(chosen) && !near.has(shape.dataset.id));
      shape.setAttribute("aria-pressed", String(shape.dataset.id === chosen));
    }
  };
  const choose = (id) => {
    chosen = chosen === id ? "" : id;
    show();
  };
  svg.setAttribute("role", "group");
  for (const shape of shapes) {
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "button");
    shape.addEventListener("click", () => choose(shape.dataset.id));
    shape.addEventListener("keydown", (event) => {
      if (event.key === "Escape") choose(chosen);
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(shape.dataset.id);
    });
  }
  show();
  const hint = document.createElement("p");
  hint.className = "note screen";
  hint.textContent = "Choose a box to see what it is tied to; choose it again to see everything.";
  svg.closest("figure").append(hint);
}

// Shown inside another page (the preview of the app), the report has no address of its own to which a link could lead.
if (window.parent !== window) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const place = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!place) return;
    event.preventDefault();
    if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  });
}

// A table that is wider than the screen says so above itself: nothing else shows that it goes on to the right.
for (const table of document.querySelectorAll(".table")) {
  const hint = document.createElement("p");
  hint.className = "note screen sideways";
  hint.textContent = "This table goes on to the right: scroll it sideways. →";
  hint.hidden = true;
  table.before(hint);
  const look = () => {
    hint.hidden = table.scrollWidth <= table.clientWidth + 1;
    const end = table.scrollLeft + table.clientWidth >= table.scrollWidth - 1;
    table.classList.toggle("cut", !end);
  };
  new ResizeObserver(look).observe(table);
  table.addEventListener("scroll", look, { passive: true });
}
