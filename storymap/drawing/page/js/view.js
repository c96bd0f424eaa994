// A story on its map: handles, areas and clusters, kept in step with what is chosen.

import { setCurrent } from "./dom.js";
import { createPaths, drawAreas, markArea } from "./areas.js";
import { drawBasemap } from "./basemap.js";
import { drawDots } from "./dots.js";
import { makeHandle, spotAt } from "./handles.js";
import { layOut } from "./layout.js";
import { moveTo, moveToBounds } from "./map.js";
import { allBounds, boundsOf, homeBounds, shapeOf } from "./shapes.js";
import { writeNames } from "./surroundings.js";
import { choosePlace } from "./story.js";

const HANDLES_AT_MOST = 400;
const NEAREST_ZOOM = 5;
const CLOSEST_HOME_ZOOM = 9;
const BOTH_WAYS_ROUND = [
  [-86, -270],
  [86, 270],
];

// `start` is where an untouched map looks; one that its maker has moved is left as it is.
export function createView(context, map, { start, ground, names }) {
  const { story, state } = context;
  const shapes = story.places.map(shapeOf);
  const bounds = story.places.map((place) => boundsOf(place, shapes[place.index]));
  const goesRound = bounds.some((box) => box.getWest() < -180 || box.getEast() > 180);
  if (goesRound) map.setMaxBounds(BOTH_WAYS_ROUND);
  drawBasemap(map, ground, goesRound);
  const view = { ...context, map, bounds, peeked: null, paths: createPaths(map) };
  view.clusters = L.layerGroup().addTo(map);
  view.leaders = L.layerGroup().addTo(map);
  view.areas = drawAreas(map, story.places, shapes, view.paths);
  view.handles = story.places.map((place) => handleFor(view, place));
  view.dots = story.places.length > HANDLES_AT_MOST ? drawDots(view) : null;
  if (map.getCenter().equals(start)) goHome(view, { animate: false });
  view.surroundings = view.dots ? null : writeNames(map, names);
  layOut(view);
  map.on("zoomend resize", () => layOut(view));
  const stop = state.watch((now, before) => follow(view, now, before));
  return {
    ...view,
    stop,
    showAll: () => showAll(view),
    goHome: () => goHome(view, { animate: false }),
    peek: (candidate) => peek(view, candidate),
  };
}

function handleFor(view, place) {
  const act = (event) => {
    event.stopPropagation();
    if (!view.map.dragging?.moved()) choosePlace(view, place.index, "map");
  };
  const hover = (index) => () => view.state.set({ hover: index });
  return makeHandle(place, view.words, {
    click: act,
    mouseenter: hover(place.index),
    mouseleave: hover(null),
    focus: hover(place.index),
    blur: hover(null),
  });
}

function goHome(view, options = {}) {
  const { story, map, bounds } = view;
  if (!story.places.length) return map.setView([20, 10], 2, { animate: false });
  return moveToBounds(map, homeBounds(story.places, bounds), {
    maxZoom: CLOSEST_HOME_ZOOM,
    ...options,
  });
}

function showAll({ story, map, bounds }) {
  if (story.places.length) moveToBounds(map, allBounds(bounds), { maxZoom: CLOSEST_HOME_ZOOM });
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
  const least = place.radius_km
    ? Math.min(map.getBoundsZoom(bounds[place.index]), 7)
    : NEAREST_ZOOM;
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
