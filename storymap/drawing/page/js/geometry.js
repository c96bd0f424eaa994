// From the compact numbers of the story to Leaflet's latitudes and longitudes.

export function decodeLine(numbers, digits) {
  const scale = 10 ** digits;
  const line = [];
  let lon = 0;
  let lat = 0;
  for (let at = 0; at < numbers.length; at += 2) {
    lon += numbers[at];
    lat += numbers[at + 1];
    line.push([lat / scale, lon / scale]);
  }
  return line;
}

export function decodeAreas({ digits, parts }) {
  return parts.map((rings) => rings.map((ring) => decodeLine(ring, digits)));
}

export function decodeLines({ digits, parts }) {
  return parts.map((line) => decodeLine(line, digits));
}

// An ellipse within a box: softer than the box, and so less exact to the eye.
export function ellipseIn([south, west, north, east]) {
  const width = (east < west ? east + 360 : east) - west;
  const middle = [(south + north) / 2, west + width / 2];
  const ring = [];
  for (let step = 0; step < 64; step += 1) {
    const angle = (step / 64) * 2 * Math.PI;
    ring.push([
      middle[0] + ((north - south) / 2) * Math.sin(angle),
      middle[1] + (width / 2) * Math.cos(angle),
    ]);
  }
  return [ring];
}

// The box of an area's main parts, so that far islands do not shrink the country to a speck.
export function mainBounds(areas) {
  const boxes = areas.map((rings) => L.latLngBounds(rings[0]));
  const sizes = boxes.map(boxSize);
  const largest = Math.max(...sizes);
  const bounds = L.latLngBounds([]);
  boxes.forEach((box, at) => {
    if (sizes[at] >= largest / 12) bounds.extend(box);
  });
  return bounds;
}

export function boxSize(box) {
  return (box.getNorth() - box.getSouth()) * (box.getEast() - box.getWest());
}
