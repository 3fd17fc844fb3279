import type { WallCreate, WallPatch } from '#core/api/sheet-register.ts';
import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { Transaction } from '#server/db/database.ts';
import { checkBoard, hangPrint, lockForChange, takeDownPrint } from './hang-print.ts';
import { type HangingRecord, selectHangings } from './hanging-store.ts';
import { type PrintRecord, selectPrintsById } from './print-store.ts';
import { createUnknown, refuse } from './register-errors.ts';
import type { RegisterKey, RegisterParts } from './register-parts.ts';
import { findWall, giveUpWall, insertWall, selectWalls, updateWall, type WallRecord } from './wall-store.ts';

/** A sheet on a wall, with what was printed. */
export interface HungSheet {
  readonly hanging: HangingRecord;
  readonly print: PrintRecord;
}

/** A wall, what hangs on it and what hung there, last first. */
export interface WallState {
  readonly county: County;
  readonly wall: WallRecord;
  readonly sheets: readonly HungSheet[];
  readonly history: readonly HungSheet[];
}

/**
 * Walls and what hangs on them. Changes of a wall say upon which version they were made. All reject with `unknown_county`, `unknown_wall`; changes with
 * `wall_changed`.
 */
export interface WallService {
  list(
    countyCode: string,
    where?: { readonly areaCode?: string | undefined; readonly kind?: WallRecord['kind'] | undefined },
  ): Promise<readonly WallState[]>;
  get(key: RegisterKey): Promise<WallState>;
  /** @throws {InvalidInputError} `wall_outside_county` */
  create(countyCode: string, asked: WallCreate): Promise<WallState>;
  /** @throws {InvalidInputError} `wall_outside_county`, `board_has_internal` */
  patch(key: RegisterKey, patch: WallPatch): Promise<WallState>;
  /** Gives a wall up; what hung there stays known. @throws {InvalidInputError} `wall_in_use` */
  remove(key: RegisterKey, ifVersion: number): Promise<void>;
  /**
   * Hangs a print.
   *
   * @throws {NotFoundError} `unknown_print`
   * @throws {InvalidInputError} `public_board_only`, `already_hanging`, `hung_on_range`
   */
  hang(key: RegisterKey, asked: { readonly print: string; readonly hungOn?: IsoDate | undefined }): Promise<WallState>;
  /**
   * Takes a print down.
   *
   * @throws {NotFoundError} `unknown_hanging`
   * @throws {InvalidInputError} `taken_down_already`, `taken_down_range`
   */
  takeDown(key: RegisterKey, hangingId: string, takenDownOn?: IsoDate): Promise<WallState>;
}

/** Creates the service over one database. */
export function createWallService(parts: RegisterParts): WallService {
  const { db, getCounty, account, now, createId } = parts;
  const get = async (key: RegisterKey): Promise<WallState> => {
    const county = await getCounty(key.countyCode);
    return db.read(async (trx) => {
      const wall = await findWall(trx, key);
      if (wall === undefined) throw createUnknown('unknown_wall', key);
      return readWall(trx, county, wall);
    });
  };
  const change = async (
    key: RegisterKey,
    work: (trx: Transaction, county: County) => Promise<void>,
  ): Promise<WallState> => {
    const county = await getCounty(key.countyCode);
    await db.write((trx) => work(trx, county));
    return get(key);
  };
  return {
    get,
    async list(countyCode, where) {
      const county = await getCounty(countyCode);
      return db.read((trx) => listWalls(trx, county, where));
    },
    async create(countyCode, { area, ...texts }) {
      const [by, at] = [account, now()];
      const wall = { countyCode, id: createId(), ...texts, areaCode: area, version: 1 };
      return change(wall, async (trx, county) => {
        checkArea(county, area);
        await insertWall(trx, { ...wall, createdBy: by, createdAt: at, changedBy: by, changedAt: at });
      });
    },
    patch: (key, { ifVersion, area, ...patch }) =>
      change(key, async (trx, county) => {
        const wall = await lockForChange(trx, key, ifVersion);
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        const areaCode = area ?? wall.areaCode;
        checkArea(county, areaCode);
        const next: WallRecord = {
          ...wall,
          ...given,
          areaCode,
          version: wall.version + 1,
          changedBy: account,
          changedAt: now(),
        };
        if (next.kind === 'public_board' && wall.kind !== 'public_board') await checkBoard(trx, wall);
        await updateWall(trx, next);
      }),
    async remove(key, ifVersion) {
      await getCounty(key.countyCode);
      await db.write(async (trx) => {
        const wall = await lockForChange(trx, key, ifVersion);
        const { length } = await selectHangings(trx, key.countyCode, { wallId: key.id, isHanging: true });
        if (length > 0) throw refuse('wall_in_use', { name: wall.name, count: length });
        await giveUpWall(trx, key, now());
      });
    },
    hang: (key, asked) => change(key, (trx) => hangPrint(trx, parts, { key, ...asked })),
    takeDown: (key, id, takenDownOn) => change(key, (trx) => takeDownPrint(trx, parts, { key, id, takenDownOn })),
  };
}

async function readWall(trx: Transaction, county: County, wall: WallRecord): Promise<WallState> {
  const hangings = await selectHangings(trx, county.code, { wallId: wall.id });
  const prints = await selectPrintsById(
    trx,
    county.code,
    hangings.map(({ printId }) => printId),
  );
  const hung = joinPrints(hangings, prints);
  return {
    county,
    wall,
    sheets: hung.filter(({ hanging }) => hanging.takenDownOn === null),
    history: hung.filter(({ hanging }) => hanging.takenDownOn !== null),
  };
}

const joinPrints = (
  hangings: readonly HangingRecord[],
  prints: ReadonlyMap<string, PrintRecord>,
): readonly HungSheet[] =>
  hangings.flatMap((hanging) => {
    const print = prints.get(hanging.printId);
    return print ? [{ hanging, print }] : [];
  });

/** All walls with what hangs there now; without their history. */
async function listWalls(
  trx: Transaction,
  county: County,
  where: Parameters<WallService['list']>[1],
): Promise<readonly WallState[]> {
  const walls = await selectWalls(trx, county.code, where);
  const hangings = await selectHangings(trx, county.code, { isHanging: true });
  const prints = await selectPrintsById(trx, county.code, [...new Set(hangings.map(({ printId }) => printId))]);
  const hung = joinPrints(hangings, prints);
  return walls.map((wall) => ({
    county,
    wall,
    sheets: hung.filter(({ hanging }) => hanging.wallId === wall.id),
    history: [],
  }));
}

function checkArea({ code, areas }: County, areaCode: string): void {
  if (!areas.some((area) => area.code === areaCode))
    throw refuse('wall_outside_county', { area: areaCode, county: code });
}
