// Thousands of places are dots on a canvas; the chosen one gets its handle besides.

import { fullName, choosePlace } from "./story.js";

export function drawDots(view) {
  const renderer = L.canvas({ padding: 0.3, tolerance: 6 });
  const layer = L.layerGroup();
  for (const place of view.story.places) dotFor(view, place, renderer).addTo(layer);
  return layer.addTo(view.map);
}

function dotFor(view, place, renderer) {
  const colour = getComputedStyle(view.root).getPropertyValue("--storymap-accent").trim();
  const radius = 4 + 1.5 * Math.log2(Math.max(place.mentions.length, 1));
  const style = place.doubtful ? { fillOpacity: 0.1, dashArray: "3 2" } : { fillOpacity: 0.75 };
  const dot = L.circleMarker([place.lat, place.lon], {
    renderer,
    radius,
    color: colour,
    weight: 1.5,
    ...style,
  });
  dot.on("click", () => choosePlace(view, place.index, "map"));
  dot.on("mouseover", () => view.state.set({ hover: place.index }));
  dot.on("mouseout", () => view.state.set({ hover: null }));
  const name = document.createElement("span");
  name.textContent = fullName(place);
  return dot.bindTooltip(name);
}
