/** Where the names of points stand: beside their points, on nothing else. */
import { widthOf } from './label-lines.ts';
import { SMALL_TEXT } from './looks.ts';
import type { Text } from './panel-spec.ts';

/** A point in the units of a picture, whose name stands above it or below where there is room; '' is no name. */
export interface Named {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly isAbove: boolean;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From the middle of a point to its edge, and to the middle of a name above or below it. */
const POINT = 6;
const AWAY = 13;
const HALF_TEXT = SMALL_TEXT / 2;

/** The names that have room within the plot; the others are left out. Those given first have their choice. */
export function placeNames(points: readonly Named[], plot: Box): Text[] {
  const taken = points.map(({ x, y }) => boxAround(x, y, POINT, POINT));
  const names: Text[] = [];
  for (const point of points) {
    if (point.name === '') continue;
    const found = candidates(point, plot).find(
      ({ box }) => isWithin(box, plot) && !taken.some((other) => overlap(box, other)),
    );
    if (found === undefined) continue;
    taken.push(found.box);
    names.push({ ...found.at, text: point.name, align: 'center', weight: 'normal' });
  }
  return names;
}

/** Away from what all are compared with, then at either side, then away and to a side. */
function candidates({ x, y, name, isAbove }: Named, plot: Box) {
  const half = widthOf([name], SMALL_TEXT) / 2;
  const within = Math.min(Math.max(x, plot.left + half), plot.right - half);
  const beside = POINT + half + 1;
  const away = isAbove ? y - AWAY : y + AWAY;
  return [
    { x: within, y: away },
    { x: x + beside, y },
    { x: x - beside, y },
    { x: x + half, y: away },
    { x: x - half, y: away },
  ].map((at) => ({ at, box: boxAround(at.x, at.y, half, HALF_TEXT) }));
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function isWithin(box: Box, plot: Box): boolean {
  return box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
