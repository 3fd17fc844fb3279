import { z } from 'zod';
import { FEATURE_LAYERS } from '../cartography/map-definition.ts';
import { asOfQuerySchema } from './common.ts';

/** Paper sizes of part A, portrait `[width, height]` in millimetres (ISO 216). */
export const PAPER_SIZES = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
} as const;
export type PaperSize = keyof typeof PAPER_SIZES;

/** Name of a feature layer in an address. */
export const featureLayerSchema = z.enum(FEATURE_LAYERS);

/** `GET /api/areas/{code}/maps/{map}`: answers a `MapDefinition`. */
export const mapQuerySchema = asOfQuerySchema.extend({
  palette: z.enum(['light', 'dark', 'paper', 'mono']).default('light'),
});

/**
 * `GET /api/areas/{code}/maps/{map}/sheet.pdf`. Without `scale` the largest round scale that fits is taken; `scale` is the denominator.
 */
export const sheetQuerySchema = asOfQuerySchema.extend({
  paper: z.enum(['A0', 'A1', 'A2', 'A3', 'A4']).default('A0'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  scale: z.coerce.number().int().min(100).max(10_000_000).optional(),
  edition: z.enum(['internal', 'review']).default('internal'),
  relief: z.enum(['on', 'off']).default('on'),
});
export type SheetQuery = z.infer<typeof sheetQuerySchema>;
