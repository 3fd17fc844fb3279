import type { LegendLine, MapScene, StyledLayer } from '../map-scene.ts';
import { whereAll, whereEquals } from '../map-scene.ts';

/** Id of the layer that hatches areas of which there is nothing to say. */
const LAYER_ID = 'areas-empty';

/** In black and white no grey is left for areas of which there is nothing to say: they are hatched. None in colour. */
export const createEmptyAreas = (
  { paletteName, unitLevel }: MapScene,
  empty: { readonly property: string; readonly value: string },
): readonly StyledLayer[] =>
  paletteName === 'mono'
    ? [
        {
          layer: {
            id: LAYER_ID,
            type: 'fill',
            source: 'areas',
            filter: whereAll(whereEquals('level', unitLevel), whereEquals(empty.property, empty.value)),
            paint: { 'fill-pattern': 'hatch-empty' },
          },
          paper: { millimetersPerPixel: 0.3 },
        },
      ]
    : [];

/** The legend line with the hatch where there is one. */
export const withEmptyHatch = ({ paletteName }: MapScene, line: LegendLine): LegendLine =>
  paletteName === 'mono' ? { ...line, layerIds: [...line.layerIds, LAYER_ID] } : line;
