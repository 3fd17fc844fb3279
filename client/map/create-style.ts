import type { GeoJSONSourceSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapDefinition, MapSource } from '#core/cartography/map-definition.ts';
import type { Bbox } from '#core/geo/bbox.ts';

/** Sources and layers that the screen lays over a map definition. */
export interface Overlay {
  readonly sources: Readonly<Record<string, GeoJSONSourceSpecification>>;
  readonly layers: StyleSpecification['layers'];
}

/**
 * The style of a map definition and what lies over it.
 *
 * Pure, so that the map itself finds the least change between two styles. No glyphs: all text is drawn from the system's fonts.
 */
export function createStyle(definition: MapDefinition, overlays: readonly Overlay[]): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {};
  for (const [name, source] of Object.entries(definition.sources)) sources[name] = createSource(source);
  for (const overlay of overlays) Object.assign(sources, overlay.sources);
  return {
    version: 8,
    sources,
    layers: [...definition.layers, ...overlays.flatMap((overlay) => overlay.layers)] as StyleSpecification['layers'],
    transition: { duration: 0, delay: 0 },
  };
}

function createSource(source: MapSource): SourceSpecification {
  if (source.kind === 'features') {
    return { type: 'geojson', data: toAbsolute(source.url), promoteId: source.promoteId, tolerance: 0.2, maxzoom: 14 };
  }
  return { type: 'image', url: toAbsolute(source.url), coordinates: bboxCorners(source.bbox) };
}

/** The map's worker has no page address of its own to resolve against. */
const toAbsolute = (url: string): string => new URL(url, globalThis.location?.origin ?? 'http://localhost').href;

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
