import { completeSettings } from '#core/county/campaign.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { type CountyText, parseCountyText, type TextList } from '#core/county/county-text.ts';
import { NotFoundError } from '#core/errors.ts';
import type { Transaction, Transactions } from '#server/db/database.ts';
import { findRevisionTime } from './county-read-store.ts';
import { findDem } from './dem-store.ts';
import { selectPlans } from './plan-row-store.ts';
import * as roads from './road-tables.ts';
import type { ColumnSpec, TableSpec } from './table-spec.ts';
import * as things from './thing-tables.ts';
import { type CountyVersion, selectVersions, whereValid } from './version-store.ts';
import * as works from './work-tables.ts';

/** Rows in one text: some 200 kB, so that no message of the database is large. */
const ROWS_IN_TEXT = 500;

/** Rows of one statement, some 100 ms: where there is one session, others wait for it. */
const ROWS_IN_PAGE = 10_000;

/**
 * Has each page read from its key on, in the order of the primary key: the planner, which knows little of a table that was just filled, would read and
 * sort the whole table for each page. What a page takes then depends on its rows alone.
 *
 * @see PostgreSQL documentation, 19.7.1 "Planner Method Configuration"
 */
const READ_BY_KEY = ['enable_sort', 'enable_bitmapscan', 'enable_seqscan']
  .map((setting) => `SET LOCAL ${setting} = off`)
  .join('; ');

/** What is computed when rows enter, and is no part of them. */
const DERIVED: ReadonlySet<string> = new Set(['areaSquareMeters', 'lengthMeters', 'startNode', 'endNode']);

/** Columns of the database of one list, by the type of their rows no longer told. */
type AnySpec = {
  readonly table: string;
  readonly columns: readonly Pick<ColumnSpec<never>, 'column' | 'read' | 'isShape'>[];
};
const asAny = <Row>(spec: TableSpec<Row>): AnySpec => spec as unknown as AnySpec;

const SPECS: Readonly<Record<TextList, AnySpec>> = {
  areas: asAny(things.AREAS),
  settlements: asAny(things.SETTLEMENTS),
  households: asAny(things.HOUSEHOLDS),
  arrangements: asAny(things.ARRANGEMENTS),
  sites: asAny(things.SITES),
  facilities: asAny(things.FACILITIES),
  homesteads: asAny(things.HOMESTEADS),
  segments: asAny(things.SEGMENTS),
  hazards: asAny(things.HAZARDS),
  parks: asAny(things.PARKS),
  services: asAny(things.SERVICES),
  constraints: asAny(things.CONSTRAINTS),
  projects: asAny(works.PROJECTS),
  tasks: asAny(works.TASKS),
  items: asAny(works.ITEMS),
  responsibilities: asAny(works.RESPONSIBILITIES),
  benchmarks: asAny(works.BENCHMARKS),
  calendarStops: asAny(works.CALENDAR_STOPS),
  ledgerRows: asAny(works.LEDGER_ROWS),
  reportedTotals: asAny(works.REPORTED_TOTALS),
  rivers: asAny(things.RIVERS),
};

/** What was computed of the roads of a county when they entered, as text: whatever changes them is compared with it. */
export interface RoadText {
  /** `{code, lengthMeters, startNode, endNode}` of each segment. */
  readonly segments: readonly string[];
  readonly pieces: readonly string[];
  readonly links: readonly string[];
  readonly faults: readonly string[];
}

/** Runs one piece of reading, in a transaction of its own or in one that is under way. */
type ReadPiece = <Piece>(work: (trx: Transaction) => Promise<Piece>) => Promise<Piece>;

/**
 * The rows of a county at a revision, written as text by the database itself.
 *
 * @throws {NotFoundError} `unknown_revision`
 */
export const selectCountyText = (trx: Transaction, version: CountyVersion): Promise<CountyText> =>
  collectText(version, (work) => work(trx));

/**
 * The same. Where there is one session (the embedded engine) each list, and of a long one each page, in a transaction of its own, so that who reads
 * meanwhile waits for one of these instead of all of them. Versions of a revision never change, so that the lists fit; where a backup replaces the county in between, it is read anew.
 *
 * @throws {NotFoundError} `unknown_revision`
 */
export async function readCountyText(
  db: Pick<Transactions, 'read' | 'capabilities'>,
  version: CountyVersion,
): Promise<CountyText> {
  if (db.capabilities.concurrentConnections) return db.read((trx) => selectCountyText(trx, version), 'job');
  const findTime = () => db.read((trx) => findRevisionTime(trx, version), 'job');
  const readPiece: ReadPiece = (work) =>
    db.read(async (trx) => {
      await trx.raw(READ_BY_KEY);
      return work(trx);
    }, 'job');
  for (;;) {
    const before = await findTime();
    const text = await collectText(version, readPiece);
    if ((await findTime())?.valueOf() === before?.valueOf()) return text;
  }
}

