// One polite line for those who listen rather than look.

import { fullName } from "./story.js";

export function linkStatus(context) {
  const { root, state } = context;
  const line = root.querySelector('[data-show="status"]');
  context.tell = (text) => {
    line.textContent = text;
  };
  return state.watch((now, before) => {
    if (now.mention !== before.mention) context.tell(sentence(context, now));
  });
}

function sentence({ story, words, marks }, now) {
  if (now.mention === null) return words.say("status_cleared");
  const mention = story.mentions[now.mention];
  if (mention.place === null) {
    return words.say("status_left_over", { name: marks[now.mention]?.textContent ?? "" });
  }
  const place = story.places[mention.place];
  return words.say("status", {
    name: fullName(place),
    number: place.mentions.indexOf(mention.index) + 1,
    count: place.mentions.length,
    stop: mention.stop + 1,
    stops: story.stops.length,
  });
}
