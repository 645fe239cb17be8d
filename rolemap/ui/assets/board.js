// The board: a table of who leads on what. Text from maps is only ever set as text, never as markup.

const AT_ONCE = 16; // rows drawn at once, more than fit on a screen; the others follow while nobody waits
const SETTLED = [0, 350]; // milliseconds; what stands above the table may still be growing, and a new page starts at its top
const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"]; // what somebody does who looks elsewhere in the table
const NARROW = 620; // pixels; below this one area at a time is shown, so that nothing has to be scrolled sideways

function square(board, row, column) {
  const found = row.squares[column.id];
  const cell = make("td", { class: `of-${column.number % 2 ? "odd" : "even"}` });
  if (!found) {
    cell.append(make("span", { class: "empty" }, "Not needed here"));
    return cell;
  }
  const [state, lead, asked, extra] = found;
  const look = board.states[state];
  const name = `${row.id}@${column.id}`;
  const button = make(
    "button",
    {
      type: "button",
      class: `square state-${state}${asked ? "" : " dim"}`,
      "data-square": name,
      tabindex: "-1",
      "aria-pressed": String(board.open === name),
      "aria-label": [row.title, column.name, look[1].toLowerCase(), board.leads[lead], extra].filter(Boolean).join(", "),
    },
    make("span", { class: "state" }, make("span", { class: "symbol", "aria-hidden": "true" }, look[0]), ` ${look[1]}`),
    " ",
    make("span", { class: "lead" }, board.leads[lead]),
    ...(extra ? [" ", make("span", { class: "extra" }, extra)] : []),
  );
  cell.append(button);
  return cell;
}

function head(board, columns) {
  const levels = make("tr", {}, make("th", { class: "corner", rowspan: "2", scope: "col" }, "Responsibility"));
  const areas = make("tr");
  let last = null;
  for (const column of columns) {
    if (last && last.level === column.level) last.cell.colSpan += 1;
    else {
      const name = make("span", { class: "level-name" }, column.level);
      last = { level: column.level, cell: make("th", { class: "level", colspan: "1", scope: "colgroup" }, name) };
      levels.append(last.cell);
    }
    areas.append(make("th", { class: "area", scope: "col" }, column.name, make("small", {}, column.note)));
  }
  return make("thead", {}, levels, areas);
}

function pillar(group, columns) {
  const name = make("th", { class: "pillar", scope: "rowgroup" }, group.name, make("small", {}, group.note));
  const totals = columns.map((column) => make("td", { class: "pillar" }, make("small", {}, group.totals[column.id] || "")));
  return make("tr", {}, name, ...totals);
}

function responsibility(board, row, columns) {
  const title = make("th", { class: "responsibility", scope: "row" }, row.title);
  if (row.note) title.append(make("small", {}, row.note));
  return make("tr", {}, title, ...columns.map((column) => square(board, row, column)));
}

// What draws each row in turn, under its pillar.
function steps(board, table, columns) {
  return board.groups.flatMap((group) => {
    const part = make("tbody");
    const first = () => {
      table.append(part);
      part.append(pillar(group, columns));
    };
    return [first, ...group.rows.map((row) => () => part.append(responsibility(board, row, columns)))];
  });
}

function drawMore(view, rows) {
  for (const step of view.waiting.splice(0, rows)) step();
  if (!view.waiting.length) view.scroller.removeAttribute("aria-busy");
}

function drawAll(view) {
  drawMore(view, view.waiting.length);
}

function drawLater(view) {
  const { waiting } = view;
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 20));
  if (waiting.length)
    idle(() => {
      if (view.waiting !== waiting) return;
      drawMore(view, AT_ONCE);
      drawLater(view);
    });
}

function draw(view) {
  const { board, narrow } = view;
  const chosen = board.columns.find((column) => column.id === view.area) || board.columns[0];
  view.area = chosen ? chosen.id : "";
  const columns = narrow && chosen ? [chosen] : board.columns;
  const table = make("table", {}, make("caption", {}, board.caption), head(board, columns));
  const scrolled = view.scroller.scrollTop;
  view.waiting = steps(board, table, columns);
  view.scroller.setAttribute("aria-busy", "true");
  drawMore(view, AT_ONCE);
  view.scroller.replaceChildren(table);
  view.picker.hidden = !narrow || board.columns.length < 2;
  view.select.replaceChildren(
    ...board.columns.map((column) => make("option", { value: column.id, selected: column.id === view.area }, `${column.name} (${column.level})`)),
  );
  view.scroller.classList.toggle("narrow", narrow);
  if (scrolled || (board.open && !pressed(view))) drawAll(view);
  if (scrolled) view.scroller.scrollTop = scrolled;
  drawLater(view);
  rove(view, pressed(view) || view.scroller.querySelector(".square"));
}

function pressed(view) {
  return view.scroller.querySelector('[aria-pressed="true"]');
}

