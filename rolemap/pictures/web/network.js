// The picture on the page: draws a scene with vis-network, keeps it between reruns, and tells Python what is chosen.
// A new scene is drawn only when its revision changes, so zoom and selection stay where people left them.

import { DataSet, Network } from "./vis-network.min.js";
import { dress, show, spoken } from "./paint.js";

const READABLE = 0.62; // the scale below which letters are too small to begin with: then the top is shown, full width

// Boxes are sized for wide letters (DejaVu Sans, at 100 pixels); narrower ones may be larger.
const SAMPLE = "Integrated care partnership";
const WIDE_SAMPLE = 1382;

const OPTIONS = {
  autoResize: false,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, dragNodes: false, tooltipDelay: 200, selectConnectedEdges: false, zoomView: false },
  nodes: { shape: "box", fixed: true, physics: false, borderWidth: 1.4, borderWidthSelected: 4 },
  edges: { physics: false, selectionWidth: 1, hoverWidth: 1, arrows: { to: { scaleFactor: 0.55 } } },
};

// A colour with `share` of the background in it.
function mixed(colour, background, share) {
  const part = (from, at) => parseInt(from.slice(at, at + 2), 16);
  const channel = (at) => Math.round(part(colour, at) * (1 - share) + part(background, at) * share);
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, "0")).join("")}`;
}

function node(one, { theme, face, grow, background }, faded) {
  const ink = { background: one.fill[theme], border: one.line[theme] };
  let words = one.text[theme];
  if (faded) {
    ink.background = mixed(one.fill[theme], background, 0.88);
    ink.border = mixed(one.line[theme], background, 0.7);
    words = mixed(one.dimmed ? words : one.line[theme], background, one.dimmed ? 0.2 : 0.45);
  }
  const edge = one.bar.length ? { top: 9, bottom: 4, left: 4, right: 4 } : 4;
  return {
    id: one.id,
    label: one.label,
    title: spoken(one.title),
    x: one.x,
    y: one.y,
    color: { ...ink, highlight: ink, hover: ink },
    font: { color: words, size: one.size * grow, face },
    margin: edge,
    shapeProperties: { borderRadius: one.radius, borderDashes: one.dashed ? [6, 4] : false },
    widthConstraint: { minimum: one.width - 8 },
    heightConstraint: { minimum: one.height - 8, valign: one.bar.length ? "top" : "middle" },
  };
}

function edge(one, { theme }, faded) {
  const color = one.ink[theme];
  return {
    id: one.id,
    from: one.from,
    to: one.to,
    title: spoken(one.title),
    width: one.width,
    dashes: one.dashes.length ? one.dashes : false,
    color: { color, highlight: color, hover: color, inherit: false, opacity: faded ? 0.12 : 1 },
    arrows: one.arrow ? "to" : "",
    smooth: one.arrow
      ? { enabled: true, type: "curvedCW", roundness: 0.35 }
      : { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 },
  };
}

// How the page looks now: its theme, background and letters.
function lookOf(element) {
  const style = getComputedStyle(element);
  const said = style.getPropertyValue("--st-background-color").trim();
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = said || "#ffffff";
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(probe.fillStyle.slice(at, at + 2), 16));
  const dark = 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  const background = probe.fillStyle;
  probe.font = `100px ${style.fontFamily}`;
  const grow = Math.min(Math.max(WIDE_SAMPLE / probe.measureText(SAMPLE).width, 1), 1.15);
  return { theme: dark ? 1 : 0, background, face: style.fontFamily, grow };
}

// Those beside the selected shape; everything else fades.
function beside(scene, selected) {
  const kept = new Set([selected]);
  for (const one of scene.edges) {
    if (one.from === selected) kept.add(one.to);
    if (one.to === selected) kept.add(one.from);
  }
  return kept;
}

function fade(view) {
  const { scene, look, selected } = view;
  const kept = selected ? beside(scene, selected) : null;
  view.faded = new Set(kept ? scene.nodes.filter((one) => !kept.has(one.id)).map((one) => one.id) : []);
  view.nodes.update(scene.nodes.map((one) => node(one, look, view.faded.has(one.id))));
  const apart = (one) => kept !== null && one.from !== selected && one.to !== selected;
  view.edges.update(scene.edges.map((one) => edge(one, look, apart(one))));
}

function select(view, id) {
  view.selected = id;
  view.cursor = id || view.cursor;
  fade(view);
  if (id) view.network.selectNodes([id], false);
  else view.network.unselectAll();
}

function choose(view, id) {
  view.pending = id;
  select(view, id);
  announce(view, id, id ? "Chosen: " : "Nothing is chosen.");
  view.tell("selected", `${view.scene.revision}:${id}`);
}

function announce(view, id, before) {
  const found = view.scene.nodes.find((one) => one.id === id);
  view.live.textContent = before + (found ? found.title.replaceAll("\n", ". ") : "");
}

// The nearest shape in the direction of an arrow key: straight ahead counts more than to the side.
function next(view, key) {
  const from = view.scene.nodes.find((one) => one.id === view.cursor);
  if (!from) return view.scene.nodes[0]?.id ?? "";
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = from.id;
  let least = Infinity;
  for (const one of view.scene.nodes) {
    const ahead = (one.x - from.x) * dx + (one.y - from.y) * dy;
    const aside = Math.abs((one.x - from.x) * dy) + Math.abs((one.y - from.y) * dx);
    if (ahead > 1 && ahead + 2.5 * aside < least) {
      least = ahead + 2.5 * aside;
      best = one.id;
    }
  }
  return best;
}

function move(view, id) {
  view.cursor = id;
  view.network.redraw();
  announce(view, id, "");
  reveal(view, id);
}

function reveal(view, id) {
  const found = view.scene.nodes.find((one) => one.id === id);
  if (!found) return;
  const spot = view.network.canvasToDOM({ x: found.x, y: found.y });
  const { clientWidth: width, clientHeight: height } = view.frame;
  const { x, y } = view.network.getViewPosition();
  const hidden = { x: spot.x < 40 || spot.x > width - 40, y: spot.y < 40 || spot.y > height - 40 };
  if (!hidden.x && !hidden.y) return;
  const scale = view.network.getScale();
  const to = {
    x: hidden.x ? within(found.x, view.scene.width, width / scale) : x,
    y: hidden.y ? within(found.y, view.scene.height, height / scale) : y,
  };
  view.network.moveTo({ position: to });
}

// The middle of what is shown, so that nothing empty beside the picture is: `room` of its whole `size` is shown.
function within(middle, size, room) {
  return Math.max(Math.min(middle, size - room / 2), room / 2);
}

function zoom(view, by) {
  view.touched = true;
  view.network.moveTo({ scale: Math.min(Math.max(view.network.getScale() * by, 0.1), 4) });
}

function firstView(view) {
  const room = { width: view.frame.clientWidth, height: view.frame.clientHeight };
  if (!room.width) return;
  const whole = Math.min(room.width / view.scene.width, room.height / view.scene.height);
  show(view.network, view.scene, room, whole >= READABLE);
}

function pressed(view, event) {
  if (event.key.startsWith("Arrow")) move(view, next(view, event.key));
  else if (event.key === "Enter" || event.key === " ") choose(view, view.cursor);
  else if (event.key === "Escape") choose(view, "");
  else if (event.key === "+" || event.key === "=") zoom(view, 1.25);
  else if (event.key === "-") zoom(view, 0.8);
  else if (event.key === "0") act(view, "whole");
  else return;
  event.preventDefault();
}

function act(view, what) {
  view.touched = true;
  const room = { width: view.frame.clientWidth, height: view.frame.clientHeight };
  if (what === "in") zoom(view, 1.25);
  else if (what === "out") zoom(view, 0.8);
  else show(view.network, view.scene, room, what === "whole");
}

// Another width shows the same part of the picture, larger or smaller.
function resized(view) {
  const width = view.frame.clientWidth;
  if (!width || Math.abs(width - view.width) < 2) return;
  const [scale, position] = [view.network.getScale(), view.network.getViewPosition()];
  view.network.setSize("100%", "100%");
  view.network.redraw();
  if (view.touched) view.network.moveTo({ scale: (scale * width) / view.width, position });
  else firstView(view);
  view.width = width;
}

// Where the picture stands, for whoever looks from outside: scale, and what is in the middle.
function noteView(view) {
  const { x, y } = view.network.getViewPosition();
  view.root.dataset.view = [view.network.getScale(), x, y].map((one) => one.toFixed(4)).join(" ");
}

function cursorOver(view, ctx) {
  const found = view.scene.nodes.find((one) => one.id === view.cursor);
  if (!found || !view.focused) return;
  ctx.strokeStyle = view.look.theme ? "#FFFFFF" : "#000000";
  ctx.lineWidth = 3;
  ctx.setLineDash([3, 3]);
  ctx.strokeRect(found.x - found.width / 2 - 5, found.y - found.height / 2 - 5, found.width + 10, found.height + 10);
  ctx.setLineDash([]);
}

function listen(view) {
  view.network.on("click", ({ nodes: [id = ""] }) => {
    if (id || view.selected) choose(view, id);
  });
  view.network.on("hoverNode", () => (view.frame.style.cursor = "pointer"));
  view.network.on("blurNode", () => (view.frame.style.cursor = ""));
  view.network.on("afterDrawing", (ctx) => {
    cursorOver(view, ctx);
    noteView(view);
  });
  view.frame.addEventListener("keydown", (event) => pressed(view, event));
  // The wheel scrolls the page until somebody works in the picture.
  const focus = (focused) => () => {
    view.focused = focused;
    view.network.setOptions({ interaction: { zoomView: focused } });
    view.network.redraw();
  };
  view.frame.addEventListener("focus", focus(true));
  view.frame.addEventListener("blur", focus(false));
  view.root.querySelector(".tools").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) act(view, button.dataset.do);
  });
  view.network.on("dragEnd", () => (view.touched = true));
  view.network.on("zoom", () => (view.touched = true));
  view.observer = new ResizeObserver(() => resized(view));
  view.observer.observe(view.frame);
}

function start(parent) {
  const root = parent.querySelector(".picture");
  const view = { root, frame: root.querySelector(".frame"), live: root.querySelector(".live"), faded: new Set() };
  view.nodes = new DataSet();
  view.edges = new DataSet();
  view.network = new Network(view.frame, { nodes: view.nodes, edges: view.edges }, OPTIONS);
  view.scene = { nodes: [], edges: [], bands: [], frames: [], headings: [] };
  view.look = lookOf(root);
  const quiet = () => view.faded.size > 0;
  const seen = () => ({ ...view.scene, quiet: quiet(), nodes: view.scene.nodes.map((one) => ({ ...one, faded: view.faded.has(one.id) })) });
  dress(view.network, seen, () => view.look);
  view.frame.querySelector("canvas").setAttribute("aria-hidden", "true");
  view.frame.querySelector(".vis-network").removeAttribute("tabindex"); // one stop for the keyboard, and it is ours
  view.width = view.frame.clientWidth;
  listen(view);
  return view;
}

function draw(view, data, look) {
  view.scene = data.scene;
  view.look = look;
  view.selected = "";
  view.pending = null;
  view.faded = new Set();
  view.network.interactionHandler.popup?.hide(); // what it spoke of may have moved or gone
  view.nodes.clear();
  view.edges.clear();
  view.nodes.add(view.scene.nodes.map((one) => node(one, look, false)));
  view.edges.add(view.scene.edges.map((one) => edge(one, look, false)));
  view.frame.setAttribute("aria-label", `${data.scene.title}. ${data.scene.sentence} ${data.help}`);
}

// Escape closes the details wherever the focus is, unless something else that is open takes it first.
function closesDetails(event, view) {
  const path = event.composedPath();
  if (event.key !== "Escape" || event.defaultPrevented || path.includes(view.frame)) return false;
  const own = 'input, select, textarea, [role="combobox"], [role="listbox"], [role="dialog"]';
  return !path[0].closest?.(own) && !document.querySelector('[data-baseweb="popover"], [role="listbox"], [role="dialog"]');
}

// The focus goes back to the picture when the details that held it are gone.
function giveFocusBack(view) {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest(".st-key-side")) view.frame.focus({ preventScroll: true });
}

const views = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = start(parentElement);
    views.set(parentElement, view);
    view.escaped = (event) => view.selected && closesDetails(event, view) && choose(view, "");
    document.addEventListener("keydown", view.escaped, true);
  }
  const closed = Boolean(view.given) && !data.selected;
  view.given = data.selected;
  view.tell = setTriggerValue;
  const look = lookOf(view.root);
  const other = data.scene.revision !== view.scene.revision;
  if (other || look.theme !== view.look.theme) draw(view, data, look);
  if (other) {
    view.touched = false;
    firstView(view);
  }
  if (view.pending === null || view.pending === data.selected) {
    view.pending = null;
    if (data.selected !== view.selected) select(view, data.selected);
    if (other) reveal(view, data.selected);
  }
  view.root.dataset.revision = data.scene.revision;
  if (closed) giveFocusBack(view);
  return () => {
    document.removeEventListener("keydown", view.escaped, true);
    view.observer.disconnect();
    view.network.destroy();
    views.delete(parentElement);
  };
}
