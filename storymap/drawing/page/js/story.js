// The story as the script uses it: places that know their mentions, and the walk through them.

import { runningOn } from "./geometry.js";
import { clearChoice } from "./state.js";

export function readStory(described) {
  const mentions = described.mentions.map((mention, index) => ({
    ...mention,
    index,
    place: mention.place ?? null,
    evidence: described.evidence[mention.evidence],
  }));
  const lons = runningOn(described.places.map((place) => place.lon));
  const places = described.places.map((place, index) => ({
    ...place,
    lon: lons[index],
    index,
    number: index + 1,
    mentions: [],
  }));
  const stops = mentions.filter((mention) => mention.place !== null);
  stops.forEach((mention, stop) => {
    mention.stop = stop;
    places[mention.place].mentions.push(mention.index);
  });
  return { mentions, places, stops, byId: new Map(places.map((place) => [place.id, place])) };
}

export function fullName(place) {
  return place.within ? `${place.label}, ${place.within}` : place.label;
}

export function chooseMention({ story, state }, index, origin) {
  const mention = story.mentions[index];
  if (!mention) return clearChoice(state, origin);
  return state.set({ mention: index, place: mention.place, origin });
}

// Chooses the first mention of a place, or the next one if the place is already chosen.
export function choosePlace(context, placeIndex, origin) {
  const { story, state } = context;
  const own = story.places[placeIndex].mentions;
  const at = state.now.place === placeIndex ? own.indexOf(state.now.mention) : -1;
  chooseMention(context, own[(at + 1) % own.length], origin);
}

// Goes `step` mentions on within the chosen place, round and round.
export function stepInPlace(context, step, origin) {
  const { story, state } = context;
  if (state.now.place === null) return;
  const own = story.places[state.now.place].mentions;
  const at = own.indexOf(state.now.mention);
  chooseMention(context, own[(at + step + own.length) % own.length], origin);
}

// Goes `step` stops on in the order of the text and halts at both ends.
export function stepInStory(context, step, origin) {
  const { story, state } = context;
  if (!story.stops.length) return;
  const at = currentStop(story, state.now.mention, step);
  const next = Math.min(Math.max(at + step, 0), story.stops.length - 1);
  chooseMention(context, story.stops[next].index, origin);
}

// From nothing, a step on leads to the first stop; from a name that was not located, to the
// stop after or before it.
function currentStop(story, mention, step) {
  if (mention === null) return step > 0 ? -1 : story.stops.length;
  const before = story.stops.filter((stop) => stop.index < mention).length;
  const isStop = story.mentions[mention].place !== null;
  return isStop || step < 0 ? before : before - 1;
}
