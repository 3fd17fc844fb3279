import type { DrawItem, Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import type { SheetGrid } from '../grid-steps.ts';
import type { ReferenceSquares } from '../reference-squares.ts';
import { INK, INK_2, lineItem, rectItem, textItem } from '../shapes.ts';
import { COORDINATE_FILL, COORDINATE_TIER } from '../sheet-layout.ts';
import type { SheetProjection } from '../sheet-projection.ts';

/** What the frame is drawn from. */
export interface FrameInput {
  readonly projection: SheetProjection;
  readonly outer: Rect;
  readonly grid: SheetGrid;
  readonly squares: ReferenceSquares;
  /** Without coordinates and squares: public editions. */
  readonly isPlain?: boolean;
}

const GRID_COLOR = '#A9B4B8';
/** Kilometre grid over the map, under its names. */
export function drawGrid(kit: FurnitureKit, { projection, grid }: FrameInput): DrawItem[] {
  const { map } = projection;
  const stroke = { color: GRID_COLOR, width: kit.line(0.2) };
  const { eastings, northings } = gridLines(projection, grid.stepMeters);
  return [
    ...eastings.map(({ at }) => lineItem([at, map.y, at, map.y + map.height], stroke)),
    ...northings.map(({ at }) => lineItem([map.x, at, map.x + map.width, at], stroke)),
  ];
}

/** Double frame with kilometres, degrees and the squares' names in its band. */
export function drawFrame(kit: FurnitureKit, input: FrameInput): DrawItem[] {
  const { map } = input.projection;
  const { outer } = input;
  return [
    rectItem(map, { stroke: { color: INK, width: kit.line(0.35) } }),
    rectItem(outer, { stroke: { color: INK, width: kit.line(1.4) } }),
    ...(input.isPlain ? [] : [...squareNames(kit, input), ...coordinateLabels(kit, input)]),
  ];
}

interface GridLine {
  readonly at: number;
  /** Metres. */
  readonly value: number;
}

function gridLines(
  projection: SheetProjection,
  step: number,
): { readonly eastings: GridLine[]; readonly northings: GridLine[] } {
  const { map } = projection;
  const [west, north] = projection.paperToPlane([map.x, map.y]);
  const [east, south] = projection.paperToPlane([map.x + map.width, map.y + map.height]);
  const eastings: GridLine[] = [];
  for (let value = Math.ceil(west / step) * step; value <= east; value += step)
    eastings.push({ at: projection.planeToPaper([value, north])[0], value });
  const northings: GridLine[] = [];
  for (let value = Math.ceil(south / step) * step; value <= north; value += step)
    northings.push({ at: projection.planeToPaper([west, value])[1], value });
  return { eastings, northings };
}

/** Names of the squares in the outer part of the band, ticks between them. */
function squareNames(kit: FurnitureKit, { projection, outer, squares }: FrameInput): DrawItem[] {
  const { map } = projection;
  const band = map.x - outer.x;
  const size = Math.min(band * (1 - COORDINATE_TIER) * 0.86, kit.em.village);
  const outward = band * COORDINATE_TIER + (band * (1 - COORDINATE_TIER)) / 2;
  const stroke = { color: INK, width: kit.line(0.25) };
  // coordinates have the inner part to themselves
  const inner = band * COORDINATE_TIER;
  const items: DrawItem[] = [];
  const style = { size, font: 'bold', anchor: 'middle' } as const;
  for (let index = 0; index + 1 < squares.columnEdges.length; index++) {
    const left = squares.columnEdges[index] ?? 0;
    const x = (left + (squares.columnEdges[index + 1] ?? 0)) / 2;
    for (const y of [map.y - outward, map.y + map.height + outward])
      items.push(textItem(squares.columnName(index), [x, y + size * 0.36], style));
    if (index > 0)
      items.push(
        lineItem([left, outer.y, left, map.y - inner], stroke),
        lineItem([left, map.y + map.height + inner, left, outer.y + outer.height], stroke),
      );
  }
  for (let index = 0; index + 1 < squares.rowEdges.length; index++) {
    const top = squares.rowEdges[index] ?? 0;
    const y = (top + (squares.rowEdges[index + 1] ?? 0)) / 2;
    for (const x of [map.x - outward, map.x + map.width + outward])
      items.push(textItem(squares.rowName(index), [x, y + size * 0.36], style));
    if (index > 0)
      items.push(
        lineItem([outer.x, top, map.x - inner, top], stroke),
        lineItem([map.x + map.width + inner, top, outer.x + outer.width, top], stroke),
      );
  }
  return items;
}

/** A tick with its label in the inner part of the band. */
interface BandLabel {
  readonly at: number;
  readonly label: string;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly color: string;
}

function coordinateLabels(kit: FurnitureKit, { projection, outer, grid }: FrameInput): DrawItem[] {
  const band = projection.map.x - outer.x;
  const size = Math.min(band * COORDINATE_TIER * COORDINATE_FILL, kit.em.note);
  const labels = [...kilometerLabels(projection, grid.stepMeters), ...degreeLabels(projection)];
  const items: DrawItem[] = [];
  const taken: { side: string; from: number; to: number }[] = [];
  for (const one of labels) {
    const half = kit.measure(one.label, 'sans', size) / 2 + size * 0.3;
    items.push(bandTick(kit, one, { projection, band }));
    // degrees have a long tick: their label stands beside it
    const label = one.color === INK ? one : { ...one, at: one.at + half };
    const [from, to] = [label.at - half, label.at + half];
    const clash = taken.some((other) => other.side === one.side && to > other.from && from < other.to);
    if (clash || !fitsSide(label, half, projection)) continue;
    taken.push({ side: one.side, from, to });
    items.push(bandText(label, size, { projection, band }));
  }
  return items;
}

const fitsSide = ({ at, side }: BandLabel, half: number, { map }: SheetProjection): boolean =>
  side === 'top' || side === 'bottom'
    ? at - half >= map.x && at + half <= map.x + map.width
    : at - half >= map.y && at + half <= map.y + map.height;

/** Kilometres with the zone's number before the easting, as the national grid writes them. */
function kilometerLabels(projection: SheetProjection, step: number): BandLabel[] {
  const { zone } = projection.projection;
  const { eastings, northings } = gridLines(projection, step);
  const km = (meters: number): string => String(Math.round(meters) / 1000);
  return [
    ...eastings.flatMap(({ at, value }) =>
      (['top', 'bottom'] as const).map((side) => ({ at, side, label: `${zone ?? ''}${km(value)}`, color: INK })),
    ),
    ...northings.flatMap(({ at, value }) =>
      (['left', 'right'] as const).map((side) => ({ at, side, label: km(value), color: INK })),
    ),
  ];
}

/** Steps of the graticule in minutes; the first that stands at least this far apart on paper is taken. */
const GRATICULE_MINUTES = [0.5, 1, 2, 5, 10, 15, 30, 60, 120];
const LEAST_GRATICULE = 70;

/** Where meridians and parallels meet the inner frame. */
function degreeLabels(projection: SheetProjection): BandLabel[] {
  const { map } = projection;
  const [west, north] = projection.toLonLat([map.x, map.y]);
  const [, south] = projection.toLonLat([map.x, map.y + map.height]);
  const millimetersPerMinute = map.height / ((north - south) * 60);
  const step = GRATICULE_MINUTES.find((minutes) => minutes * millimetersPerMinute >= LEAST_GRATICULE) ?? 120;
  const labels: BandLabel[] = [];
  const sides = { top: map.y, bottom: map.y + map.height, left: map.x, right: map.x + map.width } as const;
  for (const side of ['top', 'bottom'] as const) {
    const lonAt = (x: number): number => projection.toLonLat([x, sides[side]])[0] * 60;
    for (const minutes of multiples(lonAt(map.x), lonAt(map.x + map.width), step))
      labels.push({
        at: bisect(lonAt, minutes, [map.x, map.x + map.width]),
        side,
        label: formatDegrees(minutes),
        color: INK_2,
      });
  }
  for (const side of ['left', 'right'] as const) {
    const latAt = (y: number): number => projection.toLonLat([sides[side], y])[1] * 60;
    for (const minutes of multiples(latAt(map.y + map.height), latAt(map.y), step))
      labels.push({
        at: bisect(latAt, minutes, [map.y, map.y + map.height]),
        side,
        label: formatDegrees(minutes),
        color: INK_2,
      });
  }
  return west < 180 ? labels : [];
}

function multiples(from: number, to: number, step: number): number[] {
  const found: number[] = [];
  for (let value = Math.ceil(from / step) * step; value <= to; value += step) found.push(value);
  return found;
}

/** Where a monotone function takes a value. */
function bisect(valueAt: (at: number) => number, wanted: number, range: readonly [number, number]): number {
  let [low, high] = range;
  const rising = valueAt(high) > valueAt(low);
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (valueAt(middle) < wanted === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** `107°30′`; half minutes as `30″`. */
function formatDegrees(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const degrees = Math.floor(seconds / 3600);
  const rest = Math.floor((seconds % 3600) / 60);
  const tail = seconds % 60 === 0 ? '' : `${String(seconds % 60).padStart(2, '0')}″`;
  return `${degrees}°${String(rest).padStart(2, '0')}′${tail}`;
}

interface Band {
  readonly projection: SheetProjection;
  readonly band: number;
}

function bandTick(kit: FurnitureKit, { at, side, color }: BandLabel, { projection, band }: Band): DrawItem {
  const { map } = projection;
  const length = band * COORDINATE_TIER * (color === INK ? 0.28 : 1);
  const stroke = { color: INK, width: kit.line(color === INK ? 0.25 : 0.15) };
  const right = map.x + map.width;
  const bottom = map.y + map.height;
  if (side === 'top') return lineItem([at, map.y, at, map.y - length], stroke);
  if (side === 'bottom') return lineItem([at, bottom, at, bottom + length], stroke);
  if (side === 'left') return lineItem([map.x, at, map.x - length, at], stroke);
  return lineItem([right, at, right + length, at], stroke);
}

function bandText({ at, side, label, color }: BandLabel, size: number, { projection, band }: Band): DrawItem {
  const { map } = projection;
  const outward = (band * COORDINATE_TIER) / 2 + band * 0.02;
  const style = { size, color, anchor: 'middle' } as const;
  if (side === 'top') return textItem(label, [at, map.y - outward + size * 0.38], style);
  if (side === 'bottom') return textItem(label, [at, map.y + map.height + outward + size * 0.38], style);
  const x = side === 'left' ? map.x - outward + size * 0.38 : map.x + map.width + outward + size * 0.38;
  return textItem(label, [x, at], { ...style, rotation: -90 });
}
