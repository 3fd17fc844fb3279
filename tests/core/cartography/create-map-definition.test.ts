import { expression, latest, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import type { MapDefinition, PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import { MAP_KINDS, type MapKind } from '#core/county/kinds.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { LANGUAGES, type Language } from '#core/texts/language.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const AREAS = { county: '529902', town: '529902101', village: '529902101201' } as const;

/** What vector paper can draw, as the docstring of `MapDefinition` says. */
const DRAWABLE: Readonly<Record<string, readonly string[]>> = {
  background: ['background-color'],
  raster: ['raster-opacity', 'raster-fade-duration', 'raster-resampling'],
  fill: ['fill-color', 'fill-opacity', 'fill-pattern', 'fill-antialias', 'fill-sort-key'],
  line: [
    'line-color',
    'line-width',
    'line-opacity',
    'line-dasharray',
    'line-offset',
    'line-cap',
    'line-join',
    'line-sort-key',
  ],
  circle: [
    'circle-radius',
    'circle-color',
    'circle-opacity',
    'circle-stroke-color',
    'circle-stroke-width',
    'circle-sort-key',
  ],
  symbol: [
    'icon-image',
    'icon-size',
    'icon-anchor',
    'icon-offset',
    'icon-allow-overlap',
    'icon-ignore-placement',
    'text-field',
    'text-font',
    'text-size',
    'text-color',
    'text-halo-color',
    'text-halo-width',
    'text-anchor',
    'text-offset',
    'text-letter-spacing',
    'text-max-width',
    'text-line-height',
    'text-padding',
    'text-variable-anchor',
    'text-radial-offset',
    'text-allow-overlap',
    'text-ignore-placement',
    'text-optional',
    'symbol-placement',
    'symbol-spacing',
    'symbol-sort-key',
  ],
};

function createDefinitions(
  only: { readonly palette?: PaletteName; readonly language?: Language } = {},
): readonly MapDefinition[] {
  const context = createIndicatorContext(createTinyCounty());
  const palettes = only.palette ? [only.palette] : (Object.keys(PALETTES) as PaletteName[]);
  const languages = only.language ? [only.language] : LANGUAGES;
  return MAP_KINDS.flatMap((map) =>
    Object.values(AREAS).flatMap((areaCode) =>
      palettes.flatMap((palette) =>
        languages.map((language) => createMapDefinition({ context, map, areaCode, palette, language })),
      ),
    ),
  );
}

const toStyle = ({ sources, layers }: MapDefinition) => ({
  version: 8 as const,
  sources: Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      source.kind === 'relief'
        ? {
            type: 'image' as const,
            url: `http://localhost${source.url}`,
            coordinates: [
              [0, 1],
              [1, 1],
              [1, 0],
              [0, 0],
            ] as [[number, number], [number, number], [number, number], [number, number]],
          }
        : { type: 'geojson' as const, data: `http://localhost${source.url}` },
    ]),
  ),
  layers: [...layers],
});

