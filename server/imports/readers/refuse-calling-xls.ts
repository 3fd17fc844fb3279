import { ImportFileError } from './import-file-error.ts';
import { listFormulaCalls } from './list-formula-calls.ts';
import { readCompoundStream } from './read-compound-stream.ts';

/** Numbers of records ([MS-XLS] 2.3). */
const RECORD = {
  formula: 0x06,
  externSheet: 0x17,
  name: 0x18,
  externName: 0x23,
  sheet: 0x85,
  supBook: 0x1ae,
  array: 0x221,
  sharedFormula: 0x4bc,
  beginning: 0x809,
};
const HEADER_BYTES = 4;
/** Where a record has the length of its formula, which follows it. */
const FORMULA_AT: ReadonlyMap<number, number> = new Map([
  [RECORD.formula, 20],
  [RECORD.array, 12],
  [RECORD.sharedFormula, 8],
]);
/** Functions that start programs or fetch from them ([MS-XLS] 2.5.198.17); those of XLSX by the same names. */
const CALLING_FUNCTIONS: ReadonlyMap<number, string> = new Map([
  [110, 'EXEC'],
  [149, 'REGISTER'],
  [150, 'CALL'],
  [267, 'REGISTER.ID'],
  [379, 'RTD'],
]);
/** Functions younger than the format stand in it by name. */
const CALLING_NAME = /^(?:_xl(?:fn|ws|udf)\.)*(WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|IMAGE)$/i;
/** A program and its topic ([MS-XLS] 2.5.277); the paths of other workbooks have the same mark between their folders, after a beginning of their own. */
const PROGRAM_MARK = '\u0003';
const PATH_BEGINNINGS = ['\u0001', '\u0002', PROGRAM_MARK];
/** Length of a link that is none: to the workbook itself, to functions that were added ([MS-XLS] 2.4.271). */
const LONGEST_LINK = 0xff;
/** A sheet of macros of Excel 4 ([MS-XLS] 2.4.28). */
const MACRO_SHEET = 1;

interface Globals {
  /** Names of sheets by their place in the stream. */
  readonly sheets: Map<number, string>;
  /** Per link: the program it leads to, null for other workbooks. */
  readonly programs: (string | null)[];
  /** Per place in the table of links: which link. */
  readonly links: number[];
}

/**
 * Refuses a workbook of Excel 97 to 2003 with formulas or links that would call the network or another program when it is opened again, and one with
 * sheets of macros: as `refuseCallingFormula` for later workbooks.
 *
 * @throws {ImportFileError} `import_file_calls_out`, `import_file_macros`
 */
export function refuseCallingXls(bytes: Buffer, file: string): void {
  const stream = readCompoundStream(bytes, 'Workbook');
  if (stream === null) return;
  const globals: Globals = { sheets: new Map(), programs: [], links: [] };
  let sheet = '';
  for (let at = 0; at + HEADER_BYTES <= stream.length; ) {
    const kind = stream.readUInt16LE(at);
    const record = stream.subarray(at + HEADER_BYTES, at + HEADER_BYTES + stream.readUInt16LE(at + 2));
    if (kind === RECORD.beginning) sheet = globals.sheets.get(at) ?? sheet;
    else refuseRecord(kind, record, { globals, file, sheet });
    at += HEADER_BYTES + record.length;
    if (kind === 0 && record.length === 0) break;
  }
  const unused = globals.programs.find((program) => program !== null);
  if (typeof unused === 'string') throw refuse({ file, sheet: [...globals.sheets.values()][0] ?? '' }, unused);
}

interface Place {
  readonly globals: Globals;
  readonly file: string;
  readonly sheet: string;
}

function refuseRecord(kind: number, record: Buffer, place: Place): void {
  const { globals } = place;
  switch (kind) {
    case RECORD.sheet:
      if (record[5] === MACRO_SHEET) throw new ImportFileError('import_file_macros', place.file);
      if (record.length > 8) globals.sheets.set(record.readUInt32LE(0), readText(record.subarray(7), record[6] ?? 0));
      return;
    case RECORD.supBook:
      globals.programs.push(readProgram(record));
      return;
    case RECORD.externSheet:
      for (let at = 2; at + 6 <= record.length; at += 6) globals.links.push(record.readUInt16LE(at));
      return;
    case RECORD.name:
      refuseName(record.subarray(14), record[3] ?? 0, { ...place, isOwn: true });
      return;
    case RECORD.externName:
      refuseName(record.subarray(7), record[6] ?? 0, { ...place, isOwn: false });
      return;
  }
  const lengthAt = FORMULA_AT.get(kind);
  if (lengthAt === undefined || record.length < lengthAt + 2) return;
  const start = lengthAt + 2;
  refuseFormula(record.subarray(start, start + record.readUInt16LE(lengthAt)), place);
}

function refuseFormula(tokens: Buffer, place: Place): void {
  const { functions, links } = listFormulaCalls(tokens);
  for (const number of functions) {
    const got = CALLING_FUNCTIONS.get(number);
    if (got !== undefined) throw refuse(place, got);
  }
  for (const link of links) {
    const program = place.globals.programs[place.globals.links[link] ?? -1];
    if (typeof program === 'string') throw refuse(place, program);
  }
}

/** The length of a name stands before it, apart from the mark of its characters. A name of the workbook itself is a function only with the prefix of one. */
function refuseName(text: Buffer, length: number, place: Place & { readonly isOwn: boolean }): void {
  const name = readText(text, length);
  const got = CALLING_NAME.exec(name)?.[1]?.toUpperCase();
  if (got === undefined || (place.isOwn && !name.startsWith('_xl'))) return;
  throw refuse({ file: place.file, sheet: place.sheet || ([...place.globals.sheets.values()][0] ?? '') }, got);
}

function readProgram(record: Buffer): string | null {
  const length = record.length < 5 ? 0 : record.readUInt16LE(2);
  if (length === 0 || length > LONGEST_LINK) return null;
  const target = readText(record.subarray(4), length);
  const end = target.indexOf(PROGRAM_MARK);
  return end < 0 || PATH_BEGINNINGS.includes(target.charAt(0)) ? null : target.slice(0, end);
}

/** Characters after a byte that says whether they have two bytes each. */
const readText = (text: Buffer, length: number): string =>
  ((text[0] ?? 0) & 1) === 1 ? text.toString('utf16le', 1, 1 + length * 2) : text.toString('latin1', 1, 1 + length);

const refuse = ({ file, sheet }: Pick<Place, 'file' | 'sheet'>, got: string): ImportFileError =>
  new ImportFileError('import_file_calls_out', file, { got, sheet });
