// The place at hand: what it is, which of its mentions is shown, why it is here and what else it
// could be.

import { make } from "./dom.js";
import { clearChoice } from "./state.js";
import { stepInPlace } from "./story.js";

export function showPanel(context) {
  const panel = context.root.querySelector('[data-show="panel"]');
  const refresh = (now) => {
    const mention = now.mention === null ? null : context.story.mentions[now.mention];
    panel.hidden = mention === null;
    panel.replaceChildren(...(mention ? contents(context, mention) : []));
  };
  return context.state.watch((now, before) => {
    if (now.mention !== before.mention) keepingFocus(panel, () => refresh(now));
  });
}

// A button that has just been pressed is made anew; the focus stays on its successor.
function keepingFocus(panel, change) {
  const focused = panel.getRootNode().activeElement;
  const name = panel.contains(focused) ? focused.dataset.act : "";
  const wasOpen = panel.querySelector("details")?.open;
  change();
  const details = panel.querySelector("details");
  if (details && wasOpen !== undefined) details.open = wasOpen;
  if (name) panel.querySelector(`[data-act="${name}"]`)?.focus({ preventScroll: true });
}

function contents(context, mention) {
  const place = mention.place === null ? null : context.story.places[mention.place];
  return [
    heading(context, mention, place),
    place ? mentionSteps(context, mention, place) : null,
    grounds(context, mention, place),
  ].filter(Boolean);
}

function heading({ state, words, marks }, mention, place) {
  const name = place ? place.label : (marks?.[mention.index]?.textContent ?? "");
  const close = make(
    "button",
    {
      type: "button",
      class: "close",
      "aria-label": words.say("close"),
      on: { click: () => clearChoice(state, "panel") },
    },
    make("span", { "aria-hidden": "true" }, "×"),
  );
  const badge = place
    ? make(
        "span",
        { class: `badge ${place.drawn}${place.doubtful ? " doubtful" : ""}` },
        String(place.number),
      )
    : null;
  const title = make("h2", { dir: "auto" }, name);
  const where = make(
    "p",
    { class: "where" },
    place ? describePlace(place, words) : words.say("not_located"),
  );
  return make("header", {}, badge, make("div", { class: "title" }, title, where), close);
}

function describePlace(place, words) {
  const parts = [place.within ? `${place.what}, ${place.within}` : place.what];
  if (place.radius_km) parts.push(words.say("radius", { km: place.radius_km }));
  return parts.join(" · ");
}

function mentionSteps(context, mention, place) {
  const { words } = context;
  const count = place.mentions.length;
  const number = place.mentions.indexOf(mention.index) + 1;
  const sure = make(
    "span",
    { class: `sureness${mention.doubtful ? " doubtful" : ""}` },
    sureness(mention, words),
  );
  if (count === 1) return make("div", { class: "steps" }, words.count("mentions", count), sure);
  return make(
    "div",
    { class: "steps" },
    stepButton(context, -1, "previous_mention", "‹"),
    make("span", { class: "count" }, words.say("of_mentions", { number, count })),
    stepButton(context, 1, "next_mention", "›"),
    sure,
  );
}

function stepButton(context, by, key, sign) {
  const on = { click: () => stepInPlace(context, by, "panel") };
  return make(
    "button",
    {
      type: "button",
      class: "step small",
      "data-act": key,
      "aria-label": context.words.say(key),
      on,
    },
    make("span", { "aria-hidden": "true" }, sign),
  );
}

function sureness(mention, words) {
  if (mention.decided) return words.say("confidence_decided");
  const sure = words.say("confidence", { percent: Math.round(mention.confidence * 100) });
  return mention.doubtful ? `${words.say("doubtful")}, ${sure}` : sure;
}

function grounds(context, mention, place) {
  const { words } = context;
  const { reasons, candidates } = mention.evidence;
  const why = reasons.length || place ? reasons : [words.say("no_reason")];
  if (!why.length && !candidates.length) return null;
  const details = make("details", { open: !isNarrow(context.root) });
  details.append(make("summary", {}, words.say(place ? "reasons" : "not_located_why")));
  if (why.length)
    details.append(
      make("ul", { class: "reasons" }, ...why.map((reason) => make("li", { dir: "auto" }, reason))),
    );
  if (candidates.length) details.append(...alternatives(context, candidates));
  return details;
}

function isNarrow(root) {
  return root.clientWidth < 900;
}

function alternatives(context, candidates) {
  const { words } = context;
  const rows = candidates.map((candidate) => make("li", {}, alternative(context, candidate)));
  return [make("h3", {}, words.say("candidates")), make("ol", { class: "candidates" }, ...rows)];
}

function alternative(context, candidate) {
  const { words, view, tell } = context;
  const look = () => {
    view.peek(candidate);
    tell(words.say("shown_alternative", { name: candidate.label }));
  };
  const where = candidate.within ? `${candidate.what}, ${candidate.within}` : candidate.what;
  return make(
    "button",
    { type: "button", class: "alternative", on: { click: look } },
    make("span", { dir: "auto" }, candidate.label),
    make("span", { class: "where" }, where),
    make(
      "span",
      { class: "score" },
      candidate.score ? `${Math.round(candidate.score * 100)} %` : "< 1 %",
    ),
  );
}
