import { InvalidInputError } from '../../errors.ts';

/** Paper sizes with a name, `[short, long]` side in millimetres: ISO 216, twice A0, and the two Chinese printing formats (全张, 大全张). */
export const PAPER_SIZES = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
  '2A0': [1189, 1682],
  Q787: [787, 1092],
  Q889: [889, 1194],
} as const;

/** A paper as text: a name of `PAPER_SIZES`, a roll `R<width>`, or `<side>x<side>` in millimetres. */
export type PaperSize = string;

/** Papers that are offered for choice: named sizes, usual plotter rolls, usual boards. */
export const PAPER_NAMES = [
  'A4',
  'A3',
  'A2',
  'A1',
  'A0',
  '2A0',
  'Q787',
  'Q889',
  'R914',
  'R1067',
  'R1118',
  '1200x900',
  '2400x1200',
] as const;

/** Sides in millimetres that a sheet can be laid out on; the most is what the PDF format can hold with bleed. */
export const PAPER_LIMITS = {
  shortest: 148,
  longest: 5000,
  narrowestRoll: 297,
  widestRoll: 1700,
  mostElongated: 8,
} as const;

/** A paper, lying or standing: its sides in millimetres. */
export interface Paper {
  readonly size: PaperSize;
  readonly short: number;
  readonly long: number;
  /** Only the width of a roll is given: it is cut to the length that its map needs. Its sides here are those of the cut piece. */
  readonly roll: { readonly width: number } | null;
  /** A page of a book or of a meeting's papers: it is read in the hand. */
  readonly isBound?: boolean;
}

/** Which way the paper lies. */
export type Orientation = 'landscape' | 'portrait';

/** Width and height in millimetres. */
export interface PaperDimensions {
  readonly width: number;
  readonly height: number;
}

/** A paper by its text; null when there is no such paper. A roll comes in the proportion of the A sizes, until it is cut. */
export function parsePaper(size: PaperSize): Paper | null {
  const named = Object.hasOwn(PAPER_SIZES, size) ? PAPER_SIZES[size as keyof typeof PAPER_SIZES] : null;
  if (named) return { size, short: named[0], long: named[1], roll: null };
  const roll = /^R(\d{3,4})$/.exec(size);
  if (roll) {
    const width = Number(roll[1]);
    const isUsual = width >= PAPER_LIMITS.narrowestRoll && width <= PAPER_LIMITS.widestRoll;
    return isUsual ? cutRoll({ size, width }, Math.round(width * Math.SQRT2)) : null;
  }
  const sides = /^(\d{3,4})[x×](\d{3,4})$/i.exec(size);
  if (!sides) return null;
  const [short, long] = [Number(sides[1]), Number(sides[2])].sort((a, b) => a - b) as [number, number];
  const { shortest, longest, mostElongated } = PAPER_LIMITS;
  return short >= shortest && long <= longest && long <= short * mostElongated
    ? { size, short, long, roll: null }
    : null;
}

/**
 * A paper by its text.
 *
 * @throws {InvalidInputError} `unknown_paper`
 */
export function getPaper(size: PaperSize): Paper {
  const paper = parsePaper(size);
  if (paper) return paper;
  const { shortest, longest } = PAPER_LIMITS;
  throw new InvalidInputError(
    'unknown_paper',
    `Got paper ${size.slice(0, 40)}; expected ${PAPER_NAMES.join(', ')} or WxH between ${shortest} and ${longest} mm.`,
    { got: size.slice(0, 40), names: PAPER_NAMES.join(' '), shortest, longest },
  );
}

/** A piece of a roll, cut to a length in millimetres. */
export const cutRoll = (roll: { readonly size: PaperSize; readonly width: number }, length: number): Paper => ({
  size: roll.size,
  short: Math.min(roll.width, length),
  long: Math.max(roll.width, length),
  roll: { width: roll.width },
});

/** A paper as it lies. */
export function paperDimensions(paper: Paper | PaperSize, orientation: Orientation): PaperDimensions {
  const { short, long } = typeof paper === 'string' ? getPaper(paper) : paper;
  return orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** Name of a paper with these sides in millimetres: that of the standard, else the sides. */
export function namePaper({ short, long }: Pick<Paper, 'short' | 'long'>): string {
  const named = Object.entries(PAPER_SIZES).find(([, sides]) => sides[0] === short && sides[1] === long);
  return named ? named[0] : `${Math.round(long)} × ${Math.round(short)} mm`;
}

/** How a paper lies when nothing is said: as its sides are written, else on its long side. */
export function usualOrientation(size: PaperSize): Orientation {
  const sides = /^(\d+)[x×](\d+)$/i.exec(size);
  return sides && Number(sides[1]) < Number(sides[2]) ? 'portrait' : 'landscape';
}

/** Short side of the paper as a fraction of A0's: 1 for A0, 0.25 for A4. */
export const paperFactor = ({ short }: Paper): number => short / PAPER_SIZES.A0[0];

/** Margin around the sheet in millimetres: equal on all sides (domain.md section 8); 10 on the sizes that office printers take. */
export const paperMargin = ({ long }: Paper): number => (long <= PAPER_SIZES.A3[1] ? 10 : 15);
