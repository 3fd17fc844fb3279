import { parentPort, workerData } from 'node:worker_threads';
import { parseCountyText } from '#core/county/county-text.ts';
import { createRowsOfArea } from '#core/ledgers/rows-of-area.ts';
import { toSentError } from '../db/embedded/sent-error.ts';
import { createBlankLedger } from './create-blank-ledger.ts';
import { createFile } from './create-file.ts';
import type { ExportOrder, ExportReply } from './export-messages.ts';
import { createLedgerTable, type OutWording } from './ledger-table.ts';
import type { OutFile } from './out-table.ts';

/** Files for people carry words, files for software what is stored. */
const wordingOf = ({ format }: ExportOrder): OutWording => (format === 'xlsx' || format === 'csv' ? 'words' : 'codes');

async function carryOut(order: ExportOrder): Promise<OutFile> {
  if (order.kind === 'tables') return createFile(order.tables, order);
  const rows = parseCountyText(order.county);
  if (order.kind === 'blank') return createBlankLedger(rows, order.ledger, { order, rows: order.rows });
  const { language, asOf, areaCode } = order;
  const ofArea = createRowsOfArea(rows, areaCode);
  const options = { rows, ofArea, asOf, language, wording: wordingOf(order) };
  return createFile(
    order.ledgers.map((kind) => createLedgerTable(kind, options)),
    order,
  );
}

async function answer(order: ExportOrder): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('Got no parent, expected to run as a thread');
  try {
    const file = await carryOut(order);
    const bytes = new Uint8Array(file.bytes);
    port.postMessage({ kind: 'done', file: { ...file, bytes } } satisfies ExportReply, [bytes.buffer]);
  } catch (error) {
    port.postMessage({ kind: 'failed', error: toSentError(error) } satisfies ExportReply);
  }
}

await answer(workerData as ExportOrder);
