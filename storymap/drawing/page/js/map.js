// The map itself: making it, its controls, and the way it moves.

import { make, listen, prefersStillness } from "./dom.js";

export function createMap(element, described, { existing, say, embedded }) {
  const map = existing ?? L.map(element, described.map);
  L.control.zoom({ zoomInTitle: say("zoom_in"), zoomOutTitle: say("zoom_out") }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);
  element.setAttribute("aria-label", say("map"));
  element.setAttribute("role", "application");
  return { map, stopWheel: embedded ? sparePageScroll(map) : () => {} };
}

// Inside another page the wheel scrolls that page, unless Ctrl or ⌘ is held.
function sparePageScroll(map) {
  map.scrollWheelZoom.disable();
  const choose = (event) => {
    if (event.ctrlKey || event.metaKey) map.scrollWheelZoom.enable();
    else map.scrollWheelZoom.disable();
  };
  return listen(map.getContainer(), "wheel", choose, { capture: true, passive: true });
}

export function moveTo(map, centre, zoom) {
  if (prefersStillness()) map.setView(centre, zoom, { animate: false });
  else map.flyTo(centre, zoom, { duration: 0.6 });
}

export function moveToBounds(map, bounds, options = {}) {
  const wanted = { paddingTopLeft: [48, 48], paddingBottomRight: [84, 40], ...options };
  if (prefersStillness() || options.animate === false)
    map.fitBounds(bounds, { ...wanted, animate: false });
  else map.flyToBounds(bounds, { ...wanted, duration: 0.6 });
}

// Tiles over the bundled ground, which shows again if they do not come.
export function addTiles(map, tiles, onFailure) {
  const credit = make("div", { class: "tile-credit" }, tiles.attribution);
  const control = L.control({ position: "bottomright" });
  control.onAdd = () => credit;
  const layer = L.tileLayer(tiles.url, { maxZoom: tiles.max_zoom });
  let loaded = false;
  layer.on("tileload", () => {
    loaded = true;
  });
  layer.on("tileerror", () => {
    if (loaded || !map.hasLayer(layer)) return;
    layer.remove();
    control.remove();
    onFailure();
  });
  layer.addTo(map);
  control.addTo(map);
}
