import { z } from 'zod';
import { ROAD_FAULT_KINDS } from '../county/county.ts';
import { ROAD_CLASSES, SURFACES } from '../county/kinds.ts';
import { FACTOR_CODES, RULE_CODES } from '../county/site-rule.ts';
import { JOIN_SIZES, JOIN_SURFACES, JOIN_WIDTHS } from '../network/join-definition.ts';
import { JOIN_STATES } from '../network/join-places.ts';
import { DESTINATION_KINDS } from '../network/place-kinds.ts';
import { TRAVEL_METRICS, TRAVEL_MODES } from '../network/travel.ts';
import { UNREACHABLE_REASONS } from '../network/trips.ts';
import { areaCodeSchema, asOfQuerySchema, dateSchema, positionSchema } from './common.ts';
import { figureSchema } from './figures.ts';
import { siteFactorSchema, siteRuleSchema } from './suitability.ts';

/** Most places on either side of one question, and most pairs; more go through a job. */
export const MOST_PLACES = 500;
/** Most pairs of one question. */
export const MOST_PAIRS = 10_000;

/** Place in a list, as `next` of the page before it gave it. */
const cursorSchema = z
  .string()
  .regex(/^\d{1,9}$/, '0')
  .optional();
const limitSchema = z.coerce.number().int().min(1).max(1000).default(100);
const formatSchema = z.enum(['json', 'csv']).default('json');

/** Query of every question to the roads: the date, a plan taken as carried out, the mode. `county` is needed only where no code tells it. */
export const networkQuerySchema = asOfQuerySchema.extend({
  county: areaCodeSchema.optional(),
  plan: z.string().max(40).optional(),
  mode: z.enum(TRAVEL_MODES).default('drive'),
});

/** Places separated by `;`, each `lon,lat` (EPSG:4490) or the code of an area, settlement, site, park or service. */
export const placesSchema = z.string().min(1).max(20_000);

/** `GET /api/distance?from=&to=&mode=&by=`: every pair. */
export const distanceQuerySchema = networkQuerySchema.extend({
  from: placesSchema,
  to: placesSchema,
  /** Whether the drawn path of a single pair is the fastest or the shortest. */
  by: z.enum(TRAVEL_METRICS).default('minutes'),
});
export type DistanceQuery = z.infer<typeof distanceQuerySchema>;

/** A place of a question: what was given, and where it is. */
export const askedPlaceSchema = z.object({ code: z.string().nullable(), name: z.string(), position: positionSchema });
export type AskedPlace = z.infer<typeof askedPlaceSchema>;

const lineSchema = z.object({ type: z.literal('LineString'), coordinates: z.array(positionSchema) });

/** How far: kilometres along roads (shortest way) and minutes (fastest way); null with a reason when it cannot be reached. */
export const tripSchema = z.object({
  km: z.number().nullable(),
  minutes: z.number().nullable(),
  straightKm: z.number(),
  offRoadKm: z.number().nullable(),
  reason: z.enum(UNREACHABLE_REASONS).nullable(),
  reasonText: z.string().nullable(),
});
export type TripAnswer = z.infer<typeof tripSchema>;

/** Which data an answer rests on. */
export const networkBasisSchema = z.object({
  county: areaCodeSchema,
  asOf: dateSchema,
  revision: z.number().int(),
  plan: z.string().nullable(),
  mode: z.enum(TRAVEL_MODES),
  speedVersion: z.number().int(),
  /** False = no elevation data: walking is taken as level. */
  hasElevation: z.boolean(),
});

/** A stretch of a path, in order. */
export const pathLegSchema = z.object({
  kind: z.enum(['off_road', 'road']),
  km: z.number(),
  minutes: z.number(),
  segmentCode: z.string().nullable(),
  /** Route number or name of the road; null off the road. */
  roadName: z.string().nullable(),
  surface: z.enum(SURFACES).nullable(),
  line: lineSchema,
});

