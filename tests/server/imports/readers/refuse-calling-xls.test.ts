import { describe, expect, it } from 'vitest';
import { listFormulaCalls } from '#server/imports/readers/list-formula-calls.ts';
import { readOneMade, refusalOf } from '#tests/support/made-files.ts';
import { biffFormula, biffRecord, makeXls, narrow, shorts } from '#tests/support/made-xls.ts';

/** Tokens of formulas ([MS-XLS] 2.5.198). */
const text = (value: string) => [0x17, value.length, ...narrow(value)];
const callFunction = (number: number, count: number) => [0x42, count, ...shorts(number)];
const callName = (link: number) => [0x59, ...shorts(link, 1, 0)];

/** A link: to a program and its topic, or to another workbook. */
const link = (target: string) => biffRecord(0x1ae, shorts(0, target.length), narrow(target));
const ownLink = biffRecord(0x1ae, shorts(1, 0x0401));
const links = (...targets: readonly number[]) =>
  biffRecord(0x17, shorts(targets.length), ...targets.map((target) => shorts(target, 0xfffe, 0xfffe)));
const externName = (name: string) => biffRecord(0x23, shorts(0, 0, 0), [name.length], narrow(name));
const ownName = (name: string) =>
  biffRecord(0x18, shorts(0), [0, name.length], shorts(0, 0, 0), [0, 0, 0, 0], narrow(name));

const refuse = async (...made: Parameters<typeof makeXls>) => {
  const { code, details } = await refusalOf([['calls.xls', makeXls(...made)]]);
  return [code, details.got, details.sheet];
};

describe('refuseCallingXls', () => {
  it('reads formulas that compute, and links to other workbooks, by their stored results', async () => {
    const globals = [ownLink, link('\u0001\u0003home\u0003other.xls'), links(0, 1), ownName('IMAGE')];
    const sum = [0x1e, 1, 0, 0x1e, 2, 0, ...callFunction(4, 2), 0x19, 0x04, 1, 0, 0, 0, 0, 0, ...callName(1)];
    const { tables, notes } = await readOneMade('sums.xls', makeXls({ globals, cells: [biffFormula(sum)] }));
    expect([tables[0]?.columns, tables[0]?.rows.map(({ cells }) => cells), notes]).toEqual([['code'], [[3]], []]);
  });

  it('refuses functions that call, by their number, also behind texts and choices', async () => {
    const behind = [...text('a"b'), 0x19, 0x04, 1, 0, 0, 0, 0, 0, 0x15];
    for (const [number, got] of [
      [379, 'RTD'],
      [150, 'CALL'],
      [110, 'EXEC'],
    ] as const)
      expect(await refuse({ cells: [biffFormula([...behind, ...callFunction(number, 2)])] })).toEqual([
        'import_file_calls_out',
        got,
        'a',
      ]);
  });

  it('refuses functions younger than the format, by their name', async () => {
    const byName = ['import_file_calls_out', 'WEBSERVICE', 'a'];
    expect(await refuse({ globals: [ownName('_xlfn.WEBSERVICE')] })).toEqual(byName);
    expect(await refuse({ globals: [biffRecord(0x1ae, shorts(1, 0x3a01)), externName('WEBSERVICE')] })).toEqual(byName);
  });

  it('refuses links to programs, in a formula and unused', async () => {
    const globals = [ownLink, link('cmd\u0003/C calc'), links(0, 1)];
    const expected = ['import_file_calls_out', 'cmd', 'a'];
    expect(await refuse({ globals, cells: [biffFormula(callName(1))] })).toEqual(expected);
    expect(await refuse({ globals })).toEqual(expected);
  });

  it('finds them where the stream lies in pieces, and in formulas that cells share', async () => {
    const tokens = callFunction(379, 2);
    const shared = biffRecord(0x4bc, shorts(1, 1), [0, 0, 0, 1], shorts(tokens.length), tokens);
    expect(await refuse({ cells: [shared] }, { inPieces: true })).toEqual(['import_file_calls_out', 'RTD', 'a']);
  });

  it('refuses sheets of macros as other macros', async () => {
    expect(await refuse({ sheetKind: 1 })).toEqual(['import_file_macros', undefined, undefined]);
  });
});

describe('listFormulaCalls', () => {
  it('ends at what it does not know or what is cut off', () => {
    expect(listFormulaCalls(Buffer.from([...callFunction(4, 1), 0x7f, ...callFunction(379, 1)])).functions).toEqual([
      4,
    ]);
    expect(listFormulaCalls(Buffer.from([...callFunction(4, 1), 0x42, 1])).functions).toEqual([4]);
  });
});
