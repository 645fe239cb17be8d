// Completes the file PyVis wrote: bands and bars, words as text, a name for the canvas, and a first view.
const scene = () => DATA;
const frame = document.getElementById("mynetwork");
dress(window.network, scene, () => 0, () => "#FFFFFF");
const { nodes, edges } = window.network.body.data;
nodes.update(DATA.nodes.map(({ id }) => ({ id, title: spoken(DATA.titles[id]) })));
edges.update(edges.getIds().map((id) => ({ id, title: spoken(DATA.titles[id]) })));
frame.setAttribute("role", "img");
frame.setAttribute("aria-label", DATA.alt);
frame.tabIndex = 0;
const fit = () => show(window.network, DATA, { width: frame.clientWidth, height: frame.clientHeight }, true);
fit();
window.addEventListener("resize", () => { window.network.redraw(); fit(); });
