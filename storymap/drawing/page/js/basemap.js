// The ground of the map: land, borders, lakes and rivers, styled by the page's style sheet.

import { copiesBeyond, decodeAreas, decodeLines, movedBy } from "./geometry.js";

// `goesRound` says that the story crosses the antimeridian, and the ground with it.
export function drawBasemap(map, ground, goesRound) {
  const pane = map.createPane("storymap-ground");
  pane.style.zIndex = 150;
  const renderer = L.svg({ pane: "storymap-ground", padding: 0.4 });
  const layers = L.layerGroup();
  for (const layer of ground) {
    drawGround(layer, renderer, goesRound).addTo(layers);
  }
  return layers.addTo(map);
}

function drawGround(layer, renderer, goesRound) {
  const options = {
    renderer,
    pane: "storymap-ground",
    interactive: false,
    className: `ground ground-${layer.name}`,
    smoothFactor: 0.8,
    fillRule: "nonzero",
  };
  if (layer.kind === "line") {
    const lines = decodeLines(layer);
    return L.polyline(goesRound ? [...lines, ...copiesBeyond(lines)] : lines, options);
  }
  const areas = decodeAreas(layer);
  const copies = goesRound ? areas.flatMap(copiesBeyondOf) : [];
  return L.polygon([...areas, ...copies], options);
}

// A hole lies within its ring, and so goes over whenever the ring does.
function copiesBeyondOf(rings) {
  return copiesBeyond(rings).length ? [-360, 360].map((degrees) => movedBy(degrees, rings)) : [];
}
