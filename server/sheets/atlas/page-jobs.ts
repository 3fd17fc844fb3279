import { createHash } from 'node:crypto';
import type { AtlasRequest, PageReport, SheetBatchRequest, TilesRequest } from '#core/api/atlases.ts';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { planAtlas } from '#core/cartography/atlas/plan-atlas.ts';
import { createGround } from '#core/cartography/sheet/sheet-ground.ts';
import { nameOf } from '#core/cartography/sheet/tables/table-scope.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { text } from '#core/texts/text.ts';
import type { SheetCounties } from '../find-sheet-context.ts';
import { getSheetFonts } from '../sheet-fonts.ts';
import type { SheetService } from '../sheet-service.ts';
import type { WriteBytes } from '../writers/sheet-page.ts';
import {
  checkEdition,
  describeFault,
  findContext,
  makeAtlas,
  makeTiles,
  readAtlas,
  readTiledSpec,
  type Stored,
} from './make-pages.ts';
import { plainName } from './name-atlas-files.ts';
import { type RememberSheet, writeSheetBatch } from './write-sheet-batch.ts';

/** A file on the disk that a job hands on. */
interface OpenSpool<Spool> {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<Spool>;
  discard(): Promise<void>;
}

/** How work under way is told and ended. */
interface WorkHooks {
  readonly signal: AbortSignal;
  readonly tellProgress: (progress: number) => void;
}

/** A kind of long work that makes pages. */
export interface PageWork<Request, Spool> {
  /** @throws {DomainError} why it cannot be done */
  readonly check: (request: Stored<Request>) => Promise<void>;
  readonly run: (
    request: Stored<Request>,
    hooks: WorkHooks,
  ) => Promise<{
    readonly fileName: string;
    readonly mediaType: string;
    readonly spool: Spool;
    readonly report: PageReport;
  }>;
}

/** What the work is done with. */
export interface PageJobParts<Spool> extends SheetCounties {
  readonly service: SheetService;
  readonly createSpool: () => Promise<OpenSpool<Spool>>;
  /** Keeps a sheet in the register of prints. */
  readonly remember: RememberSheet;
  /** Keeps an atlas there. */
  readonly rememberBook: (order: MadeBook) => Promise<unknown>;
}

/** An atlas that was made. */
export interface MadeBook {
  readonly spec: AtlasSpec;
  readonly context: IndicatorContext;
  readonly book: Pick<AtlasRequest, 'level' | 'maps' | 'papers' | 'form'> & { readonly pages: number };
  readonly title: string;
  readonly sha256: string;
  readonly byteCount: number;
}

const MEDIA_TYPES = { pdf: 'application/pdf', zip: 'application/zip' } as const;

/** Atlases, batches of sheets and tiled sheets as long work. */
export function createPageJobs<Spool>(parts: PageJobParts<Spool>): {
  readonly atlas: PageWork<AtlasRequest, Spool>;
  readonly sheets: PageWork<SheetBatchRequest, Spool>;
  readonly tiles: PageWork<TilesRequest, Spool>;
} {
  return { atlas: createAtlasWork(parts), sheets: createBatchWork(parts), tiles: createTilesWork(parts) };
}

function createAtlasWork<Spool>(parts: PageJobParts<Spool>): PageWork<AtlasRequest, Spool> {
  return {
    async check(request) {
      const { context, spec } = await readAtlas(parts, request);
      checkEdition(request);
      // an outline of it is quick; the whole is planned when it is made
      planAtlas(context, { ...spec, level: 'county', papers: spec.papers.slice(0, 1) }, getSheetFonts().measure);
    },
    async run(request, { signal, tellProgress }) {
      const { context, spec } = await readAtlas(parts, request);
      const name = nameOf(spec, context.scope(spec.areaCode).area);
      const kind = text(request.lang, 'atlas', spec.papers.length > 0 ? 'title_workbook' : 'title', { area: name });
      const { form, level, maps, papers } = request;
      const hash = createHash('sha256');
      let byteCount = 0;
      const made = await spoolUp(parts, signal, async (write) => {
        const onProgress = (done: number, total: number): void => tellProgress(total === 0 ? 0 : done / total);
        const count: WriteBytes = (bytes) => {
          hash.update(bytes);
          byteCount += bytes.length;
          return write(bytes);
        };
        return makeAtlas(parts, { request, signal, write: count, onProgress });
      });
      if (request.remember) {
        const book = { level, maps, papers, form, pages: made.report.pages };
        await parts.rememberBook({ spec, context, book, title: kind, sha256: hash.digest('hex'), byteCount });
      }
      return {
        fileName: `${plainName(`${spec.areaCode}_${kind}_${spec.paper}_${spec.asOf}`)}.${form}`,
        mediaType: MEDIA_TYPES[form],
        ...made,
      };
    },
  };
}

function createBatchWork<Spool>(parts: PageJobParts<Spool>): PageWork<SheetBatchRequest, Spool> {
  const first = ({ areas }: SheetBatchRequest): string => areas[0] ?? '';
  return {
    async check(request) {
      await findContext(parts, first(request), request);
      checkEdition(request);
    },
    async run(request, { signal, tellProgress }) {
      const { context, isUnderPlan } = await findContext(parts, first(request), request);
      return {
        fileName: `${context.county.code}-sheets-${request.format}-${context.asOf}.zip`,
        mediaType: MEDIA_TYPES.zip,
        ...(await spoolUp(parts, signal, async (write) => {
          const { pages, failed } = await writeSheetBatch(request, {
            context,
            isUnderPlan,
            signal,
            write,
            service: parts.service,
            remember: parts.remember,
            onProgress: (done, total) => tellProgress(done / total),
            describe: (error) => describeFault(error, request.lang),
          });
          return { pages, failed };
        })),
      };
    },
  };
}

function createTilesWork<Spool>(parts: PageJobParts<Spool>): PageWork<TilesRequest, Spool> {
  return {
    async check(request) {
      const { context } = await findContext(parts, request.area, request);
      checkEdition(request);
      // whether it fits is known without drawing it
      createGround({ spec: readTiledSpec(request, context), context });
    },
    async run(request, { signal, tellProgress }) {
      const { context } = await findContext(parts, request.area, request);
      const { area, map, paper, tile, lang } = request;
      const name = nameOf({ language: lang }, context.scope(area).area);
      const words = text(lang, 'atlas', 'tile_file', { title: `${name}_${text(lang, 'atlas', `map_${map}`)}` });
      return {
        fileName: `${plainName(`${area}_${words}_${paper}_${tile}`)}.pdf`,
        mediaType: MEDIA_TYPES.pdf,
        ...(await spoolUp(parts, signal, (write) =>
          makeTiles(parts, {
            request,
            signal,
            write,
            onProgress: (done, total) => tellProgress(total === 0 ? 0 : done / total),
          }),
        )),
      };
    },
  };
}

/** Writes to the disk; what is cancelled or fails leaves nothing there. */
async function spoolUp<Spool>(
  { createSpool }: PageJobParts<Spool>,
  signal: AbortSignal,
  make: (write: WriteBytes) => Promise<PageReport>,
): Promise<{ readonly spool: Spool; readonly report: PageReport }> {
  const open = await createSpool();
  try {
    const report = await make((bytes) => {
      signal.throwIfAborted();
      return open.write(bytes);
    });
    return { report, spool: await open.finish() };
  } catch (error) {
    await open.discard();
    throw error;
  }
}
