import { writeXlsx } from 'hucre/xlsx';
import type { SourceCell } from '#core/ledgers/source-table.ts';

/** A sheet of plain cells; rows may be of different lengths. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly SourceCell[])[];
}

const LONGEST_SHEET_NAME = 31;

/** Writes a workbook of plain cells: texts stay texts, also those that look like formulas. Names of sheets are shortened and told apart as Excel demands. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const used = new Set<string>();
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({ name: findName(name, used), rows: rows.map((row) => [...row]) })),
  });
}

function findName(name: string, used: Set<string>): string {
  const clean = name.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, '_').replaceAll(/^'|'$/g, '_') || 'Sheet';
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const candidate = clean.slice(0, LONGEST_SHEET_NAME - ending.length) + ending;
    if (used.has(candidate.toLowerCase())) continue;
    used.add(candidate.toLowerCase());
    return candidate;
  }
}
