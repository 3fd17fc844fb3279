import type { County } from '#core/county/county.ts';
import { distanceToLineMeters } from '#core/geo/point-to-line.ts';
import type { JoinedWorld } from './joined-world.ts';
import { hardenPlainly } from './plain-joined.ts';

/** What a set of segments joins and costs, by the words of the definition. */
export interface PlainChoice {
  readonly segments: readonly number[];
  readonly costFen: number;
  /** Settlements that are joined then, those joined before included. */
  readonly joined: readonly number[];
}

/** Every set of segments that could be hardened, each judged anew; for a dozen such segments at most. */
export function listChoicesPlainly(world: JoinedWorld): readonly PlainChoice[] {
  const { county, network, definition } = world;
  const hardened = hardenPlainly(network, definition);
  const open = county.segments.flatMap((_, i) => (network.state.exists[i] === 1 && !hardened.has(i) ? [i] : []));
  const judge = createJudge(county, definition.distanceMeters);
  return Array.from({ length: 2 ** open.length }, (_, choice) => {
    const segments = open.filter((_, bit) => (choice >> bit) & 1);
    return {
      segments,
      costFen: segments.reduce((sum, segment) => sum + priceFenPlainly(county, segment), 0),
      joined: judge([...hardened, ...segments].reduce((mask, segment) => mask | (1 << segment), 0)),
    };
  });
}

/** Own cost, else kilometres at the county's price, to the fen. */
export function priceFenPlainly({ segments, settings }: County, segment: number): number {
  const row = segments[segment];
  if (!row) return 0;
  const yuan = row.costYuan ?? (row.lengthMeters / 1000) * settings.hardeningCosts.yuanPerKilometer[row.roadClass];
  return Math.round(yuan * 100);
}

/** Settlements that a set of segments, as bits, joins; up to 30 segments. */
function createJudge(county: County, meters: number): (set: number) => readonly number[] {
  const { segments, settlements, areas } = county;
  const written = segments.map(({ line }) => new Set(line.coordinates.map(String)));
  const meeting = segments.map(({ line }) =>
    written.reduce(
      (mask, other, j) => (line.coordinates.some((position) => other.has(String(position))) ? mask | (1 << j) : mask),
      0,
    ),
  );
  const main = segments.reduce((mask, { roadClass }, i) => (/[GSXY]/.test(roadClass) ? mask | (1 << i) : mask), 0);
  const near = (position: readonly [number, number]) =>
    segments.reduce(
      (mask, { line }, i) => (distanceToLineMeters(position, line.coordinates) <= meters ? mask | (1 << i) : mask),
      0,
    );
  const needs = settlements.map(({ position, villageCode }) => {
    const seat = areas.find(({ code }) => code === villageCode)?.seat;
    return [near(position), seat ? near(seat) : 0, main] as const;
  });
  return (set) => {
    const parts = listParts(set, meeting);
    return needs.flatMap((need, i) => (parts.some((part) => need.every((mask) => (mask & part) !== 0)) ? [i] : []));
  };
}

/** Sets of segments that hang together. */
function listParts(set: number, meeting: readonly number[]): readonly number[] {
  const parts: number[] = [];
  for (let left = set; left !== 0; ) {
    let part = left & -left;
    for (let grown = 0; grown !== part; ) {
      grown = part;
      meeting.forEach((met, i) => {
        if ((part >> i) & 1) part |= met & set;
      });
    }
    parts.push(part);
    left &= ~part;
  }
  return parts;
}
