import { ImportFileError } from './import-file-error.ts';

/**
 * Functions that fetch from the network or start other programs when the kept workbook is opened again; those of old macro sheets among them. Source: Excel
 * functions by category, "Web functions", RTD, CALL, REGISTER.ID, EXEC, IMAGE.
 */
const CALLING = /(?<![\w.])(?:_xlfn\.|_xlws\.)*(WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|IMAGE)\s*\(/i;

/** A program and its topic (`cmd|' /C calc'!A0`), outside the quotes of a sheet's name. */
const DDE = /(?<![\w.'])([A-Za-z][\w.]*)\|/;

/** Links of a workbook to other programs. */
const DDE_LINK = Buffer.from('<ddeLink');

/**
 * Refuses a formula that would call the network or another program. All others are harmless here: nothing is computed, their stored results are taken.
 *
 * @throws {ImportFileError} `import_file_calls_out`
 */
export function refuseCallingFormula(formula: string, place: { readonly file: string; readonly sheet: string }): void {
  const bare = formula.replaceAll(/"[^"]*"/g, '""');
  const got = CALLING.exec(bare)?.[1]?.toUpperCase() ?? DDE.exec(bare)?.[1];
  if (got !== undefined) throw new ImportFileError('import_file_calls_out', place.file, { got, sheet: place.sheet });
}

/**
 * Refuses a part of a workbook that links cells to another program (DDE).
 *
 * @throws {ImportFileError} `import_file_calls_out`
 */
export function refuseProgramLinks(xml: Buffer, part: { readonly file: string; readonly path: string }): void {
  if (part.path.includes('externalLinks/') && xml.includes(DDE_LINK))
    throw new ImportFileError('import_file_calls_out', part.file, { got: 'DDE', sheet: part.path });
}
