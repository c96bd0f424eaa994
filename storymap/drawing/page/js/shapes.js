// Where each place lies on the map, and the stretch of it that should be seen.

import { besides, boxSize, decodeAreas, ellipseIn, mainBounds } from "./geometry.js";

const POINT_REACH_DEGREES = 0.35;
const REGION_AT_MOST = 40;
const RARE_SHARE = 0.06;

export function shapeOf(place) {
  if (place.outline) return besides(place.lon, decodeAreas(place.outline));
  if (place.extent) return besides(place.lon, [ellipseIn(place.extent)]);
  return null;
}

export function boundsOf(place, shape) {
  if (shape) return mainBounds(shape);
  const reach = place.radius_km ? place.radius_km / 80 : POINT_REACH_DEGREES;
  return L.latLngBounds(
    [Math.max(place.lat - reach, -85), place.lon - reach],
    [Math.min(place.lat + reach, 85), place.lon + reach],
  );
}

// The view a reader should begin with: the pins, and those areas around them that are not so much
// larger that the pins would run together. Doubtful places and strays do not stretch it.
export function homeBounds(places, boundsByPlace) {
  const pins = withoutStrays(pinsThatCount(places));
  const core = boundsAround(pins, boundsByPlace);
  if (!core.isValid()) return allBounds(boundsByPlace);
  const largest = largestRegion(core, pins.length);
  const home = L.latLngBounds(core.getSouthWest(), core.getNorthEast());
  for (const place of places) {
    const own = boundsByPlace[place.index];
    if (place.drawn === "area" && own.intersects(core) && boxSize(own) <= largest) home.extend(own);
  }
  return home;
}

// In square degrees; a pin or two do not run together, however small they make the core.
function largestRegion(core, count) {
  if (count <= 2) return 200;
  return Math.min(Math.max(boxSize(core) * REGION_AT_MOST, 4), 1500);
}

function pinsThatCount(places) {
  const pins = places.filter((place) => place.drawn !== "area");
  const sure = pins.filter((place) => !place.doubtful);
  return 2 * mentionsOf(sure) >= mentionsOf(pins) ? sure : pins;
}

function mentionsOf(places) {
  return places.reduce((sum, place) => sum + place.mentions.length, 0);
}

// Leaves out pins that are seldom mentioned and without which the map is half as large.
function withoutStrays(pins) {
  const weight = mentionsOf(pins);
  const size = pointsSize(pins);
  const stray = pins.find((place) => {
    const isRare = place.mentions.length <= weight * RARE_SHARE;
    return isRare && pointsSize(pins.filter((other) => other !== place)) < size / 2;
  });
  return stray ? withoutStrays(pins.filter((place) => place !== stray)) : pins;
}

function pointsSize(places) {
  return boxSize(L.latLngBounds(places.map((place) => [place.lat, place.lon])).pad(0.05));
}

function boundsAround(places, boundsByPlace) {
  return boxAround(places.map((place) => boundsByPlace[place.index]));
}

function boxAround(boxes) {
  const bounds = L.latLngBounds([]);
  for (const box of boxes) bounds.extend(box);
  return bounds;
}

export function allBounds(boundsByPlace) {
  return boxAround(boundsByPlace);
}
