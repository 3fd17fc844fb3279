import { z } from 'zod';
import {
  ARRANGEMENT_KINDS,
  PARK_KINDS,
  ROAD_CLASSES,
  ROAD_FUNCTIONS,
  SERVICE_KINDS,
  SITE_LOCATION_TYPES,
  SURFACES,
} from '../county/kinds.ts';
import type { PlanCommandKind, PlanInputs } from '../county/plan.ts';
import { dateSchema, positionSchema } from './common.ts';

/** Most households of one site. */
export const MOST_CAPACITY = 20_000;

/** Code of a plan, or of something in one. */
export const codeSchema = z.string().regex(/^[\w-]{1,40}$/, 'A–Z a–z 0–9 _ - (1–40)');
/** Text that a person wrote: without signs that no text has (half letters, control signs but tabs and new lines), which a database refuses. */
export const plainTextSchema = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, '≠ U+0000–U+001F, U+007F–U+009F, U+D800–U+DFFF');
/** A name. */
export const nameSchema = plainTextSchema(60).min(1);
const yearSchema = z.number().int().min(2000).max(2100);
const capacitySchema = z.number().int().min(0).max(MOST_CAPACITY);
const yuanSchema = z.number().min(0).max(1e12);
const lineSchema = z.object({
  type: z.literal('LineString'),
  coordinates: z.array(positionSchema).min(2).max(2000),
});
const placedSchema = { name: nameSchema, position: positionSchema };

/** The input of every kind of command. */
export const PLAN_INPUT_SCHEMAS = {
  place_site: z.strictObject({
    siteCode: codeSchema,
    name: nameSchema.optional(),
    position: positionSchema,
    capacityHouseholds: capacitySchema,
    locationType: z.enum(SITE_LOCATION_TYPES).optional(),
    costYuan: yuanSchema.optional(),
  }),
  move_site: z.strictObject({ siteCode: codeSchema, position: positionSchema }),
  set_capacity: z.strictObject({ siteCode: codeSchema, capacityHouseholds: capacitySchema }),
  remove_site: z.strictObject({ siteCode: codeSchema }),
  assess_site: z.strictObject({
    siteCode: codeSchema,
    number: nameSchema,
    on: dateSchema,
    conclusion: plainTextSchema(500).min(1),
  }),
  close_site: z.strictObject({ siteCode: codeSchema }),
  open_site: z.strictObject({ siteCode: codeSchema }),
  assign_settlement: z.strictObject({ settlementCode: codeSchema, siteCode: codeSchema }),
  release_settlement: z.strictObject({ settlementCode: codeSchema }),
  assign_household: z.strictObject({ householdCode: codeSchema, siteCode: codeSchema }),
  release_household: z.strictObject({ householdCode: codeSchema }),
  arrange_settlement: z.strictObject({ settlementCode: codeSchema, arrangement: z.enum(ARRANGEMENT_KINDS) }),
  arrange_household: z.strictObject({ householdCode: codeSchema, arrangement: z.enum(ARRANGEMENT_KINDS) }),
  harden_segment: z.strictObject({ segmentCode: codeSchema, year: yearSchema }),
  leave_segment: z.strictObject({ segmentCode: codeSchema }),
  add_segment: z.strictObject({
    segmentCode: codeSchema,
    name: nameSchema.optional(),
    line: lineSchema,
    roadClass: z.enum(ROAD_CLASSES),
    roadFunction: z.enum(ROAD_FUNCTIONS),
    surface: z.enum(SURFACES),
    widthMeters: z.number().min(1).max(60),
    year: yearSchema,
    costYuan: yuanSchema.optional(),
  }),
  place_park: z.strictObject({
    parkCode: codeSchema,
    kind: z.enum(PARK_KINDS),
    product: nameSchema,
    jobs: z.number().int().min(0).max(1_000_000).nullable(),
    ...placedSchema,
  }),
  place_service: z.strictObject({ serviceCode: codeSchema, kind: z.enum(SERVICE_KINDS), ...placedSchema }),
  remove_placed: z.strictObject({ code: codeSchema }),
} as const satisfies { readonly [Kind in PlanCommandKind]: z.ZodType<PlanInputs[Kind]> };

/** Kinds of command in the order of the schemas. */
export const PLAN_COMMAND_KINDS = Object.keys(PLAN_INPUT_SCHEMAS) as readonly PlanCommandKind[];
