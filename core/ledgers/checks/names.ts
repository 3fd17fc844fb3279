/** Endings that the same place is written with and without: town, village, settlement, committee. */
const ENDINGS =
  /(?:街道办事处|镇人民政府|乡人民政府|村民委员会|居民委员会|村民小组|自然村|村委会|居委会|办事处|小组|社区|街道|镇|乡|村|组)$/;

/** A name without blanks and with plain digits and brackets, so that what a person takes for the same is the same. */
export const plainName = (name: string): string =>
  name
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0]+/g, '');

/** A plain name without its ending, where two characters are left. */
export function stemOfName(name: string): string {
  const plain = plainName(name);
  const stem = plain.replace(ENDINGS, '');
  return stem.length >= 2 ? stem : plain;
}

/**
 * How many characters must be added, left out, replaced or exchanged with their neighbour to come from one text to the other; counting ends at `most`.
 *
 * @see Damerau 1964, "A technique for computer detection and correction of spelling errors", CACM 7(3): the four kinds of slips
 */
export function countSlips(a: string, b: string, most: number): number {
  const from = [...a];
  const to = [...b];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isExchange = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isExchange) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[to.length] ?? most + 1, most + 1);
}

/** A name and the code of what bears it. */
export interface NamedCode {
  readonly name: string;
  readonly code: string;
}

/**
 * The names nearest to one that is unknown, the nearest first, at most three. A short name may have one slip, a longer one a third of its characters.
 */
export function nearestNames(name: string, candidates: Iterable<NamedCode>): readonly NamedCode[] {
  const plain = plainName(name);
  const most = Math.max(1, Math.floor([...plain].length / 3));
  const near: { readonly slips: number; readonly candidate: NamedCode }[] = [];
  for (const candidate of candidates) {
    const slips = Math.min(
      countSlips(plain, plainName(candidate.name), most),
      countSlips(stemOfName(plain), stemOfName(candidate.name), most),
    );
    if (slips <= most) near.push({ slips, candidate });
  }
  near.sort(
    (a, b) =>
      a.slips - b.slips || Number(a.candidate.code > b.candidate.code) - Number(a.candidate.code < b.candidate.code),
  );
  return near.slice(0, 3).map(({ candidate }) => candidate);
}
