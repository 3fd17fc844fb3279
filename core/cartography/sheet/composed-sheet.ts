import type { IndicatorContext } from '../../indicators/context.ts';
import type { DrawItem, MeasureText, Rect } from './drawing.ts';
import type { EditionView } from './edition/edition-view.ts';
import type { CodeModules } from './furniture/live-code.ts';
import type { HasGlyph } from './missing-glyphs.ts';
import type { PaperDimensions } from './paper.ts';
import type { SheetExtent, SheetGround } from './sheet-ground.ts';
import type { BindingEdge, SheetLayout } from './sheet-layout.ts';
import type { SheetProjection } from './sheet-projection.ts';
import type { InsetId, SheetSpec } from './sheet-spec.ts';

/** What a sheet is composed from. */
export interface ComposeInput {
  readonly spec: SheetSpec;
  /** The county at the spec's date, under the spec's plan. */
  readonly context: IndicatorContext;
  readonly measure: MeasureText;
  readonly hasGlyph: HasGlyph;
  /** Font for characters that the usual ones lack; a sheet that uses it names it. */
  readonly rareFont?: { readonly name: string; readonly isUsedFor: HasGlyph };
  /** Code that leads to the live page; null leaves it out. */
  readonly liveCode: CodeModules | null;
  /** What the frame shows, where that is not the area's own box: pages of an atlas, tiles. Such a page has no panels. */
  readonly extent?: SheetExtent;
  /** The sheet as a page of a book. */
  readonly page?: SheetPage;
  /** What the edition may show; that of the spec by default. */
  readonly edition?: EditionView;
  /** One sheet of many that nobody looks at twice: nothing of it is kept. */
  readonly isOnce?: boolean;
  /** More on the map, over its symbols and under its names: the frames of an atlas's pages. */
  readonly overlay?: (ground: SheetGround) => readonly DrawItem[];
}

/** Sides of a page at which another one may follow. */
export const PAGE_SIDES = ['north', 'east', 'south', 'west'] as const;
export type PageSide = (typeof PAGE_SIDES)[number];

/** A sheet as a page of a book. */
export interface SheetPage {
  readonly number: number;
  readonly total: number;
  /** Numbers of the pages that go on beyond the frame. */
  readonly neighbours: Readonly<Partial<Record<PageSide, number>>>;
  /** Sides beyond which another page of the same area goes on: both show a strip of the ground there, which is marked. */
  readonly overlaps?: readonly PageSide[];
  readonly bindingEdge: BindingEdge | null;
  /** Whether what finds no room follows on further pages, as in a workbook; otherwise the page says how much is missing. */
  readonly goesOn?: boolean;
}

/** A sheet as a drawing list, and what was not drawn. */
export interface ComposedSheet {
  /** Paper as it is trimmed. Its upper left corner is the origin; crop marks beyond it lie in the bleed, at negative coordinates. */
  readonly paper: PaperDimensions;
  /** A page of a book: read in the hand. */
  readonly isBound?: boolean;
  /** Width of the bleed on every side: a file is larger than the paper by twice this. */
  readonly bleedMillimeters: number;
  readonly layout: SheetLayout;
  /** Of the map; continuation sheets have none and carry that of the first. */
  readonly projection: SheetProjection;
  readonly title: string;
  /** Place in its set, from 1. */
  readonly sheet: { readonly number: number; readonly total: number };
  readonly items: readonly DrawItem[];
  readonly report: SheetReport;
}

/** A panel in its place: how many rows or entries it shows, and how many follow on a further sheet (or nowhere, where there is none). */
export interface ReportedPanel {
  readonly id: string;
  readonly rect: Rect;
  readonly omitted: number;
}

/** Furniture inside the frame, where it stands. */
export interface PlacedInset {
  readonly id: InsetId;
  readonly rect: Rect;
}

/** What tests, the linter and the report of a sheet look at. */
export interface SheetReport {
  /** Names without a place, most important first. */
  readonly unplaced: readonly string[];
  /** Code points that no font has (`U+20BB7`); boxes are printed for them. */
  readonly missingGlyphs: readonly string[];
  /** Titles of panels without any room, neither here nor on a further sheet. */
  readonly leftOut: readonly string[];
  /** Titles of panels that stand or go on on further sheets, and the sheet on which they begin there. */
  readonly continued: readonly { readonly id: string; readonly title: string; readonly sheet: number }[];
  /** Sentences of the notes that stand on no sheet. */
  readonly omittedNotes: number;
  /** Furniture that could not stand where it was put without covering the area; it found another place, or none. */
  readonly displaced: readonly InsetId[];
  /** Room that names took on the map. */
  readonly labelRects: readonly Rect[];
  /** Furniture inside the frame. */
  readonly insetRects: readonly Rect[];
  /** The same with what stands there, in the order of being placed. */
  readonly insets: readonly PlacedInset[];
  readonly panels: readonly ReportedPanel[];
  /** Rings of the area on paper. */
  readonly area: readonly (readonly number[])[];
}
