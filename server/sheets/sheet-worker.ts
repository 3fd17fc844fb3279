import { parentPort } from 'node:worker_threads';
import type { County } from '#core/county/county.ts';
import { type CountyPart, joinCounty } from '#core/county/county-parts.ts';
import { DomainError } from '#core/errors.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { type Draft, getCountyUnderDraft } from '#core/planning/county-under-draft.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { toSentError } from '../db/embedded/sent-error.ts';
import { createSharedComposer, serveOrders } from './atlas/map-composers.ts';
import { writeAtlas } from './atlas/write-atlas.ts';
import { writeTiles } from './atlas/write-tiles.ts';
import { createChangesSheet } from './create-changes-sheet.ts';
import { createCompareSheet } from './create-compare-sheet.ts';
import { createSheet } from './create-sheet.ts';
import { inspectSheet } from './inspect-sheet.ts';
import { describeChanges } from './register/describe-changes.ts';
import { writeBatch } from './sheet-batch.ts';
import type { FailedPage, SheetReply, SheetRequest } from './sheet-messages.ts';

// A thread that makes sheets: it keeps one county and answers one request after the other.

type Wish = Extract<SheetRequest, { id: number }>;

let parts: CountyPart[] = [];
let isUnderPlan = false;
let context: IndicatorContext | null = null;
/** Hears whether a batch goes on. */
let hearGoOn: ((isCancelled: boolean) => void) | null = null;

/** The county that was sent last, put together at its first use. */
function getContext(): IndicatorContext {
  if (context === null) {
    const county = joinCounty(parts);
    context = isUnderPlan ? createIndicatorContext(county) : createPlannedContext(county);
  }
  parts = [];
  return context;
}

/** By the county under a draft, of which the last few are kept with the county. */
const draftContexts = new WeakMap<County, IndicatorContext>();

/** The county that was sent last under a draft. */
function getContextUnder(draft: Draft): IndicatorContext {
  const county = getCountyUnderDraft(getContext().recorded, draft);
  const known = draftContexts.get(county) ?? createIndicatorContext(county);
  draftContexts.set(county, known);
  return known;
}

function answer(request: SheetRequest): void {
  switch (request.kind) {
    case 'begin_county':
      parts = [];
      context = null;
      isUnderPlan = request.isUnderPlan;
      break;
    case 'county_part':
      parts.push(request.part);
      break;
    case 'go_on':
      hearGoOn?.(request.isCancelled);
      break;
    default:
      void makeSheet(request);
  }
}

async function makeSheet(request: Wish): Promise<void> {
  const { id } = request;
  try {
    const context = 'draft' in request && request.draft ? getContextUnder(request.draft) : getContext();
    const bytes = await makeBytes(request, context);
    reply({ id, bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    reply({ id, error: toSentError(error) }, []);
  }
}

async function makeBytes(request: Wish, context: IndicatorContext): Promise<Uint8Array> {
  switch (request.kind) {
    case 'sheet':
      return createSheet(request.spec, { context, file: request.file });
    case 'inspection':
      return new TextEncoder().encode(JSON.stringify(inspectSheet(request.spec, { context })));
    case 'compare_sheet':
      return createCompareSheet(request.spec, { context, content: request.content });
    case 'changes_sheet':
      return createChangesSheet(request.spec, { context });
    case 'changes':
      return new TextEncoder().encode(JSON.stringify(describeChanges(request.spec, { context })));
    case 'batch':
      await sendBatch(request, context);
      return new Uint8Array(0);
    case 'atlas':
      await sendAtlas(request, context);
      return new Uint8Array(0);
    case 'tiles': {
      const sender = createPartSender(request.id);
      const { spec, tile } = request;
      const onPage = ({ done, total }: { readonly done: number; readonly total: number }): void =>
        sender.count({ done, total, failed: [] });
      await writeTiles(spec, { context, tile, write: sender.write, onPage });
      return new Uint8Array(0);
    }
    case 'compose':
      await serveOrders(request.port, context);
      return new Uint8Array(0);
  }
}

/** Sends a batch part by part: the next is made when the one before has been taken. */
async function sendBatch(
  { id, pages, file, port }: Extract<Wish, { kind: 'batch' }>,
  context: IndicatorContext,
): Promise<void> {
  const sender = createPartSender(id);
  try {
    await writeBatch(pages, {
      context,
      file,
      ...(port && { composer: createSharedComposer(pages, { context, port }) }),
      onPage: (index, error) =>
        sender.count({ done: index + 1, failed: error ? [{ index, error: toSentError(error) }] : [] }),
      write: sender.write,
    });
  } finally {
    port?.close();
  }
}

/** Sends an atlas part by part; half of its maps come from the other thread. */
async function sendAtlas(
  { id, spec, form, port }: Extract<Wish, { kind: 'atlas' }>,
  context: IndicatorContext,
): Promise<void> {
  const sender = createPartSender(id);
  try {
    await writeAtlas(spec, {
      context,
      form,
      createComposer: (orders) => createSharedComposer(orders, { context, port }),
      onPage: ({ done, total, fault }) =>
        sender.count({
          done,
          total,
          failed: fault ? [{ index: (fault.page ?? 0) - 1, title: fault.title, error: toSentError(fault.error) }] : [],
        }),
      write: sender.write,
    });
    await sender.write(new Uint8Array(0));
  } finally {
    // ends the work of the other thread
    port.close();
  }
}

/** Sends the parts of a file; with each goes how far it is. */
function createPartSender(id: number) {
  let pagesDone = 0;
  let pagesTotal: number | undefined;
  let failed: FailedPage[] = [];
  return {
    count(progress: { readonly done: number; readonly total?: number; readonly failed: readonly FailedPage[] }): void {
      pagesDone = Math.max(pagesDone, progress.done);
      pagesTotal = progress.total;
      failed.push(...progress.failed);
    },
    async write(part: Uint8Array): Promise<void> {
      const heard = new Promise<boolean>((resolve) => {
        hearGoOn = resolve;
      });
      reply({ id, part, pagesDone, failed, ...(pagesTotal !== undefined && { pagesTotal }) }, [
        part.buffer as ArrayBuffer,
      ]);
      failed = [];
      if (await heard) throw new DomainError('sheet_batch_cancelled', 'The batch was cancelled');
    },
  };
}

const reply = (message: SheetReply, transfer: readonly ArrayBuffer[]): void =>
  parentPort?.postMessage(message, [...transfer]);

parentPort?.on('message', answer);
