import { TARGET_CATEGORIES } from '../../county/kinds.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { Language } from '../../texts/language.ts';
import { CATEGORY_MARKS } from '../symbols/household-symbols.ts';

/** Letters shown for an area at most. */
const LEADING_MEASURES = 3;

/** Letters of the measures that most target households of an area receive, most first: 产迁保. Empty when there are none. */
export function listAreaMeasures(context: IndicatorContext, areaCode: string, language: Language): string {
  const { households } = context.county;
  const { start, end } = context.scope(areaCode).households();
  const counts = TARGET_CATEGORIES.map((category, bit) => ({ category, bit, count: 0 }));
  for (let i = start; i < end; i++) {
    const measures = households.measures[i] ?? 0;
    if (measures === 0) continue;
    for (const entry of counts) entry.count += (measures >> entry.bit) & 1;
  }
  return counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.bit - b.bit)
    .slice(0, LEADING_MEASURES)
    .map(({ category }) => CATEGORY_MARKS[category].letter[language])
    .join('');
}
