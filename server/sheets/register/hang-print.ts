import type { IsoDate } from '#core/county/dates.ts';
import type { Transaction } from '#server/db/database.ts';
import { endHanging, findHanging, insertHanging, selectHangings } from './hanging-store.ts';
import { findPrint, type PrintRecord, selectPrintsById } from './print-store.ts';
import { checkRegisterVersion, createUnknown, refuse } from './register-errors.ts';
import { type RegisterKey, type RegisterParts, toShanghaiDate } from './register-parts.ts';
import { lockWall, type WallRecord } from './wall-store.ts';

/**
 * A wall that nobody else can change or hang something on until the transaction ends.
 *
 * @param ifVersion the version it must have; without it any
 * @throws {NotFoundError} `unknown_wall`
 * @throws {InvalidInputError} `wall_changed`
 */
export async function lockForChange(trx: Transaction, key: RegisterKey, ifVersion?: number): Promise<WallRecord> {
  const wall = await lockWall(trx, key);
  if (wall === undefined) throw createUnknown('unknown_wall', key);
  if (ifVersion !== undefined) checkRegisterVersion('wall_changed', wall, ifVersion);
  return wall;
}

/** Whether a print may hang where everybody passes by: a public edition with its approval number, and nothing else. */
const isForPublic = ({ edition, approvalNumber }: PrintRecord): boolean =>
  edition === 'public' && approvalNumber !== null;

/**
 * Checks that nothing hangs on a wall which must not hang on a public board.
 *
 * @throws {InvalidInputError} `board_has_internal`
 */
export async function checkBoard(trx: Transaction, wall: WallRecord): Promise<void> {
  const hangings = await selectHangings(trx, wall.countyCode, { wallId: wall.id, isHanging: true });
  const prints = await selectPrintsById(
    trx,
    wall.countyCode,
    hangings.map(({ printId }) => printId),
  );
  const count = hangings.filter(({ printId }) => {
    const print = prints.get(printId);
    return print === undefined || !isForPublic(print);
  }).length;
  if (count > 0) throw refuse('board_has_internal', { name: wall.name, count });
}

/**
 * Hangs a print on a wall.
 *
 * @throws {NotFoundError} `unknown_wall`, `unknown_print`
 * @throws {InvalidInputError} `public_board_only`, `already_hanging`, `hung_on_range`
 */
export async function hangPrint(
  trx: Transaction,
  { account, now, createId }: RegisterParts,
  asked: { readonly key: RegisterKey; readonly print: string; readonly hungOn?: IsoDate | undefined },
): Promise<void> {
  const { countyCode } = asked.key;
  const wall = await lockForChange(trx, asked.key);
  const print = await findPrint(trx, { countyCode, id: asked.print });
  if (print === undefined) throw createUnknown('unknown_print', { countyCode, id: asked.print });
  if (wall.kind === 'public_board' && !isForPublic(print)) {
    throw refuse('public_board_only', { name: wall.name, id: print.id });
  }
  const hangings = await selectHangings(trx, countyCode, { wallId: wall.id, printId: print.id, isHanging: true });
  if (hangings.length > 0) throw refuse('already_hanging', { id: print.id, name: wall.name });
  const [earliest, latest] = [toShanghaiDate(print.printedAt), toShanghaiDate(now())];
  const hungOn = asked.hungOn ?? latest;
  if (hungOn < earliest || hungOn > latest) throw refuse('hung_on_range', { got: hungOn, earliest, latest });
  const place = { countyCode, id: createId(), wallId: wall.id, printId: print.id };
  await insertHanging(trx, { ...place, hungOn, hungBy: account, takenDownOn: null, takenDownBy: null });
}

/**
 * Takes a print down from a wall.
 *
 * @throws {NotFoundError} `unknown_wall`, `unknown_hanging`
 * @throws {InvalidInputError} `taken_down_already`, `taken_down_range`
 */
export async function takeDownPrint(
  trx: Transaction,
  { account, now }: RegisterParts,
  asked: { readonly key: RegisterKey; readonly id: string; readonly takenDownOn: IsoDate | undefined },
): Promise<void> {
  const wall = await lockForChange(trx, asked.key);
  const key = { countyCode: wall.countyCode, id: asked.id };
  const hanging = await findHanging(trx, key, wall.id);
  if (hanging === undefined) throw createUnknown('unknown_hanging', key);
  if (hanging.takenDownOn !== null) {
    throw refuse('taken_down_already', { id: hanging.printId, on: hanging.takenDownOn });
  }
  const [earliest, latest] = [hanging.hungOn, toShanghaiDate(now())];
  const on = asked.takenDownOn ?? latest;
  if (on < earliest || on > latest) throw refuse('taken_down_range', { got: on, earliest, latest });
  await endHanging(trx, key, { on, by: account });
}
