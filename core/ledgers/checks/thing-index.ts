import { ledgerRowKey } from '../../county/apply-county-change.ts';
import type { CountyRows } from '../../county/county-rows.ts';
import type { AreaRow } from '../../county/things.ts';
import { createAreaIndex } from '../../geo/area-index.ts';
import type { AreaGeometry, Geometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { LEDGER_KINDS, type LedgerKind } from '../ledger.ts';
import { getLedger, type ListedKind, listLedgerRows } from '../ledgers.ts';
import { type NamedCode, plainName, stemOfName } from './names.ts';
import type { AnyRow, RowDraft } from './row-draft.ts';

/** A thing that has a name, and the area in whose range it lies. */
export interface NamedThing extends NamedCode {
  /** Code of the area (or settlement) that holds it; its own code for areas. */
  readonly areaCode: string;
}

/** The things of a county and those that an import brings, by code, name and place. Everything is built when it is first asked for. */
export interface ThingIndex {
  /** Kind of the thing with a code; undefined when nothing has it. */
  kindOf(code: string): LedgerKind | undefined;
  /** The stored row with a code; for `ledger_rows` with a key. */
  rowOf(kind: LedgerKind, code: string): AnyRow | undefined;
  /** Things of a kind with a name, whatever its ending, within an area. */
  named(kind: LedgerKind, name: string, withinCode: string): readonly NamedThing[];
  /** All named things of a kind within an area. */
  listNamed(kind: LedgerKind, withinCode: string): readonly NamedThing[];
  /** Codes of a kind, for proposals. */
  codesOf(kind: LedgerKind): Iterable<string>;
  /** Name of a thing; its code when it has none. */
  nameOf(code: string): string;
  /** Boundary of an area, the imported one first. */
  boundaryOf(areaCode: string): AreaGeometry | undefined;
  /** Code of the smallest area that holds a position; undefined outside the county. */
  areaAt(position: LonLat): string | undefined;
  /** Makes an imported row known to those that follow. */
  add(draft: RowDraft): void;
}

/** An index over a county. */
export function createThingIndex(rows: CountyRows): ThingIndex {
  const kinds = once(() => indexKinds(rows));
  const imported = new Map<string, RowDraft>();
  const byKind = new Map<LedgerKind, ReadonlyMap<string, AnyRow>>();
  const names = new Map<LedgerKind, NameIndex>();
  const areaIndex = once(() => indexAreas(rows.areas));
  const rowOf: ThingIndex['rowOf'] = (kind, code) => {
    const known = byKind.get(kind) ?? indexRows(rows, kind);
    byKind.set(kind, known);
    return known.get(code);
  };
  const namesOf = (kind: LedgerKind): NameIndex => {
    const known = names.get(kind) ?? indexNames(rows, kind);
    names.set(kind, known);
    return known;
  };
  return {
    kindOf(code) {
      const draft = imported.get(code);
      // what was left out by choice is not there
      return draft?.state === 'left_out' && draft.before === null ? undefined : kinds().get(code);
    },
    rowOf,
    named: (kind, name, withinCode) =>
      namesOf(kind)
        .find(name)
        .filter(({ areaCode }) => areaCode.startsWith(withinCode)),
    listNamed: (kind, withinCode) => namesOf(kind).all.filter(({ areaCode }) => areaCode.startsWith(withinCode)),
    *codesOf(kind) {
      for (const [code, each] of kinds()) if (each === kind) yield code;
    },
    nameOf(code) {
      const stated = imported.get(code)?.values.name;
      if (typeof stated === 'string') return stated;
      const kind = kinds().get(code);
      const row = kind === undefined ? undefined : rowOf(kind, code);
      return (row as { readonly name?: string | null } | undefined)?.name ?? code;
    },
    boundaryOf(areaCode) {
      const geometry = imported.get(areaCode)?.geometry ?? null;
      if (geometry !== null && isArea(geometry)) return geometry;
      return (rowOf('areas', areaCode) as AreaRow | undefined)?.boundary;
    },
    areaAt: (position) => areaIndex()(position),
    add(draft) {
      const { code, table } = draft;
      // of rows that repeat each other the first is right
      if (code === null || imported.has(code)) return;
      const kind = kinds().get(code);
      // a row that claims the code of something else is refused for that; those that rightly name the other must not be
      if (kind !== undefined && kind !== table.kind) return;
      kinds().set(code, table.kind);
      imported.set(code, draft);
      const name = draft.values.name;
      if (typeof name === 'string') namesOf(table.kind).add({ code, name, areaCode: areaOfDraft(draft, code) });
    },
  };
}

const isArea = (geometry: Geometry): geometry is AreaGeometry =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** The area that a draft names: its own code for areas and settlements. */
function areaOfDraft({ values, table, before }: RowDraft, code: string): string {
  if (table.kind === 'areas') return code;
  const stated = values.areaCode ?? values.villageCode;
  return typeof stated === 'string' ? stated : (areaOfRow(table.kind, before) ?? '');
}

/** The area that a stored row names; undefined for kinds that name none. */
export function areaOfRow(kind: LedgerKind, row: AnyRow | null): string | undefined {
  if (row === null) return undefined;
  const known = row as { readonly areaCode?: string; readonly villageCode?: string; readonly settlementCode?: string };
  return kind === 'areas' ? row.code : (known.areaCode ?? known.villageCode ?? known.settlementCode?.slice(0, 12));
}

interface NameIndex {
  readonly all: readonly NamedThing[];
  find(name: string): readonly NamedThing[];
  add(thing: NamedThing): void;
}

function indexNames(rows: CountyRows, kind: LedgerKind): NameIndex {
  const all: NamedThing[] = [];
  const exact = new Map<string, NamedThing[]>();
  const stems = new Map<string, NamedThing[]>();
  const add = (thing: NamedThing) => {
    all.push(thing);
    push(exact, plainName(thing.name), thing);
    push(stems, stemOfName(thing.name), thing);
  };
  for (const row of kind === 'events' ? [] : listLedgerRows(rows, kind)) {
    const { code, name } = row as { readonly code?: string; readonly name?: string | null };
    if (typeof code === 'string' && typeof name === 'string')
      add({ code, name, areaCode: areaOfRow(kind, row as AnyRow) ?? rows.code });
  }
  return { all, add, find: (name) => unique(exact.get(plainName(name)) ?? stems.get(stemOfName(name)) ?? []) };
}

/** One thing is named twice when the import names it again. */
const unique = (things: readonly NamedThing[]): readonly NamedThing[] => [
  ...new Map(things.map((thing) => [thing.code, thing])).values(),
];

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function indexKinds(rows: CountyRows): Map<string, LedgerKind> {
  const kinds = new Map<string, LedgerKind>();
  for (const kind of LEDGER_KINDS) {
    if (kind === 'events' || kind === 'ledger_rows') continue;
    for (const row of listLedgerRows(rows, kind as ListedKind)) {
      const { code } = row as AnyRow;
      if (code !== undefined) kinds.set(code, kind);
    }
  }
  return kinds;
}

function indexRows(rows: CountyRows, kind: LedgerKind): ReadonlyMap<string, AnyRow> {
  if (kind === 'ledger_rows') return new Map(rows.ledgerRows.map((row) => [ledgerRowKey(row), row as AnyRow]));
  if (!getLedger(kind).key.includes('code')) return new Map();
  return new Map((listLedgerRows(rows, kind) as readonly AnyRow[]).map((row) => [row.code ?? '', row]));
}

/** Villages before towns before the county, so that the smallest area answers. */
function indexAreas(areas: readonly AreaRow[]): (position: LonLat) => string | undefined {
  const sorted = [...areas].sort(
    (a, b) => b.code.length - a.code.length || Number(a.code > b.code) - Number(a.code < b.code),
  );
  const index = createAreaIndex(sorted.map(({ boundary }) => boundary));
  return (position) => sorted[index.findArea(position)]?.code;
}

function once<T>(create: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}
