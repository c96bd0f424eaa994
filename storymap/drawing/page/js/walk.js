// The walk through the story in the order of the text, by buttons and by keys.

import { listen } from "./dom.js";
import { clearChoice } from "./state.js";
import { chooseMention, stepInStory } from "./story.js";

export function linkWalk(context) {
  const { root, state, story, words } = context;
  const bar = root.querySelector(".walk");
  const count = bar.querySelector('[data-show="walk"]');
  const steps = { previous: -1, next: 1 };
  const click = (event) => {
    const act = event.target.closest("button")?.dataset.act;
    if (act in steps) stepInStory(context, steps[act], "walk");
  };
  const refresh = () => showCount({ bar, count, story, words }, state.now.mention);
  const stops = [
    listen(bar, "click", click),
    listen(document, "keydown", (event) => onKey(context, event)),
    state.watch(refresh),
  ];
  refresh();
  return () => stops.forEach((stop) => stop());
}

function showCount({ bar, count, story, words }, mention) {
  const stops = story.stops.length;
  const stop = mention === null ? undefined : story.mentions[mention].stop;
  const at =
    stop === undefined
      ? words.count("mentions", stops)
      : words.say("walk_at", { stop: stop + 1, stops });
  count.textContent = stops ? at : words.say("walk_none");
  bar.querySelector('[data-act="previous"]').disabled = !stops || stop === 0;
  bar.querySelector('[data-act="next"]').disabled = !stops || stop === stops - 1;
}

function onKey(context, event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const act = KEYS[event.key];
  if (!act || !keysAreOurs(context, event)) return;
  if (act(context)) event.preventDefault();
}

const KEYS = {
  ArrowRight: (context) => stepped(context, isMirrored(context) ? -1 : 1),
  ArrowLeft: (context) => stepped(context, isMirrored(context) ? 1 : -1),
  Home: (context) => jumped(context, 0),
  End: (context) => jumped(context, -1),
  Escape: (context) => cleared(context),
};

function isMirrored({ root }) {
  return root.querySelector("article")?.dir === "rtl";
}

function stepped(context, by) {
  stepInStory(context, by, "walk");
  return true;
}

// Home and End belong to the page until a walk has begun.
function jumped(context, at) {
  const stop = context.story.stops.at(at);
  if (!stop || context.state.now.mention === null) return false;
  chooseMention(context, stop.index, "walk");
  return true;
}

function cleared({ state }) {
  if (state.now.mention === null) return false;
  clearChoice(state, "walk");
  return true;
}

// Keys count when the story has the focus, or nothing has and the story is the whole page; never
// while typing, and never on the map itself, where arrows pan.
function keysAreOurs({ root, wholePage }, event) {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select, [contenteditable]")) return false;
  if (target.classList.contains("storymap-map")) return false;
  if (root.contains(target)) return true;
  return wholePage && (target === document.body || target === document.documentElement);
}
