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

/** Least heights: what a hand-held A4 page needs (1.6 mm is 5.2 points; domain.md allows digits of 2.0 at half a metre). */
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

/** Character heights on a paper: A0's heights times `factor ^ power`, never under the least height of the class. */
export function readingHeights(paper: Paper): ReadingHeights {
  const factor = paperFactor(paper);
  const height = (name: keyof ReadingHeights): number =>
    Math.max(LEAST[name], Math.round(ON_A0[name] * factor ** POWER[name] * 100) / 100);
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

/** Line widths and symbols against A0: 1 on A0, 0.5 on A3, 0.41 on A4. */
export const symbolFactor = (paper: Paper): number => paperFactor(paper) ** 0.65;

/** Size of the em square for characters of a height: a Chinese character of Noto Sans SC fills 0.92 of it. */
export const emForHeight = (height: number): number => height / 0.92;
