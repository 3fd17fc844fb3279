import { describe, expect, it } from 'vitest';
import { readPosition } from '#core/ledgers/checks/locate-draft.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import type { PositionSource } from '#core/ledgers/table-mapping.ts';

const read = (source: PositionSource, ...cells: readonly SourceCell[]) =>
  readPosition(source, { cells, geometry: null });
const TWO = { kind: 'two_columns', first: 0, second: 1 } as const;

describe('readPosition', () => {
  it('reads two columns of numbers or of degrees, minutes and seconds', () => {
    expect(read(TWO, 107.51, 27.03)).toEqual({ kind: 'pair', first: 107.51, second: 27.03, ordered: false });
    expect(read(TWO, '27°1′48″N', '107°30′36″E')).toEqual({
      kind: 'pair',
      first: 107.51,
      second: 27.03,
      ordered: true,
    });
    expect(read(TWO, '2,988,123.4', '36451234.5')).toMatchObject({ first: 2_988_123.4, second: 36_451_234.5 });
  });

  it('takes empty cells for nothing and half a position for unreadable', () => {
    expect(read(TWO, null, ' ')).toEqual({ kind: 'none' });
    expect(read(TWO, 107.5, null)).toEqual({ kind: 'unreadable', got: '107.5, ' });
    expect(read({ kind: 'one_column', column: 0 }, '107.30.36')).toEqual({ kind: 'unreadable', got: '107.30.36' });
  });

  it('reads one column, WKT, the geometry of the row and the name of a village', () => {
    expect(read({ kind: 'one_column', column: 0 }, '107.51, 27.03')).toMatchObject({ kind: 'pair', first: 107.51 });
    expect(read({ kind: 'wkt', column: 0 }, 'POINT(107.51 27.03)')).toMatchObject({ kind: 'geometry' });
    expect(read({ kind: 'wkt', column: 0 }, 'POINT(107.51')).toMatchObject({ kind: 'unreadable' });
    expect(read({ kind: 'geometry' })).toEqual({ kind: 'none' });
    expect(read({ kind: 'village', column: 0 }, ' 石坪村 ')).toEqual({ kind: 'village', said: '石坪村' });
  });
});
