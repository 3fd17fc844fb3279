import type { HouseholdEntry } from '#core/county/household-columns.ts';
import type { Transaction } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { narrowToPage, type Page, type ReadPiece, readPages } from './read-version.ts';
import type { HouseholdRecordRow } from './thing-tables.ts';
import { ARRANGEMENTS } from './thing-tables.ts';
import { selectVersions, whereValid } from './version-store.ts';

interface HouseholdRecord {
  readonly code: string;
  readonly settlement_code: string;
  readonly people: number;
  readonly category: HouseholdRecordRow['category'];
  readonly main_cause: HouseholdRecordRow['mainCause'];
  /** Parted by commas: a text costs the driver less than a list. */
  readonly measures: string;
  readonly labour_force: number;
  readonly funds_yuan: number | null;
  readonly hazard_code: string | null;
}

/** What the columns of a county need of its households at a revision; the other properties stay in the database. */
export async function readHouseholds(read: ReadPiece, version: CountyVersion): Promise<readonly HouseholdEntry[]> {
  const arrangements = await read((trx) => selectVersions(trx, ARRANGEMENTS, version));
  const relocations = new Map(arrangements.map(({ householdCode, ...relocation }) => [householdCode, relocation]));
  const records = await readPages(read, (trx, after) => selectPage(trx, version, after));
  return records.map((record) => ({
    code: record.code,
    settlementCode: record.settlement_code,
    people: record.people,
    category: record.category,
    mainCause: record.main_cause,
    measures: splitMeasures(record.measures),
    labourForce: record.labour_force,
    fundsYuan: record.funds_yuan,
    hazardCode: record.hazard_code,
    relocation: relocations.get(record.code) ?? null,
  }));
}

async function selectPage(
  trx: Transaction,
  version: CountyVersion,
  after: string | null,
): Promise<Page<HouseholdRecord>> {
  const rows = whereValid(trx, 'household', version);
  narrowToPage(rows, 'code', after);
  const items: HouseholdRecord[] = await rows.select(
    'code',
    'settlement_code',
    'people',
    'category',
    'main_cause',
    trx.raw(`array_to_string(measures, ',') AS measures`),
    'labour_force',
    'funds_yuan',
    'hazard_code',
  );
  return { items, rowCount: items.length, last: items.at(-1)?.code ?? null };
}

const splitMeasures = (measures: string): HouseholdRecordRow['measures'] =>
  measures === '' ? [] : (measures.split(',') as HouseholdRecordRow['measures'][number][]);
