import type { County } from '../../county/county.ts';
import { isIsoDate } from '../../county/dates.ts';
import { CAUSES, TARGET_CATEGORIES } from '../../county/kinds.ts';
import type { LedgerRow } from '../../county/things.ts';
import { isPointInArea } from '../../geo/point-in-polygon.ts';

/** Rules of Q1; the bit of a rule in a row's problems is its place in this list. */
export const LEDGER_RULES = [
  'reported_twice',
  'household_split',
  'household_in_two_sites',
  'people_differ_from_members',
  'causes_do_not_add_up',
  'point_outside_village',
  'unknown_code',
  'date_in_future',
  'total_differs',
] as const;
export type LedgerRule = (typeof LEDGER_RULES)[number];

/** A reported total may differ from the last one by this share without an explanation: domain.md section 5, Q1. */
const TOTAL_TOLERANCE = 0.1;

/** What the rules need to know of the county besides the row. */
interface LedgerWorld {
  readonly county: County;
  readonly householdCodes: ReadonlySet<string>;
  readonly siteCodes: ReadonlySet<string>;
  readonly boundaries: ReadonlyMap<string, County['areas'][number]['boundary']>;
  /** What earlier rows said; filled row by row. */
  readonly seenHouseholds: Set<string>;
  readonly codeOfRegistered: Map<string, string>;
  readonly siteOfHousehold: Map<string, string>;
}

/**
 * The rules each ledger row breaks, as bits by `LEDGER_RULES`, aligned with `County.ledgerRows`.
 *
 * Known values: `registeredHousehold`, `siteCode`, `category`, `mainCause`, `people`, `members`, `cause_<cause>` with `households`, `lon` with
 * `lat`, `total` with `lastTotal` and `explanation`; every date but `deadline`. A rule whose values are absent is not broken. Of rows that repeat each
 * other the first is right, so the rate is (rows - distinct) ÷ rows.
 */
export function findLedgerProblems(county: County): Uint16Array {
  const world: LedgerWorld = {
    county,
    householdCodes: new Set(county.households.codes),
    siteCodes: new Set(county.sites.map(({ code }) => code)),
    boundaries: new Map(county.areas.map(({ code, boundary }) => [code, boundary])),
    seenHouseholds: new Set(),
    codeOfRegistered: new Map(),
    siteOfHousehold: new Map(),
  };
  return Uint16Array.from(county.ledgerRows, (row) =>
    LEDGER_RULES.reduce((bits, rule, place) => (RULES[rule](row, world) ? bits | (1 << place) : bits), 0),
  );
}

const RULES: Record<LedgerRule, (row: LedgerRow, world: LedgerWorld) => boolean> = {
  reported_twice: ({ source, villageCode, householdCode }, { seenHouseholds }) => {
    if (householdCode === null) return false;
    const key = `${source}|${villageCode}|${householdCode}`;
    if (seenHouseholds.has(key)) return true;
    seenHouseholds.add(key);
    return false;
  },
  household_split: ({ source, householdCode, values }, { codeOfRegistered }) =>
    differsFromFirst(codeOfRegistered, textOf(values.registeredHousehold), householdCode, source),
  household_in_two_sites: ({ householdCode, values }, { siteOfHousehold }) =>
    differsFromFirst(siteOfHousehold, householdCode, textOf(values.siteCode), ''),
  people_differ_from_members: ({ values: { people, members } }) =>
    typeof people === 'number' && typeof members === 'number' && people !== members,
  causes_do_not_add_up: ({ values }) => {
    const reported = CAUSES.map((cause) => values[`cause_${cause}`]).filter((value) => typeof value === 'number');
    if (reported.length === 0 || typeof values.households !== 'number') return false;
    return reported.reduce((sum, value) => sum + value, 0) !== values.households;
  },
  point_outside_village: ({ villageCode, values: { lon, lat } }, { boundaries }) => {
    const boundary = boundaries.get(villageCode);
    return (
      boundary !== undefined &&
      typeof lon === 'number' &&
      typeof lat === 'number' &&
      !isPointInArea([lon, lat], boundary)
    );
  },
  unknown_code: ({ villageCode, householdCode, values }, { householdCodes, siteCodes, boundaries }) =>
    (householdCode !== null && !householdCodes.has(householdCode)) ||
    !boundaries.has(villageCode) ||
    isUnknown(values.siteCode, (code) => siteCodes.has(code)) ||
    isUnknown(values.category, (code) => (TARGET_CATEGORIES as readonly string[]).includes(code)) ||
    isUnknown(values.mainCause, (code) => (CAUSES as readonly string[]).includes(code)),
  date_in_future: ({ values }, { county }) =>
    Object.entries(values).some(
      ([name, value]) =>
        name !== 'deadline' && typeof value === 'string' && isIsoDate(value) && value > county.dataDate,
    ),
  total_differs: ({ values: { total, lastTotal, explanation } }) => {
    if (typeof total !== 'number' || typeof lastTotal !== 'number' || textOf(explanation) !== null) return false;
    return Math.abs(total - lastTotal) > TOTAL_TOLERANCE * Math.abs(lastTotal);
  },
};

type Reported = LedgerRow['values'][string];

/** A text that says something; null for anything else. */
const textOf = (value: Reported | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

const isUnknown = (value: Reported | undefined, isKnown: (code: string) => boolean): boolean => {
  const code = textOf(value);
  return code !== null && !isKnown(code);
};

/** Remembers the first value said about a key (per source) and tells whether this one is another. */
function differsFromFirst(
  first: Map<string, string>,
  key: string | null,
  value: string | null,
  source: string,
): boolean {
  if (key === null || value === null) return false;
  const known = first.get(`${source}|${key}`);
  if (known === undefined) first.set(`${source}|${key}`, value);
  return known !== undefined && known !== value;
}
