import { type JoinDefinition, listDefinitions } from '../../network/join-definition.ts';
import { JOIN_STATES, JOINED, type JoinedPlaces } from '../../network/join-places.ts';
import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { areaSource, settlementSource } from '../entry-sources.ts';
import { once } from '../once.ts';

/** Why a settlement that must be joined is not. */
const UNJOINED_STATES = ['no_hardened_near', 'seat_not_joined', 'not_joined_to_seat', 'not_joined_to_main'] as const;

/** R0: villages whose seat is joined to a hardened G, S, X or Y road, among those that must be. */
export const R0: IndicatorDefinition = {
  code: 'R0',
  unit: 'ratio',
  countUnit: 'villages',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { areas, settings } = context.county;
    const { villageJoined } = context.joined();
    const isVillage = (i: number) => areas[i]?.level === 'village';
    const part: PartSpec = {
      part: null,
      unit: 'ratio',
      countUnit: 'villages',
      form: 'quotient',
      includes: (i) => isVillage(i) && areas[i]?.roadDuty === 'required',
      numerator: (i) => villageJoined[i] ?? 0,
      denominator: () => 1,
      pair: null,
      note: (i) => (villageJoined[i] === 1 ? 'join_joined' : 'village_not_joined'),
      excludedNote: (i) => (isVillage(i) ? `join_${areas[i]?.roadDuty}` : null),
      noteValues: () => ({ meters: settings.joinDistanceMeters }),
    };
    return [{ source: areaSource(context), parts: [part] }];
  },
};

/**
 * R2: settlements of the county's size, and all relocation sites, that are joined by a continuous hardened path. Parts: under every official
 * definition, why those not joined are not, relocation sites alone.
 */
export const R2: IndicatorDefinition = {
  code: 'R2',
  unit: 'ratio',
  countUnit: 'settlements',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context, withParts) => {
    const own = createJoinedShare(context, null);
    const source = settlementSource(context);
    if (!withParts) return [{ source, parts: [own] }];
    const definitions = listDefinitions(context.county.settings).map((definition) =>
      createJoinedShare(context, `definition:${definition.key}`, definition),
    );
    const isSite = (i: number) => context.county.settlements[i]?.kind === 'relocation_site';
    const sites: PartSpec = {
      ...own,
      part: 'sites',
      includes: (i) => isSite(i) && own.includes(i),
      excludedNote: (i) => (isSite(i) ? (own.excludedNote?.(i) ?? null) : null),
    };
    const { settlementState } = context.joined();
    const states = UNJOINED_STATES.map((state) => JOIN_STATES.indexOf(state));
    const byReason: Breakdown = {
      base: { ...own, numerator: () => 1, targeted: false },
      parts: UNJOINED_STATES.map((state) => `unjoined:${state}`),
      classOf: (i) => states.indexOf(settlementState[i] ?? -1),
      denominator: 'all',
    };
    return [{ source, parts: [own, sites, ...definitions], breakdowns: [byReason] }];
  },
};

/** Settlements joined under a definition, among those that it asks. */
function createJoinedShare(context: IndicatorContext, part: string | null, definition?: JoinDefinition): PartSpec {
  const joined: () => JoinedPlaces = once(() => context.joined(definition));
  const state = (i: number) => joined().settlementState[i] ?? -1;
  const note = (i: number) => `join_${JOIN_STATES[state(i)]}`;
  return {
    part,
    unit: 'ratio',
    countUnit: 'settlements',
    form: 'quotient',
    includes: (i) => joined().isAsked(i),
    numerator: (i) => (state(i) === JOINED ? 1 : 0),
    denominator: () => 1,
    pair: null,
    targeted: true,
    note,
    excludedNote: note,
    noteValues: () => ({ meters: context.county.settings.joinDistanceMeters }),
  };
}
