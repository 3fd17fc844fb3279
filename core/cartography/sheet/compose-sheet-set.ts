import type { ComposedSheet, ComposeInput } from './composed-sheet.ts';
import { composeContinuationSheet, continuationRoom } from './continuation-sheet.ts';
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
  const continuation = planContinuation(prepared.rest, continuationRoom(prepared));
  const total = continuation.pages.length + 1;
  return [
    finishMapSheet(prepared, continuation),
    ...continuation.pages.map((flow, index) => composeContinuationSheet(prepared, flow, { number: index + 2, total })),
  ];
}
