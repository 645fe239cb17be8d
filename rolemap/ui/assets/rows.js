// A table whose rows open something: the first cell of each is a button. Text from maps is only ever set as text.

function filled(cell, value) {
  if (typeof value === "string") cell.append(value);
  else if (value.state) {
    const [symbol, word] = value.look;
    cell.append(make("span", { class: `badge state-${value.state}` }, make("span", { "aria-hidden": "true" }, `${symbol} `), word));
  } else {
    const mark = make("span", { class: "mark", "aria-hidden": "true" }, value.mark);
    cell.append(mark, ` ${value.text}`);
  }
  return cell;
}

// The roles say again what the elements are, since a browser forgets it of rows that are laid out as blocks.
function row(table, one) {
  const button = make("button", { type: "button", "data-open": one.open, "aria-pressed": String(table.open === one.open) }, one.name);
  const first = make("th", { scope: "row", role: "rowheader" }, button);
  if (one.note) first.append(make("small", {}, one.note));
  const cells = one.cells.map((value, at) => filled(make("td", { role: "cell", "data-label": table.head[at + 1] || null }), value));
  return make("tr", { role: "row", class: one.strong ? "strong" : null }, first, ...cells);
}

function draw(view) {
  const { table } = view;
  const head = make("tr", { role: "row" }, ...table.head.map((name) => make("th", { scope: "col", role: "columnheader" }, name)));
  view.root.replaceChildren(
    make(
      "table",
      { role: "table" },
      make("caption", {}, table.caption),
      make("thead", { role: "rowgroup" }, head),
      make("tbody", { role: "rowgroup" }, ...table.rows.map((one) => row(table, one))),
    ),
  );
}

function press(view) {
  for (const button of view.root.querySelectorAll("[data-open]")) {
    button.setAttribute("aria-pressed", String(button.dataset.open === view.table.open));
  }
}

const views = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = { root: parentElement.querySelector(".rows") };
    view.root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-open]");
      if (!button) return;
      keepInSight(button);
      view.choose(button.dataset.open);
    });
    views.set(parentElement, view);
  }
  view.choose = (name) => setTriggerValue("open", name);
  const changed = data.revision !== view.table?.revision;
  view.table = data;
  if (changed) draw(view);
  else press(view);
}
