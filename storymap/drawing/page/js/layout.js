// Puts every handle where it can be seen, read and hit at the map's present zoom.

import { leaderFor, makeCluster, shiftHandle } from "./handles.js";
import { moveToBounds } from "./map.js";
import { fitNames } from "./surroundings.js";
import { clustersAmong, partBoxes, placeLabels } from "./spread.js";

const STANDS_ALONE_FROM_PX = 60;

export function layOut(view) {
  const nodes = view.story.places.map((place) => nodeFor(view, place));
  const shown = view.dots ? nodes.filter((node) => node.isCurrent) : nodes;
  const { clusters, singles } = clustersAmong(shown);
  const alone = new Set(singles.map((node) => node.index));
  for (const handle of view.handles) showHandle(view, handle, alone.has(handle.place.index));
  const handles = singles.map((node) => view.handles[node.index]);
  handles.push(...showClusters(view, clusters));
  part(view, handles);
  const taken = nameThem(view, handles);
  if (view.surroundings) fitNames(view.map, view.surroundings, taken);
}

function nodeFor({ map, state, bounds }, place) {
  const { x, y } = map.project([place.lat, place.lon]);
  const isCurrent = state.now.place === place.index;
  const alone =
    isCurrent ||
    (place.drawn === "area" && widthOf(map, bounds[place.index]) > STANDS_ALONE_FROM_PX);
  return { index: place.index, x, y, weight: place.mentions.length, alone, isCurrent };
}

function widthOf(map, bounds) {
  const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) =>
    map.project(corner),
  );
  return Math.max(corners[1].x - corners[0].x, corners[0].y - corners[1].y);
}

function showHandle({ map }, { spot }, isShown) {
  if (isShown && !map.hasLayer(spot)) spot.addTo(map);
  if (!isShown && map.hasLayer(spot)) spot.remove();
}

function showClusters(view, clusters) {
  view.clusters.clearLayers();
  return clusters.map((cluster) => {
    const places = cluster.map((node) => view.story.places[node.index]);
    const around = L.latLngBounds(places.map((place) => [place.lat, place.lon])).pad(0.2);
    const handle = makeCluster(places, view.words, () =>
      moveToBounds(view.map, around, { maxZoom: 12 }),
    );
    handle.spot.addTo(view.clusters);
    return handle;
  });
}

function part({ map, paths, leaders }, handles) {
  for (const handle of handles)
    Object.assign(handle, { point: map.project(handle.at), shift: null });
  const shifts = partBoxes(handles.map((handle) => ({ ...squareOf(handle), give: handle.give })));
  leaders.clearLayers();
  handles.forEach((handle, at) => {
    handle.shift = shifts[at];
    shiftHandle(handle, shifts[at]);
    leaderFor(map, handle, paths)?.addTo(leaders);
  });
}

function squareOf({ point, shift, size, owner }) {
  const { dx, dy } = shift ?? { dx: 0, dy: 0 };
  return { x: point.x + dx, y: point.y + dy, width: size, height: size, owner };
}

// Names go to the chosen place first, then to the places that are mentioned most. Gives the boxes
// that handles and names take.
function nameThem({ state }, handles) {
  const current = ({ place }) => place !== null && place.index === state.now.place;
  const order = [...handles].sort((a, b) => current(b) - current(a) || b.weight - a.weight);
  const labels = order.map((handle) => {
    handle.nameSize ??= { width: handle.name.offsetWidth, height: handle.name.offsetHeight };
    const { x, y, owner } = squareOf(handle);
    return { x, y, owner, ...handle.nameSize, reach: handle.size / 2, forced: current(handle) };
  });
  const { sides, taken } = placeLabels(labels, handles.map(squareOf));
  order.forEach((handle, at) => {
    handle.button.dataset.name = sides[at];
  });
  return taken;
}
