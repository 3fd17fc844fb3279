import { countSheets, type SheetCount } from '../count-sheets.ts';
import { getPaper, type PaperSize } from '../paper.ts';
import { listMapWindows, PAGE_OVERLAP } from '../sheet-layout.ts';
import type { PlaneBox } from '../sheet-projection.ts';

/**
 * How many sheets of a paper an area takes at a scale, each with nothing but map on it, lying or standing as takes fewer.
 *
 * @param of.box box of the area in the plane, metres
 * @param of.scale denominator
 * @throws {InvalidInputError} `unknown_paper`
 */
export const countSheetsNeeded = (of: {
  readonly box: PlaneBox;
  readonly scale: number;
  readonly paper: PaperSize;
}): SheetCount =>
  countSheets(
    { ...of, overlap: PAGE_OVERLAP },
    listMapWindows({ paper: getPaper(of.paper), orientation: 'landscape' }),
  );
