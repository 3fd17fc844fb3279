import { z } from 'zod';
import { ROAD_CLASSES } from '../county/kinds.ts';
import { areaCodeSchema, dateSchema, languageSchema } from './common.ts';

/** What the features of an import file are. */
export const IMPORT_THINGS = ['outline', 'towns', 'villages', 'settlements', 'segments', 'sites', 'parks'] as const;
export type ImportThing = (typeof IMPORT_THINGS)[number];

/**
 * `POST /api/imports`: a new county from GeoJSON files, all or nothing. `highwayClasses` assigns OpenStreetMap `highway` values to road
 * classes, `*` stands for all others. Without `code` the next free code from 990001 is taken.
 */
export const importRequestSchema = z.object({
  files: z
    .array(z.object({ name: z.string().max(200), as: z.enum(IMPORT_THINGS), text: z.string() }))
    .min(1)
    .max(20),
  code: areaCodeSchema.optional(),
  name: z.string().trim().min(1).max(60).optional(),
  nameEn: z.string().trim().min(1).max(80).optional(),
  /** Date that the data speak of. */
  dataDate: dateSchema,
  highwayClasses: z.record(z.string(), z.enum(ROAD_CLASSES)).optional(),
  lang: languageSchema.optional(),
});
export type ImportRequest = z.infer<typeof importRequestSchema>;

/** What an import wrote: counts of things, the assumptions that were made and what was found at the roads, as sentences. */
export const importAnswerSchema = z.object({
  county: areaCodeSchema,
  name: z.string(),
  revision: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  assumptions: z.array(z.string()),
  findings: z.array(z.string()),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

/** One fault of a file: row is the feature's number from 1, 0 for the file as a whole. */
export const importProblemSchema = z.object({
  file: z.string(),
  row: z.number().int(),
  code: z.string(),
  sentence: z.string(),
});
export type ImportProblemAnswer = z.infer<typeof importProblemSchema>;

/** Reference systems that a command line may state in one word. */
export const STATED_CRS = ['cgcs2000', 'wgs84', 'gcj02', 'bd09', 'web_mercator'] as const;

/** `guatu import <files…> --county 529901`: ledgers into a county that is there; without `write` they are only checked. */
export interface LedgerImportRequest {
  readonly files: readonly string[];
  readonly county: string;
  /** Name of a kept mapping; it is laid on the tables that have its headers. */
  readonly template?: string | undefined;
  readonly crs?: (typeof STATED_CRS)[number] | undefined;
  /** `proposed`: the first repair of everything that can be repaired. */
  readonly repair?: 'proposed' | undefined;
  readonly write: boolean;
}

/** What came of it: the report by rule and the changes, as lines; the revision when something was written. */
export interface LedgerImportAnswer {
  readonly lines: readonly string[];
  readonly revision: number | null;
}