/** Answer of `distance`; `path` only for a single pair that can be reached. */
export const distanceAnswerSchema = networkBasisSchema.extend({
  from: z.array(askedPlaceSchema),
  to: z.array(askedPlaceSchema),
  /** Row by row: `items[i * to.length + j]`. */
  items: z.array(tripSchema),
  path: z
    .object({
      by: z.enum(TRAVEL_METRICS),
      km: z.number(),
      minutes: z.number(),
      line: lineSchema,
      legs: z.array(pathLegSchema),
    })
    .nullable(),
});
export type DistanceAnswer = z.infer<typeof distanceAnswerSchema>;

/** `GET /api/nearest?from=&kinds=school,clinic&mode=`: the nearest place of each kind by minutes; without `kinds` all of them. */
export const nearestQuerySchema = networkQuerySchema.extend({
  from: placesSchema,
  /** Kinds with commas; `hardened_road` too. */
  kinds: z.string().max(200).optional(),
});
export type NearestQuery = z.infer<typeof nearestQuerySchema>;
/** Kinds of place that `nearest` knows. */
export const NEAREST_KINDS = [...DESTINATION_KINDS, 'hardened_road'] as const;

/** Answer of `nearest`. `place` null when there is none of the kind or none can be reached. */
export const nearestAnswerSchema = networkBasisSchema.extend({
  items: z.array(
    z.object({
      from: askedPlaceSchema,
      nearest: z.array(
        z.object({
          kind: z.enum(NEAREST_KINDS),
          kindName: z.string(),
          place: askedPlaceSchema.nullable(),
          trip: tripSchema.nullable(),
        }),
      ),
    }),
  ),
});
export type NearestAnswer = z.infer<typeof nearestAnswerSchema>;

/** `GET /api/reach?from=&limits=15,30,60&by=minutes|meters&mode=&direction=`: what is within reach of a place. */
export const reachQuerySchema = networkQuerySchema.extend({
  from: placesSchema,
  /** One to six, ascending or not; minutes 1 to 240, metres 100 to 200000. */
  limits: z.string().max(100),
  by: z.enum(TRAVEL_METRICS).default('minutes'),
  /** `to`: from the settlements to the place (the way people go); `from`: from the place outwards. */
  direction: z.enum(['to', 'from']).default('to'),
  /** `no` leaves the drawn surfaces out. */
  areas: z.enum(['yes', 'no']).default('yes'),
});
export type ReachQuery = z.infer<typeof reachQuerySchema>;

/** Answer of `reach`: one item a limit, ascending; counts include those of smaller limits. */
export const reachAnswerSchema = networkBasisSchema.extend({
  from: z.array(askedPlaceSchema),
  by: z.enum(TRAVEL_METRICS),
  /** Residents of the county at the date; null = of some settlements they are not known. */
  all: z.object({
    settlements: z.number().int(),
    households: z.number().int().nullable(),
    people: z.number().int().nullable(),
  }),
  items: z.array(
    z.object({
      limit: z.number(),
      settlements: z.number().int(),
      households: z.number().int().nullable(),
      people: z.number().int().nullable(),
      /** MultiPolygon for drawing; null with `areas=no`. */
      area: z
        .object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(positionSchema))) })
        .nullable(),
    }),
  ),
  settlements: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      areaName: z.string(),
      position: positionSchema,
      /** Minutes or kilometres, as asked. */
      cost: z.number(),
    }),
  ),
});
export type ReachAnswer = z.infer<typeof reachAnswerSchema>;

/**
 * Which definition: the county's own when none of the three is given, else the official one of these parts; parts left out are `30_150`, `any`,
 * `bituminous`.
 */
