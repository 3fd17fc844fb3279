import type { LedgerRow, ProjectRow, SegmentRow } from '#core/county/things.ts';
import { isIn, latest, type NaiveWorld, type Recount, share, stands, surfaceOf, total } from './naive-world.ts';

const DONE_STATUSES = ['completed', 'accepted'];
const BEGUN_STAGES = ['begun', 'completed', 'accepted', 'reimbursed', 'transferred'];

interface Piece {
  readonly segment: SegmentRow;
  readonly meters: number;
}

/** Pieces of segments in an area, as they are stored; those on another route's pavement are left out. */
function listPieces({ stored: { pieces, segments } }: NaiveWorld, area: string): readonly Piece[] {
  return pieces.areaCodes
    .map((areaCode, i) => ({
      areaCode,
      segment: segments[pieces.segment[i] ?? -1],
      meters: pieces.lengthMeters[i] ?? 0,
    }))
    .filter(({ areaCode, segment }) => isIn(area)(areaCode) && segment?.sharesPavementWith === null)
    .flatMap(({ segment, meters }) => (segment ? [{ segment, meters }] : []));
}

const sumMeters = (pieces: readonly Piece[]): number => total(pieces, ({ meters }) => meters);

const isDone = (world: NaiveWorld, { segment }: Piece): boolean =>
  DONE_STATUSES.includes(latest(world, segment.events, 'status')?.value ?? '');

const isHardened = (world: NaiveWorld, segment: SegmentRow): boolean =>
  (world.rows.settings.hardenedSurfaces as readonly string[]).includes(surfaceOf(world, segment) ?? '');

const listProjects = ({ rows }: NaiveWorld, area: string) =>
  rows.projects.filter(({ areaCode }) => isIn(area)(areaCode));

const amountOf = (world: NaiveWorld, project: ProjectRow, kind: 'allocated' | 'disbursed'): number =>
  latest(world, project.events, kind)?.amount ?? 0;

/** Roads by length, projects, exits, items, parks, ledgers: R1, R5, R6, P, I3, Q1. */
export const WORKS_RECOUNTS = {
  R1: (world, area) => {
    const access = listPieces(world, area).filter(
      ({ segment }) => segment.roadFunction === 'village_access' && stands(world, segment),
    );
    const hardened = access.filter(({ segment }) => isHardened(world, segment));
    return { numerator: sumMeters(hardened), denominator: sumMeters(access) };
  },
  R5: (world, area) => {
    const planned = listPieces(world, area).filter(({ segment }) => segment.plannedYear !== null);
    const left = planned.filter((piece) => !isDone(world, piece));
    return { numerator: sumMeters(left), denominator: sumMeters(planned) };
  },
  R6: (world, area) => {
    const planned = listPieces(world, area).filter(({ segment }) => segment.plannedYear !== null);
    const done = planned.filter((piece) => isDone(world, piece));
    return { numerator: sumMeters(done), denominator: sumMeters(planned) };
  },
  P1: (world, area) => {
    const stage = (project: ProjectRow) => latest(world, project.events, 'stage')?.value ?? '';
    const begun = listProjects(world, area).filter((project) => BEGUN_STAGES.includes(stage(project)));
    return share(begun, (project) => stage(project) !== 'begun');
  },
  P2: (world, area) => {
    const funded = listProjects(world, area).filter((project) => amountOf(world, project, 'allocated') > 0);
    return {
      numerator: total(funded, (project) => amountOf(world, project, 'disbursed')),
      denominator: total(funded, (project) => amountOf(world, project, 'allocated')),
    };
  },
  P3: (world, area) => {
    const villages = world.rows.areas.filter(({ level, code }) => level === 'village' && isIn(area)(code));
    const planned = villages.filter(({ plannedExitYear }) => plannedExitYear !== null);
    return share(planned, ({ events }) => latest(world, events, 'exit') !== undefined);
  },
  P4: (world, area) => {
    const items = world.rows.items.filter(({ areaCode, foundOn }) => isIn(area)(areaCode) && foundOn <= world.asOf);
    return share(items, ({ events }) => latest(world, events)?.kind === 'closed');
  },
  I3: (world, area) => {
    const parks = world.rows.parks.filter(({ areaCode, plannedScale }) => isIn(area)(areaCode) && plannedScale);
    const completion = ({ events, plannedScale }: (typeof parks)[number]) =>
      Math.min(1, (latest(world, events, 'achieved')?.amount ?? 0) / (plannedScale ?? 1));
    return { numerator: total(parks, completion), denominator: parks.length };
  },
  Q1: (world, area) => {
    const ledger = world.rows.ledgerRows.filter(({ villageCode }) => isIn(area)(villageCode));
    const known = new Set([...world.rows.households, ...world.rows.sites].map(({ code }) => code));
    const seen = new Set<string>();
    return share(ledger, (row) => {
      const key = `${row.source} ${row.villageCode} ${row.householdCode}`;
      const isRepeated = row.householdCode !== null && seen.has(key);
      seen.add(key);
      return isRepeated || contradicts(world, row, known);
    });
  },
} satisfies Readonly<Record<string, Recount>>;

/** Whether a ledger row names something unknown or contradicts itself: the rules that the sample county may break. */
function contradicts({ rows }: NaiveWorld, { householdCode, values }: LedgerRow, known: ReadonlySet<string>): boolean {
  const isUnknown = (code: unknown) => typeof code === 'string' && code !== '' && !known.has(code);
  const isLater = (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value > rows.dataDate;
  return (
    isUnknown(householdCode) ||
    isUnknown(values.siteCode) ||
    values.people !== values.members ||
    Object.values(values).some(isLater)
  );
}
