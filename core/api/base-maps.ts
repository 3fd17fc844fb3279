import { z } from 'zod';
import { languageSchema } from './common.ts';

/** What a base map is made of. */
export const BASE_MAP_KINDS = ['raster', 'vector'] as const;

/**
 * A base map that can lie under the wall map: a file of the folder `basemaps`, or Tianditu where the server was given a key. `problem` says in the
 * reader's language why a file cannot be used; then the rest is empty.
 */
export const baseMapSchema = z.object({
  /** File name without its extension, or `tianditu-…`. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(BASE_MAP_KINDS),
  /** Addresses with {z}, {x}, {y}. */
  tiles: z.array(z.string()),
  tilePixels: z.number().int(),
  minZoom: z.number(),
  maxZoom: z.number(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  attribution: z.string(),
  /** Names of the layers of vector tiles. */
  layers: z.array(z.string()),
  /** Whether tiles come from the internet instead of from this server. */
  isRemote: z.boolean(),
  problem: z.string().nullable(),
});
export type BaseMap = z.infer<typeof baseMapSchema>;

/** `GET /api/basemaps` */
export const baseMapListSchema = z.object({
  items: z.array(baseMapSchema),
  /** Where files are dropped, from the server's data folder. */
  folder: z.string(),
});
export type BaseMapList = z.infer<typeof baseMapListSchema>;

/** Query of the list. */
export const baseMapQuerySchema = z.object({ lang: languageSchema.optional() });

const tileNumber = z
  .string()
  .regex(/^\d{1,7}$/, '0, 1, 2 …')
  .transform(Number);

/** `/basemaps/{id}/{z}/{x}/{y}` */
export const baseMapTileSchema = z.object({
  id: z.string().min(1).max(120),
  z: tileNumber,
  x: tileNumber,
  y: tileNumber,
});
