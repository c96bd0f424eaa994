// The map's own buttons, the skip links, and the map on paper.

import { listen } from "./dom.js";

export function linkTools(context) {
  const { root, view, words } = context;
  const pane = root.querySelector(".map-pane");
  const full = pane.querySelector('[data-act="full-screen"]');
  const setFull = (isFull) => {
    pane.classList.toggle("is-full", isFull);
    full.setAttribute("aria-pressed", String(isFull));
    full.textContent = words.say(isFull ? "exit_full_screen" : "full_screen");
    view.map.invalidateSize();
  };
  const stops = [
    listen(pane.querySelector('[data-act="whole"]'), "click", () => view.showAll()),
    listen(full, "click", () => setFull(!pane.classList.contains("is-full"))),
    listen(pane, "keydown", (event) => {
      if (event.key !== "Escape" || !pane.classList.contains("is-full")) return;
      event.preventDefault();
      setFull(false);
    }),
    linkSkips(root),
    linkPrinting(context),
    keepSize(view.map, pane),
  ];
  return () => stops.forEach((stop) => stop());
}

// Skip links move the focus and leave the address alone.
function linkSkips(root) {
  return listen(root.querySelector(".skips"), "click", (event) => {
    const target = event.target.closest("a")?.getAttribute("href");
    if (!target) return;
    event.preventDefault();
    root.querySelector(target).focus();
  });
}

function linkPrinting({ root, view }) {
  const setPrinting = (isPrinting) => {
    root.classList.toggle("is-printing", isPrinting);
    view.map.invalidateSize({ animate: false });
    view.goHome();
  };
  const stops = [
    listen(window, "beforeprint", () => setPrinting(true)),
    listen(window, "afterprint", () => setPrinting(false)),
  ];
  return () => stops.forEach((stop) => stop());
}

function keepSize(map, pane) {
  const observer = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: true }));
  observer.observe(pane);
  return () => observer.disconnect();
}
