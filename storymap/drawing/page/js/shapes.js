// Where each place lies on the map, and the stretch of it that should be seen.

import { boxSize, decodeAreas, ellipseIn, mainBounds } from "./geometry.js";

const POINT_REACH_DEGREES = 0.35;
const REGION_AT_MOST = 40;

export function shapeOf(place) {
  if (place.outline) return decodeAreas(place.outline);
  if (place.extent) return [ellipseIn(place.extent)];
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

// The view a reader should begin with: all pins, and those areas around them that are not so much
// larger that the pins would run together.
export function homeBounds(places, boundsByPlace) {
  const points = places.filter((place) => place.drawn !== "area");
  const bounds = L.latLngBounds([]);
  for (const place of points) bounds.extend(boundsByPlace[place.index]);
  if (!points.length) return allBounds(boundsByPlace);
  const core = L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast());
  for (const place of places) {
    const own = boundsByPlace[place.index];
    if (place.drawn !== "area" || !own.intersects(core)) continue;
    if (boxSize(own) <= Math.max(boxSize(core) * REGION_AT_MOST, 4) && boxSize(own) < 1500) bounds.extend(own);
  }
  return bounds;
}

export function allBounds(boundsByPlace) {
  const bounds = L.latLngBounds([]);
  for (const own of boundsByPlace) bounds.extend(own);
  return bounds;
}
