// Names of what is around the story, written where neither handles nor other names need the room.

import { make } from "./dom.js";
import { placeLabels } from "./spread.js";
import { spotAt } from "./handles.js";

const PANE = "storymap-names";
const FARTHER_THAN_HOME = 1.25;
const CLEAR_PX = 10;
// The box of a town's name begins before the town, so that it holds the dot as well.
const TOWN_REACH_PX = -6;

// `names` are in the order of their precedence; they stand for orientation alone, and so are kept
// from pointer, keyboard and screen reader.
export function writeNames(map, names) {
  const pane = map.createPane(PANE);
  pane.style.zIndex = 360;
  pane.setAttribute("aria-hidden", "true");
  const middle = map.getCenter().lng;
  const written = names.map((name) => {
    const label = make("span", { class: "name", dir: "auto" }, name.text);
    const element = make("div", { class: `ground-name ${name.kind}` }, label);
    const lon = name.lon + 360 * Math.round((middle - name.lon) / 360);
    spotAt([name.lat, lon], element, { pane: PANE }).addTo(map);
    const { offsetWidth: width, offsetHeight: height } = label;
    const size = { width: width + CLEAR_PX, height: height + CLEAR_PX / 2 };
    return { at: L.latLng(name.lat, lon), isTown: name.kind === "town", element, ...size };
  });
  return { written, from: map.getZoom() - FARTHER_THAN_HOME };
}

// Shows the names for which there is room between boxes that are taken already.
export function fitNames(map, { written, from }, taken) {
  const isNear = map.getZoom() >= from;
  const labels = (isNear ? written : []).map(({ at, isTown, width, height }, index) => {
    const { x, y } = map.project(at);
    const sides = isTown ? ["right", "left"] : ["centre"];
    return { x, y, width, height, reach: TOWN_REACH_PX, owner: `ground ${index}`, sides };
  });
  const chosen = placeLabels(labels, taken).sides;
  written.forEach(({ element }, index) => {
    element.dataset.name = chosen[index] ?? "";
  });
}
