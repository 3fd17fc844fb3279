import type { Area } from '../../county/county.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { LegendGroup } from '../map-definition.ts';
import { type DrawItem, insetRect, type Rect } from './drawing.ts';
import { createApprovalBox } from './furniture/approval-box.ts';
import { createLegend, legendColumnWidth } from './furniture/legend.ts';
import type { SwatchKit } from './furniture/legend-swatch.ts';
import { createLocator, locatorAspect } from './furniture/locator.ts';
import { drawNorthArrow } from './furniture/north-arrow.ts';
import type { FurnitureKit, Panel } from './furniture-kit.ts';
import { findCornerPlace, findInsetPlace } from './inset-place.ts';
import { groupAt, INK, PAPER_WHITE, rectItem } from './shapes.ts';
import { convergenceDegrees } from './sheet-notes.ts';
import type { PlaneBox, SheetProjection } from './sheet-projection.ts';
import type { InsetId, SheetOptions } from './sheet-spec.ts';

/** Furniture inside the frame, and what has to stand in a column instead. */
export interface SheetInsets {
  readonly items: readonly DrawItem[];
  /** Room taken: no names there. */
  readonly rects: readonly Rect[];
  readonly placed: readonly { readonly id: InsetId; readonly rect: Rect }[];
  /** Furniture that stands in a column: put there, or without a free corner. */
  readonly panels: (kit: FurnitureKit) => readonly Panel[];
  /** Whether the north arrow stands in the map or is left out; else it belongs beside the scale. */
  readonly hasNorth: boolean;
  /** Furniture that would have covered the area where it was put. */
  readonly displaced: readonly InsetId[];
}

/** What furniture inside the frame is made from. */
export interface InsetsInput {
  readonly context: IndicatorContext;
  readonly area: Area;
  readonly areaRings: readonly (readonly number[])[];
  readonly projection: SheetProjection;
  readonly legend: readonly LegendGroup[];
  readonly swatches: SwatchKit;
  readonly options: SheetOptions;
  /** Furniture that this edition has. */
  readonly allows: (id: InsetId) => boolean;
  /** What the frame shows where that is not the whole area. */
  readonly window: PlaneBox | null;
}

interface InsetSize {
  readonly width: number;
  readonly height: number;
}

/** Furniture that wants a place: sizes to be tried in order, how it is drawn, what it is in a column (null = it stands elsewhere). */
interface Inset {
  readonly id: InsetId;
  readonly sizes: readonly (() => InsetSize)[];
  draw(place: Rect): readonly DrawItem[];
  readonly inColumn: ((kit: FurnitureKit) => Panel | null) | null;
}

/** Puts legend, approval, locator and north arrow where they were put, else into empty corners of the frame; never over the area drawn. */
export function placeInsets(kit: FurnitureKit, input: InsetsInput): SheetInsets {
  const { projection, areaRings, options } = input;
  const margin = Math.max(1.5, kit.em.table * 0.8);
  const rects: Rect[] = [];
  const placed: { id: InsetId; rect: Rect }[] = [];
  const items: DrawItem[] = [];
  const displaced: InsetId[] = [];
  let hasNorth = !isWanted('north', input);
  const waiting: ((larger: FurnitureKit) => Panel | null)[] = [];
  const insets = [legendInset(kit, input), approvalInset(kit, input), locatorInset(kit, input), northInset(kit, input)];
  const wanted = insets.filter((inset): inset is Inset => inset !== null && isWanted(inset.id, input));
  // what was put somewhere has its place before what finds its own
  for (const inset of wanted.toSorted((a, b) => Number(b.id in options.places) - Number(a.id in options.places))) {
    const put = options.places[inset.id];
    const ground = { map: projection.map, area: areaRings, taken: rects, margin };
    const inCorner = put && put !== 'panel' ? firstOf(inset, (size) => findCornerPlace(size, ground, put)) : null;
    if (put && put !== 'panel' && !inCorner) displaced.push(inset.id);
    const place = put === 'panel' ? null : (inCorner ?? firstOf(inset, (size) => findInsetPlace(size, ground)));
    if (place) {
      rects.push(place);
      placed.push({ id: inset.id, rect: place });
      items.push(...inset.draw(place));
      hasNorth ||= inset.id === 'north';
    } else if (inset.inColumn) waiting.push(inset.inColumn);
  }
  return {
    items,
    rects,
    placed,
    displaced,
    panels: (larger) => waiting.map((create) => create(larger)).filter((panel) => panel !== null),
    hasNorth,
  };
}

