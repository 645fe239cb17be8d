// Saved views: kept in this browser's storage. Names and titles are only ever set as text, never as markup.

const STORE = "rolemap.views";
const VERSION = 1;
const PHONE = 768; // pixels; below this Streamlit lays the menu over the page
// How a page is opened, and not what is chosen on it.
const NOT_KEPT = new Set(["only", "embed", "embed_options"]);
const BLOCKED = "This browser does not let pages keep anything (private browsing, or a setting), so no view can be saved. The address of the page still opens what you see.";
const FULL = "There is no room left in this browser's storage. Delete a view, then save again.";

function isView(one) {
  const texts = ["id", "name", "page", "address", "map", "title", "digest", "saved"];
  return one !== null && typeof one === "object" && texts.every((name) => typeof one[name] === "string") && one.name !== "";
}

// Return the views kept, newest first; null where the browser refuses to say.
function load() {
  let text;
  try {
    text = window.localStorage.getItem(STORE);
  } catch {
    return null;
  }
  if (!text) return [];
  try {
    const found = JSON.parse(text);
    return found.version === VERSION && Array.isArray(found.views) ? found.views.filter(isView) : [];
  } catch {
    return [];
  }
}

function store(views) {
  try {
    window.localStorage.setItem(STORE, JSON.stringify({ version: VERSION, views }));
    return true;
  } catch {
    return false;
  }
}

// A short mark of a text, to tell whether the session knows these views already (FNV-1a).
function markOf(text) {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `${text.length}-${mark}`;
}

function tell(view, views) {
  const listed = views.map(({ name, page, address, map, title, digest }) => ({ name, page, address, map, title, digest }));
  const mark = listed.length ? markOf(JSON.stringify(listed)) : "";
  if (mark === view.data.known || mark === view.told) return;
  view.told = mark;
  view.setStateValue("views", { mark, views: listed });
}

function say(view, text, ...more) {
  view.status.replaceChildren(...(text ? [make("span", {}, text), ...more] : []));
}

// Change what is kept: always from what is there now, since another window may have changed it.
function change(view, by) {
  const before = load();
  if (before === null) return say(view, BLOCKED), false;
  const after = by(before);
  if (!store(after)) return say(view, FULL), false;
  draw(view);
  return true;
}

function addressHere() {
  const parts = [...new URLSearchParams(window.location.search)].filter(([name]) => !NOT_KEPT.has(name.toLowerCase()));
  return new URLSearchParams(parts).toString();
}

// Two views of one name on one map are told apart by a number.
function unlike(name, views, map, most) {
  const taken = new Set(views.filter((one) => one.map === map).map((one) => one.name));
  let found = name;
  for (let number = 2; taken.has(found); number += 1) {
    const end = ` (${number})`;
    found = name.slice(0, most - end.length) + end;
  }
  return found;
}

function save(view) {
  const { data, input } = view;
  const given = input.value.trim().slice(0, data.most.name);
  const name = given || input.placeholder; // which stands in the empty box and reads like its name
  const address = addressHere();
  if (address.length > data.most.address) return say(view, "Too much is chosen to be kept as one view. Take some filters away.");
  const one = { id: crypto.getRandomValues(new Uint32Array(2)).join("-"), page: data.page, address, saved: new Date().toISOString().slice(0, 10) };
  const there = load() || [];
  if (there.length >= data.most.views) return say(view, `${data.most.views} views are saved, which is the most. Delete one, then save again.`);
  const unique = unlike(name, there, data.map.id, data.most.name);
  const whole = { ...one, name: unique, map: data.map.id, title: data.map.title, digest: data.map.digest };
  if (!change(view, (views) => [whole, ...views])) return;
  input.value = "";
  say(view, `Saved as “${unique}” in this browser${given ? "" : ", as no name was given"}.`);
}

function remove(view, one) {
  const at = (load() || []).findIndex((other) => other.id === one.id);
  if (!change(view, (views) => views.filter((other) => other.id !== one.id))) return;
  const undo = make("button", { type: "button" }, "Undo");
  undo.addEventListener("click", () => {
    if (change(view, (views) => [...views.slice(0, at), one, ...views.slice(at)])) say(view, `“${one.name}” is back.`);
    view.summary.focus();
  });
  say(view, `“${one.name}” is deleted.`, undo);
  undo.focus();
}

function rename(view, one, item) {
  const input = make("input", { "aria-label": `New name for ${one.name}`, maxlength: view.data.most.name, autocomplete: "off" });
  input.value = one.name;
  const form = make("form", {}, input, make("button", { type: "submit" }, "Rename"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!name) return;
    const others = (load() || []).filter((other) => other.id !== one.id);
    const unique = unlike(name, others, one.map, view.data.most.name);
    if (change(view, (views) => views.map((other) => (other.id === one.id ? { ...other, name: unique } : other)))) say(view, `Now called “${unique}”.`);
    focusOn(view, one);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    draw(view);
    focusOn(view, one);
  });
  item.replaceChildren(form);
  input.focus();
  input.select();
}

function focusOn(view, one) {
  view.lists.querySelector(`[data-view="${CSS.escape(one.id)}"] button`)?.focus();
}

