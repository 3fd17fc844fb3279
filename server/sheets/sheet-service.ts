import type { SheetFile } from '#core/api/sheet-files.ts';
import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { SheetInspection } from './inspect-sheet.ts';
import type { BatchFile, BatchPage } from './sheet-batch.ts';
import { createSheetLane, type LaneRequest, toError } from './sheet-lane.ts';
import type { WriteBytes } from './writers/sheet-page.ts';

/** What every sheet is asked with. */
export type SheetRequestOptions = Pick<LaneRequest, 'context' | 'isUnderPlan' | 'signal'>;

/** A page of a batch that could not be made, by its place from 0. */
export interface FailedSheet {
  readonly index: number;
  readonly error: Error;
}

/** Makes sheets in threads of their own, so that the server goes on answering: one for whoever waits, one for batches. */
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

/** Creates the service; each thread is started by its first sheet and holds one county at a time. */
export function createSheetService(): SheetService {
  // two at most: a third would only take time from the others
  const desk = createSheetLane();
  const press = createSheetLane();
  const createSheet: SheetService['createSheet'] = (spec, { file = { format: 'pdf' }, isBatch = false, ...request }) =>
    (isBatch ? press : desk).make({ kind: 'sheet', spec, file }, request);
  return {
    createSheet,
    async inspectSheet(spec, request) {
      const bytes = await desk.make({ kind: 'inspection', spec }, request);
      return JSON.parse(new TextDecoder().decode(bytes)) as SheetInspection;
    },
    createChangesSheet: (spec, request) => desk.make({ kind: 'changes_sheet', spec }, request),
    describeChanges: (spec, request) => desk.make({ kind: 'changes', spec }, request),
    createCompareSheet: (spec, { content, ...request }) => desk.make({ kind: 'compare_sheet', spec, content }, request),
    async makePages(pages, { file, write, onProgress, ...request }) {
      const failed: FailedSheet[] = [];
      const onPart: LaneRequest['onPart'] = async (part) => {
        failed.push(...part.failed.map(({ index, error }) => ({ index, error: toError(error) })));
        await write(part.part);
        onProgress?.(part.pagesDone);
      };
      await press.make({ kind: 'batch', pages, file }, { ...request, onPart });
      return failed;
    },
    async warm({ context }) {
      for (const map of WARMING_MAPS) await createSheet(warmingSpec(map, context), { context }).catch(() => undefined);
    },
    async close() {
      await desk.close();
      await press.close();
    },
  };
}

/** Shares of targets and contours cost the most at their first use. */
const WARMING_MAPS = ['targets', 'measures'] as const;

const warmingSpec = (map: MapKind, { county, asOf }: IndicatorContext): SheetSpec => ({
  map,
  areaCode: county.code,
  asOf,
  paper: 'A4',
  orientation: 'landscape',
  scale: 'fit',
  edition: 'internal',
  language: 'zh',
  relief: true,
  liveUrl: null,
  options: DEFAULT_SHEET_OPTIONS,
});
