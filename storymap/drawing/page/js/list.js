// The list of places: searched, sorted, narrowed to what the map shows, and linked like the map.

import { listen, setCurrent } from "./dom.js";
import { choosePlace } from "./story.js";

export function linkList(context) {
  const { root, story, state, view } = context;
  const section = root.querySelector(".places");
  const rows = [...section.querySelectorAll("tr[data-row]")];
  const list = { ...context, section, rows, query: "", inView: false };
  const stops = [
    listen(section, "click", (event) => onClick(list, event)),
    listen(section, "input", (event) => onInput(list, event)),
    listen(section, "mouseover", (event) => hoverRow(list, event)),
    listen(section, "mouseleave", () => state.set({ hover: null })),
    state.watch((now, before) => showRows(list, now, before)),
  ];
  const onMove = () => list.inView && filterRows(list);
  view.map.on("moveend", onMove);
  stops.push(() => view.map.off("moveend", onMove));
  list.keys = story.places.map((place) => foldText(`${place.label} ${place.within} ${place.what}`));
  return () => stops.forEach((stop) => stop());
}

function foldText(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function rowIndex(event) {
  const row = event.target.closest("tr[data-row]");
  return row ? Number(row.dataset.row) : null;
}

function onClick(list, event) {
  const sort = event.target.closest("button[data-sort]");
  if (sort) return sortRows(list, sort);
  const index = rowIndex(event);
  if (index === null || event.ctrlKey || event.metaKey) return undefined;
  event.preventDefault();
  return choosePlace(list, index, "list");
}

function onInput(list, event) {
  if (event.target.dataset.act === "search") list.query = foldText(event.target.value.trim());
  if (event.target.dataset.act === "in-view") list.inView = event.target.checked;
  filterRows(list);
}

function hoverRow({ state }, event) {
  const index = rowIndex(event);
  if (index !== state.now.hover) state.set({ hover: index });
}

function filterRows({ section, rows, keys, query, inView, view, story, words }) {
  const seen = view.map.getBounds();
  let count = 0;
  for (const row of rows) {
    const index = Number(row.dataset.row);
    const isShown = keys[index].includes(query) && (!inView || view.bounds[index].intersects(seen));
    row.hidden = !isShown;
    count += isShown;
  }
  section.querySelector('[data-show="no-match"]').hidden = count > 0;
  const all = count === rows.length;
  const total = story.places.length;
  section.querySelector(".tally").textContent = all
    ? total
    : words.say("list_tally", { count, total });
}

function sortRows({ rows, story }, button) {
  const header = button.closest("th");
  const before = header.getAttribute("aria-sort");
  const downward = before ? before === "ascending" : button.dataset.sort === "mentions";
  for (const other of header.parentElement.children) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", downward ? "descending" : "ascending");
  const compare = COMPARISONS[button.dataset.sort];
  const sorted = [...rows].sort((a, b) =>
    compare(story.places[a.dataset.row], story.places[b.dataset.row]),
  );
  rows[0]?.parentElement.append(...(downward ? sorted.reverse() : sorted));
}

const COMPARISONS = {
  number: (a, b) => a.number - b.number,
  name: (a, b) => a.label.localeCompare(b.label),
  mentions: (a, b) => a.mentions.length - b.mentions.length || b.number - a.number,
};

function showRows({ rows }, now, before) {
  for (const index of new Set([before.place, now.place, before.hover, now.hover])) {
    if (index === null) continue;
    rows[index].classList.toggle("hovered", now.hover === index);
    setCurrent(rows[index], now.place === index);
  }
}
