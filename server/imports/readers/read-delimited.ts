import { basename, extname } from 'node:path';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';
import { unguardFormula } from '../../http/csv-text.ts';
import { decodeText } from './decode-text.ts';
import { ImportFileError } from './import-file-error.ts';
import type { RawFile } from './raw-table.ts';
import { checkColumnCount, checkRowCount, type Reading } from './reading.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Records by which the delimiter is recognised. */
const SAMPLE_RECORDS = 20;
const SAMPLE_CHARACTERS = 64 * 1024;
const ROWS_PER_TICK = 1000;
const QUOTE = '"';

/**
 * Reads a table from text with delimiters (RFC 4180, and `;`, tab or `|` for the comma). A record is a row, however many lines its quoted cells have.
 * Cells stay text; empty ones are null.
 *
 * @throws {ImportFileError} too many rows or columns, a cell that is too long, a quote that is never closed
 */
export function readDelimited(bytes: Buffer, reading: Reading): RawFile {
  const { text, encoding, damagedCount } = decodeText(bytes);
  const delimiter = findDelimiter(text);
  const rows: SourceCell[][] = [];
  for (const record of listRecords(text, delimiter, reading)) {
    rows.push(record);
    if (rows.length % ROWS_PER_TICK !== 0) continue;
    checkRowCount(reading, reading.file, rows.length);
    reading.tick(rows.length);
  }
  checkRowCount(reading, reading.file, rows.length);
  const notes: SourceNote[] = [{ kind: 'encoding', values: { encoding } }];
  if (damagedCount > 0) notes.push({ kind: 'damaged_text', values: { count: damagedCount } });
  const name = basename(reading.file, extname(reading.file));
  return { tables: [{ kind: 'grid', name, rows, merges: [], from1904: false, notes: [] }], notes };
}

/** The delimiter that gives the records of the beginning the same count of cells, the most where several do. */
function findDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = { delimiter: ',', score: -1 };
  for (const delimiter of DELIMITERS) {
    const counts = countCells(sample, delimiter);
    const usual = findUsual(counts.filter((count) => count > 1));
    const agreeing = counts.filter((count) => count === usual).length;
    const score = usual === 0 ? 0 : agreeing * 1000 + usual;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function countCells(sample: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  for (const character of sample) {
    if (character === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === delimiter) cells += 1;
    else if (character === '\n') {
      counts.push(cells);
      cells = 1;
      if (counts.length === SAMPLE_RECORDS) return counts;
    }
  }
  return counts.length === 0 || cells > 1 ? [...counts, cells] : counts;
}

function findUsual(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return [...frequency].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function* listRecords(text: string, delimiter: string, reading: Reading): Generator<SourceCell[]> {
  const { limits, file } = reading;
  let record: SourceCell[] = [];
  let at = 0;
  let row = 1;
  const push = (cell: string): void => {
    if (cell.length > limits.cellCharacters)
      throw new ImportFileError('import_cell_too_long', file, { row, got: cell.length, limit: limits.cellCharacters });
    record.push(cell === '' ? null : unguardFormula(cell));
    if (record.length > limits.columns) {
      const lineEnd = text.indexOf('\n', at);
      const rest = text.slice(at, lineEnd === -1 ? undefined : lineEnd);
      checkColumnCount(reading, file, record.length + rest.split(delimiter).length - 1);
    }
  };
  while (at < text.length) {
    const cell = text[at] === QUOTE ? readQuoted(text, at, delimiter) : readPlain(text, at, delimiter);
    if (cell === null) throw new ImportFileError('import_quote_open', file, { row });
    push(cell.value);
    at = cell.end;
    const ending = text[at];
    if (ending === delimiter) {
      at += 1;
      if (at === text.length) push('');
      continue;
    }
    at += ending === '\r' && text[at + 1] === '\n' ? 2 : 1;
    yield record;
    record = [];
    row += 1;
  }
  if (record.length > 0) yield record;
}

interface ReadCell {
  readonly value: string;
  /** Place of the delimiter or the end of the line. */
  readonly end: number;
}

function readPlain(text: string, start: number, delimiter: string): ReadCell {
  let end = start;
  while (end < text.length) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
    end += 1;
  }
  return { value: text.slice(start, end).trim(), end };
}

/** Null when the quote is never closed. What follows a closing quote up to the delimiter belongs to the cell, as Excel has it. */
function readQuoted(text: string, start: number, delimiter: string): ReadCell | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf(QUOTE, from);
    if (close === -1) return null;
    value += text.slice(from, close);
    if (text[close + 1] !== QUOTE) {
      const rest = readPlain(text, close + 1, delimiter);
      return { value: value + rest.value, end: rest.end };
    }
    value += QUOTE;
    from = close + 2;
  }
}
