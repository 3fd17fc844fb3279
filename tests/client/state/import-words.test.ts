import { describe, expect, it } from 'vitest';
import { describeChange, describeFieldChange } from '#client/state/import-difference-words.ts';
import { acceptedNames, describeLimits, refuseFiles } from '#client/state/import-limits.ts';
import {
  describeChangeCounts,
  describeFile,
  describeRows,
  describeWriting,
  formatBytes,
} from '#client/state/import-words.ts';
import {
  createDifference,
  createImportFile,
  createImportRecord,
  createImportSummary,
  IMPORT_LIMITS,
} from '#tests/support/import-record.ts';

describe('formatBytes', () => {
  it('takes the unit that fits', () => {
    expect([0, 900, 2048, 104_857_600, 3_400_000].map(formatBytes)).toEqual([
      '0 B',
      '900 B',
      '2 KB',
      '100 MB',
      '3.2 MB',
    ]);
  });
});

describe('describeFile', () => {
  it('says format, size, tables and rows', () => {
    expect(describeFile(createImportFile(), 'zh')).toBe('CSV · 209 KB · 1 张表，1,204 行');
  });
});

describe('describeWriting', () => {
  const record = createImportRecord({ summary: createImportSummary(), checkedRevision: 12 });

  it('tells what the button will do', () => {
    expect(describeWriting(record, 'zh')).toBe('写入 1,204 条新增、37 条变更，成为第 13 版数据');
    expect(describeWriting(record, 'en')).toBe('Write 1,204 new, 37 changed as data revision 13');
  });

  it('says that there is nothing to write', () => {
    const ledgers = [{ ledger: 'settlements', new: 0, changed: 0, unchanged: 9, removed: 0 } as const];
    expect(describeChangeCounts({ ledgers }, 'zh')).toBeNull();
    expect(describeWriting({ ...record, summary: createImportSummary({ ledgers: [...ledgers] }) }, 'zh')).toBe(
      '没有可写入的变化',
    );
  });
});

describe('describeRows', () => {
  it('accounts for every row that was read', () => {
    expect(describeRows(createImportSummary({ rowsLeftOut: 2 }), 'zh')).toBe(
      '读到 1,253 行：可写入 1,242 行，待处理 9 行，选择不写入 2 行。',
    );
  });
});

describe('refuseFiles', () => {
  const refuse = (name: string, size: number): readonly string[] => refuseFiles([{ name, size }], IMPORT_LIMITS, 'zh');

  it('lets through what may be sent', () => {
    expect(refuse('台账.XLSX', 5000)).toEqual([]);
    expect(refuse('路网.zip', 5000)).toEqual([]);
  });

  it('says of each file why it cannot be sent', () => {
    expect(refuse('大.csv', 136_314_880)).toEqual(['“大.csv”有 130 MB，每个文件最多 100 MB。']);
    expect(refuse('空.csv', 0)).toEqual(['“空.csv”是空文件（0 字节）。']);
    expect(refuse('说明.docx', 10)[0]).toMatch(/^“说明.docx”不是可读的格式，可读的文件名后缀：\.xlsx /);
    const many = Array.from({ length: 41 }, (_, place) => ({ name: `${place}.csv`, size: 1 }));
    expect(refuseFiles(many, IMPORT_LIMITS, 'en')).toEqual(['41 files were chosen; a batch has at most 40.']);
  });
});

describe('describeLimits', () => {
  it('states every limit: formats, sizes, rows, archives, time, how many wait and are kept', () => {
    expect(describeLimits(IMPORT_LIMITS, 'zh')[1]).toBe(
      '每批最多 40 个文件；每个文件最多 100 MB，每张表最多 200,000 行、512 列。',
    );
    expect(describeLimits(IMPORT_LIMITS, 'zh').slice(2)).toEqual([
      '压缩包解压后最多 1 GB、10,000 个文件；一个 GeoJSON 文件最多 3,000,000 个坐标点；一个单元格最多 32,767 个字符。',
      '读取或检查一批最多 120 秒；同时在读取或检查（含排队）的最多 20 批。',
      '读取后未写入的批次，自最后一次改动起保留 30 天，每个县最多保留最近的 50 批；更早的连同文件一并清除。',
    ]);
    expect(acceptedNames(IMPORT_LIMITS).split(',')).toEqual(expect.arrayContaining(['.gpkg', '.shp', '.dbf']));
  });
});

describe('describeChange', () => {
  it('names what differs, of new things what they are', () => {
    expect(describeChange(createDifference(), 'zh')).toBe('户籍人口 112 → 118、图形或位置有变');
    expect(describeChange(createDifference({ kind: 'new' }), 'zh')).toBe('户籍人口 118');
    expect(describeChange(createDifference({ kind: 'removed' }), 'zh')).toBe('户籍人口 112');
  });

  it('names four fields and says how many there are', () => {
    const fields = Array.from({ length: 6 }, (_, place) => ({
      field: `f${place}`,
      fieldName: `列${place}`,
      before: null,
      after: place,
    }));
    expect(describeChange(createDifference({ fields, geometryChanged: false }), 'zh')).toBe(
      '列0 未知 → 0、列1 未知 → 1、列2 未知 → 2、列3 未知 → 3 等 6 项',
    );
  });
});

describe('describeFieldChange', () => {
  it('writes choices in words', () => {
    const change = { field: 'safeWater', fieldName: '饮水安全', before: false, after: true };
    expect(describeFieldChange('households', change, 'zh')).toEqual({ before: '否', after: '是' });
  });
});
