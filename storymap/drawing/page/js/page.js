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

// The browser itself jumps to the fragment until the page is loaded, for a place to its row in the
// list, so the last word comes after.
function showChosen({ root, marks, state }) {
  const mark = marks[state.now.mention];
  if (!mark) return;
  root.querySelector(".lower").scrollTop = 0;
  bringToMiddle(mark, "instant");
}

const afterwards = () => requestAnimationFrame(() => showChosen(context));
if (document.readyState === "complete") afterwards();
else window.addEventListener("load", afterwards, { once: true });
document.documentElement.dataset.ready = "true";
