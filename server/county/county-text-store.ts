import { completeSettings } from '#core/county/campaign.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { type CountyText, parseCountyText, type TextList } from '#core/county/county-text.ts';
import { NotFoundError } from '#core/errors.ts';
import type { Transaction, Transactions } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { findDem } from './dem-store.ts';
import { selectPlans } from './plan-row-store.ts';
import { narrowToPage, type Page, type ReadPiece, readPages, readVersion, type SelectPage } from './read-version.ts';
import * as roads from './road-tables.ts';
import type { ColumnSpec, TableSpec } from './table-spec.ts';
import * as things from './thing-tables.ts';
import { selectVersions, whereValid } from './version-store.ts';
import * as works from './work-tables.ts';

/** Rows in one text: some 200 kB, so that no message of the database is large. */
const ROWS_IN_TEXT = 500;

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

/**
 * The rows of a county at a revision, written as text by the database itself.
 *
 * @throws {NotFoundError} `unknown_revision`
 */
export const readCountyText = (
  db: Pick<Transactions, 'read' | 'capabilities'>,
  version: CountyVersion,
): Promise<CountyText> => readVersion(db, version, (read) => collectText(version, read));

async function collectText(version: CountyVersion, read: ReadPiece): Promise<CountyText> {
  const head = await read((trx) => selectHead(trx, version));
  const lists: Partial<Record<TextList, readonly string[]>> = {};
  for (const [list, spec] of Object.entries(SPECS)) lists[list as TextList] = await readPages(read, selectPage(spec));
  const events = await readPages(read, selectEventPage);
  return { head, lists: lists as Record<TextList, readonly string[]>, events };

  /** The next rows of things after a code; tables of other keys in one page. */
  function selectPage(spec: AnySpec): SelectPage<string> {
    const isCoded = spec.columns.some(({ column }) => column === 'code');
    return (trx, after) => {
      const rows = selectRows(trx, spec, version, (property) => !DERIVED.has(property));
      if (isCoded) narrowToPage(rows, 'code', after);
      const key = isCoded ? 'r.code' : 'NULL';
      return selectGrouped(
        trx,
        trx.raw(`SELECT to_json(r)::text AS line, row_number() OVER () AS place, ${key} AS key FROM (?) r`, [rows]),
      );
    };
  }

  function selectEventPage(trx: Transaction, after: string | null): Promise<Page<string>> {
    const rows = whereValid(trx, 'event', version).select(
      trx.raw('json_build_array(thing_code, kind, happened_on, value, amount)::text AS line'),
      trx.raw('row_number() OVER (ORDER BY event_id) AS place'),
      trx.raw('event_id AS key'),
    );
    narrowToPage(rows, 'event_id', after);
    return selectGrouped(trx, rows);
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
export const readRoadText = (
  db: Pick<Transactions, 'read' | 'capabilities'>,
  version: CountyVersion,
): Promise<RoadText> =>
  readVersion(db, version, async (read) => {
    const list = (spec: AnySpec, isAsked?: (property: string) => boolean) =>
      read((trx) => selectTexts(trx, spec, version, isAsked));
    return {
      segments: await list(asAny(things.SEGMENTS), (property) => property === 'code' || DERIVED.has(property)),
      pieces: await list(asAny(things.SEGMENT_PIECES)),
      links: await list(asAny(roads.SEGMENT_LINKS)),
      faults: await list(asAny(roads.ROAD_FAULTS)),
    };
  });

/**
 * The whole county at a revision as rows, the way `writeCounty` takes them: without what is computed of them.
 *
 * @throws {NotFoundError} `unknown_revision`
 */
export const readCountyRows = async (
  db: Pick<Transactions, 'read' | 'capabilities'>,
  version: CountyVersion,
): Promise<CountyRows> => parseCountyText(await readCountyText(db, version));

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
  return (await selectGrouped(trx, lines)).items;
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
): Promise<Page<string>> {
  const { rows } = await trx.raw<{ rows: readonly { part: string; count: number; last: string | null }[] }>(
    `SELECT string_agg(line, ',' ORDER BY place) AS part, count(*) AS count, max(key)::text AS last FROM (?) listed
     GROUP BY (place - 1) / ${ROWS_IN_TEXT} ORDER BY (place - 1) / ${ROWS_IN_TEXT}`,
    [lines],
  );
  return {
    items: rows.map(({ part }) => part),
    rowCount: rows.reduce((sum, { count }) => sum + count, 0),
    last: rows.at(-1)?.last ?? null,
  };
}
