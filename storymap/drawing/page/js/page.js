// The exported page: the story is the whole document.

import { linkAddress } from "./address.js";
import { mountStory } from "./mount.js";
import { bringToMiddle } from "./text.js";

const described = JSON.parse(document.getElementById("storymap-data").textContent);
const context = mountStory(document.querySelector(".storymap"), described, {
  existing: globalThis.map_story,
  embedded: window !== window.top,
  wholePage: true,
});
linkAddress(context);

// The browser itself jumps to the fragment until the page is loaded, so the last word comes after.
function showChosen({ marks, state }) {
  const mark = marks[state.now.mention];
  if (mark) bringToMiddle(mark, "instant");
}

const afterwards = () => requestAnimationFrame(() => showChosen(context));
if (document.readyState === "complete") afterwards();
else window.addEventListener("load", afterwards, { once: true });
document.documentElement.dataset.ready = "true";
