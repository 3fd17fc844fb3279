import type { AreaRow } from '#core/county/things.ts';
import { positionsOf } from '#core/geo/bbox.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import { type CrsSample, recogniseCrs } from '#core/geo/recognise-crs.ts';
import type { CrsGuess } from '#core/geo/source-crs.ts';
import { readPosition } from '#core/ledgers/checks/locate-draft.ts';
import { stemOfName } from '#core/ledgers/checks/names.ts';
import type { SourceFile, SourceRow, SourceTable } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { CrsGuesses } from './import-messages.ts';

/** Fields whose value says in which village a row lies, the surest first. */
const AREA_FIELDS = ['villageCode', 'areaCode', 'settlementCode', 'householdCode', 'code'] as const;

/** Digits of village, town and county codes. */
const AREA_DIGITS = [12, 9] as const;

/** Positions of one geometry that are tested: the ends of a line tell as much as its middle. */
const POSITIONS_OF_GEOMETRY = 5;

/** For each table with positions the reference systems that fit, best first. */
export function listCrsGuesses(
  files: readonly SourceFile[],
  mappings: readonly TableMapping[],
  areas: readonly AreaRow[],
): CrsGuesses {
  const finder = createAreaFinder(areas);
  return Object.fromEntries(
    mappings.flatMap((mapping) => {
      const table = files[mapping.file]?.tables[mapping.table];
      if (table === undefined) return [];
      return [[`${mapping.file} ${mapping.table}`, guess(table, mapping, finder)]];
    }),
  );
}

interface AreaFinder {
  readonly outlines: ReadonlyMap<string, AreaGeometry>;
  readonly county: AreaGeometry | null;
  /** Code of the area that a text names; null when it names none, or several. */
  find(said: string): string | null;
}

function createAreaFinder(areas: readonly AreaRow[]): AreaFinder {
  const outlines = new Map(areas.map(({ code, boundary }) => [code, boundary]));
  const names = new Map<string, string | null>();
  for (const { code, name } of areas.filter(({ level }) => level !== 'county'))
    names.set(stemOfName(name), names.has(stemOfName(name)) ? null : code);
  return {
    outlines,
    county: areas.find(({ level }) => level === 'county')?.boundary ?? null,
    find(said) {
      const digits = /^\d{9,}/.exec(said)?.[0];
      if (digits === undefined) return names.get(stemOfName(said)) ?? null;
      return AREA_DIGITS.map((count) => digits.slice(0, count)).find((code) => outlines.has(code)) ?? null;
    },
  };
}

function guess(table: SourceTable, mapping: TableMapping, finder: AreaFinder): readonly CrsGuess[] {
  if (finder.county === null) return [];
  const columns = AREA_FIELDS.flatMap((field) => mapping.columns[field] ?? []);
  const samples = table.rows.flatMap((row) => listSamples(row, mapping, () => findArea(row, columns, finder)));
  if (samples.length === 0) return [];
  return recogniseCrs(samples, { areas: finder.outlines, outline: finder.county, stated: table.crs });
}

function findArea({ cells }: SourceRow, columns: readonly number[], finder: AreaFinder): string | null {
  for (const column of columns) {
    const cell = cells[column] ?? null;
    const code = cell === null ? null : finder.find(String(cell).trim());
    if (code !== null) return code;
  }
  return null;
}

function listSamples(row: SourceRow, { position }: TableMapping, findCode: () => string | null): readonly CrsSample[] {
  const reading = readPosition(position, row);
  if (reading.kind === 'pair') return [{ first: reading.first, second: reading.second, areaCode: findCode() }];
  if (reading.kind !== 'geometry') return [];
  const positions = positionsOf(reading.geometry);
  const step = Math.max(1, Math.floor(positions.length / POSITIONS_OF_GEOMETRY));
  // the vertices of an outline lie on the border of their own area
  const areaCode = reading.geometry.type === 'Point' ? findCode() : null;
  return positions.filter((_, place) => place % step === 0).map(([first, second]) => ({ first, second, areaCode }));
}
