import { z } from 'zod';
import { FACTOR_CODES, RULE_CODES, RULE_STRENGTHS } from '../county/site-rule.ts';
import { SUITABILITY_CLASSES } from '../planning/rules/site-rule.ts';
import { areaCodeSchema, asOfQuerySchema, dateSchema, positionSchema } from './common.ts';
import { codeSchema } from './plan-inputs.ts';

/** Rules and factors as they are edited, part of the county's settings. */
export const siteRuleSchema = z.strictObject({
  code: z.enum(RULE_CODES),
  isOn: z.boolean(),
  strength: z.enum(RULE_STRENGTHS).nullable(),
  limit: z.number().min(0).max(100_000).nullable(),
  source: z.string().trim().min(1).max(200),
});
/** A weighted factor as it is edited. */
export const siteFactorSchema = z.strictObject({
  code: z.enum(FACTOR_CODES),
  weight: z.number().min(0).max(100),
  best: z.number().min(0).max(100_000),
  worst: z.number().min(0).max(100_000),
  source: z.string().trim().min(1).max(200),
});

/** A place judged; every sentence in the reader's language. */
export const suitabilitySchema = z.object({
  position: positionSchema,
  suitabilityClass: z.enum(SUITABILITY_CLASSES),
  className: z.string(),
  score: z.number().nullable(),
  /** The first forbidding rule that is broken. */
  refusal: z.string().nullable(),
  rules: z.array(
    z.object({
      code: z.enum(RULE_CODES),
      name: z.string(),
      strength: z.enum(RULE_STRENGTHS),
      strengthName: z.string(),
      isBroken: z.boolean(),
      text: z.string(),
      /** Code of the hazard point or constraint area that speaks; null = none. */
      aboutCode: z.string().nullable(),
      source: z.string(),
    }),
  ),
  factors: z.array(
    z.object({
      code: z.enum(FACTOR_CODES),
      name: z.string(),
      weight: z.number(),
      score: z.number(),
      text: z.string(),
    }),
  ),
});
export type SuitabilityAnswerItem = z.infer<typeof suitabilitySchema>;

/** `GET /api/areas/{county}/suitability?at=lon,lat`. */
export const suitabilityQuerySchema = asOfQuerySchema.extend({
  at: z.string().max(60),
  plan: codeSchema.optional(),
});
/** `nearest`: the nearest place that breaks no forbidding rule, where this one does; null = there is none in the county. */
export const suitabilityAnswerSchema = z.object({
  county: areaCodeSchema,
  asOf: dateSchema,
  revision: z.number().int(),
  place: suitabilitySchema,
  nearest: z.object({ straightMeters: z.number(), place: suitabilitySchema }).nullable(),
  /** 选址初筛,不代替地质灾害危险性评估和用地审批. */
  note: z.string(),
});
export type SuitabilityAnswer = z.infer<typeof suitabilityAnswerSchema>;

/** `GET /api/areas/{county}/suitability/grid`: the legend and the picture's address; `…/grid.png` is the picture in Web Mercator. */
export const suitabilityGridQuerySchema = asOfQuerySchema.extend({
  cellMeters: z.coerce.number().min(30).max(1000).default(100),
});
/** Answer of `suitability/grid`. */
export const suitabilityGridSchema = z.object({
  county: areaCodeSchema,
  asOf: dateSchema,
  revision: z.number().int(),
  cellMeters: z.number(),
  columns: z.number().int(),
  rows: z.number().int(),
  /** Corners as MapLibre wants them: north-west, north-east, south-east, south-west. */
  corners: z.array(positionSchema).length(4),
  imageUrl: z.string(),
  classes: z.array(
    z.object({
      code: z.enum(SUITABILITY_CLASSES),
      name: z.string(),
      color: z.string(),
      km2: z.number(),
      share: z.number(),
    }),
  ),
  /** Area refused by each rule as its first failing one. */
  refusedBy: z.array(z.object({ code: z.enum(RULE_CODES), name: z.string(), km2: z.number() })),
  note: z.string(),
});
export type SuitabilityGrid = z.infer<typeof suitabilityGridSchema>;

/** Query of `suitability/sites`. */
export const suitabilitySitesQuerySchema = asOfQuerySchema.extend({ plan: codeSchema.optional() });
/** `GET /api/areas/{county}/suitability/sites?plan=`: every site judged, in classes. */
export const suitabilityAuditSchema = z.object({
  county: areaCodeSchema,
  asOf: dateSchema,
  revision: z.number().int(),
  plan: z.string().nullable(),
  counts: z.array(z.object({ code: z.enum(SUITABILITY_CLASSES), name: z.string(), sites: z.number().int() })),
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      areaName: z.string(),
      isAssessed: z.boolean(),
      place: suitabilitySchema,
    }),
  ),
  note: z.string(),
});
export type SuitabilityAudit = z.infer<typeof suitabilityAuditSchema>;
