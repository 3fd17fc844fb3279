import { z } from 'zod';
import type { PlanCommandKind, PlanEdit } from '../county/plan.ts';
import { areaCodeSchema, dateSchema, languageSchema, positionSchema } from './common.ts';
import { figureSchema } from './figures.ts';
import { codeSchema, nameSchema, PLAN_COMMAND_KINDS, PLAN_INPUT_SCHEMAS, plainTextSchema } from './plan-inputs.ts';

/** Most commands of one request: what a solver proposes for a county. */
export const MOST_COMMANDS = 5000;
const idSchema = z.string().regex(/^[\w-]{1,60}$/, 'A–Z a–z 0–9 _ - (1–60)');
/** A command as it is sent: who made it and when is told by the server. `batch` binds commands to one step of undo. */
export const sentCommandSchema = z
  .object({
    id: idSchema,
    kind: z.enum(PLAN_COMMAND_KINDS as [PlanCommandKind, ...PlanCommandKind[]]),
    input: z.unknown(),
    batch: idSchema.optional(),
  })
  .transform((command, refusal) => {
    const input = PLAN_INPUT_SCHEMAS[command.kind].safeParse(command.input, { reportInput: true });
    if (!input.success) {
      // as it was found, with what was got: only the path is longer
      for (const issue of input.error.issues)
        refusal.issues.push({ ...issue, path: ['input', ...issue.path] } as (typeof refusal.issues)[number]);
      return z.NEVER;
    }
    // the input was parsed by the schema of its own kind
    return { ...command, input: input.data } as SentCommand;
  });
/** A command without authorship. */
export type SentCommand = PlanEdit & { readonly id: string; readonly batch?: string };
/** A command as it stands in a plan. */
export const planCommandSchema = z.object({
  id: idSchema,
  kind: z.enum(PLAN_COMMAND_KINDS as [PlanCommandKind, ...PlanCommandKind[]]),
  input: z.record(z.string(), z.unknown()),
  batch: idSchema.optional(),
  by: z.string(),
  at: z.string(),
});

/** States of a plan. */
export const PLAN_STATUSES = ['draft', 'submitted', 'published', 'superseded'] as const;

