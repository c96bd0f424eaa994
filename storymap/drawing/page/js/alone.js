// A map on its own, as in a notebook: handles choose their place, and there is no text.

import { mountMap } from "./mount.js";

const described = JSON.parse(document.getElementById("storymap-data").textContent);
const element = document.querySelector(".storymap-map");
mountMap(element, element, described, {
  existing: globalThis[element.id],
  embedded: window !== window.top,
});
document.documentElement.dataset.ready = "true";
