import type { IsoDate } from '../../county/dates.ts';
import type { MapKind } from '../../county/kinds.ts';
import type { Language } from '../../texts/language.ts';
import type { Orientation, PaperSize } from './paper.ts';

/** `internal` is marked 内部使用; `review` carries the watermark 未经审核 不得公开. */
export type Edition = 'internal' | 'review';

/** What is asked for: with the county at one revision it decides every byte of the sheet. */
export interface SheetSpec {
  readonly map: MapKind;
  /** County, town or village. */
  readonly areaCode: string;
  readonly asOf: IsoDate;
  readonly paper: PaperSize;
  readonly orientation: Orientation;
  /** Denominator of the printed scale, or `fit`: the largest round scale at which the area fits. */
  readonly scale: number | 'fit';
  readonly edition: Edition;
  readonly language: Language;
  /** Whether the hillshade, the only image of a sheet, is drawn. */
  readonly relief: boolean;
  /** Address of the live page for the QR code; null leaves the code out. */
  readonly liveUrl: string | null;
}
