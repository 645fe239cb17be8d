// Who works with whom: a table of numbers with a button for each two. Text from maps is only ever set as text.

function square(grid, row, column) {
  const number = grid.numbers[row][column];
  if (row === column) return make("td", {}, make("span", { class: "own", "aria-hidden": "true" }, "–"));
  if (!number) return make("td", {}, make("span", { class: "none" }, "0"));
  const name = [grid.bodies[row].id, grid.bodies[column].id].sort().join("~");
  const words = `${number}: ${grid.bodies[row].name} and ${grid.bodies[column].name}`;
  const attributes = { type: "button", class: `amount-${grid.steps[row][column]}`, "data-pair": name, tabindex: "-1", title: words, "aria-label": words };
  return make("td", {}, make("button", { ...attributes, "aria-pressed": String(grid.open === name) }, String(number)));
}

function draw(view) {
  const { grid } = view;
  const names = grid.bodies.map((body, at) => make("th", { scope: "col" }, make("span", { class: "up", title: body.name }, `${at + 1} ${body.name}`)));
  const rows = grid.bodies.map((body, row) =>
    make("tr", {}, make("th", { scope: "row" }, `${row + 1} ${body.name}`), ...grid.bodies.map((_, column) => square(grid, row, column))),
  );
  view.scroller.replaceChildren(
    make("table", {}, make("caption", {}, grid.caption), make("thead", {}, make("tr", {}, make("td"), ...names)), make("tbody", {}, ...rows)),
  );
  rove(view, view.scroller.querySelector('[aria-pressed="true"]') || view.scroller.querySelector("button"));
}

function rove(view, button, focus = false) {
  if (!button) return;
  view.scroller.querySelector('button[tabindex="0"]')?.setAttribute("tabindex", "-1");
  button.setAttribute("tabindex", "0");
  if (focus) button.focus({ preventScroll: true });
  if (focus) button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function press(view) {
  for (const button of view.scroller.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.pair === view.grid.open));
  }
}

// The next square with a button in the direction of an arrow, over empty ones.
function beside(button, key) {
  const rows = [...button.closest("tbody").rows];
  const [down, right] = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[key];
  let row = rows.indexOf(button.closest("tr"));
  let column = button.closest("td").cellIndex;
  for (;;) {
    row += down;
    column += right;
    const cell = rows[row]?.cells[column];
    if (!cell || cell.tagName !== "TD") return null;
    const found = cell.querySelector("button");
    if (found) return found;
  }
}

function start(parent) {
  const view = { scroller: parent.querySelector(".scroller") };
  view.scroller.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    rove(view, button);
    keepInSight(button);
    view.choose(button.dataset.pair);
  });
  view.scroller.addEventListener("keydown", (event) => {
    const button = event.target.closest("button");
    if (!button || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    rove(view, beside(button, event.key), true);
  });
  view.observer = new ResizeObserver(() => uncover(view));
  view.observer.observe(view.scroller);
  return view;
}

// When the grid becomes narrower beside the details, or is opened by a link, keep the chosen number in its visible part.
function uncover(view) {
  const pressed = '[aria-pressed="true"]'; // each two stand there twice: the one that was clicked, if any
  const button = view.scroller.querySelector(`${pressed}[tabindex="0"]`) || view.scroller.querySelector(pressed);
  if (!button) return;
  const frame = view.scroller.getBoundingClientRect();
  const at = button.getBoundingClientRect();
  const room = 24; // pixels
  if (at.right + room > frame.right) view.scroller.scrollLeft += at.right + room - frame.right;
  if (at.bottom + room > frame.bottom) view.scroller.scrollTop += at.bottom + room - frame.bottom;
}

const views = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = start(parentElement);
    views.set(parentElement, view);
  }
  view.choose = (name) => setTriggerValue("open", name);
  const changed = data.revision !== view.grid?.revision;
  view.grid = data;
  if (changed) draw(view);
  else press(view);
  if (view.opened !== data.open) uncover(view);
  view.opened = data.open;
}
