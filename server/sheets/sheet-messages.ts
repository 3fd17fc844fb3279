import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { CountyPart } from '#core/county/county-parts.ts';

/** What the service asks of the sheet thread. A county is sent once for each revision, in parts. */
export type SheetRequest =
  | { readonly kind: 'begin_county'; readonly county: string }
  | { readonly kind: 'county_part'; readonly part: CountyPart }
  | (SheetWish & { readonly id: number });

/** A page that is wanted. */
export type SheetWish =
  | { readonly kind: 'sheet'; readonly spec: SheetSpec }
  | { readonly kind: 'compare_sheet'; readonly spec: CompareSheetSpec; readonly content: CompareSheetContent };

/** What the sheet thread answers. */
export type SheetReply =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: SentError };

/** An error that crosses the border between threads; `code` null = not a `DomainError`. */
export interface SentError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}
