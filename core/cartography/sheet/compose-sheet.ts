import type { ComposedSheet, ComposeInput } from './composed-sheet.ts';
import { listContinuationRooms } from './continuation-sheet.ts';
import { finishMapSheet, prepareMapSheet } from './map-sheet.ts';
import { planContinuation } from './sheet-continuation.ts';

/**
 * The first sheet of a set: the map, which says what stands on the others. Pure: the same input gives the same list.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`
 */
export function composeSheet(input: ComposeInput): ComposedSheet {
  const prepared = prepareMapSheet(input);
  return finishMapSheet(prepared, planContinuation(prepared.rest, listContinuationRooms(prepared)));
}
