// The article: mentions that can be clicked, light up with their place, and come to the middle.

import { listen, setCurrent, prefersStillness } from "./dom.js";
import { chooseMention } from "./story.js";

export function linkText(context) {
  const { root, story, state } = context;
  const article = root.querySelector("article");
  const marks = marksOf(article, story);
  context.marks = marks;
  const choose = (event) => {
    const mark = event.target.closest("mark");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    chooseMention(context, indexOf(mark), "text");
  };
  const hover = (event) => {
    const mark = event.target.closest("mark");
    const place = mark ? story.mentions[indexOf(mark)].place : null;
    if (place !== state.now.hover) state.set({ hover: place });
  };
  const stops = [
    listen(article, "click", choose),
    listen(article, "mouseover", hover),
    listen(article, "mouseleave", hover),
    listen(article, "focusin", hover),
    state.watch((now, before) => showMarks(context, now, before)),
  ];
  return () => stops.forEach((stop) => stop());
}

function indexOf(mark) {
  return Number(mark.id.slice(1)) - 1;
}

function marksOf(article, story) {
  const marks = new Array(story.mentions.length).fill(null);
  for (const mark of article.querySelectorAll("mark[id]")) marks[indexOf(mark)] = mark;
  return marks;
}

function showMarks({ story, marks }, now, before) {
  const of = (place) => (place === null ? [] : story.places[place].mentions);
  toggle(marks, of(before.hover), "hovered", false);
  toggle(marks, of(now.hover), "hovered", true);
  if (now.mention === before.mention) return;
  toggle(marks, of(before.place), "same-place", false);
  toggle(marks, of(now.place), "same-place", true);
  setMark(marks[before.mention], false);
  setMark(marks[now.mention], true);
  const mark = marks[now.mention];
  if (!mark || now.origin === "follow") return;
  if (now.origin === "text") requestAnimationFrame(() => uncover(mark));
  else bringToMiddle(mark);
}

// What the reader has clicked stays where it is, unless the dock that it opened covers it.
function uncover(mark) {
  const box = mark.getBoundingClientRect();
  const { top, bottom } = readingWindow(mark, box);
  if (box.top < top || box.bottom > bottom) bringToMiddle(mark);
}

function toggle(marks, indices, name, isOn) {
  for (const index of indices) marks[index]?.classList.toggle(name, isOn);
}

function setMark(mark, isCurrent) {
  if (!mark) return;
  setCurrent(mark, isCurrent);
  setCurrent(mark.querySelector("a"), isCurrent);
}

// Scrolls so that the mention stands in the middle of what can be seen of the text.
export function bringToMiddle(mark, behavior = prefersStillness() ? "instant" : "smooth") {
  const box = mark.getBoundingClientRect();
  const { scroller, top, bottom } = readingWindow(mark, box);
  const by = (box.top + box.bottom) / 2 - (top + bottom) / 2;
  scroller.scrollBy({ top: by, behavior });
}

// The part of the screen in which text can be read: on a phone, map and dock cover the rest.
export function readingWindow(mark, box) {
  const scroller = scrollerOf(mark);
  const isPage = scroller === document.scrollingElement;
  const frame = isPage ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  let { top, bottom } = frame;
  const root = mark.closest(".storymap");
  for (const part of root.querySelectorAll(".map-pane, .dock")) {
    const cover = part.getBoundingClientRect();
    if (cover.left >= box.right || cover.right <= box.left || !cover.height) continue;
    if (part.classList.contains("dock")) bottom = Math.min(bottom, cover.top);
    else top = Math.max(top, Math.min(cover.bottom, frame.bottom));
  }
  return { scroller, top, bottom };
}

function scrollerOf(element) {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at.scrollHeight > at.clientHeight)
      return at;
  }
  return document.scrollingElement;
}
