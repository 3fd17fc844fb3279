import { CODED_LISTS, type CountyChange } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import type { Difference } from '#core/ledgers/checks/check-input.ts';
import { listOf } from '#core/ledgers/ledgers.ts';

/** A difference with the shapes that a map shows; null where its position says it all. */
export interface ShownDifference extends Difference {
  readonly geometry: Geometry | null;
  /** As it was; only where it differs. */
  readonly former: Geometry | null;
}

/** Adds lines and outlines to the differences of a change. */
export function addShapes(
  differences: readonly Difference[],
  change: CountyChange,
  before: CountyRows,
): readonly ShownDifference[] {
  const coming = indexRows(change.upserts);
  const former = indexRows(before);
  return differences.map((difference) => {
    const { ledger, code, kind, geometryChanged } = difference;
    const list = ledger === 'events' ? '' : listOf(ledger);
    const shapeIn = (index: RowIndex): Geometry | null => shapeOf(index.get(list)?.get(code));
    return {
      ...difference,
      geometry: kind === 'removed' ? shapeIn(former) : shapeIn(coming),
      former: kind === 'changed' && geometryChanged ? shapeIn(former) : null,
    };
  });
}

type RowIndex = ReadonlyMap<string, ReadonlyMap<string, object>>;

/** Only lists whose things have shapes. */
function indexRows(lists: CountyChange['upserts'] | CountyRows): RowIndex {
  return new Map(
    CODED_LISTS.map((list) => {
      const rows: readonly { readonly code: string }[] = lists[list] ?? [];
      const hasShapes = rows.some((row) => shapeOf(row) !== null);
      return [list, new Map(hasShapes ? rows.map((row) => [row.code, row]) : [])];
    }),
  );
}

/** The line, boundary or outline of a row. */
function shapeOf(row: object | undefined): Geometry | null {
  if (row === undefined) return null;
  const { line, boundary, outline } = row as Readonly<Record<string, Geometry | null | undefined>>;
  return line ?? boundary ?? outline ?? null;
}
