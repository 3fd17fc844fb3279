import type { IsoDate } from '../../county/dates.ts';
import type { MapKind } from '../../county/kinds.ts';
import type { Language } from '../../texts/language.ts';
import type { Orientation, PaperSize } from './paper.ts';

/**
 * `internal` is marked 内部使用; `review` is the public edition as it goes to the authority, with the watermark 未经审核 不得公开; `public` needs the
 * approval number and leaves out what domain.md section 8 lists.
 */
export type Edition = 'internal' | 'review' | 'public';

/** Whether an edition is for the public's eyes: then nothing internal may be drawn. */
export const isPublicEdition = (edition: Edition): boolean => edition !== 'internal';

/** Furniture inside the frame that can be moved to a corner or left out. */
export const INSET_IDS = ['legend', 'locator', 'north', 'approval'] as const;
export type InsetId = (typeof INSET_IDS)[number];

/** A corner of the frame, or the column of panels. */
export const INSET_PLACES = ['left_top', 'right_top', 'left_bottom', 'right_bottom', 'panel'] as const;
export type InsetPlace = (typeof INSET_PLACES)[number];

/** What a planner may change about a sheet beside what it shows. All of it can be kept as a template for every town. */
export interface SheetOptions {
  /** Plan whose state is drawn; null = the plan in force at the date. */
  readonly plan: string | null;
  /** Map approval number (审图号) and its date, as typed in; a public edition cannot be made without. */
  readonly approval: { readonly number: string; readonly date: IsoDate } | null;
  /** Hand-kept edition (手工销号版): hollow boxes for pen or sticker, and a log table. */
  readonly isHandKept: boolean;
  /** `mono` = safe in black and white: hatches and letters instead of colours. */
  readonly colors: 'color' | 'mono';
  /** Titles, headings and legend also in this language; null = one language. */
  readonly secondLanguage: Language | null;
  /** Ground beyond the cut that a sign shop trims, on each side. */
  readonly bleedMillimeters: 0 | 3;
  /** How much of a ranking is shown; never any on a public edition. */
  readonly ranking: 'all' | 'front_half' | 'none';
  /** Whether telephones of officials are printed; never on a public edition. */
  readonly hasTelephones: boolean;
  /** Places for signatures: what each is signed as, in the order on paper. */
  readonly signatures: readonly string[];
  /** Own title and own notes instead of, and in addition to, those of the map; null = none. */
  readonly title: string | null;
  readonly notes: string | null;
  /** Furniture and panels that are left out, by their ids. */
  readonly hidden: readonly string[];
  /** Furniture that was moved; what is not named finds its own place. */
  readonly places: Readonly<Partial<Record<InsetId, InsetPlace>>>;
}

/** A sheet as it comes when nothing is chosen. */
export const DEFAULT_SHEET_OPTIONS: SheetOptions = {
  plan: null,
  approval: null,
  isHandKept: false,
  colors: 'color',
  secondLanguage: null,
  bleedMillimeters: 0,
  ranking: 'all',
  hasTelephones: false,
  signatures: [],
  title: null,
  notes: null,
  hidden: [],
  places: {},
};

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
  readonly options: SheetOptions;
}

/** An internal, Chinese A0 sheet of an area in landscape, as large as fits, but for what is said otherwise. */
export const completeSheetSpec = (
  asked: Pick<SheetSpec, 'map' | 'areaCode' | 'asOf'> & Partial<SheetSpec>,
): SheetSpec => ({
  paper: 'A0',
  orientation: 'landscape',
  scale: 'fit',
  edition: 'internal',
  language: 'zh',
  relief: true,
  liveUrl: null,
  options: DEFAULT_SHEET_OPTIONS,
  ...asked,
});
