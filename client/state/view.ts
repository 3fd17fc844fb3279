import type { IsoDate } from '#core/county/dates.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import type { Language } from '#core/texts/language.ts';
import { type ImportView, NO_IMPORT } from './import-view.ts';
import type { Tool } from './tool.ts';

/** Light for the desk, dark for the big screen. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The big screen doubles every size. */
export const WALL_SCALE = 2;

/** What stands beside or in place of the map. */
export const PAGES = ['map', 'plan', 'data', 'sheet', 'import'] as const;
export type Page = (typeof PAGES)[number];

/** Parts of the planning page, in the order of its tabs. */
export const PLAN_TABS = ['edit', 'where', 'choose', 'roads', 'compare', 'publish'] as const;
export type PlanTab = (typeof PLAN_TABS)[number];

/** Parts of the sheet room, in the order of its tabs. */
export const SHEET_TABS = ['sheet', 'batch', 'prints', 'walls', 'changes'] as const;
export type SheetTab = (typeof SHEET_TABS)[number];

/** Where the map looks; null = the area fills the frame. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** A feature that was clicked: its layer and code. */
export interface ThingRef {
  readonly layer: string;
  readonly code: string;
}

/** Everything a shared link restores. */
export interface View {
  /** Area code; null until the first county is known. */
  readonly area: string | null;
  readonly map: MapKind;
  /** Null = the county's data date. */
  readonly asOf: IsoDate | null;
  /** The earlier date beside it; null = no comparison. */
  readonly compare: IsoDate | null;
  readonly language: Language;
  readonly theme: Theme;
  /** Big-screen dress: dark, doubled, controls hidden. */
  readonly wall: boolean;
  readonly page: Page;
  /** Code of the plan that is open on the planning page; null = the list of plans. */
  readonly plan: string | null;
  readonly planTab: PlanTab;
  readonly sheetTab: SheetTab;
  /** What is chosen of the sheet, as `formatSheetWish` writes it; null = as it comes. */
  readonly sheet: string | null;
  /** What is open in the import room. */
  readonly importing: ImportView;
  /** The printed sheet whose code was scanned. */
  readonly print: string | null;
  /** The figure whose origin is open. */
  readonly figure: IndicatorCode | null;
  readonly part: string | null;
  readonly thing: ThingRef | null;
  /** The tool in hand; null = looking around. */
  readonly tool: Tool | null;
  readonly camera: Camera | null;
}

/** The view before anything was chosen. */
export const INITIAL_VIEW: View = {
  area: null,
  map: 'targets',
  asOf: null,
  compare: null,
  language: 'zh',
  theme: 'light',
  wall: false,
  page: 'map',
  plan: null,
  planTab: 'edit',
  sheetTab: 'sheet',
  sheet: null,
  importing: NO_IMPORT,
  print: null,
  figure: null,
  part: null,
  thing: null,
  tool: null,
  camera: null,
};
