import { z } from 'zod';
import { DEMAND_KINDS, SHORTAGE_KINDS, SPLIT_KINDS } from '../planning/choices/site-choice.ts';
import { PROGRAMME_TARGETS } from '../planning/programme/programme.ts';
import { LOCATION_KINDS } from '../planning/solvers/location-problem.ts';
import { areaCodeSchema, languageSchema, positionSchema } from './common.ts';
import { codeSchema } from './plan-inputs.ts';
import { planCommandSchema } from './plans.ts';

const proposedCommandSchema = planCommandSchema.omit({ by: true, at: true });
const planField = { county: z.string().regex(/^\d{6}$/, '529901'), plan: codeSchema.nullable().default(null) };
const solverFields = {
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
  timeLimitSeconds: z.number().min(1).max(600).default(30),
  lang: languageSchema.optional(),
};

/** Job `choose_sites`: which sites to open, in a plan or over today. */
export const chooseSitesRequestSchema = z.object({
  kind: z.literal('choose_sites'),
  ...planField,
  problem: z.enum(LOCATION_KINDS),
  /** Households that are to move into sites and have not, target households, or all registered ones, where they live now. */
  demand: z.enum(DEMAND_KINDS).default('relocation'),
  /** Whether a settlement may go to several sites, household by household; only `capacitated_p_median`. */
  split: z.enum(SPLIT_KINDS).default('when_needed'),
  /** Without room for all: say how many lack a place, or place as many as possible; only `capacitated_p_median`. */
  shortage: z.enum(SHORTAGE_KINDS).default('refuse'),
  /** `sites`: those of the plan; `suitable`: so many well spread points of the suitability map; `positions`: drawn. They add up. */
  candidates: z.object({
    sites: z.boolean().default(true),
    suitable: z.number().int().min(0).max(500).default(0),
    positions: z
      .array(z.object({ position: positionSchema, capacityHouseholds: z.number().int().min(0).max(20_000) }))
      .max(500)
      .default([]),
    /** Of candidates that say none. */
    capacityHouseholds: z.number().int().min(0).max(20_000).default(100),
  }),
  measure: z.enum(['minutes', 'meters']).default('minutes'),
  sites: z.number().int().min(1).max(500).nullable().default(null),
  budgetWanYuan: z.number().min(0).nullable().default(null),
  /** Minutes or kilometres, as `measure` says; for the two covers. */
  limit: z.number().min(0).nullable().default(null),
  /** Site codes. */
  required: z.array(z.string().max(40)).max(500).default([]),
  excluded: z.array(z.string().max(40)).max(500).default([]),
  ...solverFields,
});
export type ChooseSitesRequest = z.infer<typeof chooseSitesRequestSchema>;

/** What an answer was made over: applying its commands to a newer version goes through the conflict rule of plans. */
const basisSchema = z.object({
  county: areaCodeSchema,
  plan: z.string().nullable(),
  version: z.number().int().nullable(),
  revision: z.number().int(),
});
export type ChoiceBasis = z.infer<typeof basisSchema>;

/** Result of `choose_sites`; `interim` answers of a running job have the same shape. */
export const chosenSitesSchema = z.object({
  kind: z.literal('choose_sites'),
  basis: basisSchema,
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  statusText: z.string(),
  problem: z.enum(LOCATION_KINDS),
  /** What `objective` and `bound` count: household-minutes, household-kilometres, households, sites, minutes, kilometres. */
  unit: z.string(),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  seed: z.number().int(),
  elapsedSeconds: z.number(),
  sites: z.array(
    z.object({
      siteCode: z.string(),
      name: z.string(),
      position: positionSchema,
      isNew: z.boolean(),
      households: z.number(),
      capacityHouseholds: z.number().nullable(),
      /** Plain words: what would be without it. */
      reason: z.string(),
    }),
  ),
  flows: z.array(
    z.object({
      settlementCode: z.string(),
      siteCode: z.string(),
      households: z.number(),
      minutes: z.number().nullable(),
      km: z.number().nullable(),
    }),
  ),
  /** Sentences: what cannot be covered, placed or paid, and where. */
  problems: z.array(z.object({ code: z.string(), text: z.string(), settlements: z.array(z.string()) })),
  /** What makes this answer part of the plan. */
  commands: z.array(proposedCommandSchema),
  note: z.string(),
});
export type ChosenSites = z.infer<typeof chosenSitesSchema>;

/** Job `road_programme`: which segments to harden and in which order. */
export const roadProgrammeRequestSchema = z.object({
  kind: z.literal('road_programme'),
  ...planField,
  goal: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('budget'), budgetWanYuan: z.number().positive() }),
    z.object({ kind: z.literal('target_share'), targetShare: z.number().min(0).max(1) }),
    z.object({ kind: z.literal('join_all') }),
  ]),
  target: z.enum(PROGRAMME_TARGETS).default('households'),
  years: z
    .array(
      z.object({
        year: z.number().int().min(2000).max(2100),
        budgetWanYuan: z.number().min(0).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  includesEmptied: z.boolean().default(false),
  ...solverFields,
});
export type RoadProgrammeRequest = z.infer<typeof roadProgrammeRequestSchema>;

/** Result of `road_programme`. */
export const roadProgrammeSchema = z.object({
  kind: z.literal('road_programme'),
  basis: basisSchema,
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  statusText: z.string(),
  target: z.enum(PROGRAMME_TARGETS),
  wanYuan: z.number(),
  gained: z.number(),
  bound: z.number(),
  gap: z.number(),
  seed: z.number().int(),
  elapsedSeconds: z.number(),
  joined: z.object({ before: z.number().int(), after: z.number().int(), all: z.number().int() }),
  steps: z.array(
    z.object({
      number: z.number().int(),
      year: z.number().int(),
      km: z.number(),
      wanYuan: z.number(),
      households: z.number().int(),
      people: z.number().int(),
      targetHouseholds: z.number().int(),
      gainPerMillionYuan: z.number(),
      segments: z.array(
        z.object({ code: z.string(), name: z.string(), km: z.number(), wanYuan: z.number(), isEstimate: z.boolean() }),
      ),
      settlements: z.array(z.object({ code: z.string(), name: z.string(), areaName: z.string() })),
      text: z.string(),
    }),
  ),
  /** Parts for which no year has money enough. */
  unplaced: z.array(z.object({ km: z.number(), wanYuan: z.number(), segments: z.array(z.string()), text: z.string() })),
  years: z.array(
    z.object({
      year: z.number().int(),
      km: z.number(),
      wanYuan: z.number(),
      settlements: z.number().int(),
      households: z.number().int(),
    }),
  ),
  impossible: z.array(z.object({ code: z.string(), name: z.string(), reason: z.string() })),
  leftOut: z.array(z.object({ code: z.string(), name: z.string() })),
  hasSampleCosts: z.boolean(),
  commands: z.array(proposedCommandSchema),
});
export type RoadProgramme = z.infer<typeof roadProgrammeSchema>;

/** What the solvers are asked. */
export type ChoiceRequest = ChooseSitesRequest | RoadProgrammeRequest;

/** The best answer so far of a job, or its result. */
export const choiceResultSchema = z.discriminatedUnion('kind', [chosenSitesSchema, roadProgrammeSchema]);
export type ChoiceResult = z.infer<typeof choiceResultSchema>;
