// A story on its map: handles, areas and clusters, kept in step with what is chosen.

import { setCurrent } from "./dom.js";
import { createPaths, drawAreas, markArea } from "./areas.js";
import { drawDots } from "./dots.js";
import { leaderFor, makeCluster, makeHandle, shiftHandle, spotAt } from "./handles.js";
import { moveTo, moveToBounds } from "./map.js";
import { allBounds, boundsOf, homeBounds, shapeOf } from "./shapes.js";
import { clustersAmong, partBoxes, placeLabels } from "./spread.js";
import { choosePlace } from "./story.js";

const HANDLES_AT_MOST = 400;
const NEAREST_ZOOM = 5;
const CLOSEST_HOME_ZOOM = 9;

export function createView(context, map) {
  const { story, state } = context;
  const shapes = story.places.map(shapeOf);
  const bounds = story.places.map((place) => boundsOf(place, shapes[place.index]));
  const view = { ...context, map, bounds, peeked: null, paths: createPaths(map) };
  view.clusters = L.layerGroup().addTo(map);
  view.leaders = L.layerGroup().addTo(map);
  view.areas = drawAreas(map, story.places, shapes, view.paths);
  view.handles = story.places.map((place) => handleFor(view, place));
  view.dots = story.places.length > HANDLES_AT_MOST ? drawDots(view) : null;
  goHome(view, { animate: false });
  layOut(view);
  map.on("zoomend resize", () => layOut(view));
  const stop = state.watch((now, before) => follow(view, now, before));
  return { ...view, stop, goHome: () => goHome(view), printed: () => goHome(view, { animate: false }), peek: (candidate) => peek(view, candidate) };
}

function handleFor(view, place) {
  const act = (event) => {
    event.stopPropagation();
    if (!view.map.dragging?.moved()) choosePlace(view, place.index, "map");
  };
  const hover = (index) => () => view.state.set({ hover: index });
  const handle = makeHandle(place, view.words, {
    click: act,
    mouseenter: hover(place.index),
    mouseleave: hover(null),
    focus: hover(place.index),
    blur: hover(null),
  });
  handle.spot = spotAt([place.lat, place.lon], handle.button);
  return handle;
}

export function goHome(view, options = {}) {
  const { story, map, bounds } = view;
  if (!story.places.length) return map.setView([20, 10], 2, { animate: false });
  const home = homeBounds(story.places, bounds);
  return moveToBounds(map, home.isValid() ? home : allBounds(bounds), {
    maxZoom: CLOSEST_HOME_ZOOM,
    ...options,
  });
}

// Puts every handle where it can be seen and hit at this zoom.
function layOut(view) {
  const { story, map, state } = view;
  const zoom = map.getZoom();
  const nodes = story.places.map((place) => nodeFor(view, place, zoom));
  const shown = view.dots ? nodes.filter((node) => node.alone) : nodes;
  const { clusters, singles } = clustersAmong(shown.map((node) => ({ ...node, alone: node.alone || node.area })));
  showClusters(view, clusters);
  const single = new Set(singles.map((node) => node.index));
  for (const handle of view.handles) showHandle(view, handle, single.has(handle.place.index));
  const visible = view.handles.filter((handle) => single.has(handle.place.index));
  partHandles(view, visible, nodes);
  nameHandles(visible, nodes, state.now.place);
}

function nodeFor({ map, state }, place, zoom) {
  const point = map.project([place.lat, place.lon], zoom);
  const alone = state.now.place === place.index;
  return { index: place.index, x: point.x, y: point.y, weight: place.mentions.length, alone, area: place.drawn === "area" };
}

function showHandle({ map }, handle, isShown) {
  if (isShown && !map.hasLayer(handle.spot)) handle.spot.addTo(map);
  if (!isShown && map.hasLayer(handle.spot)) handle.spot.remove();
}

function showClusters(view, clusters) {
  view.clusters.clearLayers();
  for (const cluster of clusters) {
    const members = cluster.map((node) => view.story.places[node.index]);
    const zoomIn = () => {
      const around = L.latLngBounds(members.map((place) => [place.lat, place.lon]));
      moveToBounds(view.map, around.pad(0.2), { maxZoom: 12 });
    };
    const element = makeCluster(members, view.words, zoomIn);
    spotAt([members[0].lat, members[0].lon], element).addTo(view.clusters);
  }
}

