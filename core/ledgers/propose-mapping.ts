import type { IsoDate } from '../county/dates.ts';
import type { AreaRow } from '../county/things.ts';
import { type SampledColumn, sampleColumns } from './column-fit.ts';
import { LEDGER_KINDS, type LedgerKind } from './ledger.ts';
import { findField, getLedger } from './ledgers.ts';
import { proposeArea } from './propose-area.ts';
import { addNamedColumns, type ColumnReason, proposeColumns } from './propose-columns.ts';
import { type PositionProposal, proposePosition } from './propose-position.ts';
import { findDateInside } from './read-date.ts';
import { readValue } from './read-value.ts';
import type { SourceTable } from './source-table.ts';
import type { TableMapping } from './table-mapping.ts';
import { LEDGER_WORDS } from './words/ledger-words.ts';

/** What is known when a mapping is proposed. */
export interface MappingContext {
  /** Place of the file and of the table in it, from 0. */
  readonly file: number;
  readonly table: number;
  readonly fileName: string;
  readonly countyCode: string;
  readonly areas: readonly Pick<AreaRow, 'code' | 'name' | 'level'>[];
  /** The county's data date, for tables that name none. */
  readonly asOf: IsoDate;
}

/** A proposed mapping, how sure it is (0 to 1), and why. */
export interface MappingProposal {
  readonly mapping: TableMapping;
  readonly confidence: number;
  readonly reasons: readonly ColumnReason[];
  readonly positionBy: PositionProposal['by'];
}

/** Below this no ledger is proposed: a person chooses. */
const LEAST_SCORE = 1.5;

/** One column that fits may be chance. */
const LEAST_COLUMNS = 2;

/** A ledger with what speaks for it. */
interface Candidate {
  readonly kind: LedgerKind;
  readonly reasons: readonly ColumnReason[];
  readonly constants: Readonly<Record<string, string>>;
  readonly position: PositionProposal;
  readonly score: number;
  /** Share of what a new row needs that is there. */
  readonly complete: number;
}

/**
 * Which ledger a table is and which of its columns are which fields, by headers and by contents: words, codes, closed lists, geometry, the names of file and sheet. Nothing is
 * confirmed by it; `replace` is never proposed.
 */
export function proposeMapping(table: SourceTable, context: MappingContext): MappingProposal {
  const columns = sampleColumns(table);
  const candidates = LEDGER_KINDS.map((kind) => weigh(kind, { table, columns, context })).toSorted(
    (a, b) => b.score - a.score,
  );
  const [best, second] = candidates;
  const isFound = best !== undefined && best.score >= LEAST_SCORE && best.reasons.length >= LEAST_COLUMNS;
  const chosen = isFound ? best : undefined;
  const all = chosen === undefined ? [] : addNamedColumns(chosen.kind, freeColumns(columns, chosen), chosen.reasons);
  const fields = Object.fromEntries(all.map(({ field, column }) => [field, column]));
  const mapping: TableMapping = {
    file: context.file,
    table: context.table,
    ledger: chosen?.kind ?? null,
    columns: fields,
    constants: chosen?.constants ?? {},
    position: chosen?.position.position ?? { kind: 'none' },
    crs: table.crs,
    crsConfirmed: false,
    mode: 'add',
    areaCode: proposeArea(table, { columns: fields, ledger: chosen?.kind ?? null, context }),
    asOf: findDate(table, context),
  };
  return {
    mapping,
    confidence: chosen ? measureConfidence(chosen, second, columns.length) : 0,
    reasons: all,
    positionBy: chosen?.position.by ?? 'none',
  };
}

/** Columns that hold no position. */
function freeColumns(columns: readonly SampledColumn[], { position: { position } }: Candidate) {
  const used =
    position.kind === 'two_columns'
      ? [position.first, position.second]
      : position.kind === 'one_column' || position.kind === 'wkt'
        ? [position.column]
        : [];
  return columns.filter(({ index }) => !used.includes(index));
}

interface Evidence {
  readonly table: SourceTable;
  readonly columns: readonly SampledColumn[];
  readonly context: MappingContext;
}

/** Points for a ledger: its columns, what a row needs, its geometry, the names of file and sheet. */
function weigh(kind: LedgerKind, { table, columns, context }: Evidence): Candidate {
  const ledger = getLedger(kind);
  const reading = { asOf: context.asOf, from1904: table.from1904 };
  const proposed = proposeColumns(kind, columns, reading);
  const village = proposed.find(
    ({ field }) => field === 'villageName' || field === 'villageCode' || field === 'areaCode',
  );
  const position = proposePosition(ledger, { table, columns }, village?.column ?? null);
  const reasons = proposed.filter((reason) => !isPositionOf(position, table, reason));
  const constants = proposeConstants(kind, reasons, { table, columns, context });
  const needed = ledger.fields.filter(({ required }) => required);
  const isThere = (name: string): boolean =>
    name in constants || reasons.some(({ field }) => field === name || findField(kind, field)?.finds?.field === name);
  const complete = needed.length === 0 ? 1 : needed.filter(({ name }) => isThere(name)).length / needed.length;
  const points = reasons.reduce((sum, { field, score }) => sum + score * weightOf(kind, field), 0);
  const score =
    points + scoreGeometry(ledger.geometries, table, position) + scoreNames(kind, table, context) - 4 * (1 - complete);
  return { kind, reasons, constants, position, score, complete };
}

