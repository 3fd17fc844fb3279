import type { IndicatorContext } from '../../../indicators/context.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { type CompareSheetContent, columnLetter } from './compare-sheet-spec.ts';

/** What the notes speak of. */
export interface CompareNotesInput extends CompareSheetContent {
  readonly context: IndicatorContext;
  /** When plans are compared, in words. */
  readonly when: string;
  /** Titles of panels without room. */
  readonly leftOut: readonly string[];
}

/** Sentences under the map, the most important first. */
export function listCompareNotes(kit: FurnitureKit, input: CompareNotesInput): string[] {
  const { context, columns, comparison, leftOut } = input;
  const { county } = context;
  const { language } = kit;
  const [comma, gap] = language === 'zh' ? ['、', '　'] : [', ', ' '];
  const date = formatDate(county.dataDate, language);
  const versions = columns.flatMap(({ plan, version }, i) =>
    version === null ? [] : [`${columnLetter(i)} ${plan} ${text(language, 'compare', 'version', { version })}`],
  );
  return [
    text(language, 'compare', 'note_screening'),
    text(language, 'compare', 'note_year', { year: input.when, date }),
    text(language, 'compare', 'note_definition'),
    text(language, 'compare', 'note_data', {
      date,
      revision: county.revision,
      origin: county.origin === 'sample' ? kit.say('origin_sample') : county.origin,
      plans: versions.join(comma) || text(language, 'compare', 'none'),
    }),
    text(language, 'compare', 'note_costs') +
      (comparison.columns.some(({ evaluation }) => evaluation.hasSampleCosts)
        ? `${gap.trim()}${text(language, 'compare', 'sample_cost_note')}`
        : ''),
    text(language, 'compare', 'note_map'),
    kit.say('note_boundary'),
    ...(leftOut.length > 0 ? [kit.say('panels_left_out', { panels: leftOut.join(comma) })] : []),
  ];
}
