// The page as a component of another application, in its shadow root or in its page.

import { mountStory, unmount } from "./mount.js";

const mounted = new WeakMap();

// Called at every rerun of the application: the same story stays as it is.
export function mountComponent({ data, parentElement, setStateValue }) {
  const before = mounted.get(parentElement);
  if (before?.fingerprint === data.fingerprint) return before.cleanUp;
  before?.cleanUp();
  const root = parentElement.querySelector("[data-mount]");
  root.innerHTML = data.body;
  root.dataset.theme = isDark(root) ? "dark" : "light";
  const context = mountStory(root, data.story, { embedded: true, wholePage: false });
  const report = (now, old) => {
    if (now.mention !== old.mention) setStateValue("active", activeOf(context.story, now));
  };
  const stop = context.state.watch(report);
  const cleanUp = () => {
    stop();
    unmount(context);
    mounted.delete(parentElement);
    root.replaceChildren();
  };
  mounted.set(parentElement, { fingerprint: data.fingerprint, cleanUp });
  root.dataset.ready = "true";
  return cleanUp;
}

function activeOf(story, now) {
  if (now.mention === null) return null;
  const place = now.place === null ? null : story.places[now.place].id;
  return { mention: `m${now.mention + 1}`, place };
}

// The application's background decides, not the reader's system.
function isDark(root) {
  const colour = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  if (!colour) return window.matchMedia("(prefers-color-scheme: dark)").matches;
  const context = document.createElement("canvas").getContext("2d");
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
