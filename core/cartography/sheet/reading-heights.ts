import { type Paper, paperFactor } from './paper.ts';

/** Heights of characters in millimetres, by what has to be read from how far (domain.md section 8, reading classes). */
export interface ReadingHeights {
  /** From 3 m. */
  readonly title: number;
  readonly subtitle: number;
  /** From 2 m. */
  readonly headline: number;
  readonly town: number;
  /** From 1 m. */
  readonly village: number;
  readonly heading: number;
  /** From 0.5 m. */
  readonly table: number;
  readonly note: number;
}

/** On A0; the title is larger than its least height of 40 mm. */
const ON_A0: ReadingHeights = {
  title: 44,
  subtitle: 13,
  headline: 10,
  town: 10,
  village: 5,
  heading: 6,
  table: 3.6,
  note: 2.6,
};

/** Least heights of what is read from nearest by. */
export interface LeastHeights {
  /** Names of settlements, tables, notes. */
  readonly text: number;
  /** Digits, and letters that stand alone in a symbol. */
  readonly digits: number;
}

/** What hangs is read from half a metre at least (domain.md section 8, reading classes). */
const ON_A_WALL: LeastHeights = { text: 2.5, digits: 2 };
/** A page in the hand is read from 0.3 m: the same angles. */
const IN_THE_HAND: LeastHeights = { text: 1.5, digits: 1.2 };
/** Papers with a shorter side than A3's are not hung but handed out, millimetres. */
const LEAST_HUNG = 297;

/** Least heights of characters on a paper: half a metre for what hangs, 0.3 m for books and for A4 and smaller. */
export const leastHeights = ({ short, isBound = false }: Pick<Paper, 'short' | 'isBound'>): LeastHeights =>
  isBound || short < LEAST_HUNG ? IN_THE_HAND : ON_A_WALL;

/** Least heights of the classes on the smallest paper. */
const LEAST: ReadingHeights = {
  title: 8,
  subtitle: 2.6,
  headline: 3,
  town: 2.8,
  village: 1.7,
  heading: 2.2,
  table: 1.6,
  note: 1.5,
};

/** Smaller sheets are read from nearer by, but not in proportion: heights shrink by this power of the paper's factor. */
const POWER = {
  title: 1,
  subtitle: 1,
  headline: 0.85,
  town: 0.85,
  village: 0.7,
  heading: 0.7,
  table: 0.55,
  note: 0.38,
};

/** Character heights on a paper: A0's heights times `factor ^ power`, never under the least height of the class and of the paper. */
export function readingHeights(paper: Paper): ReadingHeights {
  const factor = paperFactor(paper);
  const { text } = leastHeights(paper);
  const height = (name: keyof ReadingHeights): number =>
    Math.max(LEAST[name], text, Math.round(ON_A0[name] * factor ** POWER[name] * 100) / 100);
  return {
    title: height('title'),
    subtitle: height('subtitle'),
    headline: height('headline'),
    town: height('town'),
    village: height('village'),
    heading: height('heading'),
    table: height('table'),
    note: height('note'),
  };
}

/** Line widths against A0: 1 on A0, 0.5 on A3, 0.41 on A4. */
export const lineFactor = (paper: Paper): number => paperFactor(paper) ** 0.65;

/** Symbols against A0: 1 on A0, 0.66 on A3. On what hangs their letters have to be read: they shrink less than lines. */
export const symbolFactor = (paper: Paper): number => (paper.isBound ? lineFactor(paper) : paperFactor(paper) ** 0.4);

/** Size of the em square for characters of a height: a Chinese character of Noto Sans SC fills 0.92 of it. */
export const emForHeight = (height: number): number => height / 0.92;
