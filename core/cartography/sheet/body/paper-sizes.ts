import type { AreaLevel } from '../../../county/kinds.ts';
import type { LayerPaper } from '../../map-definition.ts';
import { getPaper, type Paper, paperFactor } from '../paper.ts';
import { leastHeights, lineFactor, symbolFactor } from '../reading-heights.ts';

/** A CSS pixel, 1/96 inch (CSS Values and Units 4, 6.2), in millimetres: for layers without sizes of their own on paper. */
const MILLIMETERS_PER_CSS_PIXEL = 25.4 / 96;

/** Sizes of the definition hold for this paper: counties and towns hang as A0, villages as A1. */
const WALL_PAPER: Readonly<Record<AreaLevel, Paper>> = {
  county: getPaper('A0'),
  town: getPaper('A0'),
  village: getPaper('A1'),
};

/** Labels shrink less than the paper: they are read from nearer by (see `reading-heights.ts`). */
const LABEL_POWER = 0.78;
/** The thinnest line that survives a plotter, millimetres. */
const LEAST_LINE_WIDTH = 0.08;

/** From the definition's sizes to millimetres on this paper. */
export interface PaperSizes {
  /** Diameter or symbol height. */
  length(pixels: number, paper: LayerPaper | undefined): number;
  /** Distance of a line from where it runs; it shrinks as lines do. */
  lineOffset(pixels: number, paper: LayerPaper | undefined): number;
  lineWidth(pixels: number, paper: LayerPaper | undefined): number;
  /** Character height of a label, never under what can be read on this paper. */
  label(pixels: number, paper: LayerPaper | undefined): number;
}

/** Sizes for a paper and the level of the area drawn. */
export function createPaperSizes(paper: Paper, level: AreaLevel): PaperSizes {
  const wall = WALL_PAPER[level];
  // a whole county has too many symbols for them to be larger than its paper lets them
  const factor = level === 'county' ? lineFactor(paper) : symbolFactor(paper) / symbolFactor(wall);
  const widthFactor = lineFactor(paper) / lineFactor(wall);
  const least = leastHeights(paper);
  const labelFactor = (paperFactor(paper) / paperFactor(wall)) ** LABEL_POWER;
  const onWall = (pixels: number, of: LayerPaper | undefined): number =>
    of?.millimeters ?? pixels * (of?.millimetersPerPixel ?? MILLIMETERS_PER_CSS_PIXEL);
  return {
    length: (pixels, of) => onWall(pixels, of) * factor,
    lineOffset: (pixels, of) => onWall(pixels, of) * widthFactor,
    lineWidth: (pixels, of) => (pixels <= 0 ? 0 : Math.max(LEAST_LINE_WIDTH, onWall(pixels, of) * widthFactor)),
    label: (pixels, of) =>
      Math.max(
        of?.isDigits ? least.digits : least.text,
        (of?.textMillimeters ?? pixels * MILLIMETERS_PER_CSS_PIXEL) * labelFactor,
      ),
  };
}
