import { positionsOf } from '../../geo/bbox.ts';
import type { Geometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { nearDistanceMeters } from '../../geo/near-distance.ts';
import type { LedgerKind, LedgerValue } from '../ledger.ts';
import { listLedgerRows } from '../ledgers.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CheckContext } from './check-context.ts';
import { plainName, stemOfName } from './names.ts';
import { reportedValues } from './reported-values.ts';
import { type AnyRow, type DraftTable, type RowDraft, textOf } from './row-draft.ts';

/** Two places closer than this are one: what was placed by the same coordinates. */
const SAME_PLACE_METERS = 1;

/** Cells of the index of places, some 11 m: a place and its eight neighbours hold all that is within a metre. */
const PLACE_CELLS_PER_DEGREE = 10_000;

/** Kinds whose names tell one from another within an area; many roads and rivers have the same name or none. */
const NAMED_KINDS: readonly LedgerKind[] = [
  'areas',
  'settlements',
  'sites',
  'hazards',
  'parks',
  'services',
  'constraints',
  'projects',
  'tasks',
];

/** Whether things of a kind have names that tell them apart within an area. */
export const isNamedKind = (kind: LedgerKind): boolean => NAMED_KINDS.includes(kind);

/** Finds stored things that rows without a code speak of. Each is found once. */
export interface ThingFinder {
  /** The code; null for something new. */
  find(draft: RowDraft): string | null;
}

/**
 * A finder that goes by the name within the area, else by the place, else by all that the table says. Households, of which many are alike, are found by
 * the row that was reported of them before, and by nothing else.
 */
export function createThingFinder(context: CheckContext): ThingFinder {
  const claimed = new Set<string>();
  const places = new Map<LedgerKind, PlaceIndex>();
  const contents = new Map<DraftTable, ContentIndex>();
  let reported: ContentIndex | undefined;
  const isFree = (code: string, kind: LedgerKind) =>
    !claimed.has(code) && context.things.rowOf(kind, code) !== undefined;
  const search = (draft: RowDraft): string | undefined => {
    const { kind } = draft.table;
    const byName = findByName(context, draft).find((code) => isFree(code, kind));
    if (byName !== undefined || NAMED_KINDS.slice(0, 2).includes(kind)) return byName;
    // the seat of a village is the place of whatever is only known to be in it
    if (draft.geometry !== null && draft.table.mapping.position.kind !== 'village') {
      const index = places.get(kind) ?? indexPlaces(context, kind);
      places.set(kind, index);
      return index.find(draft.geometry).find((code) => isFree(code, kind) && isAlike(context, draft, code));
    }
    if (kind === 'households') {
      reported ??= indexReported(context);
      return reported.take(reportedKey(draft), (code) => isFree(code, kind));
    }
    const index = contents.get(draft.table) ?? indexContents(context, draft.table);
    contents.set(draft.table, index);
    return index.take(contentKey(draft.values, index.fields), (code) => isFree(code, kind));
  };
  return {
    find(draft) {
      const code = search(draft);
      if (code !== undefined) claimed.add(code);
      return code ?? null;
    },
  };
}

/** Several things may stand at one place: one found there must be of the same kind and have the same name, as far as both are told. */
function isAlike({ things }: CheckContext, { table, values }: RowDraft, code: string): boolean {
  const { name, kind } = things.rowOf(table.kind, code) as { readonly name?: string | null; readonly kind?: string };
  const said = textOf(values.name);
  const isSameName = said === null || !name || stemOfName(said) === stemOfName(name);
  return isSameName && (values.kind === undefined || kind === undefined || values.kind === kind);
}

function findByName(context: CheckContext, { table, values }: RowDraft): readonly string[] {
  const name = textOf(values.name);
  if (name === null || !isNamedKind(table.kind)) return [];
  const area = textOf(values.areaCode) ?? textOf(values.villageCode) ?? textOf(values.parentCode);
  const within = area ?? (table.mapping.areaCode || context.rows.code);
  return context.things
    .named(table.kind, name, within)
    .filter((thing) => plainName(thing.name) === plainName(name) && isInArea(table.kind, thing.areaCode, area))
    .map(({ code }) => code);
}

/** Whether a thing is filed under the very area; areas lie in their parent. Constraints are of the county. */
const isInArea = (kind: LedgerKind, areaCode: string, stated: string | null): boolean =>
  stated === null || kind === 'areas' || areaCode === stated;

interface PlaceIndex {
  find(geometry: Geometry): readonly string[];
}

function indexPlaces(context: CheckContext, kind: LedgerKind): PlaceIndex {
  const cells = new Map<string, { readonly code: string; readonly marks: readonly LonLat[] }[]>();
  for (const row of listLedgerRows(context.rows, kind)) {
    const geometry = geometryOfRow(row as StoredPlace);
    const { code } = row as AnyRow;
    if (geometry === null || code === undefined) continue;
    const marks = marksOf(geometry);
    const key = cellOf(marks[0] ?? [0, 0], [0, 0]);
    cells.set(key, [...(cells.get(key) ?? []), { code, marks }]);
  }
  return {
    find(geometry) {
      const marks = marksOf(geometry);
      const [start = [0, 0]] = marks;
      const near = NEIGHBOURS.flatMap((step) => cells.get(cellOf(start, step)) ?? []);
      return near.filter((each) => isSamePlace(each.marks, marks)).map(({ code }) => code);
    },
  };
}

interface StoredPlace {
  readonly position?: LonLat;
  readonly line?: Geometry;
  readonly boundary?: Geometry;
}

/** What a row is found by: its point, else its line, else its surface. */
const geometryOfRow = ({ position, line, boundary }: StoredPlace): Geometry | null =>
  position ? { type: 'Point', coordinates: position } : (line ?? boundary ?? null);

/** A few positions that tell a geometry from others: the only one, or first, middle and last. */
function marksOf(geometry: Geometry): readonly LonLat[] {
  const positions = positionsOf(geometry);
  const picked = [positions[0], positions[Math.floor(positions.length / 2)], positions.at(-1)];
  return positions.length === 1 ? positions : picked.filter((position) => position !== undefined);
}

const isSamePlace = (a: readonly LonLat[], b: readonly LonLat[]): boolean =>
  a.length === b.length && a.every((mark, index) => nearDistanceMeters(mark, b[index] ?? [0, 0]) <= SAME_PLACE_METERS);

const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

const cellOf = ([lon, lat]: LonLat, [dx, dy]: readonly [number, number]): string =>
  `${Math.round(lon * PLACE_CELLS_PER_DEGREE) + dx} ${Math.round(lat * PLACE_CELLS_PER_DEGREE) + dy}`;

interface ContentIndex {
  readonly fields: readonly string[];
  take(key: string, isFree: (code: string) => boolean): string | undefined;
}

/** Stored rows by all that a table says of its rows. */
function indexContents(context: CheckContext, { kind, ledger, fields, mapping }: DraftTable): ContentIndex {
  const names = fields.filter(({ field }) => field.finds === undefined).map(({ field }) => field.name);
  for (const name of ['areaCode', 'villageCode', 'settlementCode']) {
    if (!names.includes(name) && ledger.fields.some((field) => field.name === name)) names.push(name);
  }
  const entries = (listLedgerRows(context.rows, kind) as readonly AnyRow[]).map((row) => {
    const { values } = ledger.toEntry(row, { asOf: mapping.asOf });
    return [contentKey(values, names), row.code ?? ''] as const;
  });
  return createContentIndex(names, entries);
}

/** Households by the rows that were reported of them. */
function indexReported({ rows }: CheckContext): ContentIndex {
  const entries = rows.ledgerRows.flatMap(({ villageCode, householdCode, values }) =>
    householdCode === null ? [] : [[`${villageCode} ${canonicalJson(values)}`, householdCode] as const],
  );
  return createContentIndex([], entries);
}

const reportedKey = (draft: RowDraft): string => {
  const { villageCode, values } = reportedValues(draft);
  return `${villageCode} ${canonicalJson(values)}`;
};

function createContentIndex(fields: readonly string[], entries: readonly (readonly [string, string])[]): ContentIndex {
  const codes = new Map<string, string[]>();
  for (const [key, code] of entries) {
    const known = codes.get(key);
    if (known) known.push(code);
    else codes.set(key, [code]);
  }
  return { fields, take: (key, isFree) => codes.get(key)?.find(isFree) };
}

const contentKey = (values: Readonly<Record<string, LedgerValue>>, fields: readonly string[]): string =>
  JSON.stringify(fields.map((name) => values[name] ?? null));
