/** The part of a sheet that has values. */
export interface UsedRange {
  /** From 1; 0 for an empty sheet. */
  readonly lastRow: number;
  readonly lastColumn: number;
}

const CELL = Buffer.from('<c ');
const SLASH = 0x2f;
const CLOSE = 0x3e;
const QUOTE = 0x22;

/**
 * Finds how far the values of a sheet reach by looking at the bytes of its XML: cells that are only formatted, which some programs write to the last
 * column there is, do not count. Null where it cannot be told: elements with a prefix, cells that do not say their place.
 */
export function scanSheet(xml: Buffer): UsedRange | null {
  if (xml.includes(':sheetData')) return null;
  let lastRow = 0;
  let lastColumn = 0;
  for (let at = xml.indexOf(CELL); at !== -1; at = xml.indexOf(CELL, at + CELL.length)) {
    const end = xml.indexOf(CLOSE, at);
    if (end === -1) break;
    if (xml[end - 1] === SLASH) continue;
    const place = readPlace(xml, at + CELL.length, end);
    if (place.row === 0) return null;
    lastRow = Math.max(lastRow, place.row);
    lastColumn = Math.max(lastColumn, place.column);
  }
  return { lastRow, lastColumn };
}

/** The attribute `r` of a cell: letters of the column, number of the row. */
function readPlace(xml: Buffer, from: number, end: number): { readonly row: number; readonly column: number } {
  let at = from;
  while (at < end && !(xml[at] === 0x72 && xml[at + 1] === 0x3d && xml[at + 2] === QUOTE && xml[at - 1] === 0x20))
    at += 1;
  let row = 0;
  let column = 0;
  for (at += 3; at < end; at += 1) {
    const byte = xml[at] ?? QUOTE;
    if (byte >= 0x41 && byte <= 0x5a) column = column * 26 + byte - 0x40;
    else if (byte >= 0x30 && byte <= 0x39) row = row * 10 + byte - 0x30;
    else break;
  }
  return { row, column };
}
