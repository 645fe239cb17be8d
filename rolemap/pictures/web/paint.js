// What vis-network has no shape for: bands, frames, headings, and bars of states. Text is only ever drawn on the
// canvas or set as textContent, so nothing a map says can become markup. Colours are pairs: [on light, on dark].

// A `look` says how: {theme: 0 on light or 1 on dark, background, face: the letters}.

function rounded(ctx, box, radius) {
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.width, box.height, radius);
}

function bandsUnder(ctx, scene, look) {
  for (const band of scene.bands) {
    rounded(ctx, band, 10);
    ctx.fillStyle = band.fill[look.theme];
    ctx.fill();
    ctx.fillStyle = band.line[look.theme];
    ctx.fillRect(band.x, band.y + 10, 5, band.height - 20);
    ctx.font = `700 19px ${look.face}`;
    ctx.fillStyle = band.text[look.theme];
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.fillText(band.name, band.x + 18, band.y + 20);
  }
  ctx.globalAlpha = scene.quiet ? 0.3 : 1;
  for (const frame of scene.frames) {
    rounded(ctx, frame, 10);
    ctx.strokeStyle = frame.line[look.theme];
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function behind(ctx, scene, look) {
  // A gathered shape looks like a small stack: two outlines show behind it.
  for (const node of scene.nodes) {
    if (!node.several || node.faded) continue;
    for (const step of [7, 3.5]) {
      const left = node.x - node.width / 2 + step;
      rounded(ctx, { x: left, y: node.y - node.height / 2 + step, width: node.width, height: node.height }, node.radius);
      ctx.fillStyle = look.background;
      ctx.fill();
      ctx.strokeStyle = node.line[look.theme];
      ctx.lineWidth = 1;
      ctx.stroke();
    }
  }
}

// How many places somebody leads, in a pill at the right end of the shape.
function badge(ctx, node, look) {
  ctx.font = `700 12px ${look.face}`;
  const wide = ctx.measureText(node.badge).width + 10;
  const pill = { x: node.x + node.width / 2 - wide - 4, y: node.y - 9, width: wide, height: 18 };
  rounded(ctx, pill, 9);
  ctx.fillStyle = node.badge_ink[look.theme];
  ctx.fill();
  ctx.fillStyle = look.background;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(node.badge, pill.x + wide / 2, node.y + 1);
}

// Headings lie over the lines, with a halo in the colour of the page.
function headingsOver(ctx, scene, look) {
  for (const heading of scene.headings) {
    ctx.font = `700 14px ${look.face}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 5;
    ctx.globalAlpha = 0.75;
    ctx.strokeStyle = look.background;
    ctx.strokeText(heading.text, heading.x, heading.y);
    ctx.globalAlpha = 1;
    ctx.fillStyle = heading.text_ink[look.theme];
    ctx.fillText(heading.text, heading.x, heading.y);
  }
}

function barsOver(ctx, scene, look) {
  for (const node of scene.nodes) {
    ctx.globalAlpha = node.faded ? 0.25 : 1;
    if (node.badge) badge(ctx, node, look);
  }
  for (const node of scene.nodes) {
    if (!node.bar.length) continue;
    ctx.globalAlpha = node.faded ? 0.25 : 1;
    const width = node.width - 18;
    let left = node.x - width / 2;
    const top = node.y + node.height / 2 - 13;
    for (const part of node.bar) {
      ctx.fillStyle = part.ink[look.theme];
      ctx.fillRect(left, top, Math.max(width * part.share - 1, 1), 7);
      left += width * part.share;
    }
  }
  ctx.globalAlpha = 1;
}

// Draws under and over what `network` draws; `scene()` is what is shown now, `look()` how.
export function dress(network, scene, look) {
  network.on("beforeDrawing", (ctx) => {
    bandsUnder(ctx, scene(), look());
    behind(ctx, scene(), look());
  });
  network.on("afterDrawing", (ctx) => {
    barsOver(ctx, scene(), look());
    headingsOver(ctx, scene(), look());
  });
}

// The words a pointer finds on a shape or line, as an element whose text is never parsed.
export function spoken(text) {
  const element = document.createElement("div");
  element.style.whiteSpace = "pre-wrap";
  element.style.maxWidth = "28em";
  element.textContent = text;
  return element;
}

// Shows the whole width of a scene, or all of it, in a canvas of `room` = {width, height}.
export function show(network, scene, room, whole) {
  const across = room.width / scene.width;
  const scale = Math.min(whole ? Math.min(across, room.height / scene.height) : across, 1.4);
  const top = Math.max(room.height / scale, whole ? scene.height : 0) / 2;
  network.moveTo({ position: { x: scene.width / 2, y: top }, scale: scale * 0.985 });
}
