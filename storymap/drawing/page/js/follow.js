// Where the reader wishes it, the map follows the scrolling: the mention nearest to the middle of
// the screen is chosen. Scrolling that the page does by itself does not count.

import { listen } from "./dom.js";
import { chooseMention } from "./story.js";
import { readingWindow, scrollerOf } from "./text.js";

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
  const first = marks.find(Boolean);
  if (!first || !scrollerOf(first)) return;
  let best = null;
  for (const { index } of story.stops) {
    const box = marks[index]?.getBoundingClientRect();
    if (!box) continue;
    const { top, bottom } = readingWindowOnce(best, marks[index], box);
    const distance = Math.abs((box.top + box.bottom) / 2 - (top + bottom) / 2);
    if (!best || distance < best.distance) best = { index, distance, window: { top, bottom } };
  }
  if (best && best.index !== state.now.mention) chooseMention(context, best.index, "follow");
}

function readingWindowOnce(best, mark, box) {
  return best ? best.window : readingWindow(mark, box);
}
