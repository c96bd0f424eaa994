// The handle of a place on the map: a numbered button, with the name beside it where there is room.

import { make } from "./dom.js";
import { fullName } from "./story.js";

const SMALLEST_PX = 26;
const LARGEST_PX = 36;
const LEADER_FROM_PX = 6;
const PIN_GIVES = 0.1;

export function makeHandle(place, words, on) {
  const { button, name } = labelled(place.label, String(place.number), {
    class: `handle ${place.drawn}${place.doubtful ? " doubtful" : ""}`,
    "data-place": place.id,
    "aria-label": handleName(place, words),
    on,
  });
  const size = badgeSize(place);
  button.style.setProperty("--size", `${size}px`);
  const at = L.latLng(place.lat, place.lon);
  const give = place.drawn === "area" ? 1 : PIN_GIVES;
  return {
    place,
    owner: place.id,
    weight: place.mentions.length,
    button,
    name,
    size,
    at,
    give,
    spot: spotAt(at, button),
  };
}

// The number is drawn by the style sheet: it is no part of what the handle is called.
function labelled(text, number, properties) {
  const badge = make("span", { class: "badge", "data-number": number });
  const name = make("span", { class: "name", dir: "auto" }, text);
  return { name, button: make("button", { type: "button", ...properties }, badge, name) };
}

function handleName(place, { say, count }) {
  const parts = [fullName(place), count("mentions", place.mentions.length)];
  if (place.doubtful) parts.push(say("doubtful"));
  if (place.drawn === "approximate") parts.push(say("approximate"));
  return parts.join(", ");
}

function badgeSize(place) {
  if (place.drawn === "area") return SMALLEST_PX;
  const wanted = SMALLEST_PX + 4 * Math.log2(Math.max(place.mentions.length, 1));
  return Math.round(Math.min(wanted, LARGEST_PX));
}

// A handle for many places at once, named after the one that is mentioned most.
export function makeCluster(places, words, onClick) {
  const [first] = places;
  const text = words.count("cluster", places.length, { name: first.label });
  const { button, name } = labelled(text, String(places.length), {
    class: "handle cluster",
    "aria-label": text,
    on: { click: onClick },
  });
  const at = L.latLngBounds(places.map((place) => [place.lat, place.lon])).getCenter();
  button.style.setProperty("--size", `${LARGEST_PX}px`);
  const weight = places.reduce((sum, place) => sum + place.mentions.length, 0);
  return {
    place: null,
    owner: text,
    weight,
    button,
    name,
    size: LARGEST_PX,
    at,
    give: PIN_GIVES,
    spot: spotAt(at, button),
  };
}

// A spot on the map that holds an element of ours; the element handles its own events.
export function spotAt(latLng, element, options = {}) {
  const icon = L.divIcon({ className: "spot", html: element, iconSize: null });
  return L.marker(latLng, { icon, interactive: false, keyboard: false, ...options });
}

export function shiftHandle(handle, { dx, dy }) {
  handle.button.style.setProperty("--dx", `${dx.toFixed(1)}px`);
  handle.button.style.setProperty("--dy", `${dy.toFixed(1)}px`);
}

// A line from where a pin stands to where its place is, if the two have come apart.
export function leaderFor(map, { at, give, shift }, options) {
  if (give === 1 || Math.hypot(shift.dx, shift.dy) < LEADER_FROM_PX) return null;
  const end = map.project(at).add([shift.dx, shift.dy]);
  const line = L.polyline([at, map.unproject(end)], { ...options, className: "leader" });
  const foot = L.circleMarker(at, { ...options, className: "foot", radius: 2.5 });
  return L.layerGroup([line, foot]);
}
