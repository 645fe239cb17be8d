// Write into the address of a page just arrived at what is remembered for it, without a step of its own in the browser's
// history: Back then leads to the page before at once.

let last = "";

export default function ({ data }) {
  if (!data.arrival || data.arrival === last) return;
  last = data.arrival;
  const at = window.location.pathname.replace(/\/+$/, "").split("/").at(-1);
  const same = `${new URLSearchParams(window.location.search)}` === `${new URLSearchParams(data.was)}`;
  if (!same || (data.page && data.page !== at)) return; // somebody has chosen something, or gone on, meanwhile
  window.history.replaceState(window.history.state, "", window.location.pathname + (data.address ? `?${data.address}` : "") + window.location.hash);
}
