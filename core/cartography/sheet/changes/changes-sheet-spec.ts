import type { IsoDate } from '../../../county/dates.ts';
import type { Language } from '../../../texts/language.ts';

/** A sheet of what changed in an area between two days: A4, upright. */
export interface ChangesSheetSpec {
  readonly areaCode: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly language: Language;
}
