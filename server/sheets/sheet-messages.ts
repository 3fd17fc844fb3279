import type { MessagePort } from 'node:worker_threads';
import type { SheetFile } from '#core/api/sheet-files.ts';
import type { AtlasPaper, AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { CountyPart } from '#core/county/county-parts.ts';
import type { Draft } from '#core/planning/county-under-draft.ts';
import type { SentError } from '../db/embedded/sent-error.ts';
import type { AtlasForm } from './atlas/write-atlas.ts';
import type { BatchFile, BatchPage } from './sheet-batch.ts';

/** What the service asks of a sheet thread. A county is sent once for each revision, in parts. */
export type SheetRequest =
  /** `isUnderPlan`: it stands under a plan already; else the thread puts it under those in force itself. */
  | { readonly kind: 'begin_county'; readonly county: string; readonly isUnderPlan: boolean }
  | { readonly kind: 'county_part'; readonly part: CountyPart }
  /** The bytes of a batch that were sent last have been taken: more may come, or none any more. */
  | { readonly kind: 'go_on'; readonly isCancelled: boolean }
  | (SheetWish & { readonly id: number });

/** What is wanted of a thread. */
export type SheetWish =
  /** `draft`: the county is put under it by the thread. */
  | { readonly kind: 'sheet'; readonly spec: SheetSpec; readonly file: SheetFile; readonly draft?: Draft }
  /** The answer is JSON of a `SheetInspection`. */
  | { readonly kind: 'inspection'; readonly spec: SheetSpec; readonly draft?: Draft }
  | { readonly kind: 'compare_sheet'; readonly spec: CompareSheetSpec; readonly content: CompareSheetContent }
  | { readonly kind: 'changes_sheet'; readonly spec: ChangesSheetSpec }
  /** The answer is JSON of a `ChangesAnswer`. */
  | { readonly kind: 'changes'; readonly spec: ChangesSheetSpec }
  /** Many sheets; some are composed by the thread at the other end of the port, if there is one. */
  | {
      readonly kind: 'batch';
      readonly pages: readonly BatchPage[];
      readonly file: BatchFile;
      readonly port: MessagePort | null;
    }
  /** An atlas; maps are also composed by the thread at the other end of the port. */
  | { readonly kind: 'atlas'; readonly spec: AtlasSpec; readonly form: AtlasForm; readonly port: MessagePort }
  /** A large sheet on pages of an office printer. */
  | { readonly kind: 'tiles'; readonly spec: SheetSpec; readonly tile: AtlasPaper }
  /** Composes maps for the thread at the other end of the port until it is closed. */
  | { readonly kind: 'compose'; readonly port: MessagePort };

/** What a sheet thread answers. */
export type SheetReply =
  | { readonly id: number; readonly bytes: Uint8Array }
  /** Part of a batch's file, after so many of its pages; it goes on when told. */
  | {
      readonly id: number;
      readonly part: Uint8Array;
      readonly pagesDone: number;
      /** Known of atlases. */
      readonly pagesTotal?: number;
      readonly failed: readonly FailedPage[];
    }
  | { readonly id: number; readonly error: SentError };

/** A page of a batch that could not be made, by its place from 0; -1 = an area of an atlas without any page. */
export interface FailedPage {
  readonly index: number;
  readonly title?: string;
  readonly error: SentError;
}
