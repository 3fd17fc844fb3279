import { COUNTY_GRID } from './grid.ts';

const { columns: COLUMNS, rows: ROWS } = COUNTY_GRID;
const STRAIGHT = [1, -1, COLUMNS, -COLUMNS];
const AROUND = [1, -1, COLUMNS, -COLUMNS, COLUMNS + 1, COLUMNS - 1, -COLUMNS + 1, -COLUMNS - 1];

const isRim = (cell: number): boolean => {
  const column = cell % COLUMNS;
  return column === 0 || column === COLUMNS - 1 || cell < COLUMNS || cell >= COLUMNS * (ROWS - 1);
};

/**
 * Rounds off ragged regions: a cell takes the label of most of its 3 x 3 window, some rounds long.
 *
 * @param mayChange cells that may change and labels they may take; by default all
 */
export function smoothLabels(
  labels: Int16Array,
  rounds: number,
  mayChange: (cell: number, to: number) => boolean = () => true,
): Int16Array {
  let current = labels;
  for (let round = 0; round < rounds; round++) {
    const next = current.slice();
    for (let cell = 0; cell < current.length; cell++) {
      if (isRim(cell)) continue;
      const winner = mostCommonAround(current, cell);
      if (winner !== current[cell] && mayChange(cell, winner)) next[cell] = winner;
    }
    current = next;
  }
  return current;
}

function mostCommonAround(labels: Int16Array, cell: number): number {
  const own = labels[cell] as number;
  let best = own;
  let bestCount = 4;
  for (const offset of AROUND) {
    const label = labels[cell + offset] as number;
    if (label === best) continue;
    let count = 0;
    for (const other of AROUND) if (labels[cell + other] === label) count++;
    if (count > bestCount) {
      best = label;
      bestCount = count;
    }
  }
  return best;
}

/** Parts of equal label that hang together over cell sides: part number by cell and size by part. */
function findParts(labels: Int16Array): { part: Int32Array; sizes: number[]; labelOf: number[] } {
  const part = new Int32Array(labels.length).fill(-1);
  const sizes: number[] = [];
  const labelOf: number[] = [];
  for (let start = 0; start < labels.length; start++) {
    if (part[start] !== -1) continue;
    const number = sizes.length;
    const stack = [start];
    part[start] = number;
    let size = 0;
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      size++;
      for (const offset of STRAIGHT) {
        const neighbour = cell + offset;
        if (neighbour < 0 || neighbour >= labels.length || isWrap(cell, offset)) continue;
        if (part[neighbour] !== -1 || labels[neighbour] !== labels[start]) continue;
        part[neighbour] = number;
        stack.push(neighbour);
      }
    }
    sizes.push(size);
    labelOf.push(labels[start] as number);
  }
  return { part, sizes, labelOf };
}

const isWrap = (cell: number, offset: number): boolean =>
  (offset === 1 && cell % COLUMNS === COLUMNS - 1) || (offset === -1 && cell % COLUMNS === 0);

/** Of each label only its largest part keeps it; the others become `NO_LABEL`. */
export function keepLargestPart(labels: Int16Array): Int16Array {
  const { part, sizes, labelOf } = findParts(labels);
  const largest = new Map<number, number>();
  for (const [i, size] of sizes.entries()) {
    const label = labelOf[i] as number;
    const best = largest.get(label);
    if (best === undefined || size > (sizes[best] as number)) largest.set(label, i);
  }
  return labels.map((label, cell) => (largest.get(label) === part[cell] ? label : -1));
}

/**
 * Makes every region one piece without pinched corners: stray parts go to a neighbouring region of `isInside`, and where four
 * borders would meet at one corner a cell gives way.
 */
export function makeRegionsSound(labels: Int16Array, isInside: (cell: number) => boolean): Int16Array {
  let current = labels;
  for (let round = 0; round < 30; round++) {
    current = fillGaps(keepLargestPart(current), isInside);
    const repaired = openPinches(current, isInside);
    if (repaired === 0) return current;
  }
  throw new Error('The regions could not be made sound in 30 rounds.');
}

function fillGaps(labels: Int16Array, isInside: (cell: number) => boolean): Int16Array {
  const result = labels.slice();
  let queue: number[] = [];
  for (let cell = 0; cell < result.length; cell++) if (result[cell] === -1 && isInside(cell)) queue.push(cell);
  while (queue.length > 0) {
    const rest: number[] = [];
    const found: [number, number][] = [];
    for (const cell of queue) {
      const label = STRAIGHT.map((offset) => result[cell + offset] as number).find((other) => other >= 0);
      if (label === undefined) rest.push(cell);
      else found.push([cell, label]);
    }
    for (const [cell, label] of found) result[cell] = label;
    if (found.length === 0) throw new Error('A gap between the regions has no neighbour.');
    queue = rest;
  }
  return result;
}

/** Changes `labels` in place; returns how many corners were repaired. */
function openPinches(labels: Int16Array, isInside: (cell: number) => boolean): number {
  let repaired = 0;
  for (let cell = 0; cell < labels.length - COLUMNS - 1; cell++) {
    if (cell % COLUMNS === COLUMNS - 1) continue;
    const [a, b, c, d] = [cell, cell + 1, cell + COLUMNS, cell + COLUMNS + 1];
    const falling = labels[a] === labels[d] && labels[a] !== labels[b] && labels[a] !== labels[c];
    const rising = labels[b] === labels[c] && labels[b] !== labels[a] && labels[b] !== labels[d];
    const isFourCorner = new Set([labels[a], labels[b], labels[c], labels[d]]).size === 4;
    if (!falling && !rising && !isFourCorner) continue;
    // a cell inside takes the label across its side, so that at most three borders meet at this corner
    const [give, take] = rising ? [a, b] : [b, a];
    if (isInside(give) && isInside(take)) labels[give] = labels[take] as number;
    else if (isInside(c) && isInside(d)) labels[rising ? d : c] = labels[rising ? c : d] as number;
    else continue;
    repaired++;
  }
  return repaired;
}
