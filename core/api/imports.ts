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
