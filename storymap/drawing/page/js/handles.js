// The handle of a place on the map: a numbered button, with the name beside it where there is room.

import { make } from "./dom.js";
import { fullName } from "./story.js";

const SMALLEST_PX = 24;
const LARGEST_PX = 36;
const LEADER_FROM_PX = 6;

export function makeHandle(place, words, on) {
  const badge = make("span", { class: "badge" }, String(place.number));
  const name = make("span", { class: "name", dir: "auto" }, place.label);
  const button = make(
    "button",
    {
      type: "button",
      class: `handle ${place.drawn}${place.doubtful ? " doubtful" : ""}`,
      "data-place": place.id,
      "aria-label": handleName(place, words),
      on,
    },
    badge,
    name,
  );
  const size = badgeSize(place);
  button.style.setProperty("--size", `${size}px`);
  return { place, button, name, size };
}

function handleName(place, { say, count }) {
  const parts = [fullName(place), count("mentions", place.mentions.length)];
  if (place.doubtful) parts.push(say("doubtful"));
  if (place.drawn === "approximate") parts.push(say("approximate"));
  return parts.join(", ");
}

function badgeSize(place) {
  const wanted = SMALLEST_PX + 4 * Math.log2(Math.max(place.mentions.length, 1));
  return Math.round(Math.min(wanted, LARGEST_PX));
}

export function makeCluster(members, words, onClick) {
  const nearest = members[0];
  const text = words.count("cluster", members.length, { name: nearest.label });
  return make(
    "button",
    { type: "button", class: "cluster", "aria-label": text, on: { click: onClick } },
    make("span", { class: "badge" }, String(members.length)),
    make("span", { class: "name", dir: "auto" }, text),
  );
}

// A spot on the map that holds an element of ours; the element handles its own events.
export function spotAt(latLng, element) {
  const icon = L.divIcon({ className: "spot", html: element, iconSize: null });
  return L.marker(latLng, { icon, interactive: false, keyboard: false });
}

export function shiftHandle(handle, { dx, dy }) {
  handle.button.style.setProperty("--dx", `${dx.toFixed(1)}px`);
  handle.button.style.setProperty("--dy", `${dy.toFixed(1)}px`);
}

// A line from where a pin stands to where its place is, if the two have come apart.
export function leaderFor(map, { place, shift }, options) {
  if (place.drawn === "area" || Math.hypot(shift.dx, shift.dy) < LEADER_FROM_PX) return null;
  const end = map.project([place.lat, place.lon]).add([shift.dx, shift.dy]);
  const line = L.polyline([[place.lat, place.lon], map.unproject(end)], { ...options, className: "leader" });
  const foot = L.circleMarker([place.lat, place.lon], { ...options, className: "foot", radius: 2.5 });
  return L.layerGroup([line, foot]);
}