export const joinQuerySchema = asOfQuerySchema.extend({
  plan: z.string().max(40).optional(),
  size: z.enum(Object.keys(JOIN_SIZES) as [keyof typeof JOIN_SIZES]).optional(),
  width: z.enum(JOIN_WIDTHS).optional(),
  surfaces: z.enum(Object.keys(JOIN_SURFACES) as [keyof typeof JOIN_SURFACES]).optional(),
});

/** Query of `join-definitions`. */
export const joinDefinitionsQuerySchema = asOfQuerySchema.extend({ plan: z.string().max(40).optional() });
export type JoinDefinitionsQuery = z.infer<typeof joinDefinitionsQuerySchema>;

/** `GET /api/areas/{code}/join-definitions`: R2 under the county's own and every official definition, side by side. */
export const joinDefinitionsAnswerSchema = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      isOwn: z.boolean(),
      sizeName: z.string(),
      widthName: z.string(),
      surfacesName: z.string(),
      figure: figureSchema,
    }),
  ),
});
export type JoinDefinitionsAnswer = z.infer<typeof joinDefinitionsAnswerSchema>;

/** `GET /api/areas/{code}/gaps`: settlements that must be joined and are not, each with what would join it. */
export const gapsQuerySchema = joinQuerySchema.extend({
  cursor: cursorSchema,
  limit: limitSchema,
  sort: z.enum(['code', 'km', '-km', 'cost', '-cost', 'people', '-people']).default('km'),
  format: formatSchema,
});
export type GapsQuery = z.infer<typeof gapsQuerySchema>;

/** A segment to be hardened. */
export const gapSegmentSchema = z.object({
  code: z.string(),
  name: z.string(),
  km: z.number(),
  wanYuan: z.number(),
  /** The cost comes from the county's table and not from the segment itself. */
  isEstimate: z.boolean(),
  plannedYear: z.number().int().nullable(),
  line: lineSchema,
});

