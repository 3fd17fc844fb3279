import type { AreaLevel, MapKind } from '../../county/kinds.ts';
import type { SheetSpec } from '../sheet/sheet-spec.ts';

/** Papers that an atlas is printed on. */
export const ATLAS_PAPERS = ['A3', 'A4'] as const;
export type AtlasPaper = (typeof ATLAS_PAPERS)[number];

/** Papers that go with the maps; with all of them an atlas is the workbook (工作手册). */
export const BOOK_PAPERS = ['timetable', 'responsibilities', 'task_letters'] as const;
export type BookPaper = (typeof BOOK_PAPERS)[number];

/** What an atlas is: with the county at one revision it decides every byte. */
export interface AtlasSpec
  extends Pick<SheetSpec, 'areaCode' | 'asOf' | 'edition' | 'language' | 'relief' | 'scale' | 'options'> {
  /** In the order of their pages. */
  readonly maps: readonly MapKind[];
  /** How deep it goes: `town` = the area and its towns. Never higher than the area's own level. */
  readonly level: AreaLevel;
  readonly paper: AtlasPaper;
  readonly papers: readonly BookPaper[];
}

/** What a planned page of an atlas shows. */
export type AtlasContent =
  | { readonly kind: 'cover' }
  | { readonly kind: 'contents'; readonly part: number }
  | { readonly kind: 'overview'; readonly areaCode: string }
  | AtlasMap
  | { readonly kind: 'paper'; readonly paper: PaperRef; readonly part: number }
  | { readonly kind: 'index'; readonly part: number };

/** A map page. */
export interface AtlasMap {
  readonly kind: 'map';
  readonly map: MapKind;
  readonly areaCode: string;
  /** Part of an area that is too large for one page at the scale asked for. */
  readonly section?: { readonly name: string; readonly center: readonly [easting: number, northing: number] };
}

/** A paper and for whom it is. */
export interface PaperRef {
  readonly kind: BookPaper;
  /** Area of a timetable, a list, a letter; the county of letters to departments. */
  readonly areaCode: string;
  /** Letters to departments name theirs. */
  readonly department?: string;
}
