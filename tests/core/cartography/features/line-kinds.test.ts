import { describe, expect, it } from 'vitest';
import { streamFeatures } from '#core/cartography/features/build-features.ts';
import { listLineKinds } from '#core/cartography/features/line-kinds.ts';
import type { FeatureLayer } from '#core/cartography/map-definition.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { lineOfRun } from '#core/geo/position-run.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const sample = loadSampleCounty().then((rows) => createIndicatorContext(buildCounty(rows, 1)));

/** Lines with the named properties, one text each, as the features of a layer tell of them. */
function readFeatures(request: Parameters<typeof listLineKinds>[0], names: readonly string[]): string[] {
  const told: string[] = [];
  for (const { properties, geometry } of streamFeatures({ ...request, isExact: true })) {
    const kind = names.map((name) => properties[name]);
    if (geometry.type === 'LineString') told.push(JSON.stringify([kind, geometry.coordinates]));
    else if (geometry.type === 'MultiLineString')
      for (const line of geometry.coordinates) told.push(JSON.stringify([kind, line]));
  }
  return told;
}

describe('listLineKinds', () => {
  it.each([
    ['segments', ['progress', 'width', 'isNew', 'yearClass', 'narrow'], null],
    ['segments', ['class', 'surface', 'status', 'plannedYear', 'function', 'label', 'sharedPavement'], 'town'],
    ['main_roads', ['class', 'label'], null],
    ['main_roads', [], 'village'],
  ] as const)('shows the lines that the features of %s tell of with %s', async (layer, names, level) => {
    const context = await sample;
    const { county } = context;
    const areaCode = county.areas.find((area) => area.level === level)?.code ?? county.code;
    const request = { context, layer, areaCode, language: 'zh' } as const;
    const shown: string[] = [];
    listLineKinds(request, names)?.forEachLine((properties, run) => {
      shown.push(JSON.stringify([names.map((name) => properties[name]), lineOfRun(run)]));
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).toEqual(readFeatures(request, names));
  });

  it('shows the same properties for all lines of a kind', async () => {
    const context = await sample;
    const request = { context, layer: 'segments', areaCode: context.county.code, language: 'zh' } as const;
    const kinds = new Set<unknown>();
    listLineKinds(request, ['class'])?.forEachLine((properties) => kinds.add(properties));
    expect(kinds.size).toBe(new Set(context.county.segments.map(({ roadClass }) => roadClass)).size);
  });

  it('knows nothing of other layers and of what only features tell', async () => {
    const context = await sample;
    const ask = (layer: FeatureLayer, names: readonly string[]) =>
      listLineKinds({ context, layer, areaCode: context.county.code, language: 'zh' }, names);
    expect(ask('rivers', ['size'])).toBeNull();
    expect(ask('segments', ['planLabel'])).toBeNull();
    expect(ask('main_roads', ['progress'])).toBeNull();
  });
});
