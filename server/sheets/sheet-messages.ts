import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { CountyPart } from '#core/county/county-parts.ts';

/** What the service asks of the sheet thread. A county is sent once for each revision, in parts. */
export type SheetRequest =
  | { readonly kind: 'begin_county'; readonly county: string }
  | { readonly kind: 'county_part'; readonly part: CountyPart }
  | { readonly kind: 'sheet'; readonly id: number; readonly spec: SheetSpec };

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
