import {
  type DistanceAnswer,
  distanceAnswerSchema,
  type GapsAnswer,
  gapsAnswerSchema,
  type JoinDefinitionsAnswer,
  joinDefinitionsAnswerSchema,
  type NearestAnswer,
  type NetworkReport,
  type NewlyJoinedAnswer,
  nearestAnswerSchema,
  networkReportSchema,
  newlyJoinedAnswerSchema,
  type ReachAnswer,
  reachAnswerSchema,
} from '#core/api/network.ts';
import type { TravelMetric, TravelMode } from '#core/network/travel.ts';
import type { AreaQuestion } from './areas-requests.ts';
import { formatAddress, type Query, requestJson, sendJson } from './request.ts';

/** What every question to the roads has in common; places are `lon,lat` or codes. */
export interface RoadQuestion {
  readonly county: string;
  readonly asOf: string | null;
  readonly lang: string;
  readonly from: string;
  readonly mode: TravelMode;
}

/** Order of the gap list. */
export type GapSort = 'code' | 'km' | '-km' | 'cost' | '-cost' | 'people' | '-people';

/** From one place to another, with the way as a line. */
export const fetchDistance = (
  question: RoadQuestion & { readonly to: string; readonly by: TravelMetric },
  signal?: AbortSignal,
): Promise<DistanceAnswer> =>
  requestJson(distanceAnswerSchema, formatAddress('/api/distance', { ...question }), signal);

/** The nearest place of each kind. */
export const fetchNearest = (question: RoadQuestion, signal?: AbortSignal): Promise<NearestAnswer> =>
  requestJson(nearestAnswerSchema, formatAddress('/api/nearest', { ...question }), signal);

/** What is within reach of a place, with surfaces for drawing. */
export const fetchReach = (
  question: RoadQuestion & {
    readonly limits: string;
    readonly by: TravelMetric;
    readonly direction: 'to' | 'from';
  },
  signal?: AbortSignal,
): Promise<ReachAnswer> => requestJson(reachAnswerSchema, formatAddress('/api/reach', { ...question }), signal);

const gapsAddress = ({ area, ...query }: AreaQuestion & { readonly sort: GapSort }, rest: Query) =>
  formatAddress(`/api/areas/${area}/gaps`, { ...query, ...rest });

/** A page of the settlements that are not joined, each with what would join it. */
export const fetchGaps = (
  question: AreaQuestion & { readonly sort: GapSort; readonly cursor: string | null; readonly limit: number },
  signal?: AbortSignal,
): Promise<GapsAnswer> => requestJson(gapsAnswerSchema, gapsAddress(question, {}), signal);

/** Where the gap list can be downloaded. */
export const gapsTableAddress = (question: AreaQuestion & { readonly sort: GapSort }): string =>
  gapsAddress(question, { format: 'csv' });

/** What hardening these segments would join. */
export const fetchNewlyJoined = (
  { area, asOf, lang, segments }: AreaQuestion & { readonly segments: readonly string[] },
  signal?: AbortSignal,
): Promise<NewlyJoinedAnswer> =>
  sendJson(newlyJoinedAnswerSchema, formatAddress(`/api/areas/${area}/newly-joined`, { lang }), {
    method: 'POST',
    body: { segments, ...(asOf === null ? {} : { asOf }) },
    signal,
  });

/** R2 under every definition, side by side. */
export const fetchJoinDefinitions = (
  { area, ...query }: AreaQuestion,
  signal?: AbortSignal,
): Promise<JoinDefinitionsAnswer> =>
  requestJson(joinDefinitionsAnswerSchema, formatAddress(`/api/areas/${area}/join-definitions`, { ...query }), signal);

const reportAddress = ({ area, ...query }: AreaQuestion, rest: Query) =>
  formatAddress(`/api/areas/${area}/network`, { ...query, ...rest });

/** The roads as a graph, and a page of what was found while it was built. */
export const fetchNetworkReport = (
  question: AreaQuestion & { readonly kind: string | null; readonly cursor: string | null; readonly limit: number },
  signal?: AbortSignal,
): Promise<NetworkReport> => requestJson(networkReportSchema, reportAddress(question, {}), signal);

/** Where the findings can be downloaded. */
export const networkReportTableAddress = (question: AreaQuestion & { readonly kind: string | null }): string =>
  reportAddress(question, { format: 'csv' });
