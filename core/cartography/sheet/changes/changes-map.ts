import type { IndicatorContext } from '../../../indicators/context.ts';
import { createMapDefinition } from '../../create-map-definition.ts';
import { buildFeatures } from '../../features/build-features.ts';
import { drawMapBody } from '../body/draw-map-body.ts';
import { type DrawItem, insetRect, type Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { placeLabels } from '../labels/place-labels.ts';
import type { Paper } from '../paper.ts';
import { formatScale, roundScaleFor } from '../round-scale.ts';
import { INK, INK_2, PAPER_WHITE, rectContour, rectItem, textItem } from '../shapes.ts';
import { createCountyProjection, createSheetProjection, planeBoxOf } from '../sheet-projection.ts';
import type { GroupOfChanges } from './area-changes.ts';
import { drawChanges, listChangeRooms } from './draw-changes.ts';

/** What a small map shows. */
export interface ChangesMapInput {
  readonly context: IndicatorContext;
  readonly areaCode: string;
  readonly groups: readonly GroupOfChanges[];
  readonly place: Rect;
  readonly paper: Paper;
}

/** Layers that lie under the marks. */
const GROUND_LAYERS =
  /^(ground|rivers|boundary-.*|roads-case|roads|veil|neighbour-boundary|seats|(rivers|neighbours)-label)$/;
/** Names of the units that the lists go by. */
const NAMES = { county: 'towns-label', town: 'villages-label', village: 'settlements-label' } as const;
/** Largest names of the map against the characters of the tables. */
const MOST_NAME_EMS = 1.15;
/** Free ground around the area, millimetres. */
const PADDING = 2.5;
const MILLIMETERS_PER_METER = 1000;

/** The area with a mark wherever something changed, at a round scale, in a plain frame. */
export function drawChangesMap(
  kit: FurnitureKit,
  { context, areaCode, groups, place, paper }: ChangesMapInput,
): readonly DrawItem[] {
  const { area } = context.scope(areaCode);
  const paperProjection = createCountyProjection(context.scope(context.county.code).area.bbox);
  const box = planeBoxOf(area.boundary, paperProjection);
  const room = insetRect(place, PADDING);
  const scale = roundScaleFor(
    Math.max((box[2] - box[0]) / room.width, (box[3] - box[1]) / room.height) * MILLIMETERS_PER_METER,
  );
  const projection = createSheetProjection({ projection: paperProjection, box, scale, map: place });
  const whole = createMapDefinition({ context, map: 'progress', areaCode, palette: 'paper', language: kit.language });
  const body = drawMapBody({
    definition: {
      ...whole,
      layers: whole.layers.filter(({ id }) => GROUND_LAYERS.test(id) || id === NAMES[area.level]),
    },
    county: context.county,
    featuresOf: (layer) => buildFeatures({ context, layer, areaCode, language: kit.language }),
    projection,
    paper,
    relief: false,
  });
  // a small map among tables: its names are no larger than theirs
  const most = kit.em.table * MOST_NAME_EMS;
  const wishes = body.wishes.map((wish) => ({ ...wish, size: Math.min(wish.size, most) }));
  const { placed } = placeLabels(wishes, {
    measure: kit.measure,
    map: projection.map,
    obstacles: [],
    icons: [...body.icons, ...listChangeRooms(kit, groups, projection)],
  });
  return [
    {
      kind: 'group',
      clip: [rectContour(place)],
      items: [...body.ground, ...body.marks, ...drawChanges(kit, groups, projection)],
    },
    ...placed.flatMap((label) => label.items),
    rectItem(place, { stroke: { color: INK, width: kit.line(0.8) } }),
    ...drawScale(kit, place, scale),
  ];
}

function drawScale(kit: FurnitureKit, place: Rect, scale: number): readonly DrawItem[] {
  const size = kit.em.note;
  const words = formatScale(scale);
  const width = kit.measure(words, 'sans', size) + size * 0.6;
  const [x, y] = [place.x + place.width - width, place.y + place.height - size * 1.4];
  return [
    rectItem({ x, y, width, height: size * 1.4 }, { fill: PAPER_WHITE }),
    textItem(words, [x + width / 2, y + size], { size, color: INK_2, anchor: 'middle' }),
  ];
}
