import type { HouseholdRow, LedgerRow } from '#core/county/things.ts';
import { groupRows } from './group-rows.ts';
import { createRandom, type Random } from './random.ts';

/** Households that stand twice in the ledger of 双河村, and its distinct ones: 117 rows in all. */
export const TWICE_REPORTED = 28;
export const LEDGER_HOUSEHOLDS = 89;
const SOURCE = '2026年10月对象台账';

/**
 * The target ledger that each village returned in October 2026, one row per target household. 双河村 reports 28 households twice; in
 * the other villages a few dozen rows break one of the other rules.
 */
export function createLedgerRows(seed: number, households: readonly HouseholdRow[], shuanghe: string): LedgerRow[] {
  const random = createRandom(seed, 'ledger');
  const targets = households.filter(({ category }) => category !== null);
  const rows: LedgerRow[] = [];
  for (const [villageCode, list] of groupRows(targets, ({ settlementCode }) => settlementCode.slice(0, 12))) {
    const isTwice = villageCode === shuanghe;
    const reported = isTwice ? [...list, ...random.shuffle(list).slice(0, TWICE_REPORTED)] : list;
    // the careless villages lie in a third of the towns
    const isCareless = !isTwice && Number(villageCode.slice(6, 9)) % 3 === 1;
    for (const [i, household] of reported.entries()) {
      const values = reportValues(household);
      rows.push({
        source: SOURCE,
        rowNumber: i + 1,
        villageCode,
        householdCode: household.code,
        values: isCareless ? breakSome(values, random) : values,
      });
    }
  }
  return rows;
}

/** What a village reports of a household: the columns of the form. */
function reportValues(household: HouseholdRow): Record<string, string | number | boolean | null> {
  return {
    people: household.people,
    members: household.people,
    category: household.category,
    mainCause: household.mainCause,
    siteCode: household.relocation?.siteCode ?? null,
    reportedOn: '2026-10-28',
  };
}

/** One row in a hundred or so is wrong. */
function breakSome(values: Record<string, string | number | boolean | null>, random: Random): LedgerRow['values'] {
  if (random.chance(0.008)) return { ...values, members: Number(values.people) + 1 };
  if (random.chance(0.002)) return { ...values, reportedOn: '2027-10-28' };
  if (random.chance(0.002)) return { ...values, siteCode: 'AZ999' };
  return values;
}
