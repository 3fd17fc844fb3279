import { z } from 'zod';
import { INDICATOR_CODES } from '../indicators/figure.ts';
import { areaCodeSchema, asOfQuerySchema, dateSchema, positionSchema } from './common.ts';

/** Code of an indicator in an address; the service refuses unknown ones with `unknown_indicator`. */
const indicatorSchema = z.string().max(8);

/** Place in a list, as `next` of the page before it gave it. */
const cursorSchema = z.string().regex(/^\d{1,9}$/, '0');

/** Most entries of one page. */
const limitSchema = z.coerce.number().int().min(1).max(1000).default(100);

/** Month `YYYY-MM`. */
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM');

/** An area in an address. */
export const areaParamsSchema = z.object({ code: areaCodeSchema });

/** An area and an indicator in an address. */
export const indicatorParamsSchema = areaParamsSchema.extend({ indicator: indicatorSchema });

/** Query of `indicators`. `parts` defaults to `all` for the area itself and its children, to `none` for all areas below it. */
export const indicatorsQuerySchema = asOfQuerySchema.extend({
  of: z.enum(['self', 'children', 'all']).default('self'),
  /** Codes with commas; without it the whole register. */
  codes: z.string().max(200).optional(),
  compareWith: dateSchema.optional(),
  parts: z.enum(['all', 'none']).optional(),
});

/** Columns by which rows can be sorted; a leading `-` turns the order round. */
const ROW_COLUMNS = ['code', 'name', 'area', 'numerator', 'denominator'] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

/** Query of `rows`. */
export const rowsQuerySchema = asOfQuerySchema.extend({
  part: z.string().max(200).optional(),
  /** Rows that count, rows that do not, or all of them; `total` and `counted` of the answer are those of all. */
  which: z.enum(['all', 'counted', 'excluded']).default('all'),
  cursor: cursorSchema.optional(),
  limit: limitSchema,
  sort: z.enum([...ROW_COLUMNS, ...ROW_COLUMNS.map((column) => `-${column}` as const)]).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});
/** Which rows are asked for. */
export type RowChoice = z.infer<typeof rowsQuerySchema>['which'];
/** Order of rows asked for. */
export type RowSort = NonNullable<z.infer<typeof rowsQuerySchema>['sort']>;

/** Query of `series`. */
export const seriesQuerySchema = asOfQuerySchema.extend({ from: monthSchema.optional(), to: monthSchema.optional() });

/** Query of `ranking`. */
export const rankingQuerySchema = asOfQuerySchema.extend({
  indicator: indicatorSchema,
  compareWith: dateSchema.optional(),
});

/** Query of `tasks`. */
export const tasksQuerySchema = asOfQuerySchema.extend({
  state: z.enum(['late', 'due_soon', 'open', 'done']).optional(),
  cursor: cursorSchema.optional(),
  limit: limitSchema,
});

/** Schema of `Figure`. Amounts as people read them: km, 万元, minutes. */
export const figureSchema = z.object({
  code: z.enum(INDICATOR_CODES),
  part: z.string().nullable(),
  /** Label of the part in the reader's language; null for the headline. */
  partName: z.string().nullable(),
  area: areaCodeSchema,
  asOf: dateSchema,
  plan: z.string().nullable(),
  revision: z.number().int(),
  value: z.number().nullable(),
  unit: z.enum(['ratio', 'households', 'people', 'km', 'minutes', 'wan_yuan', 'km_per_day', 'count', 'rows']),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  countUnit: z.string(),
  pair: z
    .object({
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      countUnit: z.string(),
    })
    .nullable(),
  target: z
    .object({
      value: z.number(),
      plannedNow: z.number().nullable(),
      basis: z.enum(['schedule', 'linear', 'target']),
      deadline: dateSchema.nullable(),
    })
    .nullable(),
  light: z.enum(['green', 'yellow', 'red', 'grey']),
  lag: z.number().nullable(),
  dueSoon: z.boolean(),
  recovered: z.boolean(),
  reason: z.string().nullable(),
  /** Version of the speed table, for figures in which minutes decide; else null. */
  speedVersion: z.number().int().nullable(),
});

