import { parentPort } from 'node:worker_threads';
import type { CountyRows } from '#core/county/county-rows.ts';
import { parseCountyText } from '#core/county/county-text.ts';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import { toSentError } from '../db/embedded/sent-error.ts';
import { checkFiles } from './check-files.ts';
import type { CountyHold, ImportOrder, ImportReply, ImportResults, ReadingHold } from './import-messages.ts';
import { dropHousePositions, leaveOutByHand } from './leave-out-by-hand.ts';
import { listCrsGuesses } from './list-crs-guesses.ts';
import { listShiftedPositions } from './list-shifted-positions.ts';
import { packReading, unpackReading } from './pack-reading.ts';
import { readUpload } from './read-upload.ts';

// The thread in which files are read and checked: it keeps the files of one import and one county, and carries out one order after the other.

/** Progress is told at most so often. */
const TELL_MS = 100;

let county: { readonly key: string; readonly rows: CountyRows } | null = null;
let reading: { readonly sha256: string; readonly files: readonly SourceFile[] } | null = null;

function holdCounty({ code, revision, text }: CountyHold): CountyRows {
  const key = `${code} ${revision}`;
  if (county?.key === key) return county.rows;
  county = null;
  if (text === null) throw new RangeError(`Got no county, expected ${key}`);
  county = { key, rows: parseCountyText(text) };
  return county.rows;
}

function holdReading({ sha256, packed }: ReadingHold): readonly SourceFile[] {
  if (reading?.sha256 === sha256) return reading.files;
  reading = null;
  if (packed === null) throw new RangeError(`Got no files, expected ${sha256}`);
  reading = { sha256, files: unpackReading(packed) };
  return reading.files;
}

/** Tells how far it is, now and then. */
function createTeller() {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress: Extract<ImportReply, { kind: 'progress' }>['progress']): void => {
    if (performance.now() - toldAt < TELL_MS) return;
    toldAt = performance.now();
    reply({ kind: 'progress', progress });
  };
}

async function carryOut(order: ImportOrder): Promise<ImportResults[keyof ImportResults]> {
  const tellProgress = createTeller();
  if (order.kind === 'read') reading = null;
  else holdCounty(order.county);
  switch (order.kind) {
    case 'read': {
      // a county takes its time: what is refused need not wait for it
      const { files, ...read } = await readUpload(order, { getRows: () => holdCounty(order.county), tellProgress });
      const packed = packReading(files);
      reading = { sha256: packed.sha256, files };
      return { ...read, ...packed };
    }
    case 'check':
      return checkFiles({ ...order, rows: holdCounty(order.county), files: holdReading(order.reading) }, tellProgress);
    case 'map': {
      const { areas } = holdCounty(order.county);
      const mappings = dropHousePositions(order.mappings);
      const { files, stripped } = await leaveOutByHand(holdReading(order.reading), mappings);
      return { mappings, crsGuesses: listCrsGuesses(files, mappings, areas), stripped };
    }
    case 'positions': {
      const { file, table } = order.mapping;
      const source = holdReading(order.reading)[file]?.tables[table];
      return { geojson: source === undefined ? '' : listShiftedPositions(source, order.mapping) };
    }
  }
}

const reply = (message: ImportReply): void => parentPort?.postMessage(message);

parentPort?.on('message', (order: ImportOrder) => {
  carryOut(order).then(
    (result) => reply({ kind: 'done', result }),
    (error: unknown) => reply({ kind: 'failed', error: toSentError(error) }),
  );
});
