import { describe, expect, it } from 'vitest';
import { describeSteps } from '#client/state/import-step-words.ts';
import { findEntryStep, findNextStep, isSameCrs, listSteps } from '#client/state/import-steps.ts';
import { createImportRecord, createImportSummary, createTableMapping } from '#tests/support/import-record.ts';

const statesOf = (...args: Parameters<typeof listSteps>): string =>
  listSteps(...args)
    .map(({ state }) => state)
    .join(' ');

describe('listSteps', () => {
  it('opens files alone while there is no import', () => {
    expect(statesOf(null)).toBe('open closed closed closed closed closed');
  });

  it('closes what comes after reading while files are read, and says so', () => {
    const reading = createImportRecord({ state: 'reading', files: [], mappings: [] });
    expect(statesOf(reading)).toBe('done closed closed closed closed closed');
    expect(listSteps(reading)[1]?.obstacle).toBe('closed_reading');
    expect(listSteps({ ...reading, state: 'failed' })[1]?.obstacle).toBe('closed_unread');
  });

  it('wants a ledger for a table before its coordinates and its check', () => {
    const unmapped = createImportRecord({ mappings: [createTableMapping({ ledger: null })] });
    expect(statesOf(unmapped)).toBe('done open closed closed closed closed');
  });

  it('keeps coordinates open until the person confirmed them', () => {
    expect(statesOf(createImportRecord())).toBe('done done open open closed closed');
    const confirmed = createImportRecord({ mappings: [createTableMapping({ crsConfirmed: true })] });
    expect(statesOf(confirmed)).toBe('done done done open closed closed');
  });

  it('shows the difference while rows are held, and the end only when it was written', () => {
    const checked = createImportRecord({ state: 'checked', summary: createImportSummary() });
    expect(statesOf(checked)).toBe('done done open open open closed');
    const written = createImportRecord({
      state: 'written',
      writtenRevision: 13,
      summary: createImportSummary({ canWrite: false }),
    });
    expect(statesOf(written)).toBe('done done open done done done');
  });
});

describe('findNextStep', () => {
  it('leaves coordinates out where no table has any', () => {
    expect(findNextStep('read', createImportRecord())).toBe('positions');
    const plain = createImportRecord({ mappings: [createTableMapping({ position: { kind: 'village', column: 1 } })] });
    expect(findNextStep('read', plain)).toBe('report');
  });

  it('leads nowhere from a step whose answer is missing', () => {
    expect(findNextStep('difference', createImportRecord({ summary: createImportSummary() }))).toBeNull();
    expect(findNextStep('files', null)).toBeNull();
  });
});

describe('findEntryStep', () => {
  it('goes on where work stopped, or to the result', () => {
    const entry = { state: 'read', writtenRevision: null, summary: null } as const;
    expect(findEntryStep(entry)).toBe('read');
    expect(findEntryStep({ ...entry, state: 'checked', summary: createImportSummary() })).toBe('report');
    expect(findEntryStep({ ...entry, state: 'undone', writtenRevision: 12 })).toBe('written');
    expect(findEntryStep({ ...entry, state: 'failed' })).toBe('files');
  });
});

describe('isSameCrs', () => {
  it('does not care for the order of the parts', () => {
    const grid = {
      kind: 'gauss_kruger',
      zoneWidth: 3,
      centralMeridian: 105,
      zonePrefix: true,
      swapped: false,
    } as const;
    const other = {
      swapped: false,
      zonePrefix: true,
      centralMeridian: 105,
      zoneWidth: 3,
      kind: 'gauss_kruger',
    } as const;
    expect(isSameCrs(grid, other)).toBe(true);
    expect(isSameCrs(grid, { ...other, swapped: true })).toBe(false);
    expect(isSameCrs(null, other)).toBe(false);
  });
});

describe('describeSteps', () => {
  it('says in a few words what each step came to', () => {
    const record = createImportRecord({
      mappings: [createTableMapping({ crsConfirmed: true })],
      state: 'checked',
      summary: createImportSummary(),
    });
    expect(describeSteps(record, 'zh')).toEqual({
      files: '1 个文件',
      read: '1,204 行',
      positions: 'GCJ-02（高德、腾讯等）',
      report: '9 行待处理',
      difference: '1,204 条新增、37 条变更',
      written: null,
    });
    expect(describeSteps(createImportRecord(), 'en').positions).toBe('1 to confirm');
  });
});
