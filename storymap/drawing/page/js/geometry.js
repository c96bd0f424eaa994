// From the compact numbers of the story to Leaflet's latitudes and longitudes.

export const REPEATED_DEGREES = 90;

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

// Moves each part of an area to the side of the antimeridian on which its place lies.
export function besides(lon, areas) {
  return areas.map((rings) => {
    const wests = rings[0].map((point) => point[1]);
    const middle = (Math.min(...wests) + Math.max(...wests)) / 2;
    const turns = Math.round((lon - middle) / 360);
    return turns ? movedBy(turns * 360, rings) : rings;
  });
}

export function movedBy(degrees, rings) {
  return rings.map((ring) => ring.map(([lat, lon]) => [lat, lon + degrees]));
}

// What of the ground lies near the antimeridian, once more on its other side.
export function copiesBeyond(lines) {
  return [-360, 360].flatMap((degrees) =>
    lines
      .filter((line) => line.some(([, lon]) => Math.abs(lon + degrees) < 180 + REPEATED_DEGREES))
      .map((line) => line.map(([lat, lon]) => [lat, lon + degrees])),
  );
}

// The longitudes of places that lie on both sides of the antimeridian, made to run on across it:
// where they leave more than half of the earth empty, those west of the gap come after the others.
export function runningOn(lons) {
  const order = [...lons].sort((a, b) => a - b);
  const gap = order.findIndex((lon, at) => order[at + 1] - lon > 180);
  return gap < 0 ? lons : lons.map((lon) => (lon <= order[gap] ? lon + 360 : lon));
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
