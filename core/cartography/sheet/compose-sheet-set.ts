import { type ComposedSheet, type ComposeInput, composeSheet } from './compose-sheet.ts';

/**
 * A sheet with the sheets on which it goes on: the map first, then what found no room on it.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`
 */
export function composeSheetSet(input: ComposeInput): readonly ComposedSheet[] {
  return [composeSheet(input)];
}