function linkTo(view, one) {
  const here = window.location.pathname.replace(/\/+$/, "");
  const base = view.data.page && here.endsWith(`/${view.data.page}`) ? here.slice(0, -view.data.page.length - 1) : here;
  const parts = new URLSearchParams(one.address);
  parts.set("map", one.map);
  return `${window.location.origin}${base}/${one.page}?${parts}`;
}

async function copy(view, one) {
  const link = linkTo(view, one);
  try {
    await navigator.clipboard.writeText(link);
    say(view, `The link to “${one.name}” is copied.`);
  } catch {
    const box = make("input", { readonly: true, "aria-label": `Link to ${one.name}` });
    box.value = link;
    say(view, "This browser does not let the page copy. Copy the link from here:", box);
    box.focus();
    box.select();
  }
}

// On a phone the menu lies over the page: put it away once it has led somewhere, as Streamlit does for its own links.
function putMenuAway() {
  if (window.innerWidth >= PHONE) return;
  document.querySelector('[data-testid="stSidebar"][data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button')?.click();
}

function open(view, one, map) {
  say(view, "");
  putMenuAway();
  view.setTriggerValue("open", { ...one, map, asked: `${Date.now()}` });
}

function tool(words, name, act) {
  const button = make("button", { type: "button", "aria-label": `${words}: ${name}` }, words);
  button.addEventListener("click", act);
  return button;
}

function dayInWords(day) {
  const found = new Date(`${day}T12:00:00`);
  return Number.isNaN(found.getTime()) ? day : found.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

function entry(view, one) {
  const { data } = view;
  const own = one.map === data.map.id;
  const there = data.open.includes(one.map);
  const known = Object.hasOwn(data.pages, one.page);
  const upload = one.map.startsWith(data.uploaded);
  const item = make("li", { "data-view": one.id });
  const button = make("button", { type: "button", class: "name", disabled: !there || !known }, one.name);
  button.addEventListener("click", () => open(view, one, one.map));
  const page = known ? data.pages[one.page] : "A page that is not here any more";
  const about = [page, ...(own ? [] : [one.title || "A map without a title"]), `saved on ${dayInWords(one.saved)}`];
  if (!there) about.push(upload ? "an upload that is not open now: upload the same files again to open this view" : "a map that is not here");
  else if (own && one.digest !== data.map.digest) about.push("the map has changed since");
  const tools = make("div", { class: "tools" });
  if (!own && known) tools.append(tool("Open on this map", one.name, () => open(view, one, data.map.id)));
  if (!upload && there && known) tools.append(tool("Copy link", one.name, () => copy(view, one)));
  tools.append(tool("Rename", one.name, () => rename(view, one, item)), tool("Delete", one.name, () => remove(view, one)));
  item.append(button, make("p", { class: "about" }, about.join("; ")), tools);
  return item;
}

function draw(view) {
  const { data } = view;
  const views = load();
  const upload = data.map.id.startsWith(data.uploaded);
  for (const element of view.form.elements) element.disabled = views === null;
  view.input.maxLength = data.most.name;
  view.input.placeholder = (data.pages[data.page] || "A name").slice(0, data.most.name);
  view.note.hidden = views !== null && !upload;
  view.note.textContent =
    views === null ? BLOCKED : "This map is an upload. A view of it opens while it is open here, and again once the same files are uploaded; it has no link to send.";
  const all = (views || []).slice(0, data.most.views);
  view.many.textContent = all.length ? `(${all.length})` : "";
  const own = all.filter((one) => one.map === data.map.id);
  const others = all.filter((one) => one.map !== data.map.id);
  const list = (title, those) => (those.length ? [make("h3", {}, title), make("ul", {}, ...those.map((one) => entry(view, one)))] : []);
  const none = make("p", { class: "none" }, "None yet. A view keeps the page, its filters and the day. Only this browser has it.");
  view.lists.replaceChildren(...(all.length || views === null ? [] : [none]), ...list("Of this map", own), ...list("Of other maps", others));
  view.drawn = JSON.stringify([data, all]);
  tell(view, all);
}

function start(parent) {
  const root = parent.querySelector(".saved");
  const view = { root, form: root.querySelector(".new"), input: root.querySelector("#name"), note: root.querySelector(".note") };
  for (const name of ["summary", "many", "status", "lists"]) view[name] = root.querySelector(name === "summary" ? name : `.${name}`);
  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(view);
  });
  view.other = (event) => (event.key === STORE || event.key === null) && draw(view);
  return view;
}

const parts = new WeakMap();

export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  let view = parts.get(parentElement);
  if (!view) {
    view = start(parentElement);
    parts.set(parentElement, view);
  }
  if (view.data && view.data.page !== data.page) putMenuAway();
  Object.assign(view, { data, setTriggerValue, setStateValue });
  window.addEventListener("storage", view.other);
  const renaming = view.lists.querySelector("form");
  if (!renaming && view.drawn !== JSON.stringify([data, load() || []])) draw(view);
  return () => window.removeEventListener("storage", view.other);
}
