import { HOUSEHOLD_EVENT_KINDS, type HouseholdRow } from '#core/county/things.ts';

/** Columns before the days of the events; lists are joined by `|`, empty = not known or none. */
const PLAIN_COLUMNS = [
  'code',
  'settlementCode',
  'people',
  'category',
  'mainCause',
  'otherCauses',
  'measures',
  'fundsYuan',
  'fundSource',
  'deadline',
  'responsiblePost',
  'labourForce',
  'houseClass',
  'safeWater',
  'sanitaryToilet',
  'hazardCode',
  'arrangement',
  'siteCode',
  'plannedYear',
  'retainedReason',
] as const;

/** Households as CSV: one line each, one column for the day of each kind of event. The sample has no commas in its texts. */
export function formatHouseholds(households: readonly HouseholdRow[]): string {
  const header = [...PLAIN_COLUMNS, ...HOUSEHOLD_EVENT_KINDS].join();
  return `${[header, ...households.map(formatHousehold)].join('\n')}\n`;
}

function formatHousehold(row: HouseholdRow): string {
  const days = HOUSEHOLD_EVENT_KINDS.map((kind) => row.events.find((event) => event.kind === kind)?.on ?? '');
  const plain: readonly (string | number | boolean | null)[] = [
    row.code,
    row.settlementCode,
    row.people,
    row.category,
    row.mainCause,
    row.otherCauses.join('|'),
    row.measures.join('|'),
    row.fundsYuan,
    row.fundSource,
    row.deadline,
    row.responsiblePost,
    row.labourForce,
    row.houseClass,
    row.safeWater,
    row.sanitaryToilet,
    row.hazardCode,
    row.relocation?.kind ?? null,
    row.relocation?.siteCode ?? null,
    row.relocation?.plannedYear ?? null,
    row.relocation?.retainedReason ?? null,
  ];
  return [...plain.map((value) => value ?? ''), ...days].join();
}

/** Reads what `formatHouseholds` wrote. */
export function parseHouseholds(csv: string): HouseholdRow[] {
  const [header, ...lines] = csv.trimEnd().split('\n');
  const expected = [...PLAIN_COLUMNS, ...HOUSEHOLD_EVENT_KINDS].join();
  if (header !== expected) throw new Error(`Got household columns ${header} when expected ${expected}.`);
  return lines.map(parseHousehold);
}

const textOrNull = (field: string | undefined): string | null => (field ? field : null);
const flagOrNull = (field: string | undefined): boolean | null => (field ? field === 'true' : null);
const listOf = <T extends string>(field: string | undefined): T[] => (field ? (field.split('|') as T[]) : []);

function parseHousehold(line: string): HouseholdRow {
  const fields = line.split(',');
  const field = (column: (typeof PLAIN_COLUMNS)[number]): string | undefined => fields[PLAIN_COLUMNS.indexOf(column)];
  const arrangement = textOrNull(field('arrangement'));
  const events = HOUSEHOLD_EVENT_KINDS.flatMap((kind, i) => {
    const on = fields[PLAIN_COLUMNS.length + i];
    return on ? [{ kind, on }] : [];
  });
  return {
    code: field('code') ?? '',
    settlementCode: field('settlementCode') ?? '',
    people: Number(field('people')),
    category: textOrNull(field('category')) as HouseholdRow['category'],
    mainCause: textOrNull(field('mainCause')) as HouseholdRow['mainCause'],
    otherCauses: listOf(field('otherCauses')),
    measures: listOf(field('measures')),
    fundsYuan: field('fundsYuan') ? Number(field('fundsYuan')) : null,
    fundSource: textOrNull(field('fundSource')),
    deadline: textOrNull(field('deadline')),
    responsiblePost: textOrNull(field('responsiblePost')),
    labourForce: Number(field('labourForce')),
    houseClass: textOrNull(field('houseClass')) as HouseholdRow['houseClass'],
    safeWater: flagOrNull(field('safeWater')),
    sanitaryToilet: flagOrNull(field('sanitaryToilet')),
    hazardCode: textOrNull(field('hazardCode')),
    relocation: arrangement
      ? {
          kind: arrangement as NonNullable<HouseholdRow['relocation']>['kind'],
          siteCode: textOrNull(field('siteCode')),
          plannedYear: Number(field('plannedYear')),
          retainedReason: textOrNull(field('retainedReason')),
        }
      : null,
    events: events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}