async function collectText(version: CountyVersion, read: ReadPiece): Promise<CountyText> {
  const head = await read((trx) => selectHead(trx, version));
  const lists: Partial<Record<TextList, readonly string[]>> = {};
  for (const [list, spec] of Object.entries(SPECS)) lists[list as TextList] = await readPages(read, selectPage(spec));
  const events = await readPages(read, selectEventPage);
  return { head, lists: lists as Record<TextList, readonly string[]>, events };

  /** The next rows of things after a code; tables of other keys in one page. */
  function selectPage(spec: AnySpec): SelectPage {
    const isCoded = spec.columns.some(({ column }) => column === 'code');
    return (trx, after) => {
      const rows = selectRows(trx, spec, version, (property) => !DERIVED.has(property));
      if (isCoded) rows.orderBy('code').limit(ROWS_IN_PAGE);
      if (after !== null) rows.where('code', '>', after);
      const key = isCoded ? 'r.code' : 'NULL';
      return selectGrouped(
        trx,
        trx.raw(`SELECT to_json(r)::text AS line, row_number() OVER () AS place, ${key} AS key FROM (?) r`, [rows]),
      );
    };
  }

  function selectEventPage(trx: Transaction, after: string | null): Promise<TextPage> {
    const rows = whereValid(trx, 'event', version)
      .orderBy('event_id')
      .limit(ROWS_IN_PAGE)
      .select(
        trx.raw('json_build_array(thing_code, kind, happened_on, value, amount)::text AS line'),
        trx.raw('row_number() OVER (ORDER BY event_id) AS place'),
        trx.raw('event_id AS key'),
      );
    if (after !== null) rows.where('event_id', '>', after);
    return selectGrouped(trx, rows);
  }
}

/** Rows as text in texts of several. */
interface TextPage {
  readonly texts: readonly string[];
  readonly rowCount: number;
  /** Key of the last row; null where a table is one page. */
  readonly last: string | null;
}

type SelectPage = (trx: Transaction, after: string | null) => Promise<TextPage>;

/** All pages, each as one piece of reading. Versions of a revision keep their keys, so that none is read twice or left out. */
async function readPages(read: ReadPiece, select: SelectPage): Promise<readonly string[]> {
  const texts: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: TextPage = await read((trx) => select(trx, after));
    texts.push(...page.texts);
    if (page.last === null || page.rowCount < ROWS_IN_PAGE) return texts;
    after = page.last;
  }
}

async function selectHead(trx: Transaction, version: CountyVersion): Promise<CountyText['head']> {
  const { countyCode, revision } = version;
  const head = await whereValid(trx, 'county', version).first('data_date', 'origin', 'settings');
  const [campaign] = await selectVersions(trx, things.CAMPAIGNS, version);
  if (head === undefined || campaign === undefined) {
    const details = { code: countyCode, revision };
    throw new NotFoundError('unknown_revision', `Got revision ${revision} of ${countyCode}, expected one`, details);
  }
  return {
    code: countyCode,
    dataDate: head.data_date,
    origin: head.origin,
    settings: completeSettings(head.settings),
    campaign,
    plans: await selectPlans(trx, version),
    dem: await findDem(trx, version),
  };
}

/** What was computed of the roads at a revision, as text. */
export async function selectRoadText(trx: Transaction, version: CountyVersion): Promise<RoadText> {
  const ofSegment = (property: string): boolean => property === 'code' || DERIVED.has(property);
  return {
    segments: await selectTexts(trx, asAny(things.SEGMENTS), version, ofSegment),
    pieces: await selectTexts(trx, asAny(things.SEGMENT_PIECES), version),
    links: await selectTexts(trx, asAny(roads.SEGMENT_LINKS), version),
    faults: await selectTexts(trx, asAny(roads.ROAD_FAULTS), version),
  };
}

/**
 * The whole county at a revision as rows, the way `writeCounty` takes them: without what is computed of them.
 *
 * @throws {NotFoundError} `unknown_revision`
 */
export const readCountyRows = async (trx: Transaction, version: CountyVersion): Promise<CountyRows> =>
  parseCountyText(await selectCountyText(trx, version));

async function selectTexts(
  trx: Transaction,
  spec: AnySpec,
  version: CountyVersion,
  isAsked?: (property: string) => boolean,
): Promise<readonly string[]> {
  const rows = selectRows(trx, spec, version, isAsked);
  const lines = trx.raw('SELECT to_json(r)::text AS line, row_number() OVER () AS place, NULL AS key FROM (?) r', [
    rows,
  ]);
  return (await selectGrouped(trx, lines)).texts;
}

function selectRows(
  trx: Transaction,
  { table, columns }: AnySpec,
  version: CountyVersion,
  isAsked: (property: string) => boolean = () => true,
) {
  const asked = columns.filter(({ read }) => read !== undefined && isAsked(read.property));
  return whereValid(trx, table, version).select(
    trx.raw(
      asked.map(({ isShape }) => (isShape ? '??::text AS ??' : '?? AS ??')).join(', '),
      asked.flatMap(({ column, read }) => [column, read?.property ?? column]),
    ),
  );
}

/** Lines in texts of several, in the order of their places. */
async function selectGrouped(
  trx: Transaction,
  lines: ReturnType<typeof whereValid> | ReturnType<Transaction['raw']>,
): Promise<TextPage> {
  const { rows } = await trx.raw<{ rows: readonly { part: string; count: number; last: string | null }[] }>(
    `SELECT string_agg(line, ',' ORDER BY place) AS part, count(*) AS count, max(key)::text AS last FROM (?) listed
     GROUP BY (place - 1) / ${ROWS_IN_TEXT} ORDER BY (place - 1) / ${ROWS_IN_TEXT}`,
    [lines],
  );
  return {
    texts: rows.map(({ part }) => part),
    rowCount: rows.reduce((sum, { count }) => sum + count, 0),
    last: rows.at(-1)?.last ?? null,
  };
}