/** A plan without its commands. */
export const planSummarySchema = z.object({
  county: areaCodeSchema,
  code: codeSchema,
  name: z.string(),
  nameEn: z.string(),
  description: z.string(),
  owner: z.string(),
  status: z.enum(PLAN_STATUSES),
  publishedOn: dateSchema.nullable(),
  /** Counts the changes of the draft; a change says upon which it was made. Published plans stay at their last. */
  version: z.number().int(),
  /** The data revision at which the draft was begun or, published, over which it stands. */
  baseRevision: z.number().int().nullable(),
  /** Plan in force under it. */
  basedOn: z.string().nullable(),
  commandCount: z.number().int(),
  /** Of a published plan: commands that do not fit the data any more, as after an import, and are left out; the plan itself lists them. Drafts: 0, see the plan. */
  unfitCount: z.number().int(),
  changedAt: z.string(),
  changedBy: z.string(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

/** A reason why something cannot be done, as a sentence. */
export const planFaultSchema = z.object({
  code: z.string(),
  commandId: z.string().nullable(),
  about: z.string(),
  text: z.string(),
  /** Of a place that is refused: the nearest that passes; absent = there is none. */
  nearest: positionSchema.optional(),
});

/** Body of a 400 or 409 that refuses commands or a plan: every reason beside the problem, whose `detail` is the first. */
export const planRefusalSchema = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(planFaultSchema),
});
export type PlanRefusalAnswer = z.infer<typeof planRefusalSchema>;

/** `GET /api/plans/{county}/{plan}`; `faults`: commands that no longer fit the county as it is today. */
export const planSchema = planSummarySchema.extend({
  commands: z.array(planCommandSchema),
  faults: z.array(planFaultSchema),
});
export type PlanAnswer = z.infer<typeof planSchema>;

/** A county, and a plan of it, in an address. */
export const countyParamsSchema = z.object({ county: z.string().regex(/^\d{6}$/, '529901') });
/** A plan of a county in an address. */
export const planParamsSchema = countyParamsSchema.extend({ plan: codeSchema });
/** Query of every route about plans. */
export const planQuerySchema = z.object({ lang: languageSchema.optional() });
/** `GET /api/plans/{county}`. */
export const planListSchema = z.object({ items: z.array(planSummarySchema), inForce: z.string().nullable() });
export type PlanList = z.infer<typeof planListSchema>;

const textsSchema = {
  name: nameSchema,
  nameEn: plainTextSchema(80).optional(),
  description: plainTextSchema(2000).optional(),
  owner: plainTextSchema(60).optional(),
};
/** `POST /api/plans/{county}`; `copyOf` begins with the commands of another plan. */
export const planCreateSchema = z.strictObject({ ...textsSchema, copyOf: codeSchema.optional() });
export type PlanCreate = z.infer<typeof planCreateSchema>;

const ifVersion = z.number().int().min(0);
/** `PATCH /api/plans/{county}/{plan}`. */
export const planPatchSchema = z.strictObject({ ...textsSchema, name: nameSchema.optional(), ifVersion });
export type PlanPatch = z.infer<typeof planPatchSchema>;

/** `POST …/rebase`: the draft stands over the plan in force now; its commands stay, and `faults` tells those that no longer fit. */
export const planRebaseSchema = z.strictObject({ ifVersion });
/** Query of `DELETE /api/plans/{county}/{plan}`; the version also as header `If-Match`. */
export const planDeleteQuerySchema = planQuerySchema.extend({ ifVersion: z.coerce.number().int().min(0) });

/** `POST …/commands`. Those that touch nothing which others changed since `ifVersion` are added; else 409 with the conflicts. */
export const planAppendSchema = z.strictObject({
  ifVersion,
  commands: z.array(sentCommandSchema).min(1).max(MOST_COMMANDS),
});
/** `POST …/undo`, `…/redo`: the last step, or with `ids` commands anywhere in the list (undo only). */
export const planStepSchema = z.strictObject({ ifVersion, ids: z.array(idSchema).max(MOST_COMMANDS).optional() });
/** `POST …/status`. `publishedOn` defaults to the county's data date. */
export const planStatusSchema = z.strictObject({
  ifVersion,
  to: z.enum(['draft', 'submitted', 'published']),
  publishedOn: dateSchema.optional(),
});

/** Body of a 409 `plan_conflict` beside the problem: what both sides did to the same things, and the plan as it is now. */
export const planConflictSchema = z.object({
  code: z.literal('plan_conflict'),
  detail: z.string(),
  version: z.number().int(),
  conflicts: z.array(
    z.object({
      about: z.string(),
      aboutName: z.string(),
      mine: z.array(planCommandSchema),
      /** `isRemoved`: the other took this command out of the plan. */
      theirs: z.array(planCommandSchema.extend({ isRemoved: z.boolean().optional() })),
    }),
  ),
});
export type PlanConflictAnswer = z.infer<typeof planConflictSchema>;

/** `GET …/history`: newest first. */
export const planHistorySchema = z.object({
  items: z.array(
    z.object({
      version: z.number().int(),
      action: z.enum([
        'created',
        'added',
        'undone',
        'redone',
        'removed',
        'renamed',
        'rebased',
        'submitted',
        'withdrawn',
        'published',
      ]),
      by: z.string(),
      at: z.string(),
      commandIds: z.array(z.string()),
      text: z.string(),
    }),
  ),
});
export type PlanHistory = z.infer<typeof planHistorySchema>;

const countSchema = z.object({ households: z.number().int(), people: z.number().int() });
const tripsSchema = z.object({
  meanMinutes: z.number().nullable(),
  worstMinutes: z.number().nullable(),
  meanKm: z.number().nullable(),
  worstKm: z.number().nullable(),
  unreachableHouseholds: z.number().int(),
});
/** One site under a plan; kilometres, minutes, 万元. */
export const siteEvaluationSchema = z.object({
  siteCode: z.string(),
  name: z.string(),
  position: positionSchema,
  isOpen: z.boolean(),
  isPlanned: z.boolean(),
  capacityHouseholds: z.number().int().nullable(),
  assigned: countSchema,
  movedInHouseholds: z.number().int(),
  trips: tripsSchema,
  farming: z.object({ withinHouseholds: z.number().int(), households: z.number().int(), trips: tripsSchema }),
  nearestFor: countSchema,
  closeness: z.array(
    z.object({
      kind: z.enum(['town_government', 'park', 'central_village']),
      code: z.string().nullable(),
      name: z.string().nullable(),
      nameEn: z.string().nullable(),
      position: positionSchema.nullable(),
      km: z.number().nullable(),
      limitKm: z.number(),
      isNear: z.boolean(),
    }),
  ),
  isClose: z.boolean(),
  wanYuan: z.number().nullable(),
  jobs: z.object({ jobsInReach: z.number().int(), labourForce: z.number().int(), minutes: z.number() }),
});
export type SiteEvaluationAnswer = z.infer<typeof siteEvaluationSchema>;

/** A plan, or today, measured: `core/planning/evaluation/evaluation.ts` in the interface's units. */
export const planEvaluationSchema = z.object({
  county: areaCodeSchema,
  plan: z.string().nullable(),
  version: z.number().int().nullable(),
  revision: z.number().int(),
  asOf: dateSchema,
  served: countSchema,
  full: countSchema,
  notReached: countSchema,
  scattered: countSchema,
  all: countSchema,
  capacityHouseholds: z.number().int(),
  overCapacity: z.array(
    z.object({ siteCode: z.string(), households: z.number().int(), capacityHouseholds: z.number().int() }),
  ),
  trips: tripsSchema,
  sitesOpen: z.number().int(),
  sitesClose: z.number().int(),
  siteWanYuan: z.number(),
  roadWanYuan: z.number(),
  hardenedKm: z.number(),
  hasSampleCosts: z.boolean(),
  sites: z.array(siteEvaluationSchema),
  flows: z.array(
    z.object({
      settlementCode: z.string(),
      siteCode: z.string(),
      households: z.number().int(),
      people: z.number().int(),
      minutes: z.number().nullable(),
      km: z.number().nullable(),
      movedInHouseholds: z.number().int(),
      by: z.enum(['explicit', 'nearest']),
    }),
  ),
  unplaced: z.array(
    z.object({
      settlementCode: z.string(),
      households: z.number().int(),
      people: z.number().int(),
      reason: z.enum(['full', 'not_reached']),
    }),
  ),
});
export type PlanEvaluationAnswer = z.infer<typeof planEvaluationSchema>;
/** `POST …/evaluation`: the plan with commands that are not saved; without a plan in the address `today`. */
export const planEvaluateSchema = z.strictObject({
  commands: z.array(sentCommandSchema).max(MOST_COMMANDS).default([]),
});

/** Most plans of one comparison. */
export const MOST_COMPARED = 6;
/**
 * `GET /api/plans/{county}/compare?plans=today,FA0003&year=2027`; `today` = the county without any draft, `year` the end of a year, `now` = the data
 * date with nothing carried out; default: the last of `years`. How many plans and which years there may be is checked by the service.
 */
export const compareQuerySchema = z.object({
  plans: z.string().regex(/^[\w-]{1,40}(,[\w-]{1,40}){0,49}$/, 'today,FA0003'),
  year: z.union([z.literal('now'), z.coerce.number().int().min(2000).max(2100)]).optional(),
  lang: languageSchema.optional(),
});
export type CompareQuery = z.infer<typeof compareQuerySchema>;

/** Things that one plan has and another has not, for the difference map. */
export const DIFFERENCE_STATES = ['gained', 'lost', 'same', 'changed'] as const;
/** Answer of `compare`: columns in the order asked for; the first is what the others are compared with. */
export const compareAnswerSchema = z.object({
  county: areaCodeSchema,
  revision: z.number().int(),
  /** Null = at the data date, with nothing carried out. */
  year: z.number().int().nullable(),
  years: z.array(z.number().int()),
  columns: z.array(
    z.object({
      plan: z.string(),
      name: z.string(),
      status: z.enum([...PLAN_STATUSES, 'today']),
      /** Null = today. */
      version: z.number().int().nullable(),
      /** Day for which its figures stand. */
      asOf: dateSchema,
      siteWanYuan: z.number(),
      roadWanYuan: z.number(),
      hardenedKm: z.number(),
      hasSampleCosts: z.boolean(),
      faults: z.array(planFaultSchema),
    }),
  ),
  /** Figure by figure: `figures[i]` belongs to `columns[i]`. */
  rows: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      betterDirection: z.enum(['up', 'down', 'none']),
      figures: z.array(figureSchema),
    }),
  ),
  towns: z.array(
    z.object({
      code: areaCodeSchema,
      name: z.string(),
      rows: z.array(z.object({ indicator: z.string(), figures: z.array(figureSchema) })),
      wanYuan: z.array(z.number()),
    }),
  ),
  /** First column against the last: settlements joined, segments hardened, sites, flows. */
  differences: z.array(
    z.object({
      layer: z.enum(['settlements', 'segments', 'sites', 'flows']),
      code: z.string(),
      name: z.string(),
      state: z.enum(DIFFERENCE_STATES),
      text: z.string(),
      geometry: z.union([
        z.object({ type: z.literal('Point'), coordinates: positionSchema }),
        z.object({ type: z.literal('LineString'), coordinates: z.array(positionSchema) }),
      ]),
    }),
  ),
});
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;

/** `GET /api/plans/{county}/compare/sheet.pdf`: the comparison as one page for a meeting. */
export const compareSheetQuerySchema = compareQuerySchema.extend({
  paper: z.enum(['A3', 'A4']).default('A3'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
});
