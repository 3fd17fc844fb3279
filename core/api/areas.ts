import { z } from 'zod';
import { AREA_LEVELS, SERVICE_KINDS } from '../county/kinds.ts';
import { areaCodeSchema, bboxSchema, dateSchema, positionSchema } from './common.ts';

/** An area in lists, breadcrumbs and search. */
export const areaSummarySchema = z.object({
  code: areaCodeSchema,
  level: z.enum(AREA_LEVELS),
  name: z.string(),
  nameEn: z.string(),
  parentCode: areaCodeSchema.nullable(),
  bbox: bboxSchema,
  seat: positionSchema,
  priority: z.boolean(),
});
export type AreaSummary = z.infer<typeof areaSummarySchema>;

/** `GET /api/areas`: the counties one may see. */
export const countyListSchema = z.object({
  items: z.array(areaSummarySchema.extend({ dataDate: dateSchema, revision: z.number().int(), origin: z.string() })),
  next: z.string().nullable(),
});
export type CountyList = z.infer<typeof countyListSchema>;

/** `GET /api/areas/{code}`: the area, its parents (county first) and children, and the county's time frame. */
export const areaDetailSchema = z.object({
  area: areaSummarySchema.extend({
    areaSquareMeters: z.number(),
    plannedExitYear: z.number().int().nullable(),
    exitedOn: dateSchema.nullable(),
    leadingProduct: z.string().nullable(),
  }),
  parents: z.array(areaSummarySchema),
  children: z.array(areaSummarySchema),
  responsibilities: z.array(z.object({ role: z.string(), roleName: z.string(), holder: z.string(), from: dateSchema })),
  county: z.object({
    code: areaCodeSchema,
    name: z.string(),
    dataDate: dateSchema,
    revision: z.number().int(),
    origin: z.string(),
    campaign: z.object({ name: z.string(), startsOn: dateSchema, deadline: dateSchema, daysLeft: z.number().int() }),
    /** First and last month of the time line, `YYYY-MM`. */
    months: z.object({ first: z.string(), last: z.string() }),
  }),
});
export type AreaDetail = z.infer<typeof areaDetailSchema>;

/** `GET /api/areas/{code}/places?kind=`: services, sites, parks and settlements as points. */
export const PLACE_KINDS = [...SERVICE_KINDS, 'site', 'park', 'settlement'] as const;
/** One place. */
export const placeSchema = z.object({
  code: z.string(),
  kind: z.enum(PLACE_KINDS),
  name: z.string(),
  nameEn: z.string(),
  areaCode: areaCodeSchema,
  position: positionSchema,
});
export type Place = z.infer<typeof placeSchema>;

/** `GET /api/search?q=&county=`: areas, settlements, sites, parks, routes by name, code, pinyin or pinyin initials; best first. */
export const searchHitSchema = z.object({
  code: z.string(),
  kind: z.enum([...AREA_LEVELS, 'settlement', 'site', 'park', 'segment', 'hazard', 'service']),
  name: z.string(),
  nameEn: z.string(),
  /** Smallest area that holds it; the view to open. */
  areaCode: areaCodeSchema,
  /** Names from county to village. */
  path: z.array(z.string()),
  position: positionSchema,
});
export type SearchHit = z.infer<typeof searchHitSchema>;
/** Answer of the search. */
export const searchAnswerSchema = z.object({ items: z.array(searchHitSchema), next: z.string().nullable() });

/** `GET /api/areas/{code}/tasks?state=late|due_soon|open|done&asOf=`. */
export const taskSchema = z.object({
  code: z.string(),
  name: z.string(),
  areaCode: areaCodeSchema,
  areaName: z.string(),
  department: z.string(),
  responsiblePost: z.string(),
  startsOn: dateSchema,
  deadline: dateSchema,
  plannedAmount: z.number(),
  doneAmount: z.number(),
  unit: z.string(),
  state: z.enum(['late', 'due_soon', 'open', 'done']),
  /** Days past the deadline, negative before it. */
  daysLate: z.number().int(),
  /** Number on the map's red square and in the table; null when not late. */
  lateNumber: z.number().int().nullable(),
  position: positionSchema.nullable(),
});
export type Task = z.infer<typeof taskSchema>;
