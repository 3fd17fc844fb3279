import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { formatDate } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { PdfInfo } from './writers/pdf-writer.ts';

/** What a sheet says of itself in its file: the date of its data stands for the time it was made, so that its bytes do not change. */
export function describeSheet({
  title,
  language,
  county,
  date,
}: {
  readonly title: string;
  readonly language: Language;
  readonly county: Pick<County, 'campaign' | 'revision'>;
  readonly date: IsoDate;
}): PdfInfo {
  return {
    title,
    subject: text(language, 'sheets', 'subject', {
      campaign: language === 'zh' ? county.campaign.name : county.campaign.nameEn,
      date: formatDate(date, language),
      revision: county.revision,
    }),
    author: 'Guatu',
    date: new Date(`${date}T00:00:00Z`),
    language: language === 'zh' ? 'zh-CN' : 'en',
  };
}