function rove(view, button, focus = false) {
  if (!button) return;
  view.scroller.querySelector('.square[tabindex="0"]')?.setAttribute("tabindex", "-1");
  button.setAttribute("tabindex", "0");
  if (focus) {
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

function press(view, name) {
  drawAll(view);
  pressed(view)?.setAttribute("aria-pressed", "false");
  view.scroller.querySelector(`[data-square="${CSS.escape(name)}"]`)?.setAttribute("aria-pressed", "true");
}

// Scroll the table to a square that was opened from elsewhere; the page too where its details are a sheet that lies further down.
function reveal(view) {
  const button = pressed(view);
  if (!button) return;
  rove(view, button);
  view.revealed = true;
  centre(view, button);
  for (const wait of SETTLED) setTimeout(() => view.board.open === button.dataset.square && button.isConnected && keepInSight(button), wait);
}

function centre(view, button) {
  const frame = view.scroller.getBoundingClientRect();
  const at = button.getBoundingClientRect();
  view.scroller.scrollTop += at.top - frame.top - frame.height / 3;
  if (!view.narrow) view.scroller.scrollLeft += at.left - frame.left - frame.width / 2;
}

// Say what is open for those who do not see it.
function announce(view) {
  const button = pressed(view);
  view.live.textContent = button ? `${button.getAttribute("aria-label")}. Its details follow the table.` : "The details are closed.";
}

// When the board becomes narrower beside the details, keep the open square in its visible part.
function uncover(view) {
  const button = pressed(view);
  if (!button) return;
  if (view.revealed) return centre(view, button); // its details may come late and make the rows higher
  const over = button.getBoundingClientRect().right - view.scroller.getBoundingClientRect().right + 16;
  if (over > 0) view.scroller.scrollLeft += over;
}

function beside(button, key) {
  const cell = button.closest("td");
  const step = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[key];
  if (step) {
    for (let next = cell[step]; next; next = next[step]) {
      const found = next.querySelector(".square");
      if (found) return found;
    }
    return null;
  }
  const rows = [...cell.closest("table").querySelectorAll("tbody tr")];
  const by = key === "ArrowDown" ? 1 : -1;
  for (let at = rows.indexOf(cell.parentElement) + by; at >= 0 && at < rows.length; at += by) {
    const found = rows[at].cells[cell.cellIndex]?.querySelector(".square");
    if (found) return found;
  }
  return null;
}

function start(parent) {
  const root = parent.querySelector(".board");
  const view = { root, waiting: [], revealed: false, scroller: root.querySelector(".scroller"), picker: root.querySelector(".picker"), live: root.querySelector(".live") };
  view.select = view.picker.querySelector("select");
  view.narrow = root.clientWidth > 0 && root.clientWidth < NARROW;
  for (const move of MOVES) view.scroller.addEventListener(move, () => (view.revealed = false), { passive: true });
  view.scroller.addEventListener("click", (event) => {
    const button = event.target.closest(".square");
    if (!button) return;
    rove(view, button);
    press(view, button.dataset.square);
    keepInSight(button);
    view.clicked = button.dataset.square;
    view.choose(button.dataset.square);
  });
  view.scroller.addEventListener("keydown", (event) => {
    const button = event.target.closest(".square");
    if (!button || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    drawAll(view);
    rove(view, beside(button, event.key), true);
  });
  view.select.addEventListener("change", () => {
    view.area = view.select.value;
    draw(view);
  });
  view.observer = new ResizeObserver(() => {
    const narrow = root.clientWidth > 0 && root.clientWidth < NARROW;
    if (narrow !== view.narrow) {
      view.narrow = narrow;
      draw(view);
    } else uncover(view);
  });
  view.observer.observe(root);
  return view;
}

// Escape closes the details wherever the focus is, unless something else that is open takes it first.
function closesDetails(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return false;
  const [at] = event.composedPath();
  const own = 'input, select, textarea, [role="combobox"], [role="listbox"], [role="dialog"]';
  return !at.closest?.(own) && !document.querySelector('[data-baseweb="popover"], [role="listbox"], [role="dialog"]');
}

// The focus goes back to the square when the details that held it are gone.
function giveFocusBack(view, name) {
  const at = document.activeElement;
  if (at && at !== document.body && !at.closest(".st-key-side")) return;
  rove(view, view.scroller.querySelector(`[data-square="${CSS.escape(name)}"]`), true);
}

const views = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = start(parentElement);
    views.set(parentElement, view);
    view.escaped = (event) => view.board.open && closesDetails(event) && view.choose("");
    view.printed = () => drawAll(view);
    document.addEventListener("keydown", view.escaped, true);
    window.addEventListener("beforeprint", view.printed);
  }
  const closed = data.open ? "" : view.board?.open;
  view.choose = (name) => setTriggerValue("open", name);
  const opened = data.open !== view.board?.open;
  const changed = data.revision !== view.board?.revision;
  view.board = data;
  if (opened && data.open) view.area = data.open.split("@")[1];
  if (changed || (opened && view.narrow)) draw(view);
  else if (opened) press(view, data.open);
  if (opened && data.open !== view.clicked) reveal(view);
  view.clicked = "";
  if (closed) giveFocusBack(view, closed);
  if (opened && (data.open || closed)) announce(view);
  return () => {
    view.observer.disconnect();
    document.removeEventListener("keydown", view.escaped, true);
    window.removeEventListener("beforeprint", view.printed);
    views.delete(parentElement);
  };
}
