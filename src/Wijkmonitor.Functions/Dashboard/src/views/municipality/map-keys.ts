import type { Boundaries } from "../../api/types";

type Shape = Boundaries["features"][number];

/** The centre of a shape's box, in degrees. */
export interface Centre { x: number; y: number }

// A degree of longitude is this much of one of latitude in the Netherlands.
const longitudeScale = 0.61;

const directions: Readonly<Record<string, Centre>> = {
  ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: 1 }, ArrowDown: { x: 0, y: -1 },
};

/** Finds the centre of the box around a shape; none without coordinates. */
export function findCentre(shape: Shape): Centre | undefined {
  const points = listPoints(shape.geometry?.coordinates);
  if (points.length === 0) {
    return undefined;
  }
  const [xs, ys] = [points.map(p => p[0]!), points.map(p => p[1]!)];
  const toMiddle = (values: number[]): number => (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { x: toMiddle(xs), y: toMiddle(ys) };
}

/** Finds the nearest area in the direction of an arrow key: the first one where none was chosen, and the same one at the edge. */
export function findNeighbour(centres: ReadonlyMap<string, Centre>, from: string | undefined, key: string): string | undefined {
  const [direction, start] = [directions[key], from === undefined ? undefined : centres.get(from)];
  if (!direction || !start) {
    return direction ? centres.keys().next().value : undefined;
  }
  let [nearest, least] = [from, Infinity];
  for (const [code, centre] of centres) {
    const [dx, dy] = [(centre.x - start.x) * longitudeScale, centre.y - start.y];
    const along = dx * direction.x + dy * direction.y;
    const across = Math.abs(dx * direction.y - dy * direction.x);
    if (along > 0 && across <= along * 2 && along + 2 * across < least) {
      [nearest, least] = [code, along + 2 * across];
    }
  }
  return nearest;
}

function listPoints(coordinates: unknown): number[][] {
  if (!Array.isArray(coordinates)) {
    return [];
  }
  return typeof coordinates[0] === "number" ? [coordinates as number[]] : coordinates.flatMap(listPoints);
}
