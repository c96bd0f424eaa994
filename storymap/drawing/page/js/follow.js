// Where the reader wishes it, the map follows the scrolling: the mention nearest to the middle of
// the screen is chosen. Scrolling that the page does by itself does not count.

import { listen } from "./dom.js";
import { chooseMention } from "./story.js";
import { readingWindow } from "./text.js";

const QUIET_MS = 900;

export function linkFollowing(context) {
  const { root, state } = context;
  const box = root.querySelector('[data-act="follow"]');
  const following = { quietUntil: 0, frame: 0 };
  const onScroll = () => {
    if (!box.checked || performance.now() < following.quietUntil) return;
    cancelAnimationFrame(following.frame);
    following.frame = requestAnimationFrame(() => chooseNearest(context));
  };
  const stops = [
    listen(document, "scroll", onScroll, { passive: true, capture: true }),
    listen(root, "scroll", onScroll, { passive: true, capture: true }),
    state.watch((now) => {
      if (now.origin !== "follow") following.quietUntil = performance.now() + QUIET_MS;
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

function chooseNearest(context) {
  const { story, marks, state } = context;
  const shown = story.stops.map(({ index }) => marks[index]).filter(Boolean);
  if (!shown.length) return;
  const { top, bottom } = readingWindow(shown[0], shown[0].getBoundingClientRect());
  const distances = shown.map((mark) => {
    const box = mark.getBoundingClientRect();
    return Math.abs((box.top + box.bottom) / 2 - (top + bottom) / 2);
  });
  const nearest = shown[distances.indexOf(Math.min(...distances))];
  const index = marks.indexOf(nearest);
  if (index !== state.now.mention) chooseMention(context, index, "follow");
}
