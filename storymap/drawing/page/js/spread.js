// Keeps the handles of places apart: where many crowd they form a cluster, where a few overlap
// they step aside, and names are written only where there is room. All of it in pixels, and pure.

const CROWD = 7;
const CROWD_REACH_PX = 42;
const GAP_PX = 3;
const ROUNDS = 40;

// Splits nodes ({x, y, weight, alone}) into single ones and clusters of at least seven.
export function clustersAmong(nodes) {
  const order = [...nodes].sort((a, b) => b.weight - a.weight);
  const taken = new Set(order.filter((node) => node.alone));
  const clusters = [];
  for (const node of order) {
    if (taken.has(node)) continue;
    const near = order.filter((other) => !taken.has(other) && isNear(node, other));
    if (near.length < CROWD) continue;
    near.forEach((other) => taken.add(other));
    clusters.push(near);
  }
  const clustered = new Set(clusters.flat());
  return { clusters, singles: nodes.filter((node) => !clustered.has(node)) };
}

function isNear(one, other) {
  return Math.abs(one.x - other.x) < CROWD_REACH_PX && Math.abs(one.y - other.y) < CROWD_REACH_PX;
}

// Moves boxes ({x, y, width, height, give}) as little as it takes to part them; of two, the one
// that gives more moves more. Gives their shifts.
export function partBoxes(boxes) {
  const shifts = boxes.map(() => ({ dx: 0, dy: 0 }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let one = 0; one < boxes.length; one += 1) {
      for (let other = one + 1; other < boxes.length; other += 1) {
        moved = partPair(boxes, shifts, one, other) || moved;
      }
    }
    if (!moved) break;
  }
  return shifts;
}

function partPair(boxes, shifts, one, other) {
  const dx = boxes[other].x + shifts[other].dx - boxes[one].x - shifts[one].dx;
  const dy = boxes[other].y + shifts[other].dy - boxes[one].y - shifts[one].dy;
  const tooNearX = (boxes[one].width + boxes[other].width) / 2 + GAP_PX - Math.abs(dx);
  const tooNearY = (boxes[one].height + boxes[other].height) / 2 + GAP_PX - Math.abs(dy);
  if (tooNearX <= 0.5 || tooNearY <= 0.5) return false;
  const axis = tooNearX < tooNearY ? "dx" : "dy";
  const push = Math.min(tooNearX, tooNearY) * ((axis === "dx" ? dx : dy) < 0 ? -1 : 1);
  const share = boxes[one].give / (boxes[one].give + boxes[other].give);
  shifts[one][axis] -= push * share;
  shifts[other][axis] += push * (1 - share);
  return true;
}

const SIDES = ["right", "left", "below", "above"];

// Chooses for each label ({x, y, width, height, reach, forced, sides}) a side of its handle that is
// free of `obstacles`, or "" if none is. The first labels choose first. Gives the sides, and all
// boxes that are taken then.
export function placeLabels(labels, obstacles) {
  const taken = [...obstacles];
  const sides = labels.map((label) => {
    const chosen = freestSide(label, taken);
    if (chosen) taken.push({ ...labelBox(label, chosen), owner: label.owner });
    return chosen;
  });
  return { sides, taken };
}

// What must be written all the same covers as little as it can.
function freestSide(label, taken) {
  const names = label.sides ?? SIDES;
  const covered = names.map((name) => {
    const box = labelBox(label, name);
    return taken.reduce((sum, other) => sum + overlap(other, box, label), 0);
  });
  const least = Math.min(...covered);
  return least === 0 || label.forced ? names[covered.indexOf(least)] : "";
}

function labelBox({ x, y, width, height, reach }, side) {
  const across = reach + 3 + width / 2;
  const along = reach + 1 + height / 2;
  if (side === "centre") return { x, y, width, height };
  if (side === "right") return { x: x + across, y, width, height };
  if (side === "left") return { x: x - across, y, width, height };
  return { x, y: y + (side === "below" ? along : -along), width, height };
}

// In square pixels; what belongs to the label's own handle is never in its way.
function overlap(box, other, label) {
  if (box.owner === label.owner) return 0;
  const across = (box.width + other.width) / 2 - Math.abs(box.x - other.x);
  const along = (box.height + other.height) / 2 - Math.abs(box.y - other.y);
  return Math.max(across, 0) * Math.max(along, 0);
}
