import type {
  GeoJSONSourceSpecification,
  ImageSourceSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { BaseMap } from '#core/api/base-maps.ts';
import type { FeatureLayer, MapDefinition, MapSource } from '#core/cartography/map-definition.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import { type BaseMapLayer, createBaseMapLayer, SHADE_OVER_BASE_MAP } from './layers/base-map-layer.ts';

/** Sources and layers that the screen lays over a map definition. */
export interface Overlay {
  /** `surfaces`: under every mark and name of the map, so that it hides none; otherwise over everything. */
  readonly level?: 'surfaces' | 'top';
  readonly sources: Readonly<Record<string, GeoJSONSourceSpecification | ImageSourceSpecification>>;
  readonly layers: StyleSpecification['layers'];
}

/**
 * The style of a map definition and what lies over it.
 *
 * `baseMap` lies under everything but the ground. `terrain: false` leaves relief and contours out: the theme comes first, the ground below it when that is drawn.
 * Pure, so that the map itself finds the least change between two styles. No glyphs: all text is drawn from the system's fonts.
 */
export function createStyle(
  definition: MapDefinition,
  overlays: readonly Overlay[],
  { terrain = true, baseMap = null }: { readonly terrain?: boolean; readonly baseMap?: BaseMap | null } = {},
): StyleSpecification {
  const base = createBaseMapLayer(baseMap, pageOrigin());
  const sources: Record<string, SourceSpecification> = { ...base.sources };
  for (const [name, source] of Object.entries(definition.sources)) {
    if (terrain || !isTerrain(source)) sources[name] = createSource(source);
  }
  for (const overlay of overlays) Object.assign(sources, overlay.sources);
  return {
    version: 8,
    sources,
    layers: layOver(base, stackLayers(definition, overlays)).filter(
      (layer) => !('source' in layer) || typeof layer.source !== 'string' || layer.source in sources,
    ) as StyleSpecification['layers'],
    transition: { duration: 0, delay: 0 },
  };
}

/** A definition without what other overlays draw in its place. */
export function dropLayers(definition: MapDefinition, dropped: readonly FeatureLayer[]): MapDefinition {
  const isKept = (name: unknown): boolean => {
    const source = typeof name === 'string' ? definition.sources[name] : undefined;
    return source?.kind !== 'features' || !dropped.includes(source.layer);
  };
  return { ...definition, layers: definition.layers.filter((layer) => !('source' in layer) || isKept(layer.source)) };
}

/** Layers over a base map: it lies on the ground, and surfaces let it shine through. */
function layOver(base: BaseMapLayer, layers: StyleSpecification['layers']): StyleSpecification['layers'] {
  if (base.layers.length === 0) return layers;
  const ground = layers.filter((layer) => layer.type === 'background');
  const above = layers.filter((layer) => layer.type !== 'background');
  return [...ground, ...base.layers, ...above.map(thinSurface)];
}

function thinSurface(layer: StyleSpecification['layers'][number]): StyleSpecification['layers'][number] {
  if (layer.type !== 'fill') return layer;
  const opacity = layer.paint?.['fill-opacity'] ?? 1;
  const thinned = typeof opacity === 'number' ? opacity * SHADE_OVER_BASE_MAP : ['*', SHADE_OVER_BASE_MAP, opacity];
  return { ...layer, paint: { ...layer.paint, 'fill-opacity': thinned } } as typeof layer;
}

/** The map's layers with the overlays' surfaces below its first mark and all else above. */
function stackLayers(definition: MapDefinition, overlays: readonly Overlay[]): StyleSpecification['layers'] {
  const firstMark = definition.layers.findIndex((layer) => layer.type === 'circle' || layer.type === 'symbol');
  const middle = firstMark < 0 ? definition.layers.length : firstMark;
  const layersOf = (isSurface: boolean) =>
    overlays.filter(({ level }) => (level === 'surfaces') === isSurface).flatMap(({ layers }) => layers);
  return [
    ...definition.layers.slice(0, middle),
    ...layersOf(true),
    ...definition.layers.slice(middle),
    ...layersOf(false),
  ] as StyleSpecification['layers'];
}

const isTerrain = (source: MapSource): boolean => source.kind === 'relief' || source.layer === 'contours';

function createSource(source: MapSource): SourceSpecification {
  if (source.kind === 'features') {
    return { type: 'geojson', data: toAbsolute(source.url), promoteId: source.promoteId, tolerance: 0.2, maxzoom: 14 };
  }
  return { type: 'image', url: toAbsolute(source.url), coordinates: bboxCorners(source.bbox) };
}

/** The map's worker has no page address of its own to resolve against. */
const toAbsolute = (url: string): string => new URL(url, pageOrigin()).href;

const pageOrigin = (): string => globalThis.location?.origin ?? 'http://localhost';

/** Corners from the north-west clockwise, as an image source wants them. */
function bboxCorners([west, south, east, north]: Bbox): [
  [number, number],
  [number, number],
  [number, number],
  [number, number],
] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}
