import { z } from 'zod';
import { PAPER_LIMITS, PAPER_NAMES, parsePaper, usualOrientation } from '../cartography/sheet/paper.ts';
import {
  DEFAULT_SHEET_OPTIONS,
  INSET_IDS,
  INSET_PLACES,
  type SheetOptions,
  type SheetSpec,
} from '../cartography/sheet/sheet-spec.ts';
import { LANGUAGES } from '../texts/language.ts';
import { asOfQuerySchema, dateSchema } from './common.ts';
import { EDITIONS } from './sheet-spec.ts';

/** A paper as text: a name, a roll `R914`, or its sides in millimetres `1200x900`. */
export const paperSchema = z
  .string()
  .max(20)
  .refine(
    (size) => parsePaper(size) !== null,
    `${PAPER_NAMES.join(' | ')} | WxH, ${PAPER_LIMITS.shortest}-${PAPER_LIMITS.longest} mm`,
  );

/** Which way the paper lies. */
export const orientationSchema = z.enum(['landscape', 'portrait']);

/** Denominator of a printed scale. */
export const scaleSchema = z.coerce.number().int().min(100).max(10_000_000);

/** A list in an address: `a,b,c`, commas within an item as `%2C`; empty = none. */
const listSchema = z
  .string()
  .max(1000)
  .transform((list) => (list === '' ? [] : list.split(',').map((item) => readItem(item.trim()))));

const readItem = (item: string): string => item.replaceAll('%2C', ',').replaceAll('%25', '%');

/** Writes a list as `listSchema` reads it. */
export const formatList = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');

/** `legend:right_top,north:panel` in an address. */
const placesSchema = z
  .string()
  .max(200)
  .transform((list) => (list === '' ? {} : Object.fromEntries(list.split(',').map((pair) => pair.split(':')))))
  .pipe(z.partialRecord(z.enum(INSET_IDS), z.enum(INSET_PLACES)));

/**
 * `GET /api/areas/{code}/maps/{map}/sheet.{pdf|svg|png|tiff}`. Without `scale` the largest round scale that fits is taken; `scale` is the
 * denominator. Without `orientation` the paper lies, unless its sides say otherwise.
 */
export const sheetQuerySchema = asOfQuerySchema.extend({
  paper: paperSchema.default('A0'),
  orientation: orientationSchema.optional(),
  scale: scaleSchema.optional(),
  edition: z.enum(EDITIONS).default('internal'),
  relief: z.enum(['on', 'off']).default('on'),
  plan: z.string().min(1).max(100).optional(),
  approval: z.string().min(1).max(60).optional(),
  approvedOn: dateSchema.optional(),
  handKept: z.enum(['on', 'off']).default('off'),
  colors: z.enum(['color', 'mono']).default('color'),
  second: z.enum(LANGUAGES).optional(),
  bleed: z.enum(['0', '3']).default('0'),
  ranking: z.enum(['all', 'front_half', 'none']).default('all'),
  telephones: z.enum(['on', 'off']).default('off'),
  signatures: listSchema.pipe(z.array(z.string().min(1).max(40)).max(8)).optional(),
  title: z.string().min(1).max(200).optional(),
  notes: z.string().min(1).max(2000).optional(),
  hidden: listSchema.pipe(z.array(z.string().regex(/^[a-z_]{1,40}$/, 'legend,name_index')).max(40)).optional(),
  places: placesSchema.optional(),
});
export type SheetQuery = z.infer<typeof sheetQuerySchema>;

/** The spec that a query asks for: the same for the interface and the command line. */
export const readSheetSpec = (
  query: SheetQuery,
  of: Pick<SheetSpec, 'map' | 'areaCode' | 'asOf' | 'language' | 'liveUrl'>,
): SheetSpec => ({
  ...of,
  paper: query.paper,
  orientation: query.orientation ?? usualOrientation(query.paper),
  scale: query.scale ?? 'fit',
  edition: query.edition,
  relief: query.relief === 'on',
  options: readSheetOptions(query),
});

/** What the query does not name is as usual. */
const readSheetOptions = (query: SheetQuery): SheetOptions => ({
  plan: query.plan ?? null,
  approval:
    query.approval === undefined || query.approvedOn === undefined
      ? null
      : { number: query.approval, date: query.approvedOn },
  isHandKept: query.handKept === 'on',
  colors: query.colors,
  secondLanguage: query.second ?? null,
  bleedMillimeters: query.bleed === '3' ? 3 : 0,
  ranking: query.ranking,
  hasTelephones: query.telephones === 'on',
  signatures: query.signatures ?? DEFAULT_SHEET_OPTIONS.signatures,
  title: query.title ?? null,
  notes: query.notes ?? null,
  hidden: query.hidden ?? DEFAULT_SHEET_OPTIONS.hidden,
  places: query.places ?? DEFAULT_SHEET_OPTIONS.places,
});
