import { parentPort } from 'node:worker_threads';
import { type CountyPart, joinCounty } from '#core/county/county-parts.ts';
import { DomainError } from '#core/errors.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { createChangesSheet } from './create-changes-sheet.ts';
import { createCompareSheet } from './create-compare-sheet.ts';
import { createSheet } from './create-sheet.ts';
import { inspectSheet } from './inspect-sheet.ts';
import { describeChanges } from './register/describe-changes.ts';
import { writeBatch } from './sheet-batch.ts';
import type { FailedPage, SentError, SheetReply, SheetRequest } from './sheet-messages.ts';

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
    const bytes = await makeBytes(request, getContext());
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
  }
}

/** Sends a batch part by part: the next is made when the one before has been taken. */
async function sendBatch(
  { id, pages, file }: Extract<Wish, { kind: 'batch' }>,
  context: IndicatorContext,
): Promise<void> {
  let pagesDone = 0;
  let failed: FailedPage[] = [];
  await writeBatch(pages, {
    context,
    file,
    onPage: (index, error) => {
      pagesDone = index + 1;
      if (error) failed.push({ index, error: toSentError(error) });
    },
    write: async (part) => {
      const heard = new Promise<boolean>((resolve) => {
        hearGoOn = resolve;
      });
      reply({ id, part, pagesDone, failed }, [part.buffer as ArrayBuffer]);
      failed = [];
      if (await heard) throw new DomainError('sheet_batch_cancelled', 'The batch was cancelled');
    },
  });
}

const reply = (message: SheetReply, transfer: readonly ArrayBuffer[]): void =>
  parentPort?.postMessage(message, [...transfer]);

function toSentError(error: unknown): SentError {
  if (error instanceof DomainError)
    return { name: error.name, code: error.code, message: error.message, details: error.details };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name: 'Error', code: null, message, details: {} };
}

parentPort?.on('message', answer);