/** A headline figure with parts and, so that a screen needs no second request, its definition in words. */
export const figureWithPartsSchema = figureSchema.extend({
  name: z.string(),
  definition: z.string(),
  /** What numerator and denominator are, in words. */
  numeratorName: z.string(),
  denominatorName: z.string(),
  source: z.string(),
  betterDirection: z.enum(['up', 'down', 'none']),
  /** Sentence for `reason`, in the reader's language. */
  reasonText: z.string().nullable(),
  /** Averages of the level above, newest first. */
  benchmarks: z.array(z.object({ name: z.string(), value: z.number(), on: dateSchema, source: z.string() })),
  /** The same figure at the end of the month before; null where it was not asked (`parts=none`) or not known. */
  trend: z.object({ asOf: dateSchema, value: z.number().nullable(), change: z.number().nullable() }).nullable(),
  /** What is left to the target and how much a working day that needs; null without target, deadline or gap. */
  pace: z
    .object({
      remaining: z.number(),
      workingDays: z.number().int(),
      perDay: z.number().nullable(),
      deadline: dateSchema,
    })
    .nullable(),
  parts: z.array(figureSchema),
});
export type FigureAnswer = z.infer<typeof figureWithPartsSchema>;

/**
 * `GET /api/areas/{code}/indicators?asOf=&codes=T1,R1&of=self|children|all&compareWith=`: figures of the area, of its children or of all areas
 * below it (one entry an area); `previous` holds the same at `compareWith`.
 */
export const indicatorsAnswerSchema = z.object({
  asOf: dateSchema,
  revision: z.number().int(),
  items: z.array(
    z.object({
      area: areaCodeSchema,
      name: z.string(),
      figures: z.array(figureWithPartsSchema),
      previous: z.array(figureWithPartsSchema).nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export type IndicatorsAnswer = z.infer<typeof indicatorsAnswerSchema>;

/** `GET /api/areas/{code}/indicators/{indicator}/rows?asOf=&part=&cursor=&limit=&format=json|csv`: the rows behind a figure. */
export const figureRowsAnswerSchema = z.object({
  figure: figureWithPartsSchema,
  total: z.number().int(),
  counted: z.number().int(),
  /** Whether the areas below add up to this one; null for a village, and for figures that are not sums. */
  rollUp: z
    .object({
      children: z.number().int(),
      /** Sums over the areas directly below; null where the figure has none. */
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      /** The area's own minus the sum of its children. */
      differenceNumerator: z.number().nullable(),
      differenceDenominator: z.number().nullable(),
      /** Why they differ, in the reader's language; null when they do not. */
      explanation: z.string().nullable(),
    })
    .nullable(),
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      areaCode: areaCodeSchema,
      areaName: z.string(),
      numerator: z.number(),
      denominator: z.number(),
      /** In the unit of the figure's `pair`; null where it has no such sum, and where this row's amount is not known. */
      pairNumerator: z.number().nullable(),
      pairDenominator: z.number().nullable(),
      counts: z.boolean(),
      /** Stable key and its sentence. */
      note: z.string().nullable(),
      noteText: z.string().nullable(),
      position: positionSchema.nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export type FigureRowsAnswer = z.infer<typeof figureRowsAnswerSchema>;

/** `GET /api/areas/{code}/indicators/{indicator}/series?from=&to=`: month by month, actual beside planned. */
export const seriesAnswerSchema = z.object({
  code: z.enum(INDICATOR_CODES),
  unit: z.string(),
  points: z.array(
    z.object({ month: z.string(), asOf: dateSchema, value: z.number().nullable(), planned: z.number().nullable() }),
  ),
});
export type SeriesAnswer = z.infer<typeof seriesAnswerSchema>;

/** `GET /api/areas/{code}/ranking?indicator=&asOf=&compareWith=`: children ranked; ties share a rank; not applicable has rank null. */
export const rankingAnswerSchema = z.object({
  indicator: z.enum(INDICATOR_CODES),
  asOf: dateSchema,
  items: z.array(
    z.object({
      rank: z.number().int().nullable(),
      previousRank: z.number().int().nullable(),
      area: areaCodeSchema,
      name: z.string(),
      figure: figureWithPartsSchema,
    }),
  ),
  benchmarks: z.array(z.object({ name: z.string(), value: z.number(), on: dateSchema, source: z.string() })),
});
export type RankingAnswer = z.infer<typeof rankingAnswerSchema>;
