import type { AreaRow } from '../county/things.ts';
import type { LedgerKind } from './ledger.ts';
import { plainText } from './read-cell.ts';
import type { SourceTable } from './source-table.ts';

/** What is known of the areas of a county. */
interface AreaContext {
  readonly fileName: string;
  readonly countyCode: string;
  readonly areas: readonly Pick<AreaRow, 'code' | 'name' | 'level'>[];
}

/** Fields whose values begin with the code of an area. */
const CODE_FIELDS = ['areaCode', 'villageCode', 'settlementCode', 'householdCode', 'aboutCode'] as const;

/** Kinds whose own code begins with that of their area. */
const CODED_BY_AREA: readonly (LedgerKind | null)[] = ['areas', 'settlements', 'households'];

/** The smallest area that all rows of a table are of: by codes, by names of villages and towns, by the name of sheet or file; else the county. */
export function proposeArea(
  table: SourceTable,
  {
    columns,
    ledger,
    context,
  }: {
    readonly columns: Readonly<Record<string, number>>;
    readonly ledger: LedgerKind | null;
    readonly context: AreaContext;
  },
): string {
  const names = [...CODE_FIELDS, ...(CODED_BY_AREA.includes(ledger) ? ['code'] : [])];
  const prefixes = names.flatMap((name) => commonArea(valuesOf(table, columns[name]), context.countyCode) ?? []);
  const longest = prefixes.toSorted((a, b) => b.length - a.length)[0];
  if (
    longest !== undefined &&
    longest.length > context.countyCode.length &&
    context.areas.some(({ code }) => code === longest)
  )
    return longest;
  return findByNames(table, columns, context) ?? context.countyCode;
}

/** The smallest area to which all codes belong, when they are of the county; areas themselves belong to the one above. */
function commonArea(codes: readonly string[], county: string): string | undefined {
  if (codes.length === 0 || !codes.every((code) => code.startsWith(county))) return undefined;
  return (
    [12, 9]
      .map((digits) => codes[0]?.slice(0, digits) ?? '')
      .find((area) => area.length > 6 && codes.every((code) => code.startsWith(area))) ?? county
  );
}

function findByNames(
  table: SourceTable,
  columns: Readonly<Record<string, number>>,
  { areas, fileName }: AreaContext,
): string | undefined {
  const named = (names: readonly string[], level: AreaRow['level']): string | undefined => {
    const [name] = names;
    if (name === undefined || name === '' || names.some((one) => one !== name)) return undefined;
    const found = areas.filter((area) => area.level === level && (area.name === name || area.name.startsWith(name)));
    return found.length === 1 ? found[0]?.code : undefined;
  };
  const towns = valuesOf(table, columns.townName);
  const villages = valuesOf(table, columns.villageName);
  const inName = areas.filter(
    ({ level, name }) => level === 'town' && name.length >= 2 && `${table.name} ${fileName}`.includes(name),
  );
  return (
    named(villages, 'village') ??
    named(towns, 'town') ??
    (inName.length === 1 && towns.length === 0 ? inName[0]?.code : undefined)
  );
}

/** Cells of a column that say something. */
const valuesOf = ({ rows }: SourceTable, column: number | undefined): readonly string[] =>
  column === undefined ? [] : rows.map(({ cells }) => plainText(cells[column] ?? null)).filter((text) => text !== '');
