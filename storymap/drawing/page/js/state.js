// What the reader is looking at, and who wants to know when it changes.
//
// `mention` and `place` are positions in the story, or null. `origin` says where the last choice
// was made ("text", "map", "list", "walk", "panel", "follow", "address"), because whatever the
// reader is using must not move under their hands.

const NOTHING = { mention: null, place: null, hover: null, origin: "" };

export function createState() {
  let now = NOTHING;
  const watchers = new Set();
  return {
    get now() {
      return now;
    },
    set(change) {
      const before = now;
      now = { ...now, ...change };
      for (const watcher of [...watchers]) watcher(now, before);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

export function clearChoice(state, origin) {
  state.set({ mention: null, place: null, origin });
}
