// Kept in every page that is timed: what changed (shadow trees and canvases included), when that was painted, and the last
// click or key. `seen.shown()` is when the last change that lies in the window was painted.
(() => {
  const seen = (window.seen = { last: 0, input: 0, changes: [] });
  let frame = null;
  const changed = (elements) => {
    seen.last = performance.now();
    if (!frame) {
      const mine = (frame = { painted: 0, elements: new Set() });
      seen.changes.push(mine);
      const after = new MessageChannel();
      after.port1.onmessage = () => { mine.painted = performance.now(); };
      requestAnimationFrame(() => { frame = null; after.port2.postMessage(0); });
    }
    for (const one of elements) frame.elements.add(one);
  };
  const element = (one) => (one.nodeType === 1 ? one : one.parentElement ?? one.host ?? document.documentElement);
  const noted = (list) => changed(list.flatMap((one) => [...(one.addedNodes.length ? one.addedNodes : [one.target])].map(element)));
  const attributeFilter = ["class", "style", "hidden", "open", "value", "aria-pressed", "aria-selected", "data-test-script-state"];
  const watch = (root) => new MutationObserver(noted).observe(root, { subtree: true, childList: true, characterData: true, attributeFilter });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...given) {
    const root = attach.apply(this, given);
    watch(root);
    return root;
  };
  for (const name of ["fill", "fillText", "stroke"]) {
    const paint = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) { changed([this.canvas]); return paint.apply(this, given); };
  }
  for (const name of ["click", "keydown"])
    addEventListener(name, (event) => { if (event.isTrusted) Object.assign(seen, { input: event.timeStamp, changes: [] }); }, true);
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
  const shows = (one) => {
    if (!one.isConnected || !one.checkVisibility?.()) return false;
    const box = one.getBoundingClientRect();
    let [left, top, right, bottom] = [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    for (let above = up(one); above; above = up(above)) {
      if (getComputedStyle(above).overflow === "visible") continue;
      const frame = above.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, frame.left), Math.max(top, frame.top), Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return right > left && bottom > top;
  };
  seen.shown = () => {
    for (const change of [...seen.changes].reverse()) if ([...change.elements].some(shows)) return change.painted;
    return seen.input;
  };
})()
