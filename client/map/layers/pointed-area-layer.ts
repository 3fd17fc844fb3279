import type { MapDefinition } from '#core/cartography/map-definition.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

/** The outline of the area that the pointer or a list points at; drawn from the map's own areas. */
export function createPointedAreaLayer(definition: MapDefinition, pointed: string | null, palette: Palette): Overlay {
  const source = findAreaSource(definition);
  if (source === undefined) return { sources: {}, layers: [] };
  return {
    sources: {},
    layers: [
      {
        id: 'screen-pointed-area',
        source,
        type: 'line',
        filter: ['==', ['get', 'code'], pointed ?? ''],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.primary, 'line-width': 3 },
      },
    ],
  };
}

/** Name of the source that holds the areas' polygons. */
export const findAreaSource = (definition: MapDefinition): string | undefined =>
  Object.entries(definition.sources).find(([, source]) => source.kind === 'features' && source.layer === 'areas')?.[0];
