import type { Language } from '../../texts/language.ts';
import { type TextKey, type TextValues, text } from '../../texts/text.ts';
import type { PaletteName } from '../map-definition.ts';
import type { DrawItem, MeasureText } from './drawing.ts';
import { type Paper, paperFactor } from './paper.ts';
import {
  emForHeight,
  type LeastHeights,
  leastHeights,
  lineFactor,
  type ReadingHeights,
  readingHeights,
} from './reading-heights.ts';

/** What every piece of furniture is made with. */
export interface FurnitureKit {
  readonly language: Language;
  readonly measure: MeasureText;
  /** Language in which headings are said once more; null = one language. */
  readonly second: Language | null;
  /** Colours of lights and other symbols: those of the map. */
  readonly palette: PaletteName;
  /** Em sizes in millimetres by reading class. */
  readonly em: ReadingHeights;
  /** Least em sizes in millimetres: nothing is set smaller to make it fit. */
  readonly leastEm: LeastHeights;
  /** Short side of the paper against A0. */
  readonly factor: number;
  /** Line width in millimetres for a width on A0, never too thin to print. */
  line(widthOnA0: number): number;
  /** A sentence of the topic `sheets`. */
  say(key: TextKey<'sheets'>, values?: TextValues): string;
}

const LEAST_LINE = 0.1;

/** The kit for a paper and a language. */
export function createFurnitureKit(paper: Paper, language: Language, measure: MeasureText): FurnitureKit {
  const heights = readingHeights(paper);
  const em = Object.fromEntries(
    Object.entries(heights).map(([name, height]: [string, number]) => [name, emForHeight(height)]),
  ) as unknown as ReadingHeights;
  const factor = lineFactor(paper);
  const least = leastHeights(paper);
  return {
    language,
    measure,
    second: null,
    palette: 'paper',
    em,
    leastEm: { text: emForHeight(least.text), digits: emForHeight(least.digits) },
    factor: paperFactor(paper),
    line: (width) => Math.max(LEAST_LINE, Math.round(width * factor * 100) / 100),
    say: (key, values = {}) => text(language, 'sheets', key, values),
  };
}

/** A sentence in the sheet's second language; null on a sheet in one language. */
export const secondSaying = ({ second }: Pick<FurnitureKit, 'second'>, key: TextKey<'sheets'>): string | null =>
  second === null ? null : text(second, 'sheets', key);

/** The same kit with larger or smaller characters: what fills a sheet that has room. */
export const enlargeKit = (kit: FurnitureKit, times: number): FurnitureKit => ({
  ...kit,
  em: Object.fromEntries(
    Object.entries(kit.em).map(([name, em]: [string, number]) => [name, em * times]),
  ) as unknown as ReadingHeights,
});

/** A panel set at a width: its items from (0, 0) and how much of it found no room. */
export interface PanelBlock {
  readonly height: number;
  readonly items: readonly DrawItem[];
  /** Rows or entries that did not fit; the block itself says so. */
  readonly omitted: number;
  /** Rows that did. */
  readonly shown?: number;
}

/** Something that stands in a column beside or below the map. */
export interface Panel {
  readonly id: string;
  /** Named among the notes when the panel finds no room at all. */
  readonly title: string;
  /** Better whole than shared out: it gets all its height as long as every panel gets its least. */
  readonly isWhole?: boolean;
  /** Wants to be whole, and is broken only where no column holds it whole and the rest can stand in the next. */
  readonly isBreakable?: boolean;
  /** The panel that goes on after the first so many rows, for the next column; absent for panels that cannot be broken. */
  continueAfter?(rows: number): Panel;
  /** The same in larger characters; absent for panels that come in one size. */
  enlarge?(times: number): Panel;
  /** Least height at which it says something at this width; infinite where it is too narrow for that. */
  leastHeight(width: number): number;
  /** Height at which nothing of it is missing; absent: it has to be set to know. */
  naturalHeight?(width: number): number;
  /** Height from which it is worth beginning here when the rest can stand on another sheet; absent: the least height. */
  usefulHeight?(width: number): number;
  /** Sets the panel, at most `height` high. */
  set(width: number, height: number, options?: PanelSetting): PanelBlock;
}

/** Where a panel goes on when it is not whole. */
export interface PanelSetting {
  /** In the next column: it does not say what is missing here. */
  readonly goesOn: boolean;
  /** On another sheet: it says so. */
  readonly onNextSheet?: boolean;
}
