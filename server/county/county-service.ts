import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { CountyText } from '#core/county/county-text.ts';
import { NotFoundError } from '#core/errors.ts';
import type { Database } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { answerInTime } from './answer-in-time.ts';
import { type ChangedCounty, type ChangeRequest, changeCounty } from './change-county.ts';
import { type CountySummary, selectCountySummaries } from './county-list-store.ts';
import type { CountySnapshots } from './county-snapshots.ts';
import { readCountyText } from './county-text-store.ts';
import { findLaterChange, type LaterChange } from './later-change-store.ts';
import { loadCounty } from './load-county.ts';
import { createNewestRevisions, type NewestRevisions } from './newest-revisions.ts';
import { addPublishedPlan, type PublishRequest, storePublishedPlan } from './publish-store.ts';
import { findNewestRevision, findRevisionTime } from './revision-store.ts';
import { type ChangedSettings, type SettingsRequest, storeSettings } from './settings-store.ts';
import { type WrittenCounty, writeCounty } from './write-county.ts';

/** Counties, read once per data revision and shared by every feature. */
export interface CountyService {
  /** All counties as they are now, by code. */
  listCounties(): Promise<readonly CountySummary[]>;
  /**
   * A county at a revision, by default the newest; the same object as long as it is kept.
   *
   * @throws {NotFoundError} `unknown_county`, `unknown_revision`
   */
  getCounty(countyCode: string, revision?: number): Promise<County>;
  /**
   * Writes a whole county as its next revision, in one transaction.
   *
   * @throws {InvalidInputError} `county_rows_invalid`; nothing was written
   */
  writeCounty(
    rows: CountyRows,
    options: { readonly account: string; readonly description?: string },
  ): Promise<WrittenCounty>;
  /**
   * Changes settings as the next revision. The county at that revision is the one before with other settings: nothing else is read again,
   * and its lists stay the same objects.
   *
   * @throws {NotFoundError} `unknown_county`
   * @throws {InvalidInputError} `revision_conflict`
   */
  changeSettings(request: SettingsRequest): Promise<ChangedSettings>;
  /**
   * Puts a plan into force as the next revision, in one transaction; the county is the one before with another list of plans.
   *
   * @returns the new revision
   * @throws {InvalidInputError} `revision_conflict`, and whatever `alongside` throws
   */
  publishPlan(request: PublishRequest): Promise<number>;
  /**
   * Writes a change of rows, or takes one back, as the next revision. Reads go on with the revision before until it is there; the county at it is
   * the one before with the lists that differ.
   *
   * @throws {NotFoundError} `unknown_county`
   * @throws {InvalidInputError} `county_changed`, `county_unchanged`, `county_rows_invalid`, and whatever `alongside` throws
   */
  changeCounty(request: ChangeRequest): Promise<Omit<ChangedCounty, 'touched'>>;
  /** The first later revision that changed again what a revision had changed; undefined when that can be taken back. */
  findLaterChange(version: CountyVersion): Promise<LaterChange | undefined>;
  /** When a revision was recorded, also while the next one is being written; undefined when there is no such county or revision. */
  findRevisionTime(version: CountyVersion): Promise<Date | undefined>;
  /** The rows of a county at a revision as text, for threads. */
  readCountyText(version: CountyVersion): Promise<CountyText>;
  /** Reads the county anew at its next use: told after its rows were replaced by those of a backup. */
  forgetCounty(countyCode: string): void;
}

/** Loaded counties that are kept: a county of 62,000 households takes about 60 MB. */
const KEPT_COUNTIES = 4;

