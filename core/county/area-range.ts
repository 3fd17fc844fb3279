/** Half-open range of indexes `[start, end)`. */
export interface IndexRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The contiguous range of a list sorted by code whose codes begin with `areaCode`: all that lies in the area.
 *
 * @param count length of the list
 * @param codeAt code of entry `i`; ascending in UTF-16 order
 */
export function findAreaRange(count: number, codeAt: (index: number) => string, areaCode: string): IndexRange {
  const start = lowerBound(count, codeAt, areaCode);
  // '~' sorts after every digit and letter, so this is the end of the prefix
  return { start, end: lowerBound(count, codeAt, `${areaCode}~`) };
}

/** First index whose code is not less than `code`. */
function lowerBound(count: number, codeAt: (index: number) => string, code: string): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codeAt(middle) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
