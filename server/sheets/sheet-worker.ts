import { parentPort } from 'node:worker_threads';
import { type CountyPart, joinCounty } from '#core/county/county-parts.ts';
import { DomainError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { createCompareSheet } from './create-compare-sheet.ts';
import { createSheet } from './create-sheet.ts';
import type { SentError, SheetReply, SheetRequest } from './sheet-messages.ts';

// The thread that makes sheets: it keeps one county and answers one request after the other.

let parts: CountyPart[] = [];
let context: IndicatorContext | null = null;

/** The county that was sent last, put together at its first use. */
function getContext(): IndicatorContext {
  context ??= createPlannedContext(joinCounty(parts));
  parts = [];
  return context;
}

async function answer(request: SheetRequest): Promise<void> {
  switch (request.kind) {
    case 'begin_county':
      parts = [];
      context = null;
      break;
    case 'county_part':
      parts.push(request.part);
      break;
    case 'sheet':
    case 'compare_sheet':
      await makeSheet(request);
      break;
  }
}

async function makeSheet(request: Extract<SheetRequest, { id: number }>): Promise<void> {
  const { id } = request;
  try {
    const context = getContext();
    const pdf =
      request.kind === 'sheet'
        ? await createSheet(request.spec, { context })
        : await createCompareSheet(request.spec, { context, content: request.content });
    reply({ id, pdf }, [pdf.buffer as ArrayBuffer]);
  } catch (error) {
    reply({ id, error: toSentError(error) }, []);
  }
}

const reply = (message: SheetReply, transfer: readonly ArrayBuffer[]): void =>
  parentPort?.postMessage(message, [...transfer]);

function toSentError(error: unknown): SentError {
  if (error instanceof DomainError)
    return { name: error.name, code: error.code, message: error.message, details: error.details };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name: 'Error', code: null, message, details: {} };
}

parentPort?.on('message', (request: SheetRequest) => void answer(request));
