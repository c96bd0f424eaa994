// The ground of the map: land, borders, lakes and rivers, styled by the page's style sheet.

import { decodeAreas, decodeLines } from "./geometry.js";

export function drawBasemap(map, ground) {
  const pane = map.createPane("storymap-ground");
  pane.style.zIndex = 150;
  const renderer = L.svg({ pane: "storymap-ground", padding: 0.4 });
  const layers = L.layerGroup();
  for (const layer of ground) {
    drawGround(layer, renderer).addTo(layers);
  }
  return layers.addTo(map);
}

function drawGround(layer, renderer) {
  const options = {
    renderer,
    pane: "storymap-ground",
    interactive: false,
    className: `ground ground-${layer.name}`,
    smoothFactor: 0.8,
    fillRule: "nonzero",
  };
  if (layer.kind === "area") return L.polygon(decodeAreas(layer), options);
  return L.polyline(decodeLines(layer), options);
}
