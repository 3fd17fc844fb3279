import { z } from 'zod';
import { DESTINATION_KINDS } from '../network/place-kinds.ts';
import { TRAVEL_MODES } from '../network/travel.ts';
import { atlasRequestSchema, pageReportSchema, sheetBatchRequestSchema, tilesRequestSchema } from './atlases.ts';
import { choiceResultSchema, chooseSitesRequestSchema, roadProgrammeRequestSchema } from './choices.ts';
import { areaCodeSchema, dateSchema, languageSchema } from './common.ts';

/** States of long work. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

/** Most pairs of one job: what a spreadsheet can open. */
export const MOST_JOB_PAIRS = 1_000_000;

/**
 * `POST /api/jobs`: long work. `distance_matrix`: every settlement of an area to every place of the kinds, as CSV; `choose_sites` and
 * `road_programme`: what a solver proposes for a plan, as JSON or CSV; `atlas`, `sheets`, `tiles`: pages to print, as PDF or ZIP.
 */
export const jobRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('distance_matrix'),
    area: areaCodeSchema,
    to: z.array(z.enum([...DESTINATION_KINDS, 'settlement'])).min(1),
    mode: z.enum(TRAVEL_MODES).default('drive'),
    asOf: dateSchema.optional(),
    plan: z.string().max(40).optional(),
    lang: languageSchema.optional(),
  }),
  chooseSitesRequestSchema,
  roadProgrammeRequestSchema,
  atlasRequestSchema,
  sheetBatchRequestSchema,
  tilesRequestSchema,
]);
export type JobRequest = z.infer<typeof jobRequestSchema>;
/** How far every settlement of an area is from places. */
export type DistanceMatrixRequest = Extract<JobRequest, { kind: 'distance_matrix' }>;

/** `GET /api/jobs/{id}/result`; `csv` for the lists of `choose_sites` and `road_programme`. */
export const jobResultQuerySchema = z.object({
  format: z.enum(['json', 'csv']).optional(),
  lang: languageSchema.optional(),
});

/** A job in an address. */
export const jobParamsSchema = z.object({ id: z.string().regex(/^[\w-]{1,40}$/, '529902-0123456789abcdef') });

/** `GET /api/jobs/{id}`; the same object is each event of `GET /api/jobs/{id}/events`. `DELETE` cancels. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  county: areaCodeSchema,
  state: z.enum(JOB_STATES),
  /** 0 to 1. */
  progress: z.number(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  /** The best answer so far of a running `choose_sites` or `road_programme`, at most twice a second; null when there is none (yet). */
  interim: choiceResultSchema.nullable().default(null),
  /** What could not be made, of jobs that make pages; null for others and while it is not known. */
  report: pageReportSchema.nullable().default(null),
  /** Address of the result when done, or of the best answer found when cancelled. */
  resultUrl: z.string().nullable(),
  /** What went wrong, in the reader's language. */
  errorText: z.string().nullable(),
});
export type Job = z.infer<typeof jobSchema>;
