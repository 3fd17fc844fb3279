import { z } from 'zod';

/** Features in one answer unless asked otherwise. */
export const OGC_DEFAULT_LIMIT = 1000;
/** Most features in one answer, whatever is asked. */
export const OGC_MOST_FEATURES = 10_000;

/** Digits alone: `Number` would also take an empty text, spaces and exponents. */
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, '1, 2, 3 …')
  .transform(Number);

const boxSchema = z
  .string()
  .transform((written) => written.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
  .refine((numbers) => (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite), {
    message: '107.1,26.8,107.9,27.4',
  })
  // a box with heights: the heights are not asked
  .transform((numbers): readonly [number, number, number, number] =>
    numbers.length === 6
      ? [numbers[0] ?? 0, numbers[1] ?? 0, numbers[3] ?? 0, numbers[4] ?? 0]
      : [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 0],
  );

const instant = String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?`;
const DATETIME = new RegExp(`^(?:${instant}|(?:${instant}|\\.\\.)?/(?:${instant}|\\.\\.)?)$`);

/** `f`: the only encoding is JSON. */
export const ogcFormatSchema = z.enum(['json', 'application/json', 'application/geo+json']);

/** Query of one feature. */
export const ogcItemQuerySchema = z.object({
  f: ogcFormatSchema.optional(),
  crs: z.string().max(100).optional(),
  lang: z.enum(['zh', 'en']).optional(),
});

/**
 * Query of the features of a collection, OGC API Features 1.0 parts 1 and 2. `datetime` is the day of which the features speak: of an interval its
 * end. Columns of the collection may be asked for by their names beside these.
 */
export const ogcItemsQuerySchema = ogcItemQuerySchema.extend({
  limit: wholeNumber.refine((limit) => limit >= 1, '≥ 1').optional(),
  offset: wholeNumber.optional(),
  bbox: boxSchema.optional(),
  'bbox-crs': z.string().max(100).optional(),
  datetime: z.string().regex(DATETIME, '2026-06-30 | ../2026-06-30').optional(),
});
export type OgcItemsQuery = z.infer<typeof ogcItemsQuerySchema>;

/** Query of documents. */
export const ogcDocumentQuerySchema = z.object({
  f: ogcFormatSchema.optional(),
  lang: z.enum(['zh', 'en']).optional(),
});
