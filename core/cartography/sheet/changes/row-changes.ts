import type { County } from '../../../county/county.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { indexCodes } from '../../../planning/list-draft.ts';
import type { ChangeKind, CountyChange } from './county-change.ts';
import { listSegmentAreas } from './segment-areas.ts';
import { createChange, type StatePair } from './thing-changes.ts';

interface Row {
  readonly code: string;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly areaCode?: string;
  readonly villageCode?: string;
  readonly position?: LonLat;
  readonly seat?: LonLat;
}

/** Lists that maps draw, each with its kind of change. */
const LISTS = {
  areas_changed: ({ areas }) => areas,
  settlements_changed: ({ settlements }) => settlements,
  sites_changed: ({ sites }) => sites,
  segments_changed: ({ segments }) => segments,
  hazards_changed: ({ hazards }) => hazards,
  parks_changed: ({ parks }) => parks,
  services_changed: ({ services }) => services,
  constraints_changed: ({ constraints }) => constraints,
  rivers_changed: ({ rivers }) => rivers,
} as const satisfies Readonly<Partial<Record<ChangeKind, (county: County) => readonly Row[]>>>;

/** Things that came, went, or are told otherwise without any event: another name, place, line, capacity. */
export function listRowChanges(pair: StatePair): readonly CountyChange[] {
  const { before, after } = pair;
  return (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((kind) => {
    const [first, second] = [LISTS[kind](before.county), LISTS[kind](after.county)] as readonly (readonly Row[])[];
    if (!first || !second || first === second) return [];
    const areasOf = kind === 'segments_changed' ? areasOfSegments(pair) : areasOfRow;
    const [places, later] = [indexCodes(first), indexCodes(second)];
    const differs = (row: Row): boolean => {
      const earlier = first[places.get(row.code) ?? -1];
      return earlier !== row && (earlier === undefined || withoutEvents(earlier) !== withoutEvents(row));
    };
    return [...second.filter(differs), ...first.filter(({ code }) => !later.has(code))].map((row) =>
      createChange(kind, row, { areaCodes: areasOf(row), position: row.position ?? row.seat ?? null }),
    );
  });
}

/** What of a row is told for good; nodes of roads are numbered anew whenever data enter. */
const withoutEvents = (row: Row): string =>
  JSON.stringify(row, (key, value: unknown) => (IGNORED.has(key) ? undefined : value));
const IGNORED: ReadonlySet<string> = new Set(['events', 'startNode', 'endNode', 'facilities']);

const areasOfRow = ({ code, areaCode, villageCode }: Row): readonly string[] => {
  const own = areaCode ?? villageCode ?? (/^(\d{6}|\d{9}|\d{12})$/.test(code) ? code : null);
  return own === null ? [] : [own];
};

function areasOfSegments({ before, after }: StatePair): (row: Row) => readonly string[] {
  const find = ({ county }: StatePair['after'], code: string): readonly string[] | undefined =>
    listSegmentAreas(county)[indexCodes(county.segments).get(code) ?? -1];
  return ({ code }) => find(after, code) ?? find(before, code) ?? [];
}
