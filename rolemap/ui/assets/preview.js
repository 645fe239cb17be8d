// The preview of a report. The frame has no origin of its own: what it shows cannot reach the app, its data or its address.
// Scripts may run in it, but the page's own content security policy allows only the one script that rolemap wrote.
// The page has an address of its own (blob:), so that links within it stay within it.

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".preview");
  let frame = place.querySelector("iframe");
  if (!frame) {
    frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.setAttribute("referrerpolicy", "no-referrer");
    place.append(frame);
  }
  frame.title = data.title;
  if (place.shown === data.page) return;
  place.shown = data.page;
  if (place.address) URL.revokeObjectURL(place.address);
  place.address = URL.createObjectURL(new Blob([data.page], { type: "text/html;charset=utf-8" }));
  frame.src = place.address;
}