function partHandles({ map, paths, leaders }, handles, nodes) {
  const boxes = handles.map((handle) => ({ ...nodes[handle.place.index], ...boxOf(handle) }));
  const shifts = partBoxes(boxes);
  handles.forEach((handle, at) => {
    handle.shift = shifts[at];
    shiftHandle(handle, shifts[at]);
  });
  leaders.clearLayers();
  for (const handle of handles) leaderFor(map, handle, paths)?.addTo(leaders);
}

function boxOf(handle) {
  if (handle.place.drawn !== "area") return { width: handle.size, height: handle.size, give: 0.1 };
  handle.areaWidth ??= handle.button.offsetWidth || handle.size;
  return { width: handle.areaWidth, height: 26, give: 1 };
}

function nameHandles(handles, nodes, current) {
  const pins = handles.filter((handle) => handle.place.drawn !== "area");
  pins.sort((a, b) => b.place.mentions.length - a.place.mentions.length);
  if (current !== null) pins.sort((a, b) => (b.place.index === current) - (a.place.index === current));
  const obstacles = handles.map((handle) => ({ ...centreOf(handle, nodes), ...boxOf(handle), owner: handle.place.index }));
  const sides = placeLabels(pins.map((handle) => labelFor(handle, nodes, current)), obstacles);
  pins.forEach((handle, at) => {
    handle.button.dataset.name = sides[at];
  });
}

function centreOf(handle, nodes) {
  const node = nodes[handle.place.index];
  return { x: node.x + handle.shift.dx, y: node.y + handle.shift.dy };
}

function labelFor(handle, nodes, current) {
  handle.nameSize ??= { width: handle.name.offsetWidth, height: handle.name.offsetHeight };
  const forced = handle.place.index === current;
  return { ...centreOf(handle, nodes), ...handle.nameSize, reach: handle.size / 2, owner: handle.place.index, forced };
}

function follow(view, now, before) {
  for (const index of new Set([before.place, now.place, before.hover, now.hover])) {
    if (index !== null) showState(view, index, now);
  }
  if (now.place === before.place && now.mention === before.mention) return;
  view.peeked?.remove();
  if (now.place !== before.place) layOut(view);
  if (now.place !== null) lookAt(view, view.story.places[now.place]);
}

function showState(view, index, now) {
  const handle = view.handles[index];
  const current = now.place === index;
  const hovered = now.hover === index;
  setCurrent(handle.button, current);
  handle.button.classList.toggle("hovered", hovered);
  handle.spot.setZIndexOffset(current ? 2000 : hovered ? 1000 : 0);
  markArea(view.areas[index], { current, hovered });
}

// Moves so that the place is in the middle: areas are fitted, pins keep the zoom if it serves.
function lookAt(view, place) {
  const { map, bounds } = view;
  if (place.drawn === "area" && bounds[place.index].isValid()) {
    moveToBounds(map, bounds[place.index], { maxZoom: 8 });
    return;
  }
  moveTo(map, [place.lat, place.lon], servingZoom(view, place));
}

function servingZoom({ map, bounds }, place) {
  const zoom = map.getZoom();
  const near = map.getBounds().pad(1).contains([place.lat, place.lon]);
  const least = place.radius_km ? Math.min(map.getBoundsZoom(bounds[place.index]), 7) : NEAREST_ZOOM;
  if (zoom < least) return least + 1;
  return near ? zoom : Math.min(zoom, NEAREST_ZOOM + 2);
}

// Shows another candidate on the map without touching the story.
function peek(view, candidate) {
  view.peeked?.remove();
  const element = document.createElement("div");
  element.className = "peeked";
  element.textContent = candidate.label;
  element.dir = "auto";
  view.peeked = spotAt([candidate.lat, candidate.lon], element).addTo(view.map);
  moveTo(view.map, [candidate.lat, candidate.lon], Math.min(Math.max(view.map.getZoom(), 4), 7));
}
