import { availableParallelism } from 'node:os';
import type { SheetFile } from '#core/api/sheet-files.ts';
import type { AtlasPaper, AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import { completeSheetSpec, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { DomainError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { SentError } from '../db/embedded/sent-error.ts';
import type { AtlasForm } from './atlas/write-atlas.ts';
import type { SheetInspection } from './inspect-sheet.ts';
import { type PressLanes, pressTogether } from './press-together.ts';
import type { BatchFile, BatchPage } from './sheet-batch.ts';
import { createSheetLane, type LaneRequest } from './sheet-lane.ts';
import { toSheetError } from './to-sheet-error.ts';
import { sendDraft } from './under-draft.ts';
import type { WriteBytes } from './writers/sheet-page.ts';

/** What every sheet is asked with. */
export type SheetRequestOptions = Pick<LaneRequest, 'context' | 'isUnderPlan' | 'signal'>;

/** A page of a batch that could not be made, by its place from 0. */
export interface FailedSheet {
  readonly index: number;
  readonly error: DomainError;
}

/** What became of an atlas. */
export interface AtlasReport {
  readonly pages: number;
  /** `page` from 1; null = an area without any page. */
  readonly failed: readonly { readonly page: number | null; readonly title: string; readonly error: DomainError }[];
}

/** Makes sheets in threads of their own, so that the server goes on answering: one for whoever waits, two for batches and atlases. */
export interface SheetService {
  /**
   * A sheet as a file, by default a PDF.
   *
   * @param options.isBatch made beside what others wait for, in the thread of batches
   * @throws {NotFoundError} `unknown_area`
   * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`, `no_such_page`, `too_many_pixels`, `sheet_not_public`
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  createSheet(
    spec: SheetSpec,
    options: SheetRequestOptions & { readonly file?: SheetFile; readonly isBatch?: boolean },
  ): Promise<Uint8Array>;
  /**
   * What is to be known of a sheet before it is printed: where its furniture stands, what found no room, what the linter found. Public editions
   * with errors are looked at too.
   *
   * @throws {NotFoundError} `unknown_area`
   * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  inspectSheet(spec: SheetSpec, options: SheetRequestOptions): Promise<SheetInspection>;
  /**
   * What changed in an area between two days as A4 pages.
   *
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  createChangesSheet(spec: ChangesSheetSpec, options: SheetRequestOptions): Promise<Uint8Array>;
  /**
   * The same as JSON of a `ChangesAnswer`.
   *
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  describeChanges(spec: ChangesSheetSpec, options: SheetRequestOptions): Promise<Uint8Array>;
  /**
   * Many sheets as one PDF, written while it is made, so that memory does not grow with their number. A sheet that cannot be made is left out and
   * told of. When `signal` is aborted no further sheet is begun.
   *
   * @param options.write takes the bytes in their order; more are made when it has
   * @param options.onProgress hears how many sheets of `pages` are behind
   * @returns the sheets that could not be made
   * @throws {InvalidInputError} `no_sheet_made`: none at all
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  makePages(
    pages: readonly BatchPage[],
    options: SheetRequestOptions & {
      readonly file: BatchFile;
      readonly write: WriteBytes;
      readonly onProgress?: (done: number) => void;
    },
  ): Promise<readonly FailedSheet[]>;
  /**
   * An atlas as one PDF or as an archive, written while it is made by two threads. What cannot be shown is told of; the rest is made. When `signal` is aborted no
   * further page is begun.
   *
   * @param options.write takes the bytes in their order; more are made when it has
   * @throws {NotFoundError} `unknown_area`
   * @throws {InvalidInputError} `invalid_date`, `atlas_papers_internal`, `atlas_without_maps`
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  makeAtlas(
    spec: AtlasSpec,
    options: SheetRequestOptions & {
      readonly form: AtlasForm;
      readonly write: WriteBytes;
      readonly onProgress?: (done: number, total: number) => void;
    },
  ): Promise<AtlasReport>;
  /**
   * A large sheet as pages of an office printer, the first of which shows how they are put together.
   *
   * @throws {NotFoundError} `unknown_area`
   * @throws {InvalidInputError} as for `createSheet`
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  makeTiles(
    spec: SheetSpec,
    options: SheetRequestOptions & {
      readonly tile: AtlasPaper;
      readonly write: WriteBytes;
      readonly onProgress?: (done: number, total: number) => void;
    },
  ): Promise<void>;
  /**
   * A comparison of plans as one page of PDF.
   *
   * @param options.context any of the county's: the page stands on it at its data date
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  createCompareSheet(
    spec: CompareSheetSpec,
    options: SheetRequestOptions & { readonly content: CompareSheetContent },
  ): Promise<Uint8Array>;
  /**
   * Starts the thread, hands it the county and makes small sheets that nobody sees, so that the first one asked for takes as long as the next.
   * Costs the thread a few seconds of work; never fails: what is wrong shows when a sheet is asked for.
   */
  warm(options: { readonly context: IndicatorContext }): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Memory of a thread of sheets. Room for a prefecture of 200,000 segments; and under 2 GB V8 lets garbage grow to less than twice of what is in use
 * before it collects, above to four times.
 */
export const SHEET_THREAD_LIMITS = { maxOldGenerationSizeMb: 1536 };

/**
 * Memory of the thread for whoever waits: a preview of A0 makes 100 MB of objects and lets go of nearly all. In a young generation of the usual size they
 * are copied again and again while they are in use, which takes as long as a third of the drawing. Batches, where no sheet is waited for, do without.
 */
const DESK_THREAD_LIMITS = { ...SHEET_THREAD_LIMITS, maxYoungGenerationSizeMb: 192 };

/** Fewer sheets are made before a second thread has its county. */
const FEWEST_TOGETHER = 8;

/**
 * Creates the service; each thread is started by its first sheet and holds one county at a time.
 *
 * @param options.canShare whether batches are made by two threads; by default where there are two processors
 */
export function createSheetService({ canShare = availableParallelism() > 1 } = {}): SheetService {
  const desk = createSheetLane(DESK_THREAD_LIMITS);
  const lanes: PressLanes = {
    press: createSheetLane(SHEET_THREAD_LIMITS),
    helper: createSheetLane(SHEET_THREAD_LIMITS),
  };
  const { press, helper } = lanes;
  const createSheet: SheetService['createSheet'] = (spec, { file = { format: 'pdf' }, isBatch = false, ...request }) =>
    (isBatch ? (press.waiting() <= helper.waiting() ? press : helper) : desk).make(
      ...sendDraft({ kind: 'sheet', spec, file } as const, request),
    );
  return {
    createSheet,
    async inspectSheet(spec, request) {
      const bytes = await desk.make(...sendDraft({ kind: 'inspection', spec } as const, request));
      return JSON.parse(new TextDecoder().decode(bytes)) as SheetInspection;
    },
    createChangesSheet: (spec, request) => desk.make({ kind: 'changes_sheet', spec }, request),
    describeChanges: (spec, request) => desk.make({ kind: 'changes', spec }, request),
    createCompareSheet: (spec, { content, ...request }) => desk.make({ kind: 'compare_sheet', spec, content }, request),
    async makePages(pages, { file, write, onProgress, ...request }) {
      const failed: FailedSheet[] = [];
      const onPart: LaneRequest['onPart'] = async (part) => {
        failed.push(...part.failed.map(({ index, error }) => ({ index, error: hearError(error) })));
        await write(part.part);
        onProgress?.(part.pagesDone);
      };
      const made = { ...request, onPart };
      if (pages.length < FEWEST_TOGETHER || !canShare)
        await press.make({ kind: 'batch', pages, file, port: null }, made);
      else await pressTogether(lanes, (port) => ({ kind: 'batch', pages, file, port }), made);
      return failed;
    },
    makeAtlas: (spec, options) => makeAtlas(spec, options, lanes),
    async makeTiles(spec, { tile, write, onProgress, ...request }) {
      const onPart: LaneRequest['onPart'] = async (part) => {
        await write(part.part);
        onProgress?.(part.pagesDone, part.pagesTotal ?? 0);
      };
      await press.make({ kind: 'tiles', spec, tile }, { ...request, onPart });
    },
    async warm({ context }) {
      for (const map of WARMING_MAPS) await createSheet(warmingSpec(map, context), { context }).catch(() => undefined);
    },
    async close() {
      await desk.close();
      await press.close();
      await helper.close();
    },
  };
}

async function makeAtlas(
  spec: AtlasSpec,
  { form, write, onProgress, ...request }: Parameters<SheetService['makeAtlas']>[1],
  lanes: PressLanes,
): Promise<AtlasReport> {
  const failed: AtlasReport['failed'][number][] = [];
  let pages = 0;
  const onPart: LaneRequest['onPart'] = async (part) => {
    for (const { index, title = '', error } of part.failed)
      failed.push({ page: index < 0 ? null : index + 1, title, error: hearError(error) });
    pages = part.pagesTotal ?? pages;
    if (part.part.length > 0) await write(part.part);
    onProgress?.(part.pagesDone, pages);
  };
  await pressTogether(lanes, (port) => ({ kind: 'atlas', spec, form, port }), { ...request, onPart });
  return { pages, failed };
}

/** Why a sheet is missing; what went wrong in the program itself is also told to whoever runs it. */
function hearError(sent: SentError): DomainError {
  const error = toSheetError(sent);
  if (error.code === 'sheet_failed') process.emitWarning(error.message);
  return error;
}

/** Shares of targets and contours cost the most at their first use. */
const WARMING_MAPS = ['targets', 'measures'] as const;

const warmingSpec = (map: MapKind, { county, asOf }: IndicatorContext): SheetSpec =>
  completeSheetSpec({
    map,
    areaCode: county.code,
    asOf,
    paper: 'A4',
  });
