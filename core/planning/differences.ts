import type { County } from '../county/county.ts';
import { labelSegment } from '../county/label-segment.ts';
import type { LineGeometry } from '../geo/geometry.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { IndicatorContext } from '../indicators/context.ts';
import { JOINED } from '../network/join-places.ts';
import type { PlanEvaluation, PlanFlow } from './evaluation/evaluation.ts';
import { isSiteUsed } from './evaluation/is-site-used.ts';
import { indexCodes } from './list-draft.ts';

/** What became of a thing: it is there and was not, it was there and is not, both, or it is there otherwise. */
export type DifferenceState = 'gained' | 'lost' | 'same' | 'changed';

/** Layers of a difference map. */
export type DifferenceLayer = 'settlements' | 'segments' | 'sites' | 'flows';

/** One thing of two plans. `before` and `after` say what is told of it: see `listDifferences`; null = it is not there. */
export interface PlanDifference {
  readonly layer: DifferenceLayer;
  /** Of flows: the settlement's code, `>`, the site's. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly state: DifferenceState;
  readonly before: number | null;
  readonly after: number | null;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: LonLat } | LineGeometry;
}

/** A plan as it is compared: the county under it, as it will be, and who goes where. */
export interface ComparedState {
  readonly county: County;
  /** The county at the day that is compared. */
  readonly then: IndicatorContext;
  readonly evaluation: PlanEvaluation;
}

/**
 * What one plan has and another has not. Settlements: joined by continuous hardened roads at the day (1; registered households are in the rows of R2).
 * Segments that either plans: their planned year; gained or lost as they are hardened at the day in one and not in the other. Sites that take people:
 * their capacity in households; moved ones are changed. Flows: their households.
 */
export const listDifferences = (before: ComparedState, after: ComparedState): readonly PlanDifference[] => [
  ...compareSettlements(before, after),
  ...compareSegments(before, after),
  ...compareSites(before, after),
  ...compareFlows(before, after),
];

/** One side of a thing: what is told of it, and whether the thing is there. */
interface Side {
  readonly isThere: boolean;
  readonly value: number | null;
}

const NOTHING: Side = { isThere: false, value: null };

/** Null where neither has it. */
function compareSides(before: Side, after: Side, isChanged = before.value !== after.value): DifferenceState | null {
  if (!before.isThere && !after.isThere) return null;
  if (!before.isThere) return 'gained';
  if (!after.isThere) return 'lost';
  return isChanged ? 'changed' : 'same';
}

interface Named {
  readonly code: string;
  readonly name: string | null;
  readonly nameEn: string | null;
}

/** Things of both lists, each once; a thing of one list alone has nothing on the other side. */
function pairThings<Row extends Named>(
  before: readonly Row[],
  after: readonly Row[],
): readonly { readonly row: Row; readonly i: number; readonly j: number }[] {
  const [first, second] = [indexCodes(before), indexCodes(after)];
  return [
    ...after.map((row, j) => ({ row, i: first.get(row.code) ?? -1, j })),
    ...before.flatMap((row, i) => (second.has(row.code) ? [] : [{ row, i, j: -1 }])),
  ];
}

const nameThing = ({ code, name, nameEn }: Named) => ({ code, name: name ?? code, nameEn: nameEn ?? code });

function compareSettlements(before: ComparedState, after: ComparedState): readonly PlanDifference[] {
  const [first, second] = [before.then.joined(), after.then.joined()];
  const sideOf = (joined: typeof first, i: number): Side =>
    i >= 0 && joined.settlementState[i] === JOINED ? { isThere: true, value: 1 } : NOTHING;
  return pairThings(before.then.county.settlements, after.then.county.settlements).flatMap(({ row, i, j }) => {
    const sides = [sideOf(first, i), sideOf(second, j)] as const;
    const state = compareSides(...sides);
    const geometry = { type: 'Point', coordinates: row.position } as const;
    return state ? [describe('settlements', row, { state, sides, geometry })] : [];
  });
}

function compareSegments(before: ComparedState, after: ComparedState): readonly PlanDifference[] {
  const sideOf = ({ then: { county, state } }: ComparedState, i: number): Side =>
    i < 0 ? NOTHING : { isThere: state.segments.hardened[i] === 1, value: county.segments[i]?.plannedYear ?? null };
  return pairThings(before.then.county.segments, after.then.county.segments).flatMap(({ row, i, j }) => {
    const sides = [sideOf(before, i), sideOf(after, j)] as const;
    if (sides[0].value === null && sides[1].value === null) return [];
    // hardened in both, though one does not plan it: it was hardened before
    const isChanged = sides[0].value !== null && sides[1].value !== null && sides[0].value !== sides[1].value;
    const state = compareSides(...sides, isChanged);
    const named = { code: row.code, name: labelSegment('zh', row), nameEn: labelSegment('en', row) };
    return state ? [describe('segments', named, { state, sides, geometry: row.line })] : [];
  });
}

function compareSites(before: ComparedState, after: ComparedState): readonly PlanDifference[] {
  const [usedBefore, usedAfter] = [before, after].map(({ evaluation }) => listUsed(evaluation));
  const sideOf = ({ county: { sites } }: ComparedState, i: number, used: ReadonlySet<string> | undefined): Side => {
    const site = sites[i];
    return site && used?.has(site.code) ? { isThere: true, value: site.capacityHouseholds } : NOTHING;
  };
  const isClosed = ({ county: { planned } }: ComparedState, code: string) => planned?.closedSites.has(code) === true;
  return pairThings(before.county.sites, after.county.sites).flatMap(({ row, i, j }) => {
    const sides = [sideOf(before, i, usedBefore), sideOf(after, j, usedAfter)] as const;
    // closed, or open again, while people live there
    const hasTurned = isClosed(before, row.code) !== isClosed(after, row.code);
    const [from, to] = [before.county.sites[i]?.position, after.county.sites[j]?.position];
    const hasMoved = from !== undefined && to !== undefined && (from[0] !== to[0] || from[1] !== to[1]);
    const state = compareSides(...sides, hasMoved || hasTurned || sides[0].value !== sides[1].value);
    const geometry = { type: 'Point', coordinates: row.position } as const;
    return state ? [describe('sites', row, { state, sides, geometry })] : [];
  });
}

const listUsed = ({ sites }: PlanEvaluation): ReadonlySet<string> =>
  new Set(sites.filter(isSiteUsed).map(({ siteCode }) => siteCode));

function compareFlows(before: ComparedState, after: ComparedState): readonly PlanDifference[] {
  const keyOf = ({ settlementCode, siteCode }: PlanFlow) => `${settlementCode}>${siteCode}`;
  const first = new Map(before.evaluation.flows.map((flow) => [keyOf(flow), flow]));
  const second = new Map(after.evaluation.flows.map((flow) => [keyOf(flow), flow]));
  return [...new Set([...second.keys(), ...first.keys()])].flatMap((code) => {
    const flow = second.get(code) ?? first.get(code);
    const { county } = second.has(code) ? after : before;
    const settlement = county.settlements[indexCodes(county.settlements).get(flow?.settlementCode ?? '') ?? -1];
    const site = county.sites[indexCodes(county.sites).get(flow?.siteCode ?? '') ?? -1];
    if (!settlement || !site) return [];
    const [from, to] = [first.get(code), second.get(code)];
    const sides = [countFlow(from), countFlow(to)] as const;
    const state = compareSides(...sides);
    const named = {
      code,
      name: `${settlement.name} → ${site.name}`,
      nameEn: `${settlement.nameEn} → ${site.nameEn}`,
    };
    const geometry = { type: 'LineString', coordinates: [settlement.position, site.position] } as const;
    return state ? [describe('flows', named, { state, sides, geometry })] : [];
  });
}

const countFlow = (flow: PlanFlow | undefined): Side => (flow ? { isThere: true, value: flow.households } : NOTHING);

const describe = (
  layer: DifferenceLayer,
  row: Named,
  {
    state,
    sides: [before, after],
    geometry,
  }: {
    readonly state: DifferenceState;
    readonly sides: readonly [Side, Side];
    readonly geometry: PlanDifference['geometry'];
  },
): PlanDifference => ({
  layer,
  ...nameThing(row),
  state,
  before: before.value,
  after: after.value,
  geometry,
});
