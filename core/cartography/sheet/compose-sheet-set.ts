import type { ComposedSheet, ComposeInput } from './composed-sheet.ts';
import { composeContinuationSheet, listContinuationRooms } from './continuation-sheet.ts';
import { finishMapSheet, prepareMapSheet } from './map-sheet.ts';
import { planContinuation } from './sheet-continuation.ts';

/**
 * A sheet with the sheets on which it goes on: the map first, then what found no room on it. Pure: the same input gives the same lists.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`
 */
export function composeSheetSet(input: ComposeInput): readonly ComposedSheet[] {
  const prepared = prepareMapSheet(input);
  const continuation = planContinuation(prepared.rest, listContinuationRooms(prepared));
  return [
    finishMapSheet(prepared, continuation),
    ...continuation.pages.map((_, index) => composeContinuationSheet(prepared, continuation, index + 2)),
  ];
}
