import { createHash } from 'node:crypto';
import type { SheetFile } from '#core/api/sheet-files.ts';
import type { PrintedBook, PrintListQuery } from '#core/api/sheet-register.ts';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { isPublicEdition, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { selectHangings } from './hanging-store.ts';
import { type JudgedState, type JudgeParts, judgePrint, readPrintedSpec } from './judge-print.ts';
import { findPrint, insertPrint, type PrintRecord, selectPrints } from './print-store.ts';
import { firstSheetOf } from './printed-book.ts';
import { createUnknown } from './register-errors.ts';
import type { RegisterKey, RegisterParts } from './register-parts.ts';
import { selectWalls, type WallRecord } from './wall-store.ts';

/** A sheet that is handed out for printing. */
export interface PrintOrder {
  /** As asked for; its `liveUrl` is set by the register. */
  readonly spec: SheetSpec;
  /** The county at the day of the spec, under its plan. */
  readonly context: IndicatorContext;
  /** How it is written. */
  readonly file: SheetFile;
  /** Address of this server without a slash at its end, for the code on the sheet: `http://192.168.1.8:8080`. */
  readonly origin: string;
  /** Binds the prints of one batch together. */
  readonly batch?: string | undefined;
}

/** An atlas that was made. */
export interface BookOrder {
  readonly spec: AtlasSpec;
  /** The county at the day of the spec, under its plan. */
  readonly context: IndicatorContext;
  readonly book: PrintedBook;
  readonly title: string;
  readonly sha256: string;
  readonly byteCount: number;
}

/** What a sheet became. */
export interface MadeSheet {
  readonly bytes: Uint8Array;
  readonly title: string;
}

/** A print, where it hangs and what that is worth. */
export interface PrintState {
  readonly county: County;
  readonly print: PrintRecord;
  readonly hangsAt: readonly HangingPlace[];
}

/** Where a print hangs now. */
export interface HangingPlace {
  readonly id: string;
  readonly wall: WallRecord;
  readonly hungOn: string;
}

/**
 * What was printed, when, from which revision. A print is never changed and nothing is kept of its file but a checksum: it is made again from its spec. All reject
 * with `unknown_county`, `unknown_print`.
 */
export interface PrintService {
  /**
   * Makes a sheet and remembers it. Its id is there before it is drawn, because the code on the sheet leads to it; editions for the public carry no code. A sheet
   * that cannot be made leaves nothing behind.
   *
   * @param make draws and writes the sheet; called once, with the spec that is remembered
   * @throws {InvalidInputError} `approval_missing`, and whatever `make` throws
   */
  rememberPrint(
    order: PrintOrder,
    make: (spec: SheetSpec) => Promise<MadeSheet>,
  ): Promise<{ readonly state: PrintState; readonly bytes: Uint8Array }>;
  /**
   * Remembers an atlas that was made. No code leads from its pages to the register, so that it is told of afterwards.
   *
   * @throws {InvalidInputError} `approval_missing`
   */
  rememberBook(order: BookOrder): Promise<PrintState>;
  /** Newest first; `next` = cursor of the next page. */
  list(
    countyCode: string,
    query: PrintListQuery,
  ): Promise<{ readonly items: readonly PrintState[]; readonly next: string | null }>;
  get(id: string): Promise<PrintState>;
  /** The same with its spec. @throws {InvalidInputError} `print_unreadable` */
  read(id: string): Promise<PrintState & { readonly spec: SheetSpec }>;
  /** The same, and whether it is out of date. @throws {InvalidInputError} `print_unreadable` */
  judge(id: string): Promise<PrintState & { readonly spec: SheetSpec; readonly state: JudgedState }>;
}

/** What the service is made over. */
export interface PrintServiceParts extends RegisterParts, JudgeParts {}

/** Creates the service over one database. */
export function createPrintService(parts: PrintServiceParts): PrintService {
  const { db, getCounty, productVersion } = parts;
  const get = async (id: string): Promise<PrintState> => {
    const key = printKey(id);
    const county = await getCounty(key.countyCode).catch((error: unknown) => {
      // whoever scans a code asks for a print and not for a county
      throw error instanceof NotFoundError ? createUnknown('unknown_print', key) : error;
    });
    const print = await db.read((trx) => findPrint(trx, key));
    if (print === undefined) throw createUnknown('unknown_print', key);
    const [state] = await placePrints(parts, county, [print]);
    if (state === undefined) throw new RangeError('Got no place of a print, expected one');
    return state;
  };
  const read: PrintService['read'] = async (id) => {
    const found = await get(id);
    return { ...found, spec: readPrintedSpec(found.print, productVersion) };
  };
  return {
    get,
    read,
    async rememberPrint(order, make) {
      checkApproval(order.spec);
      const { countyCode, id } = { countyCode: order.context.county.code, id: parts.createId() };
      const key = { countyCode, id: `${countyCode}-${id}` };
      const liveUrl = isPublicEdition(order.spec.edition) ? null : `${order.origin}/w/${key.id}`;
      const spec: SheetSpec = { ...order.spec, liveUrl };
      const { bytes, title } = await make(spec);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const made = { title, sha256, byteCount: bytes.length };
      const print = describePrint(parts, { key, order, spec, made });
      await db.write((trx) => insertPrint(trx, print));
      return { state: { county: order.context.recorded, print, hangsAt: [] }, bytes };
    },
    async rememberBook({ spec: atlas, context, book, ...made }) {
      const spec = firstSheetOf(atlas);
      checkApproval(spec);
      const countyCode = context.county.code;
      const key = { countyCode, id: `${countyCode}-${parts.createId()}` };
      const order = { context, file: { format: 'pdf' as const } };
      const print = { ...describePrint(parts, { key, order, spec, made }), book };
      await db.write((trx) => insertPrint(trx, print));
      return { county: context.recorded, print, hangsAt: [] };
    },
    async list(countyCode, query) {
      const county = await getCounty(countyCode);
      const found = await db.read((trx) => selectPrints(trx, countyCode, query));
      const page = found.slice(0, query.limit);
      const next = found.length > page.length ? (page.at(-1)?.id ?? null) : null;
      return { items: await placePrints(parts, county, page), next };
    },
    async judge(id) {
      const found = await read(id);
      return { ...found, state: await judgePrint(parts, found.print) };
    },
  };
}

/** The county stands in front of the id. */
const printKey = (id: string): RegisterKey => ({ countyCode: id.slice(0, 6), id });

function checkApproval({ edition, options }: SheetSpec): void {
  if (edition !== 'public' || options.approval !== null) return;
  throw new InvalidInputError('approval_missing', 'Got a public edition without approval number, expected one');
}

function describePrint(
  { account, now, productVersion }: PrintServiceParts,
  {
    key,
    order: { context, file, batch },
    spec,
    made,
  }: {
    readonly key: RegisterKey;
    readonly order: Pick<PrintOrder, 'context' | 'file' | 'batch'>;
    readonly spec: SheetSpec;
    readonly made: Pick<BookOrder, 'title' | 'sha256' | 'byteCount'>;
  },
): PrintRecord & { readonly spec: SheetSpec } {
  return {
    ...key,
    areaCode: spec.areaCode,
    map: spec.map,
    edition: spec.edition,
    approvalNumber: spec.options.approval?.number ?? null,
    format: file.format,
    page: file.format === 'pdf' ? null : file.page,
    dotsPerInch: 'dotsPerInch' in file ? file.dotsPerInch : null,
    paper: spec.paper,
    ...made,
    spec,
    book: null,
    revision: context.county.revision,
    dataDate: context.recorded.dataDate,
    asOf: spec.asOf,
    productVersion,
    batch: batch ?? null,
    printedBy: account,
    printedAt: now(),
  };
}

async function placePrints(
  { db }: RegisterParts,
  county: County,
  prints: readonly PrintRecord[],
): Promise<readonly PrintState[]> {
  const [only] = prints;
  const { hangings, walls } = await db.read(async (trx) => ({
    hangings: await selectHangings(trx, county.code, {
      isHanging: true,
      ...(prints.length === 1 && only && { printId: only.id }),
    }),
    walls: new Map((await selectWalls(trx, county.code)).map((wall) => [wall.id, wall])),
  }));
  return prints.map((print) => ({
    county,
    print,
    hangsAt: hangings.flatMap(({ id, printId, wallId, hungOn }) => {
      const wall = walls.get(wallId);
      return printId === print.id && wall ? [{ id, wall, hungOn }] : [];
    }),
  }));
}