/** Answer of `gaps`. */
export const gapsAnswerSchema = z.object({
  asOf: dateSchema,
  revision: z.number().int(),
  plan: z.string().nullable(),
  definition: z.string(),
  total: z.number().int(),
  /** Segments of all gaps counted once: what it takes to join every settlement of the area, each on its own shortest way. */
  totalKm: z.number(),
  /** Where there is no road yet; a stretch that several settlements need counts once. */
  totalNewRoadKm: z.number(),
  /** Segments and new road. */
  totalWanYuan: z.number(),
  /** The cost table holds sample values (示例). */
  isSampleCost: z.boolean(),
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      areaCode: areaCodeSchema,
      areaName: z.string(),
      position: positionSchema,
      households: z.number().int().nullable(),
      people: z.number().int().nullable(),
      state: z.enum(JOIN_STATES),
      stateText: z.string(),
      segments: z.array(gapSegmentSchema),
      /** Where there is no road within the joining distance: straight length to the nearest one. Null with a reason, as the other two. */
      newRoadKm: z.number().nullable(),
      /** Of the segments. */
      km: z.number().nullable(),
      /** Of the segments and the new road. */
      wanYuan: z.number().nullable(),
      /** Why no set of existing segments can join it; null when one can. */
      reason: z.enum(['no_road', 'other_component']).nullable(),
      reasonText: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export type GapsAnswer = z.infer<typeof gapsAnswerSchema>;

/** `POST /api/areas/{code}/newly-joined`: what hardening these segments would join. */
export const newlyJoinedRequestSchema = joinQuerySchema.extend({
  segments: z.array(z.string().max(40)).min(1).max(2000),
});
export type NewlyJoinedRequest = z.infer<typeof newlyJoinedRequestSchema>;
/** Settlements that the segments would join, with what the segments cost. */
export const newlyJoinedAnswerSchema = z.object({
  asOf: dateSchema,
  revision: z.number().int(),
  segments: z.number().int(),
  km: z.number(),
  wanYuan: z.number(),
  isSampleCost: z.boolean(),
  settlements: z.number().int(),
  /** Registered; null = of some of the settlements they are not known. */
  households: z.number().int().nullable(),
  people: z.number().int().nullable(),
  items: z.array(z.object({ code: z.string(), name: z.string(), areaName: z.string(), position: positionSchema })),
});
export type NewlyJoinedAnswer = z.infer<typeof newlyJoinedAnswerSchema>;

/** `GET /api/areas/{code}/network`: the roads as a graph, and what was found while it was built. */
export const networkReportQuerySchema = asOfQuerySchema.extend({
  kind: z.enum(ROAD_FAULT_KINDS).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
  format: formatSchema,
});
/** The graph in numbers, and a page of findings. */
export const networkReportSchema = z.object({
  asOf: dateSchema,
  revision: z.number().int(),
  segments: z.number().int(),
  links: z.number().int(),
  nodes: z.number().int(),
  km: z.number(),
  /** Largest first; at most 100. */
  components: z.array(
    z.object({ segments: z.number().int(), km: z.number(), settlements: z.number().int(), position: positionSchema }),
  ),
  componentCount: z.number().int(),
  counts: z.record(z.enum(ROAD_FAULT_KINDS), z.number().int()),
  items: z.array(
    z.object({
      kind: z.enum(ROAD_FAULT_KINDS),
      kindText: z.string(),
      segmentCode: z.string(),
      otherSegmentCode: z.string().nullable(),
      distanceMeters: z.number(),
      position: positionSchema,
    }),
  ),
  next: z.string().nullable(),
});
export type NetworkReport = z.infer<typeof networkReportSchema>;

const kmhSchema = z.number().min(1).max(120);
/** A speed table as it is edited; `version` is given by the server. */
export const speedTableSchema = z.object({
  pavedKmh: z.record(z.enum(ROAD_CLASSES), kmhSchema),
  bituminousFactor: z.number().min(0.1).max(1),
  blocksFactor: z.number().min(0.1).max(1),
  gravelKmh: kmhSchema,
  earthKmh: kmhSchema,
  tricycleFactor: z.number().min(0.1).max(1),
  tricycleMaximumKmh: kmhSchema,
  walkingKmh: z.number().min(1).max(12),
  walkingSteepness: z.number().min(0).max(10),
  walkingOffset: z.number().min(-0.2).max(0.2),
  source: z.string().trim().min(1).max(200),
});

/** `PATCH /api/areas/{county}/settings`: what is given is changed, as the county's next data revision. */
export const settingsPatchSchema = z
  .object({
    joinHouseholds: z.number().int().min(1).max(1000),
    joinPeople: z.number().int().min(1).max(5000).nullable(),
    joinMinimumWidthMeters: z.number().min(1).max(12).nullable(),
    hardenedSurfaces: z.array(z.enum(SURFACES)).min(1),
    joinDistanceMeters: z.number().min(10).max(1000),
    speeds: speedTableSchema,
    /** By code; those that are not given stay. */
    siteRules: z.array(siteRuleSchema).max(RULE_CODES.length),
    siteFactors: z.array(siteFactorSchema).max(FACTOR_CODES.length),
  })
  .partial()
  .strict();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** `GET /api/areas/{county}/settings`, and what PATCH answers. */
export const settingsAnswerSchema = z.object({
  county: areaCodeSchema,
  revision: z.number().int(),
  joinHouseholds: z.number(),
  joinPeople: z.number().nullable(),
  joinMinimumWidthMeters: z.number().nullable(),
  minimumWidthMeters: z.number(),
  hardenedSurfaces: z.array(z.enum(SURFACES)),
  joinDistanceMeters: z.number(),
  reachMinutes: z.array(z.number()),
  reachKm: z.array(z.number()),
  speeds: speedTableSchema.extend({ version: z.number().int() }),
  siteRules: z.array(siteRuleSchema),
  siteFactors: z.array(siteFactorSchema),
});
export type SettingsAnswer = z.infer<typeof settingsAnswerSchema>;