/** Every text in a value, however deep. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const isColor = (text: string): boolean => /^#[0-9a-f]{3,8}$/i.test(text) || /^(rgb|hsl)a?\(/.test(text);

describe('createMapDefinition', () => {
  it('gives styles that the style specification accepts', () => {
    for (const definition of createDefinitions()) {
      expect(validateStyleMin(toStyle(definition)).map(({ message }) => message)).toEqual([]);
    }
  });

  it('keeps to what paper can draw', () => {
    for (const { layers } of createDefinitions({ palette: 'light' })) {
      for (const layer of layers) {
        const used = Object.keys({ ...layer.paint, ...layer.layout });
        expect(DRAWABLE[layer.type], `${layer.id}: ${layer.type}`).toEqual(expect.arrayContaining(used));
      }
    }
  });

  it('uses no colour outside its palette', () => {
    for (const definition of createDefinitions({ language: 'zh' })) {
      const allowed = new Set<string>(Object.values(PALETTES[definition.palette]));
      const used = textsIn([definition.layers, definition.images, definition.legend]).filter(isColor);
      expect(used.filter((color) => !allowed.has(color))).toEqual([]);
    }
  });

  it('gives each layer an id of its own and a source that is there', () => {
    for (const { layers, sources } of createDefinitions({ palette: 'light', language: 'zh' })) {
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
      const named = layers.flatMap((layer) => ('source' in layer ? [String(layer.source)] : []));
      expect(new Set(named)).toEqual(new Set(Object.keys(sources)));
    }
  });

  it('carries addresses, never data', () => {
    for (const { sources, asOf } of createDefinitions({ palette: 'light' })) {
      for (const source of Object.values(sources)) {
        expect(source.url).toMatch(/^\/api\/areas\/\d+\//);
        if (source.kind === 'features') expect(source.url).toContain(`asOf=${asOf}`);
      }
    }
  });

  it('brings every image that a layer may ask for', () => {
    for (const { layers, images } of createDefinitions({ palette: 'light', language: 'zh' })) {
      for (const layer of layers) {
        const named =
          layer.type === 'symbol'
            ? outputsOf(layer.layout?.['icon-image'], latest.layout_symbol['icon-image'])
            : layer.type === 'fill'
              ? outputsOf(layer.paint?.['fill-pattern'], latest.paint_fill['fill-pattern'])
              : [];
        expect(Object.keys(images), layer.id).toEqual(expect.arrayContaining([...named]));
      }
    }
  });

  it('puts nothing but text into label layers', () => {
    for (const { layers } of createDefinitions({ palette: 'light', language: 'zh' })) {
      for (const layer of layers.filter(({ id }) => id.endsWith('-label'))) {
        expect(layer.type).toBe('symbol');
        expect(Object.keys(layer.layout ?? {})).toContain('text-field');
        expect(Object.keys(layer.layout ?? {})).not.toContain('icon-image');
      }
    }
  });

  it('draws every legend line by layers that are on the map', () => {
    for (const { legend, layers } of createDefinitions()) {
      const ids = new Set(layers.map(({ id }) => id));
      for (const entry of legend.flatMap(({ entries }) => entries)) {
        expect(entry.layerIds.filter((id) => !ids.has(id))).toEqual([]);
        expect(entry.swatches.length, entry.id).toBeGreaterThan(0);
        expect(entry.label).not.toMatch(/[{}]/);
        expect(entry.label).not.toBe('');
      }
    }
  });

  it('has a legend line for every class that a theme colours', () => {
    for (const { legend, layers } of createDefinitions({ palette: 'light', language: 'zh' })) {
      const explained = new Set(legend.flatMap(({ entries }) => entries).flatMap(({ layerIds }) => layerIds));
      const themed = layers.filter(
        ({ id }) =>
          /^(areas-|programme-\d|flows$|segments-|sites|hazards|parks|households|tasks|stamps$|lights|reach-|targets-(ring|core)$)/.test(
            id,
          ) &&
          !id.endsWith('-label') &&
          !id.endsWith('-case'),
      );
      // the area's priority outline is explained where villages are shaded
      const unexplained = themed.map(({ id }) => id).filter((id) => !explained.has(id) && id !== 'areas-priority');
      expect(unexplained).toEqual([]);
    }
  });

  it('has the same lines and layers in both languages', () => {
    const shape = (definition: MapDefinition) => ({
      layers: definition.layers.map(({ id }) => id),
      legend: definition.legend.flatMap(({ entries }) => entries.map(({ id }) => id)),
      notes: definition.notes.length,
    });
    const zh = createDefinitions({ palette: 'light', language: 'zh' });
    const en = createDefinitions({ palette: 'light', language: 'en' });
    expect(zh.map(shape)).toEqual(en.map(shape));
    expect(zh.map(({ title }) => title)).not.toEqual(en.map(({ title }) => title));
  });

  it('states the class breaks of the share', () => {
    const [definition] = createDefinitions({ palette: 'light', language: 'zh' });
    const labels = definition?.legend[0]?.entries.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['不足5%', '5%—10%', '10%—20%', '20%—40%', '40%及以上']));
  });

  it('names the map by the unit in full', () => {
    const context = createIndicatorContext(createTinyCounty());
    const title = (areaCode: string, map: MapKind, language: Language) =>
      createMapDefinition({ context, map, areaCode, palette: 'light', language }).title;
    expect(title(AREAS.county, 'progress', 'zh')).toBe('小石县任务进度进展图');
    expect(title(AREAS.village, 'targets', 'zh')).toMatch(/^小石县.+镇.+村对象分布图$/);
    expect(title(AREAS.county, 'measures', 'en')).toMatch(/^Map of Plans and Measures of /);
  });

  it('uses the historic wording for an archive campaign', () => {
    const tiny = createTinyCounty();
    const county = createTinyCounty({ campaign: { ...tiny.campaign, targetWordSet: 'poverty_alleviation' } });
    const context = createIndicatorContext(county);
    const definition = createMapDefinition({
      context,
      map: 'targets',
      areaCode: AREAS.county,
      palette: 'light',
      language: 'zh',
    });
    expect(definition.title).toBe('小石县脱贫攻坚对象分布图');
    const words = textsIn(definition.legend).join(' ');
    expect(words).toContain('贫困户');
    expect(words).toContain('贫困村');
    expect(words).not.toContain('防止返贫致贫对象');
  });

  it('refuses an area that the county does not have', () => {
    const context = createIndicatorContext(createTinyCounty());
    const ask = () =>
      createMapDefinition({ context, map: 'targets', areaCode: '529902999', palette: 'light', language: 'zh' });
    expect(ask).toThrow(expect.objectContaining({ code: 'unknown_area' }));
  });
});

/** Names that an image expression can give: its literal, or the outputs of its match. */
function outputsOf(value: unknown, specification: unknown): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  const compiled = expression.createExpression(value as never, specification as never);
  if (compiled.result !== 'success') throw new Error('Got an image expression that does not compile.');
  const [operator, , ...rest] = value as unknown[];
  if (operator !== 'match') throw new Error(`Got image expression "${String(operator)}" when expected match.`);
  return rest.filter((_, index) => index % 2 === 1 || index === rest.length - 1).map(String);
}
