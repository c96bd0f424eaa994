// Brings a story to life: one map, one state, and each part of the page linked to both.

import { createMap, addTiles } from "./map.js";
import { createState } from "./state.js";
import { readStory } from "./story.js";
import { createView } from "./view.js";
import { speaker } from "./words.js";
import { linkText } from "./text.js";
import { showPanel } from "./panel.js";
import { linkList } from "./list.js";
import { linkWalk } from "./walk.js";
import { linkDensity } from "./density.js";
import { linkFollowing } from "./follow.js";
import { linkStatus } from "./status.js";
import { linkTools } from "./screen.js";

// Mounts the map alone; `options` may name an `existing` Leaflet map.
export function mountMap(root, element, described, options) {
  const words = speaker(described.words, "en");
  const context = {
    root,
    words,
    state: createState(),
    story: readStory(described),
    tell: () => {},
    ...options,
  };
  const { map, stopWheel } = createMap(element, described, { ...options, say: words.say });
  context.view = createView(context, map, {
    start: described.map.center,
    ground: described.basemap,
    names: described.names,
  });
  if (described.tiles)
    addTiles(map, described.tiles, () => context.tell(words.say("tiles_failed")));
  context.stops = [stopWheel, context.view.stop, () => map.remove()];
  return context;
}

// Mounts the whole page into `root`, which holds the article and the lists already.
export function mountStory(root, described, options) {
  const element = root.querySelector(".storymap-map");
  const context = mountMap(root, element, described, options);
  const readers = [linkStatus, linkText, showPanel, linkList];
  const links = [...readers, linkWalk, linkFollowing, linkDensity, linkTools];
  context.stops.unshift(...links.map((link) => link(context)));
  return context;
}

export function unmount(context) {
  context.stops.forEach((stop) => stop());
}
