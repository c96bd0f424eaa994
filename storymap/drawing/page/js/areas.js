// Countries, regions and the circles of approximate places, drawn under the handles.

// A pane of the story's own, between ground and handles.
export function createPaths(map) {
  const pane = map.createPane("storymap-areas");
  pane.style.zIndex = 350;
  const renderer = L.svg({ pane: "storymap-areas", padding: 0.4 });
  return { renderer, pane: "storymap-areas", interactive: false };
}

export function drawAreas(map, places, shapes, options) {
  return places.map((place) => drawArea(place, shapes[place.index], options)?.addTo(map) ?? null);
}

function drawArea(place, shape, options) {
  const className = areaClass(place);
  if (place.vague) return null;
  if (shape) return L.polygon(shape, { ...options, className });
  if (place.radius_km) {
    return L.circle([place.lat, place.lon], {
      ...options,
      className,
      radius: place.radius_km * 1000,
    });
  }
  return null;
}

function areaClass(place) {
  const kinds = ["area"];
  if (place.drawn === "approximate") kinds.push("around");
  if (place.extent) kinds.push("extent");
  if (place.continent) kinds.push("continent");
  if (place.region) kinds.push("region");
  if (place.doubtful) kinds.push("doubtful");
  return kinds.join(" ");
}

export function markArea(layer, { current, hovered }) {
  const element = layer?.getElement();
  if (!element) return;
  element.classList.toggle("current", current);
  element.classList.toggle("hovered", hovered);
  if (current) layer.bringToFront();
}
