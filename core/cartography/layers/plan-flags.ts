import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { createClassLine } from '../legend-lines.ts';
import type { FeatureLayer } from '../map-definition.ts';
import { type LegendLine, type MapScene, mapText, type StyledLayer, sizeByZoom } from '../map-scene.ts';
import type { SymbolId } from '../symbols/symbol-register.ts';

/** A flag at the corner of what the plan in force placed, or another mark of the plan. */
export const createPlanFlag = (
  scene: MapScene,
  flag: {
    readonly id: string;
    readonly source: FeatureLayer;
    readonly filter: ExpressionSpecification;
    /** Pixels from the thing. */
    readonly offset: ExpressionSpecification | [number, number];
    readonly image?: SymbolId;
  },
): StyledLayer => ({
  layer: {
    id: flag.id,
    type: 'symbol',
    source: flag.source,
    filter: flag.filter,
    layout: {
      'icon-image': flag.image ?? 'plan-new',
      'icon-size': sizeByZoom(scene, 1),
      'icon-offset': flag.offset,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  paper: { millimetersPerPixel: 0.42 },
});

/** The legend line of a flag: what the plan in force added. */
export const createPlanFlagLine = (scene: MapScene, layerId: string, layer: FeatureLayer): LegendLine =>
  createClassLine({
    id: layerId,
    label: mapText(scene, 'plan_new'),
    layerIds: [layerId],
    geometry: 'point',
    layer,
    property: 'isPlanned',
    value: true,
    properties: { role: 'point' },
  });
