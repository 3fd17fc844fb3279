import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import { listLegend } from '#core/cartography/list-legend.ts';
import {
  FEATURE_LAYERS,
  type FeatureLayer,
  type MapDefinition,
  type PaletteName,
} from '#core/cartography/map-definition.ts';
import { compileLayerStyle } from '#core/cartography/sheet/body/layer-style.ts';
import { createEditionView } from '#core/cartography/sheet/edition/create-edition-view.ts';
import { blankStates } from '#core/cartography/sheet/hand-kept/blank-states.ts';
import { keepByHand } from '#core/cartography/sheet/hand-kept/keep-by-hand.ts';
import { collapseInGrey } from '#core/cartography/sheet/lint/collapse-in-grey.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
const AREAS = ['529901', '529901007', '529901007005'] as const;

/** Drawn without a line of their own: ground and veil of the base map, parts of symbols that another layer of the same symbol explains. */
const UNEXPLAINED = new Set(['boundary-tint', 'veil', 'neighbour-boundary', 'contours', 'stamps-date', 'targets-core']);

const VARIANTS = [
  { name: 'in colour', edition: 'internal', palette: 'paper', isHandKept: false },
  { name: 'in black and white', edition: 'internal', palette: 'mono', isHandKept: false },
  { name: 'for the public', edition: 'review', palette: 'paper', isHandKept: false },
  { name: 'kept by hand', edition: 'internal', palette: 'paper', isHandKept: true },
] as const;

/** The four maps of an area with the features and the legend that its sheet has. */
function listMaps(areaCode: string, variant: (typeof VARIANTS)[number]) {
  const view = createEditionView(context, { edition: variant.edition, language: 'zh', options: DEFAULT_SHEET_OPTIONS });
  const features: Partial<Record<FeatureLayer, FeatureCollection>> = {};
  for (const layer of FEATURE_LAYERS) {
    // households have a place on maps of villages only
    if (layer === 'households' && areaCode.length < 12) continue;
    const published = view.publish(layer, buildFeatures({ context, layer, areaCode, language: 'zh' }));
    features[layer] = variant.isHandKept ? blankStates(layer, published) : published;
  }
  return MAP_KINDS.map((map) => {
    const palette: PaletteName = variant.palette;
    const published = view.define(createMapDefinition({ context, map, areaCode, palette, language: 'zh' }));
    const definition = variant.isHandKept ? keepByHand(published, 80) : published;
    return { map, definition, drawn: listDrawn(definition, features), legend: listLegend(definition, features) };
  });
}

type Collections = Partial<Record<FeatureLayer, FeatureCollection>>;

/** Properties of the features that each layer draws. */
function listDrawn(definition: MapDefinition, features: Collections) {
  return new Map(
    definition.layers.flatMap((layer) => {
      const source = 'source' in layer ? definition.sources[String(layer.source)] : undefined;
      if (source?.kind !== 'features') return [];
      const style = compileLayerStyle(layer, definition.zoom);
      const passing = (features[source.layer]?.features ?? []).filter(({ geometry, properties }) =>
        style.passes({ type: geometry.type.replace('Multi', '') as 'Point' | 'LineString' | 'Polygon', properties }),
      );
      return [[layer.id, passing.map(({ properties }) => properties)] as const];
    }),
  );
}

describe.each(VARIANTS)('the legend of a sheet $name', (variant) => {
  it.each(AREAS)('explains all that is drawn of %s and nothing else', (areaCode) => {
    for (const { map, drawn, legend } of listMaps(areaCode, variant)) {
      const entries = legend.flatMap((group) => group.entries);
      const named = new Set(entries.flatMap(({ layerIds }) => layerIds));
      const unexplained = [...drawn].filter(
        ([id, found]) => found.length > 0 && !named.has(id) && !id.endsWith('-label') && !UNEXPLAINED.has(id),
      );
      expect(unexplained.map(([id]) => `${map} ${id}`)).toEqual([]);
      const idle = entries.filter(
        ({ layerIds, occursWhen }) =>
          !layerIds.some((id) =>
            (drawn.get(id) ?? []).some(
              (properties) => !occursWhen || properties[occursWhen.property] === occursWhen.value,
            ),
          ),
      );
      expect(idle.map(({ id }) => `${map} ${id}`)).toEqual([]);
    }
  });
});

describe('the black and white palette', () => {
  it.each(AREAS)('tells all classes of %s apart by lightness, hatch, dash, shape or letter', (areaCode) => {
    for (const { map, definition } of listMaps(areaCode, VARIANTS[1]))
      for (const { entries } of definition.legend)
        entries.forEach((entry, index) => {
          const alike = entries.slice(index + 1).filter((other) => collapseInGrey(entry, other));
          expect(alike.map(({ id }) => `${map} ${entry.id} ${id}`)).toEqual([]);
        });
  });

  it('has no colour', () => {
    for (const { definition } of AREAS.flatMap((areaCode) => listMaps(areaCode, VARIANTS[1]))) {
      const colors = JSON.stringify([definition.layers, definition.images]).match(/#[0-9A-F]{6}/gi) ?? [];
      expect(colors.filter((color) => new Set(color.slice(1).match(/../g)).size > 1)).toEqual([]);
    }
  });
});