/** Creates the service over one database. */
export function createCountyService({
  db,
  keptCounties = KEPT_COUNTIES,
  snapshots,
}: {
  readonly db: Database;
  readonly keptCounties?: number;
  /** Newest states as files; without them every start reads the rows. */
  readonly snapshots?: CountySnapshots;
}): CountyService {
  const newest = createNewestRevisions((countyCode) => db.read((trx) => findNewestRevision(trx, countyCode)));
  const load = async (countyCode: string, revision: number): Promise<County> => {
    const version = { countyCode, revision };
    const isNewest = revision === (await newest.find(countyCode));
    return snapshots && isNewest ? loadBySnapshot(db, snapshots, version) : loadCounty(db, version);
  };
  const counties = createCountyCache(load, keptCounties);
  let knownList: readonly CountySummary[] | undefined;
  return {
    listCounties() {
      const answer = db.read(selectCountySummaries).then((list) => {
        knownList = list;
        return list;
      });
      return knownList ? answerInTime(answer, knownList) : answer;
    },
    async getCounty(countyCode, revision) {
      const latest = await newest.find(countyCode);
      if (latest === undefined) {
        throw new NotFoundError('unknown_county', `Got county ${countyCode}, expected one that is in the database`, {
          code: countyCode,
        });
      }
      return counties.get(countyCode, checkRevision(revision ?? latest, latest));
    },
    async writeCounty(rows, options) {
      const written = await db.write((trx) => writeCounty(trx, rows, options), 'none');
      newest.set(written.code, written.revision);
      knownList = undefined;
      return written;
    },
    async changeSettings(request) {
      const changed = await db.write((trx) => storeSettings(trx, request), 'interactive');
      const { revision, settings, isChanged } = changed;
      if (!isChanged) return changed;
      counties.derive(request.countyCode, revision, (before) => ({ ...before, revision, settings }));
      newest.set(request.countyCode, revision);
      knownList = undefined;
      return changed;
    },
    async publishPlan(request) {
      const revision = await db.write((trx) => storePublishedPlan(trx, request), 'interactive');
      counties.derive(request.countyCode, revision, (before) => ({
        ...before,
        revision,
        plans: addPublishedPlan(before.plans, request.plan),
      }));
      newest.set(request.countyCode, revision);
      knownList = undefined;
      return revision;
    },
    async changeCounty(request) {
      const { touched, ...changed } = await changeCounty(db, request);
      const { revision } = changed;
      counties.derive(request.countyCode, revision, (before) => ({ ...before, ...touched, revision }));
      newest.set(request.countyCode, revision);
      knownList = undefined;
      return changed;
    },
    findLaterChange: (version) => findLaterKnown(db, newest, version),
    findRevisionTime: (version) => findRevisionTime(db, version),
    readCountyText: (version) => readCountyText(db, version),
    forgetCounty(countyCode) {
      newest.forget(countyCode);
      counties.forget(countyCode);
      knownList = undefined;
    },
  };
}

/** Up to the newest revision that is known: one that is being written is none yet. */
async function findLaterKnown(
  db: Database,
  newest: NewestRevisions,
  version: CountyVersion,
): Promise<LaterChange | undefined> {
  const latest = await newest.find(version.countyCode);
  if (latest === undefined) return undefined;
  return db.read((trx) => findLaterChange(trx, { ...version, newest: latest }), 'job');
}

/** From the snapshot of that very state, else from the rows, which are then kept for the next start. */
async function loadBySnapshot(db: Database, snapshots: CountySnapshots, version: CountyVersion): Promise<County> {
  const recordedAt = await findRevisionTime(db, version);
  if (recordedAt === undefined) return loadCounty(db, version);
  const kept = await snapshots.find({ ...version, recordedAt });
  if (kept !== undefined) return kept;
  const county = await loadCounty(db, version);
  // a snapshot that could not be written costs the next start a second and nothing else
  void snapshots.keep({ ...version, recordedAt }, county).catch(() => undefined);
  return county;
}

function checkRevision(revision: number, latest: number): number {
  if (Number.isInteger(revision) && revision >= 1 && revision <= latest) return revision;
  throw new NotFoundError('unknown_revision', `Got revision ${revision}, expected 1 to ${latest}`, { revision });
}

/** Loaded counties, the one used longest ago leaves first; loads follow one another, so that memory holds one half-read county. */
function createCountyCache(load: (countyCode: string, revision: number) => Promise<County>, limit: number) {
  const kept = new Map<string, Promise<County>>();
  let lastLoad: Promise<unknown> = Promise.resolve();
  const keyOf = (countyCode: string, revision: number): string => `${countyCode} ${revision}`;
  const keep = (key: string, county: Promise<County>): void => {
    // a Map keeps the order of insertion: what is asked for goes to the end
    kept.delete(key);
    kept.set(key, county);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get(countyCode: string, revision: number): Promise<County> {
      const key = keyOf(countyCode, revision);
      const known = kept.get(key);
      const county = known ?? lastLoad.then(() => load(countyCode, revision));
      if (!known) {
        lastLoad = county.catch(() => undefined);
        county.catch(() => kept.delete(key));
      }
      keep(key, county);
      return county;
    },
    /** Makes a revision of the one before it, where that one is kept. */
    derive(countyCode: string, revision: number, change: (before: County) => County): void {
      const before = kept.get(keyOf(countyCode, revision - 1));
      if (before === undefined) return;
      const key = keyOf(countyCode, revision);
      const county = before.then(change);
      county.catch(() => kept.delete(key));
      keep(key, county);
    },
    forget(countyCode: string): void {
      for (const key of [...kept.keys()]) if (key.startsWith(`${countyCode} `)) kept.delete(key);
    },
  };
}
