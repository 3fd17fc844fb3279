import { z } from 'zod';
import { PAPER_NAMES, parsePaper } from '../cartography/sheet/paper.ts';
import {
  DEFAULT_SHEET_OPTIONS,
  INSET_IDS,
  INSET_PLACES,
  type SheetOptions,
  type SheetSpec,
} from '../cartography/sheet/sheet-spec.ts';
import { LANGUAGES } from '../texts/language.ts';
import { areaCodeSchema, dateSchema, mapKindSchema } from './common.ts';
import { codeSchema, plainTextSchema } from './plan-inputs.ts';

/** Editions of a sheet. */
export const EDITIONS = ['internal', 'review', 'public'] as const;

/** A paper as text. */
export const paperSchema = z
  .string()
  .max(24)
  .refine((size) => parsePaper(size) !== null, PAPER_NAMES.join(' | '));

/** Denominator of a printed scale. */
export const scaleSchema = z.union([z.literal('fit'), z.number().int().min(100).max(10_000_000)]);

const idListSchema = z.array(z.string().regex(/^[\w:-]{1,60}$/, 'A–Z a–z 0–9 _ - : (1–60)')).max(60);

/** What may be chosen about a sheet; what is left out is as `DEFAULT_SHEET_OPTIONS` says. */
export const sheetOptionsSchema = z.strictObject({
  plan: codeSchema.nullable().default(DEFAULT_SHEET_OPTIONS.plan),
  approval: z
    .strictObject({ number: plainTextSchema(60).min(1), date: dateSchema })
    .nullable()
    .default(DEFAULT_SHEET_OPTIONS.approval),
  isHandKept: z.boolean().default(DEFAULT_SHEET_OPTIONS.isHandKept),
  colors: z.enum(['color', 'mono']).default(DEFAULT_SHEET_OPTIONS.colors),
  secondLanguage: z.enum(LANGUAGES).nullable().default(DEFAULT_SHEET_OPTIONS.secondLanguage),
  bleedMillimeters: z.union([z.literal(0), z.literal(3)]).default(DEFAULT_SHEET_OPTIONS.bleedMillimeters),
  ranking: z.enum(['all', 'front_half', 'none']).default(DEFAULT_SHEET_OPTIONS.ranking),
  hasTelephones: z.boolean().default(DEFAULT_SHEET_OPTIONS.hasTelephones),
  signatures: z
    .array(plainTextSchema(40).min(1))
    .max(12)
    .default([...DEFAULT_SHEET_OPTIONS.signatures]),
  title: plainTextSchema(200).min(1).nullable().default(DEFAULT_SHEET_OPTIONS.title),
  notes: plainTextSchema(2000).min(1).nullable().default(DEFAULT_SHEET_OPTIONS.notes),
  hidden: idListSchema.default([...DEFAULT_SHEET_OPTIONS.hidden]),
  places: z.partialRecord(z.enum(INSET_IDS), z.enum(INSET_PLACES)).default(DEFAULT_SHEET_OPTIONS.places),
}) satisfies z.ZodType<SheetOptions>;

/** A sheet's spec as it is stored: whole, so that its bytes can be made again. */
export const sheetSpecSchema = z.object({
  map: mapKindSchema,
  areaCode: areaCodeSchema,
  asOf: dateSchema,
  paper: paperSchema,
  orientation: z.enum(['landscape', 'portrait']),
  scale: scaleSchema,
  edition: z.enum(EDITIONS),
  language: z.enum(LANGUAGES),
  relief: z.boolean(),
  liveUrl: z.string().max(2000).nullable(),
  options: sheetOptionsSchema,
}) satisfies z.ZodType<SheetSpec>;

/** What of a spec is asked for when a sheet of an area is to be printed; the area comes from the address, the code on the sheet from the register. */
export const sheetWishSchema = z.strictObject({
  map: mapKindSchema,
  asOf: dateSchema.optional(),
  revision: z.number().int().positive().optional(),
  paper: paperSchema.default('A0'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  scale: scaleSchema.default('fit'),
  edition: z.enum(EDITIONS).default('internal'),
  language: z.enum(LANGUAGES).optional(),
  relief: z.boolean().default(true),
  options: sheetOptionsSchema.prefault({}),
});
export type SheetWishInput = z.infer<typeof sheetWishSchema>;
