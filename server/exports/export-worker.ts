import { parentPort } from 'node:worker_threads';
import type { CountyRows } from '#core/county/county-rows.ts';
import { type CountyText, parseCountyText } from '#core/county/county-text.ts';
import { createRowsOfArea } from '#core/ledgers/rows-of-area.ts';
import { toSentError } from '../db/embedded/sent-error.ts';
import { createBlankLedger } from './create-blank-ledger.ts';
import { createFile } from './create-file.ts';
import type { ExportOrder, ExportReply } from './export-messages.ts';
import { createLedgerTable, type OutWording } from './ledger-table.ts';
import type { OutFile } from './out-table.ts';

// The thread in which exports are written: it keeps the rows of one county, and carries out one order after the other.

let held: CountyRows | null = null;

function holdCounty(text: CountyText | null): CountyRows {
  if (text !== null) {
    // before the next is read, so that memory never has both
    held = null;
    held = parseCountyText(text);
  }
  if (held === null) throw new RangeError('Got no county, expected one that was read before');
  return held;
}

/** Files for people carry words, files for software what is stored. */
const wordingOf = ({ format }: ExportOrder): OutWording => (format === 'xlsx' || format === 'csv' ? 'words' : 'codes');

async function carryOut(order: ExportOrder): Promise<OutFile> {
  if (order.kind === 'tables') return createFile(order.tables, order);
  const rows = holdCounty(order.county);
  if (order.kind === 'blank') return createBlankLedger(rows, order.ledger, { order, rows: order.rows });
  const { language, asOf, areaCode } = order;
  const ofArea = createRowsOfArea(rows, areaCode);
  const options = { rows, ofArea, asOf, language, wording: wordingOf(order) };
  return createFile(
    order.ledgers.map((kind) => createLedgerTable(kind, options)),
    order,
  );
}

const port = parentPort;
if (port === null) throw new Error('Got no parent, expected to run as a thread');

async function answer(order: ExportOrder): Promise<ExportReply> {
  try {
    const file = await carryOut(order);
    return { kind: 'done', file: { ...file, bytes: new Uint8Array(file.bytes) } };
  } catch (error) {
    return { kind: 'failed', error: toSentError(error) };
  }
}

port.on('message', async (order: ExportOrder) => {
  const reply = await answer(order);
  port.postMessage(reply, reply.kind === 'done' ? [reply.file.bytes.buffer as ArrayBuffer] : []);
});
