// A thin strip beside the text: where along it places are mentioned, and where the reader is sent.
// It is for the mouse alone; the walk does the same for everybody.

import { listen, make } from "./dom.js";
import { chooseMention } from "./story.js";

const BINS = 160;
const STRONGEST = 4;

export function linkDensity(context) {
  const { root, state, story } = context;
  const shown = story.stops.filter(({ index }) => context.marks[index]);
  if (!shown.length) return () => {};
  const strip = make("div", { class: "density", "aria-hidden": "true" });
  root.querySelector(".guide").prepend(strip);
  const drawn = { shares: [] };
  const draw = () => {
    drawn.shares = sharesOf(root.querySelector("article"), context.marks, shown);
    strip.replaceChildren(...ticks(drawn.shares));
    showCurrent();
  };
  const showCurrent = () => {
    strip.querySelector(".current")?.remove();
    const at = shown.findIndex(({ index }) => index === state.now.mention);
    if (at >= 0) strip.append(tick(drawn.shares[at], "current"));
  };
  const choose = (event) => {
    const { top, height } = strip.getBoundingClientRect();
    const nearest = nearestTo((event.clientY - top) / height, drawn.shares);
    chooseMention(context, shown[nearest].index, "strip");
  };
  const sizes = new ResizeObserver(draw);
  sizes.observe(root.querySelector("article"));
  const stops = [listen(strip, "click", choose), state.watch(showCurrent)];
  return () => {
    sizes.disconnect();
    stops.forEach((stop) => stop());
    strip.remove();
  };
}

// How far down the text each mention stands, from 0 to 1.
function sharesOf(article, marks, shown) {
  const { top, height } = article.getBoundingClientRect();
  return shown.map(({ index }) => {
    const box = marks[index].getBoundingClientRect();
    return ((box.top + box.bottom) / 2 - top) / Math.max(height, 1);
  });
}

function ticks(shares) {
  const counts = new Map();
  for (const share of shares) {
    const bin = Math.round(share * BINS);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].map(([bin, count]) => {
    const element = tick(bin / BINS, "tick");
    element.style.opacity = 0.35 + 0.65 * Math.min(count / STRONGEST, 1);
    return element;
  });
}

function tick(share, name) {
  const element = make("i", { class: name });
  element.style.top = `${(100 * share).toFixed(2)}%`;
  return element;
}

function nearestTo(share, shares) {
  const distances = shares.map((other) => Math.abs(other - share));
  return distances.indexOf(Math.min(...distances));
}
