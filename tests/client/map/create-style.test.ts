import { describe, expect, it } from 'vitest';
import { createStyle } from '#client/map/create-style.ts';
import { createBandsLayer } from '#client/map/layers/bands-layer.ts';
import { createRowsLayer } from '#client/map/layers/rows-layer.ts';
import type { BaseMap } from '#core/api/base-maps.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';

const createDefinition = (): MapDefinition => ({
  map: 'progress',
  area: '529901',
  level: 'county',
  asOf: '2026-11-22',
  revision: 1,
  palette: 'light',
  language: 'zh',
  title: '',
  bbox: [107, 26, 108, 27],
  zoom: 10,
  sources: {
    segments: { kind: 'features', layer: 'segments', url: '/api/areas/529901/features/segments', promoteId: 'code' },
    relief: { kind: 'relief', url: '/api/areas/529901/relief.png', bbox: [107, 26, 108, 27] },
  },
  layers: [{ id: 'roads', type: 'line', source: 'segments' }],
  paper: {},
  images: {},
  legend: [],
  figures: [],
  rankedBy: 'P1',
  tables: [],
  notes: [],
});

describe('createStyle', () => {
  it('takes data by address and never asks for fonts', () => {
    const style = createStyle(createDefinition(), []);
    expect(style.glyphs).toBeUndefined();
    expect(style.sources.segments).toMatchObject({
      type: 'geojson',
      data: 'http://localhost/api/areas/529901/features/segments',
    });
  });

  it('lays the relief between its four corners, from the north-west clockwise', () => {
    expect(createStyle(createDefinition(), []).sources.relief).toMatchObject({
      coordinates: [
        [107, 27],
        [108, 27],
        [108, 26],
        [107, 26],
      ],
    });
  });

  it('leaves the ground for later while the theme is drawn', () => {
    const style = createStyle(createDefinition(), [], { terrain: false });
    expect(Object.keys(style.sources)).toEqual(['segments']);
  });

  it('puts overlays over the map', () => {
    const rows = createRowsLayer([{ code: 'P7', position: [107.5, 26.5], counts: true }], PALETTES.light);
    const style = createStyle(createDefinition(), [rows]);
    expect(style.layers.map((layer) => layer.id)).toEqual(['roads', 'screen-rows']);
    expect(style.sources['screen-rows']).toMatchObject({ type: 'geojson' });
  });

  it('puts surfaces under the marks and names of the map, so that they hide none', () => {
    const definition: MapDefinition = {
      ...createDefinition(),
      layers: [
        { id: 'roads', type: 'line', source: 'segments' },
        { id: 'marks', type: 'circle', source: 'segments' },
        { id: 'roads-label', type: 'symbol', source: 'segments' },
      ],
    };
    const bands = createBandsLayer([{ label: '15', rank: 0, coordinates: [] }], PALETTES.light);
    const style = createStyle(definition, [bands, createRowsLayer([], PALETTES.light)]);
    expect(style.layers.map((layer) => layer.id)).toEqual([
      'roads',
      'screen-bands',
      'screen-bands-outline',
      'marks',
      'roads-label',
      'screen-rows',
    ]);
  });

  it('lays a base map under everything but the ground, and lets it shine through surfaces', () => {
    const definition: MapDefinition = {
      ...createDefinition(),
      layers: [
        { id: 'ground', type: 'background' },
        { id: 'shade', type: 'fill', source: 'segments', paint: { 'fill-opacity': 0.5 } },
        { id: 'roads', type: 'line', source: 'segments' },
      ],
    };
    const baseMap: BaseMap = {
      id: 'imagery',
      name: 'Imagery',
      kind: 'raster',
      tiles: ['/basemaps/imagery/{z}/{x}/{y}'],
      tilePixels: 256,
      minZoom: 8,
      maxZoom: 16,
      bounds: [107, 26, 108, 27],
      attribution: '',
      layers: [],
      isRemote: false,
      problem: null,
    };
    const style = createStyle(definition, [], { baseMap });
    expect(style.layers.map(({ id }) => id)).toEqual(['ground', 'base-map', 'shade', 'roads']);
    expect(style.layers[2]).toMatchObject({ paint: { 'fill-opacity': 0.31 } });
    expect(style.sources['base-map']).toMatchObject({ tiles: ['http://localhost/basemaps/imagery/{z}/{x}/{y}'] });
  });
});
