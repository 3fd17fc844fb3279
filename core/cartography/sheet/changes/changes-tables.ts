import type { County } from '../../../county/county.ts';
import { formatDate, formatFigureValue } from '../../../indicators/format-figure.ts';
import type { Language } from '../../../texts/language.ts';
import { text } from '../../../texts/text.ts';
import { nameIn } from '../../features/feature-scope.ts';
import type { TableColumn, TableData } from '../furniture/table-data.ts';
import type { AreaChanges, GroupOfChanges } from './area-changes.ts';
import { CHANGE_GROUPS, CHANGE_KIND_NAMES, type CountyChange } from './county-change.ts';
import { nameFigure } from './name-figure.ts';
import { writeDifference, writeItem, writeThings } from './write-changes.ts';

/** What the tables are made of. */
export interface ChangesTablesInput {
  readonly changes: AreaChanges;
  /** The county as it is in the end. */
  readonly county: County;
  readonly language: Language;
}

/** Groups whose things are listed one by one; of the others a page tells how many. */
const LISTED = ['completed', 'struck_off', 'moved_in', 'newly_late', 'undone'];

const COUNTY_DIGITS = 6;

const say = (language: Language, key: Parameters<typeof text<'sheetRegister'>>[2], values = {}): string =>
  text(language, 'sheetRegister', key, values);

/** Figures then and now, differences of rates in percentage points; what moved stands in bold. */
export function createFiguresTable({ changes, county, language }: ChangesTablesInput): TableData {
  const differences = changes.figures.map(({ before, after }) => writeDifference(before, after, language));
  return {
    id: 'figures',
    title: say(language, 'sheet_figures'),
    columns: [
      { title: say(language, 'sheet_indicator'), align: 'start', rank: 0, flexible: true },
      { title: changes.from, align: 'end', rank: 0 },
      { title: changes.to, align: 'end', rank: 0 },
      { title: say(language, 'sheet_difference'), align: 'end', rank: 0 },
    ],
    rows: changes.figures.map(({ before, after }, i) => [
      `${after.code} ${nameFigure({ language, county }, after)}`,
      formatFigureValue(before, { language }),
      formatFigureValue(after, { language }),
      differences[i] || '—',
    ]),
    boldRows: new Set(differences.flatMap((difference, i) => (difference === '' ? [] : [i]))),
  };
}

/** In one line each, how many things changed in which way. */
export function createSummaryTable({ changes, county, language }: ChangesTablesInput): TableData {
  const words = { language, county };
  const byGroup = new Map(changes.groups.map((group) => [group.group, group]));
  return {
    id: 'summary',
    title: say(language, 'sheet_summary'),
    isWhole: true,
    columns: [
      { title: say(language, 'sheet_group'), align: 'start', rank: 0 },
      { title: say(language, 'sheet_what'), align: 'start', rank: 0, flexible: true },
    ],
    rows: CHANGE_GROUPS.flatMap((group) =>
      CHANGE_KIND_NAMES.flatMap((kind) => {
        const own = byGroup.get(group)?.changes.filter((change) => change.kind === kind) ?? [];
        return own.length === 0 ? [] : [writeThings(words, kind, own)];
      }).map((sentence, at) => [at === 0 ? say(language, `group_${group}`) : '', sentence]),
    ),
    empty: say(language, 'sheet_nothing'),
  };
}

/** Lists of what was completed, struck off, moved in, newly late, taken back: by town, then kind, the latest first. */
export const createListTables = (input: ChangesTablesInput): readonly TableData[] =>
  input.changes.groups.filter(({ group }) => LISTED.includes(group)).map((group) => createListTable(input, group));

function createListTable(input: ChangesTablesInput, { group, towns, changes }: GroupOfChanges): TableData {
  const { county, language } = input;
  const { areaCode } = input.changes;
  const names = new Map(county.areas.map((area) => [area.code, nameIn(language, area)]));
  const isBelowTown = areaCode.length > COUNTY_DIGITS;
  // below the county every town would be the same
  const placeOf = (town: string, change: CountyChange): string =>
    (isBelowTown ? change.areaCodes.find((code) => code.startsWith(areaCode)) : undefined) ?? town;
  const columns: readonly TableColumn[] = [
    { title: say(language, isBelowTown ? 'sheet_village' : 'sheet_town'), align: 'start', rank: 0 },
    { title: say(language, 'sheet_thing'), align: 'start', rank: 0, flexible: true },
    { title: say(language, 'sheet_what'), align: 'start', rank: 0 },
    { title: say(language, 'sheet_day'), align: 'end', rank: 1 },
  ];
  return {
    id: group,
    title: say(language, `group_${group}`),
    remark: String(changes.length),
    columns,
    rows: towns.flatMap(({ code, changes: own }) =>
      joinSegments(own, (change) => placeOf(code, change)).map(({ change, count }) => [
        names.get(placeOf(code, change)) ?? code,
        count === 1
          ? nameIn(language, change)
          : say(language, 'sheet_segments', { name: nameIn(language, change), count }),
        writeItem({ language, county }, change),
        change.on?.slice(5) ?? '',
      ]),
    ),
  };
}

/** A line of a list, and of how many things it tells. */
interface ListedChange {
  readonly change: CountyChange;
  readonly count: number;
}

/** Segments of one road that changed on one day in one place stand in one line, their lengths added up. */
function joinSegments(
  changes: readonly CountyChange[],
  placeOf: (change: CountyChange) => string,
): readonly ListedChange[] {
  const lines = new Map<string, ListedChange>();
  for (const [at, change] of changes.entries()) {
    const { kind, name, on, amount, line } = change;
    const id = line === null || amount === null ? String(at) : [kind, name, on, placeOf(change)].join(' ');
    const earlier = lines.get(id);
    const total = (earlier?.change.amount ?? 0) + (amount ?? 0);
    lines.set(
      id,
      earlier ? { change: { ...earlier.change, amount: total }, count: earlier.count + 1 } : { change, count: 1 },
    );
  }
  return [...lines.values()];
}

/** The two days in words: `2026年10月31日—2026年11月22日`. */
export const writePeriod = ({ from, to }: AreaChanges, language: Language): string =>
  say(language, 'sheet_period', { from: formatDate(from, language), to: formatDate(to, language) });
