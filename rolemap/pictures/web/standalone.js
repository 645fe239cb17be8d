// Completes the file PyVis wrote: bands and bars, words as text, a name for the canvas, and a first view.
const scene = () => DATA;
const frame = document.getElementById("mynetwork");
const look = { theme: 0, background: "#FFFFFF", face: "system-ui, 'DejaVu Sans', Arial, sans-serif" };
dress(window.network, scene, () => look);
const { nodes, edges } = window.network.body.data;
nodes.update(DATA.nodes.map(({ id }) => ({ id, title: spoken(DATA.titles[id]) })));
edges.update(edges.getIds().map((id) => ({ id, title: spoken(DATA.titles[id]) })));
frame.setAttribute("role", "img");
frame.setAttribute("aria-label", DATA.alt);
frame.tabIndex = 0;
const fit = () => show(window.network, DATA, { width: frame.clientWidth, height: frame.clientHeight }, true);
fit();
window.addEventListener("resize", () => { window.network.redraw(); fit(); });
