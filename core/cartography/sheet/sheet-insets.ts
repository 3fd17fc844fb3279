import type { Area } from '../../county/county.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { LegendGroup } from '../map-definition.ts';
import { type DrawItem, insetRect, type Rect } from './drawing.ts';
import { createLegend, legendColumnWidth } from './furniture/legend.ts';
import type { SwatchKit } from './furniture/legend-swatch.ts';
import { createLocator, locatorAspect } from './furniture/locator.ts';
import { drawNorthArrow } from './furniture/north-arrow.ts';
import type { FurnitureKit, Panel } from './furniture-kit.ts';
import { findInsetPlace } from './inset-place.ts';
import { groupAt, INK, PAPER_WHITE, rectItem } from './shapes.ts';
import { convergenceDegrees } from './sheet-notes.ts';
import type { SheetProjection } from './sheet-projection.ts';

/** Furniture inside the frame, and what has to stand in a column instead. */
export interface SheetInsets {
  readonly items: readonly DrawItem[];
  /** Room taken: no names there. */
  readonly rects: readonly Rect[];
  /** Legend and locator that found no free corner. */
  readonly panels: (kit: FurnitureKit) => readonly Panel[];
  /** Whether the north arrow stands in the map; else it belongs beside the scale. */
  readonly hasNorth: boolean;
}

/** Puts legend, locator and north arrow into empty corners of the frame, never over the area drawn. */
export function placeInsets(
  kit: FurnitureKit,
  input: {
    readonly context: IndicatorContext;
    readonly area: Area;
    readonly areaRings: readonly (readonly number[])[];
    readonly projection: SheetProjection;
    readonly legend: readonly LegendGroup[];
    readonly swatches: SwatchKit;
  },
): SheetInsets {
  const { projection, areaRings } = input;
  const margin = Math.max(1.5, kit.em.table * 0.8);
  const rects: Rect[] = [];
  const items: DrawItem[] = [];
  const waiting: ((larger: FurnitureKit) => Panel | null)[] = [];
  const find = (width: number, height: number): Rect | null =>
    findInsetPlace({ width, height }, { map: projection.map, area: areaRings, taken: rects, margin });

  const legend = createLegend(kit, input.swatches, input.legend);
  const legendPlace = placeLegend(kit, legend, input.legend, find);
  if (legendPlace) {
    rects.push(legendPlace);
    items.push(...boxed(kit, legendPlace, legend));
  } else waiting.push((larger) => createLegend(larger, input.swatches, input.legend));

  const locator = locatorPanel(kit, input);
  if (locator) {
    const width = kit.em.table * 16;
    const height = locator.leastHeight(width);
    const place = find(width, height);
    if (place) {
      rects.push(place);
      items.push(groupAt(place.x, place.y, locator.set(width, height).items));
    } else waiting.push((larger) => locatorPanel(larger, input));
  }

  const northHeight = kit.em.headline * 2.6;
  const north = find(northHeight * 0.5, northHeight);
  if (north) {
    rects.push(north);
    items.push(groupAt(north.x, north.y, drawNorthArrow(kit, northHeight, convergenceDegrees(projection))));
  }
  const panels = (larger: FurnitureKit): readonly Panel[] =>
    waiting.flatMap((create) => {
      const panel = create(larger);
      return panel ? [panel] : [];
    });
  return { items, rects, panels, hasNorth: north !== null };
}

/** Tries the legend narrow and wide. */
function placeLegend(
  kit: FurnitureKit,
  legend: Panel,
  groups: readonly LegendGroup[],
  find: (width: number, height: number) => Rect | null,
): Rect | null {
  const column = legendColumnWidth(kit, groups) + kit.em.table * 1.3;
  const padding = kit.em.table;
  for (const columns of [1, 2, 3]) {
    const width = column * columns;
    const place = find(width + 2 * padding, legend.leastHeight(width) + 2 * padding);
    if (place) return place;
  }
  return null;
}

function boxed(kit: FurnitureKit, place: Rect, legend: Panel): DrawItem[] {
  const inside = insetRect(place, kit.em.table);
  return [
    rectItem(place, { fill: PAPER_WHITE, stroke: { color: INK, width: kit.line(0.3) } }),
    groupAt(inside.x, inside.y, legend.set(inside.width, inside.height).items),
  ];
}

/** The locator as a panel: as wide as its column, as high as the county's shape asks. */
function locatorPanel(
  kit: FurnitureKit,
  {
    context,
    area,
    projection,
  }: { readonly context: IndicatorContext; readonly area: Area; readonly projection: SheetProjection },
): Panel | null {
  const county = context.county.areas.find(({ level }) => level === 'county');
  if (!county || area.level === 'county') return null;
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
      });
      return { height: heightAt(width), items: locator?.items ?? [], omitted: 0 };
    },
  };
}
