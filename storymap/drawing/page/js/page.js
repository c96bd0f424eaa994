// The exported page: the story is the whole document.

import { linkAddress } from "./address.js";
import { mountStory } from "./mount.js";

const described = JSON.parse(document.getElementById("storymap-data").textContent);
const context = mountStory(document.querySelector(".storymap"), described, {
  existing: globalThis.map_story,
  embedded: window !== window.top,
  wholePage: true,
});
linkAddress(context);
document.documentElement.dataset.ready = "true";
