// Each mention and each place has an address: #m7, #gn:1528675. Going there never adds to the
// history, so that Back leaves the page.

import { listen } from "./dom.js";
import { chooseMention } from "./story.js";

const NAMES_PLACE = new Set(["map", "list"]);

export function linkAddress(context) {
  const { state } = context;
  const stops = [
    listen(window, "hashchange", () => honour(context)),
    state.watch((now, before) => {
      if (now.mention !== before.mention && now.origin !== "address") keep(context, now);
    }),
  ];
  honour(context);
  return () => stops.forEach((stop) => stop());
}

function keep({ story }, now) {
  const mention = now.mention === null ? "" : `#m${now.mention + 1}`;
  const isPlace = now.place !== null && NAMES_PLACE.has(now.origin);
  const place = isPlace ? `#${encodeURI(story.places[now.place].id)}` : "";
  const bare = window.location.pathname + window.location.search;
  window.history.replaceState(null, "", place || mention || bare);
}

function honour(context) {
  const { story } = context;
  const name = fragmentOf(window.location.hash);
  const place = story.byId.get(name);
  const number = /^m([1-9]\d*)$/.exec(name);
  const index = place ? place.mentions[0] : number ? Number(number[1]) - 1 : -1;
  if (story.mentions[index]) chooseMention(context, index, "address");
}

function fragmentOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch (error) {
    if (error instanceof URIError) return "";
    throw error;
  }
}
