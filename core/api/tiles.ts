import { z } from 'zod';
import { dateSchema, languageSchema } from './common.ts';

/** Deepest level of vector tiles; beyond it clients enlarge these. */
export const MOST_TILE_ZOOM = 16;

/** `{layer}` of a tile: a county (`529901`, every layer in one tile) or a layer of it (`529901-segments`). */
export const tileLayerSchema = z.string().regex(/^\d{6}(-[a-z]+)?$/, '529901 | 529901-segments');

const tileNumber = z
  .string()
  .regex(/^\d{1,7}$/, '0, 1, 2 …')
  .transform(Number);

/** `/tiles/{layer}/{z}/{x}/{y}.mvt` */
export const tileParamsSchema = z.object({ layer: tileLayerSchema, z: tileNumber, x: tileNumber, y: tileNumber });

/** `asOf` is the day of which the features speak, by default the county's data date. */
export const tileQuerySchema = z.object({ asOf: dateSchema.optional(), lang: languageSchema.optional() });

/** `/tiles/{layer}.json`, TileJSON 3.0.0. */
export const tileJsonSchema = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  description: z.string(),
  attribution: z.string(),
  scheme: z.literal('xyz'),
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
});
export type TileJson = z.infer<typeof tileJsonSchema>;