const isWanted = (id: InsetId, { options, allows }: InsetsInput): boolean => allows(id) && !options.hidden.includes(id);

function firstOf(inset: Inset, find: (size: InsetSize) => Rect | null): Rect | null {
  for (const sizeOf of inset.sizes) {
    const place = find(sizeOf());
    if (place) return place;
  }
  return null;
}

/** Columns of the legend that are tried, in this order. */
const LEGEND_COLUMNS = [1, 2, 3, 4, 5, 6] as const;

/** The legend in columns, boxed. */
function legendInset(kit: FurnitureKit, { legend: groups, swatches }: InsetsInput): Inset | null {
  if (groups.length === 0) return null;
  const legend = createLegend(kit, swatches, groups);
  const column = legendColumnWidth(kit, swatches, groups) + kit.em.table * 0.82;
  const padding = kit.em.table;
  return {
    id: 'legend',
    sizes: LEGEND_COLUMNS.map((columns) => () => ({
      width: column * columns + 2 * padding,
      height: legend.leastHeight(column * columns) + 2 * padding,
    })),
    draw: (place) => {
      const inside = insetRect(place, padding);
      return [
        rectItem(place, { fill: PAPER_WHITE, stroke: { color: INK, width: kit.line(0.3) } }),
        groupAt(inside.x, inside.y, legend.set(inside.width, inside.height).items),
      ];
    },
    inColumn: (larger) => createLegend(withReadableLegend(kit, larger), swatches, groups),
  };
}

/** Beside the map of a large sheet the legend is read from as far as the map is, not from as near as the tables: its text is so much larger. */
const LEGEND_TIMES = 1.6;
/** Least paper, short side against A0, that people stand away from: A1. */
const LEGEND_PAPER = 0.7;

/** The kit for a legend in a column: its lines are larger than those of tables, its heading is as theirs. */
const withReadableLegend = (kit: FurnitureKit, larger: FurnitureKit): FurnitureKit =>
  kit.factor < LEGEND_PAPER
    ? larger
    : { ...larger, em: { ...larger.em, table: Math.max(larger.em.table, kit.em.table * LEGEND_TIMES) } };

function approvalInset(kit: FurnitureKit, { options }: InsetsInput): Inset | null {
  const { approval } = options;
  if (!approval) return null;
  const box = createApprovalBox(kit, approval);
  const size = { width: box.naturalWidth, height: box.leastHeight(box.naturalWidth) };
  return {
    id: 'approval',
    sizes: [() => size],
    draw: (place) => [groupAt(place.x, place.y, box.set(place.width, place.height).items)],
    inColumn: (larger) => createApprovalBox(larger, approval),
  };
}

function locatorInset(kit: FurnitureKit, input: InsetsInput): Inset | null {
  const locator = createLocatorPanel(kit, input);
  if (!locator) return null;
  const width = kit.em.table * 16;
  return {
    id: 'locator',
    sizes: [() => ({ width, height: locator.leastHeight(width) })],
    draw: (place) => [groupAt(place.x, place.y, locator.set(place.width, place.height).items)],
    inColumn: (larger) => createLocatorPanel(larger, input),
  };
}

function northInset(kit: FurnitureKit, { projection }: InsetsInput): Inset {
  const height = kit.em.headline * 2.6;
  return {
    id: 'north',
    sizes: [() => ({ width: height * 0.5, height })],
    draw: (place) => [groupAt(place.x, place.y, drawNorthArrow(kit, height, convergenceDegrees(projection)))],
    inColumn: null,
  };
}

/** The locator as a panel: as wide as its column, as high as the county's shape asks. */
function createLocatorPanel(
  kit: FurnitureKit,
  { context, area, projection, window }: Pick<InsetsInput, 'context' | 'area' | 'projection' | 'window'>,
): Panel | null {
  const county = context.county.areas.find(({ level }) => level === 'county');
  if (!county || (area.level === 'county' && !window)) return null;
  const widthIn = (width: number): number => Math.min(width, kit.em.table * 18);
  const heightAt = (width: number): number => widthIn(width) / locatorAspect(county.bbox) + kit.em.table * 2;
  return {
    id: 'locator',
    title: kit.say('locator'),
    leastHeight: heightAt,
    set: (width) => {
      const locator = createLocator(kit, {
        county: context.county,
        area,
        projection: projection.projection,
        width: widthIn(width),
        height: heightAt(width),
        window,
      });
      return { height: heightAt(width), items: locator?.items ?? [], omitted: 0 };
    },
  };
}
