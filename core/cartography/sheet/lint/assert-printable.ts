import { InvalidInputError } from '../../../errors.ts';
import { isPublicEdition, type SheetSpec } from '../sheet-spec.ts';
import { describeFinding, type SheetFinding } from './sheet-finding.ts';

/**
 * Stops a public edition, and its review copy, with errors. Internal sheets pass: their findings are for whoever prints them.
 *
 * @throws {InvalidInputError} `sheet_not_public`, with the sentences of the errors in the sheet's language
 */
export function assertPrintable(
  findings: readonly SheetFinding[],
  { edition, language }: Pick<SheetSpec, 'edition' | 'language'>,
): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!isPublicEdition(edition) || errors.length === 0) return;
  throw new InvalidInputError(
    'sheet_not_public',
    `Got a ${edition} edition with ${errors.map(({ rule }) => rule).join(', ')} when expected one without errors`,
    { problems: errors.map((finding) => describeFinding(finding, language)).join(' '), count: errors.length },
  );
}
