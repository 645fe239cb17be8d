// What the elements of the pages have in common; it stands before the script of each.

const SIDE_BY_SIDE = 1280; // pixels; as in page.css: below this, details lie over the lower half of the screen

// An element with these attributes: those without a value are left out. Children that are texts are set as text, never as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// Where details open as a sheet over the lower half of the screen, move what was chosen above it.
function keepInSight(button) {
  if (window.innerWidth >= SIDE_BY_SIDE) return;
  button.style.scrollMarginBottom = `${Math.round(window.innerHeight * 0.56)}px`;
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

