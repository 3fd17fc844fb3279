import type { County } from '../../../county/county.ts';
import type { Figure } from '../../../indicators/figure.ts';
import { describeIndicator } from '../../../indicators/indicator-words.ts';
import { labelPart } from '../../../indicators/part-label.ts';
import type { Language } from '../../../texts/language.ts';
import { text } from '../../../texts/text.ts';

/** Whose names a figure has. */
export type NamingCounty = Pick<County, 'campaign' | 'projects' | 'settings'>;

/** Name of a figure; of a part with what it is: `主要原因构成：因病`. */
export function nameFigure(
  { language, county }: { readonly language: Language; readonly county: NamingCounty },
  { code, part }: Pick<Figure, 'code' | 'part'>,
): string {
  const { name } = describeIndicator(language, county.campaign, code);
  if (part === null) return name;
  return text(language, 'sheetRegister', 'figure_part', { name, part: labelPart(language, county, part) });
}
