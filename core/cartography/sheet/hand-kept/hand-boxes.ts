import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerPaper, MapDefinition } from '../../map-definition.ts';
import { whereAll, whereEquals } from '../../map-scene.ts';

/** Image of a hollow box. */
export const HAND_BOX_IMAGE = 'hand-box';

/** Side of a box on the wall sheet: room for a tick or a sticker, millimetres. */
const BOX_MILLIMETERS = { county: 4, town: 5, village: 5 } as const;

/** A segment has a box from this many times its side. */
const LEAST_LENGTH = 1.6;

/** Pixels of the box, as its symbol says; it stands this far left of what it belongs to. */
const BESIDE_PIXELS = 13;

/** Layers whose features the boxes of segments and sites belong to. */
const SEGMENT_LAYERS = /^(programme|segments)-/;

/** A layer of boxes, and how large they are. */
interface BoxLayer {
  readonly layer: LayerSpecification;
  readonly paper: LayerPaper;
}

/**
 * Hollow boxes beside what is not struck off yet: villages; on maps of towns and villages also segments of the programme, where they are long enough;
 * sites where the map draws them. Households are boxes themselves.
 */
export function createHandBoxes(
  { layers, level, sources }: MapDefinition,
  metersPerMillimeter: number,
): readonly BoxLayer[] {
  const paper: LayerPaper = { millimeters: BOX_MILLIMETERS[level] };
  const draws = (test: (id: string) => boolean): boolean => layers.some(({ id }) => test(id));
  const box = (id: string, source: string, filter: unknown, offset: readonly [number, number]): BoxLayer => ({
    layer: {
      id,
      type: 'symbol',
      source,
      filter,
      layout: {
        'icon-image': HAND_BOX_IMAGE,
        'icon-size': 1,
        'icon-offset': offset,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    } as LayerSpecification,
    paper,
  });
  const leastMeters = LEAST_LENGTH * BOX_MILLIMETERS[level] * metersPerMillimeter;
  return [
    ...(level !== 'county' && draws((id) => SEGMENT_LAYERS.test(id)) && sources.segments
      ? [
          standing(
            box(
              'hand-segments',
              'segments',
              whereAll(
                ['match', ['get', 'progress'], ['not_begun', 'under_way'], true, false],
                ['>=', ['to-number', ['get', 'lengthMeters'], 0], leastMeters],
              ),
              [0, 0],
            ),
            'yields',
          ),
        ]
      : []),
    ...(draws((id) => id === 'sites')
      ? [standing(box('hand-sites', 'sites', ['!=', ['get', 'quarters'], '4'], [BESIDE_PIXELS, 0]), 'yields')]
      : []),
    ...(sources.seats
      ? [
          standing(
            box('hand-villages', 'seats', whereAll(whereEquals('level', 'village'), whereEquals('exited', false)), [
              -BESIDE_PIXELS,
              0,
            ]),
            'stays',
          ),
        ]
      : []),
  ];
}

/** Boxes of which other signs stand clear, that move with their own, or along their road. */
const standing = ({ layer, paper }: BoxLayer, crowding: 'stays' | 'yields'): BoxLayer => ({
  layer,
  paper: { ...paper, crowding },
});
