import { z } from 'zod';
import { FEATURE_LAYERS } from '../cartography/map-definition.ts';
import { asOfQuerySchema } from './common.ts';

/** Name of a feature layer in an address. */
export const featureLayerSchema = z.enum(FEATURE_LAYERS);

/** `GET /api/areas/{code}/maps/{map}`: answers a `MapDefinition`. */
export const mapQuerySchema = asOfQuerySchema.extend({
  palette: z.enum(['light', 'dark', 'paper', 'mono']).default('light'),
});

/** `GET /api/areas/{code}/features/{layer}`: GeoJSON of one layer. */
export const featuresQuerySchema = asOfQuerySchema;

/** `GET /api/areas/{code}/relief.png`: the county's shaded relief for the screen's map. */
export const reliefQuerySchema = asOfQuerySchema.extend({
  theme: z.enum(['light', 'dark']).default('light'),
  detail: z.enum(['full', 'coarse']).default('full'),
});
