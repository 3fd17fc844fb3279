import type { County } from '../../../county/county.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import type { SheetSpec } from '../sheet-spec.ts';

/** What the mark in the corner says: the edition, and the plan whose state is drawn. Nobody may take a draft for what is decided. */
export function writeEdition(
  kit: Pick<FurnitureKit, 'say'>,
  { edition, options: { plan } }: Pick<SheetSpec, 'edition' | 'options'>,
  { plans }: Pick<County, 'plans'>,
): string {
  const words = kit.say(`edition_${edition}`);
  if (plan === null) return words;
  const isPublished = plans.some(
    ({ code, status }) => code === plan && (status === 'published' || status === 'superseded'),
  );
  return kit.say(isPublished ? 'edition_under_plan' : 'edition_under_draft', { plan, edition: words });
}
