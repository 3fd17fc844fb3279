import type { CountyRows } from '#core/county/county-rows.ts';
import { isIsoDate } from '#core/county/dates.ts';
import { PROJECT_STAGES, SITE_STAGES, SURFACES, WORK_STATUSES } from '#core/county/kinds.ts';
import { findGeometryFault } from '#core/geo/geometry-fault.ts';
import { checkReferences } from './check-references.ts';
import { listGeometries } from './list-geometries.ts';
import { listThings } from './list-things.ts';
import { RowProblems } from './row-problems.ts';

/** Codes as `core/county/things.ts` describes them. */
const CODE = /^[A-Za-z0-9_-]{1,40}$/;

/** States that an event of a kind may set, by kind of thing and event. */
const EVENT_VALUES: Readonly<Record<string, readonly string[]>> = {
  'segment surface': SURFACES,
  'segment status': WORK_STATUSES,
  'site stage': SITE_STAGES,
  'project stage': PROJECT_STAGES,
};

/**
 * Checks what no single row can know and what the database would only refuse without saying where: codes, references, geometries, dates
 * and event values.
 *
 * @throws {InvalidInputError} `county_rows_invalid` with every problem in its message
 */
export function checkCountyRows(rows: CountyRows): void {
  const problems = new RowProblems();
  checkCodes(rows, problems);
  checkAreas(rows, problems);
  checkReferences(rows, problems);
  checkGeometries(rows, problems);
  checkDates(rows, problems);
  checkEvents(rows, problems);
  problems.throwIfAny();
}

/**
 * Checks that no code has changed its kind since it was first stored.
 *
 * @param known kinds by code
 * @throws {InvalidInputError} `county_rows_invalid`
 */
export function checkThingKinds(rows: CountyRows, known: ReadonlyMap<string, string>): void {
  const problems = new RowProblems();
  for (const [kind, things] of listThings(rows)) {
    for (const { code } of things) {
      const before = known.get(code);
      if (before !== undefined && before !== kind)
        problems.add(`${kind} ${code}`, `a code that is a ${before}`, 'a new code');
    }
  }
  problems.throwIfAny();
}

function checkCodes(rows: CountyRows, problems: RowProblems): void {
  if (!/^\d{6}$/.test(rows.code)) problems.add('county code', rows.code, 'six digits');
  const kinds = new Map<string, string>();
  for (const [kind, things] of listThings(rows)) {
    for (const { code } of things) {
      if (!CODE.test(code)) problems.add(`${kind} code`, JSON.stringify(code), '1 to 40 letters, digits, - or _');
      const other = kinds.get(code);
      if (other !== undefined) problems.add(`${kind} ${code}`, `the code of a ${other} before`, 'a code of its own');
      kinds.set(code, kind);
    }
  }
  checkPrefixes(rows, problems);
}

/** Settlements and households carry the code of what holds them: area ranges rest on it. */
function checkPrefixes(rows: CountyRows, problems: RowProblems): void {
  for (const { code, villageCode } of rows.settlements) {
    if (code.length !== 15 || !code.startsWith(villageCode)) {
      problems.add(`settlement ${code}`, code, `its village ${villageCode} and three digits`);
    }
  }
  for (const { code, settlementCode } of rows.households) {
    if (code.length !== 19 || !code.startsWith(settlementCode)) {
      problems.add(`household ${code}`, code, `its settlement ${settlementCode} and four digits`);
    }
  }
}

const AREA_CODE_LENGTHS = { county: 6, town: 9, village: 12 } as const;
const PARENT_LEVELS = { county: null, town: 'county', village: 'town' } as const;

function checkAreas(rows: CountyRows, problems: RowProblems): void {
  const levels = new Map(rows.areas.map((area) => [area.code, area.level]));
  if (levels.get(rows.code) !== 'county') problems.add('areas', `no county ${rows.code}`, 'the county among its areas');
  for (const { code, level, parentCode } of rows.areas) {
    const where = `area ${code}`;
    if (!/^\d+$/.test(code) || code.length !== AREA_CODE_LENGTHS[level] || !code.startsWith(rows.code)) {
      problems.add(
        where,
        `code ${code} of a ${level}`,
        `${AREA_CODE_LENGTHS[level]} digits that begin with ${rows.code}`,
      );
    }
    const parentLevel = parentCode === null ? null : levels.get(parentCode);
    if (parentLevel !== PARENT_LEVELS[level] || (parentCode !== null && !code.startsWith(parentCode))) {
      problems.add(where, `parent ${parentCode}`, `the ${PARENT_LEVELS[level] ?? 'absence of a parent'} of its code`);
    }
  }
}

function checkGeometries(rows: CountyRows, problems: RowProblems): void {
  for (const { where, geometry } of listGeometries(rows)) {
    const fault = findGeometryFault(geometry);
    if (fault)
      problems.add(where, `${fault.kind} at ${fault.position?.join(',') ?? 'no position'}`, 'a sound geometry');
  }
}

/** Properties that are dates wherever they occur. */
const DATE_PROPERTIES = ['on', 'from', 'to', 'startsOn', 'deadline', 'foundOn', 'publishedOn', 'presentSince'] as const;

function checkDates(rows: CountyRows, problems: RowProblems): void {
  const check = (where: string, row: object) => {
    const values = row as Readonly<Record<string, unknown>>;
    for (const property of DATE_PROPERTIES) {
      const date = values[property];
      if (typeof date === 'string' && !isIsoDate(date)) problems.add(`${where} ${property}`, date, 'a date YYYY-MM-DD');
    }
  };
  check('county', { on: rows.dataDate });
  check('campaign', rows.campaign);
  for (const [kind, things] of listThings(rows)) {
    for (const thing of things) check(`${kind} ${thing.code}`, thing);
  }
  for (const { code, facilities, hazardAssessment } of rows.sites) {
    for (const facility of facilities) check(`site ${code} facility ${facility.kind}`, facility);
    if (hazardAssessment) check(`site ${code} assessment`, hazardAssessment);
  }
}

function checkEvents(rows: CountyRows, problems: RowProblems): void {
  const isSoundDate = createDateCheck();
  for (const [kind, things] of listThings(rows)) {
    for (const { code, events = [] } of things) {
      for (const event of events) {
        const where = `${kind} ${code} event ${event.kind}`;
        if (!isSoundDate(event.on)) problems.add(where, event.on, 'a date YYYY-MM-DD');
        const values = EVENT_VALUES[`${kind} ${event.kind}`];
        if (values && !values.includes(event.value ?? '')) problems.add(where, String(event.value), values.join(', '));
      }
    }
  }
}

/** `isIsoDate` that remembers: a county has 150,000 events on a few hundred days. */
function createDateCheck(): (date: string) => boolean {
  const sound = new Set<string>();
  return (date) => {
    if (sound.has(date)) return true;
    if (isIsoDate(date)) sound.add(date);
    return sound.has(date);
  };
}
