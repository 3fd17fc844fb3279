import type { IsoDate } from '../../../county/dates.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import type { Language } from '../../../texts/language.ts';
import type { MeasureText } from '../../sheet/drawing.ts';
import { nameOf } from '../../sheet/tables/table-scope.ts';
import { createSayAtlas, type SayAtlas } from '../atlas-text.ts';
import type { PaperDocument } from './paper-document.ts';

/** What papers are made from. */
export interface PaperScope {
  readonly context: IndicatorContext;
  readonly language: Language;
  readonly asOf: IsoDate;
  readonly measure: MeasureText;
}

/** Campaign and dates for the sentences of papers. */
export function campaignValues({ context, language, asOf }: PaperScope): {
  readonly campaign: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly days: number;
} {
  const { campaign, settings } = context.county;
  return {
    campaign: language === 'zh' ? campaign.name : campaign.nameEn,
    from: formatDate(campaign.startsOn, language),
    to: formatDate(campaign.deadline, language),
    date: formatDate(asOf, language),
    days: settings.dueSoonDays,
  };
}

/** Head and foot that all papers share. */
export function createPaperHead(
  scope: PaperScope,
  number: string,
): Pick<PaperDocument, 'issuer' | 'number' | 'dated' | 'source' | 'span'> & { readonly say: SayAtlas } {
  const { context, language, asOf } = scope;
  const say = createSayAtlas(language);
  const { county } = context;
  const { area } = context.scope(county.code);
  const date = say('as_of', { date: formatDate(asOf, language) });
  const revision = say('revision', { revision: county.revision });
  return {
    say,
    issuer: say('issuer', { county: nameOf({ language }, area) }),
    number: say('letter_number', { number }),
    dated: formatDate(asOf, language),
    source: `${date}${language === 'zh' ? '，' : ', '}${revision}`,
    span: [county.campaign.startsOn, county.campaign.deadline],
  };
}
