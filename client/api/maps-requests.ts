import { z } from 'zod';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { FeatureLayer, MapDefinition } from '#core/cartography/map-definition.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { AreaQuestion } from './areas-requests.ts';
import { formatAddress, requestJson } from './request.ts';

/** The definition is our own server's, from the type we share: only its outline is checked. */
const mapDefinitionSchema = z.custom<MapDefinition>(
  (value) => typeof value === 'object' && value !== null && 'layers' in value && Array.isArray(value.layers),
);

/** One of the four maps as data. */
export const fetchMapDefinition = (
  question: AreaQuestion & { readonly map: MapKind; readonly palette: 'light' | 'dark' },
  signal?: AbortSignal,
): Promise<MapDefinition> =>
  requestJson(
    mapDefinitionSchema,
    formatAddress(`/api/areas/${question.area}/maps/${question.map}`, {
      asOf: question.asOf,
      palette: question.palette,
      lang: question.lang,
    }),
    signal,
  );

const featuresSchema = z.custom<FeatureCollection>(
  (value) => typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features),
);

/** One layer of an area as GeoJSON. */
export const fetchFeatures = (
  { area, ...query }: AreaQuestion,
  layer: FeatureLayer,
  signal?: AbortSignal,
): Promise<FeatureCollection> =>
  requestJson(featuresSchema, formatAddress(`/api/areas/${area}/features/${layer}`, { ...query }), signal);
