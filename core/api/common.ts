import { z } from 'zod';
import { isIsoDate } from '../county/dates.ts';
import { MAP_KINDS } from '../county/kinds.ts';
import { LANGUAGES } from '../texts/language.ts';

/** Area code: 6, 9 or 12 digits, always text. */
export const areaCodeSchema = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, '529901 | 529901001 | 529901001001');

/** Calendar date `YYYY-MM-DD`. */
export const dateSchema = z.string().refine(isIsoDate, 'YYYY-MM-DD');

/** Language of an answer; without it Accept-Language decides, then Chinese. */
export const languageSchema = z.enum(LANGUAGES);

/** One of the four maps. */
export const mapKindSchema = z.enum(MAP_KINDS);

/** Position `[lon, lat]`, EPSG:4490. */
export const positionSchema = z.tuple([z.number(), z.number()]);

/** Box `[west, south, east, north]`, EPSG:4490. */
export const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Query that every route about an area at a date takes. `revision` defaults to the newest. */
export const asOfQuerySchema = z.object({
  asOf: dateSchema.optional(),
  revision: z.coerce.number().int().positive().optional(),
  lang: languageSchema.optional(),
});

/** A page of a list: pass `next` back as `cursor` until it is null. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Problem JSON (RFC 9457): `code` is stable, `detail` a sentence in the reader's language. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