/** Columns that hold the position are not fields of degrees besides. */
function isPositionOf({ position }: PositionProposal, table: SourceTable, { field, column }: ColumnReason): boolean {
  if (position.kind === 'two_columns') return column === position.first || column === position.second;
  if (position.kind === 'one_column' || position.kind === 'wkt') return column === position.column;
  // beside a geometry of points the columns say the same again
  return (
    position.kind === 'geometry' &&
    (field === 'lon' || field === 'lat') &&
    table.rows.every(({ geometry }) => geometry === null || geometry.type === 'Point')
  );
}

/** How much a field tells about the kind of a table: those that few ledgers have tell most. */
function weightOf(kind: LedgerKind, name: string): number {
  const field = findField(kind, name);
  if (field === undefined) return 0;
  const owners = LEDGER_KINDS.filter((one) => findField(one, name) !== undefined).length;
  return (field.required ? 1.5 : 1) * (owners === 1 ? 2 : owners <= 3 ? 1.3 : 0.5);
}

/** Geometry of the ledger's kind speaks for it, another one against it, as does none where one is needed. */
function scoreGeometry(geometries: readonly string[], { rows }: SourceTable, { by }: PositionProposal): number {
  const found = rows.find(({ geometry }) => geometry !== null)?.geometry?.type;
  if (found === undefined) return geometries.length === 0 ? 0.5 : by === 'none' ? -1 : by === 'village' ? -0.5 : 1.5;
  if (geometries.includes(found)) return geometries[0] === found || geometries.length === 2 ? 3 : 2;
  const isOneOfSeveral = found === 'MultiLineString' && geometries.includes('LineString');
  return isOneOfSeveral ? 3 : -8;
}

/** The longest word about the ledger in the names of file and sheet, three points for four characters. */
function scoreNames(kind: LedgerKind, table: SourceTable, { fileName }: MappingContext): number {
  const name = `${table.name} ${fileName}`.normalize('NFKC').toLowerCase();
  const words = LEDGER_WORDS[kind]
    .split(' ')
    .filter((word) =>
      /^[a-z_]+$/.test(word) ? new RegExp(`(?<![a-z])${word}(?![a-z])`).test(name) : name.includes(word),
    );
  const longest = Math.max(0, ...words.map((word) => (/^[a-z_]+$/.test(word) ? 3 : word.length)));
  return Math.min(longest, 4) * 0.75;
}

/** Values that every row has: a closed list that the name of the file or sheet says, the level of areas by their codes. */
function proposeConstants(
  kind: LedgerKind,
  reasons: readonly ColumnReason[],
  { table, columns, context }: Evidence,
): Readonly<Record<string, string>> {
  const constants: Record<string, string> = {};
  const isMapped = (name: string) => reasons.some(({ field }) => field === name);
  for (const field of getLedger(kind).fields) {
    if (field.type !== 'choice' || !field.required || isMapped(field.name) || kind === 'events') continue;
    for (const name of [table.name, context.fileName.replace(/\.\w+$/, '')]) {
      const read = readValue(field, name, { asOf: context.asOf, from1904: false });
      if (read.ok && typeof read.value === 'string') constants[field.name] ??= read.value;
    }
  }
  const codes = columns[reasons.find(({ field }) => field === 'code')?.column ?? -1]?.cells.map(String) ?? [];
  const level = codes.length > 0 ? LEVEL_OF_DIGITS[codes[0]?.length ?? 0] : undefined;
  if (kind === 'areas' && !isMapped('level') && level && codes.every((code) => code.length === codes[0]?.length))
    constants.level = level;
  return constants;
}

const LEVEL_OF_DIGITS: Readonly<Record<number, string>> = { 6: 'county', 9: 'town', 12: 'village' };

/** The date in the name of the sheet or of the file, unless it lies after the county's data. */
function findDate({ name }: SourceTable, { fileName, asOf }: MappingContext): IsoDate {
  for (const text of [name, fileName]) {
    const found = findDateInside(text.normalize('NFKC'), { asOf, from1904: false });
    if (found?.ok && typeof found.value === 'string' && found.value <= asOf) return found.value;
  }
  return asOf;
}

/** Sure when rows are complete, columns are well recognised, most of them are used and no other ledger is near. */
function measureConfidence(best: Candidate, second: Candidate | undefined, columnCount: number): number {
  const mean = best.reasons.reduce((sum, { score }) => sum + score, 0) / Math.max(1, best.reasons.length);
  const used = Math.min(1, best.reasons.length / Math.max(1, Math.min(columnCount, 8)));
  const margin = second === undefined ? 1 : Math.min(1, Math.max(0, (best.score - second.score) / 4));
  return Math.round((0.3 * best.complete + 0.3 * mean + 0.15 * used + 0.25 * margin) * 100) / 100;
}
