import type { Campaign } from '../../../county/campaign.ts';
import { campaignWord } from '../../../county/campaign-word.ts';
import type { County } from '../../../county/county.ts';
import type { Figure } from '../../../indicators/figure.ts';
import {
  formatFigureValue,
  formatFraction,
  formatNumber,
  lightLetter,
  nameCountUnit,
} from '../../../indicators/format-figure.ts';
import { describeIndicator } from '../../../indicators/indicator-words.ts';
import { writeChange } from '../../../indicators/write-change.ts';
import type { Language } from '../../../texts/language.ts';
import { hasText, type TextKey, type TextValues, text } from '../../../texts/text.ts';
import { metersToKilometers } from '../../../units.ts';
import { CHANGE_KINDS, type ChangeKind, type CountyChange } from './county-change.ts';
import type { SheetChange } from './list-sheet-changes.ts';
import { type NamingCounty, nameFigure } from './name-figure.ts';

/** In which language and in which campaign's words something is told. */
export interface ChangeWords {
  readonly language: Language;
  readonly county: NamingCounty & Pick<County, 'plans'>;
}

type Key = TextKey<'sheetRegister'>;

const say = (language: Language, key: Key, values: TextValues = {}): string =>
  text(language, 'sheetRegister', key, values);

const sum = (changes: readonly CountyChange[], of: 'count' | 'people' | 'amount'): number =>
  changes.reduce((total, change) => total + (change[of] ?? 0), 0);

/** The campaign's word for leaving, as it begins a sentence. */
const exitWord = (language: Language, campaign: Campaign): string => campaignWord(language, campaign, 'exit');

/** Kilometres with one digit; what is shorter with as many as tell it from nothing. */
const writeKilometers = (meters: number): string =>
  formatNumber(metersToKilometers(meters), meters >= 100 || meters === 0 ? 1 : meters >= 10 ? 2 : 3);

/** How many things changed in one way: `12 条路段完成硬化，共 8.4 公里`. */
export function writeThings(
  { language, county }: ChangeWords,
  kind: ChangeKind,
  changes: readonly CountyChange[],
): string {
  return say(language, kind, {
    count: formatNumber(sum(changes, 'count'), 0),
    people: formatNumber(sum(changes, 'people'), 0),
    amount: writeKilometers(sum(changes, 'amount')),
    exit: exitWord(language, county.campaign),
  });
}

/** What became of one thing: `硬化 1.2 公里`. */
export function writeItem({ language, county }: ChangeWords, change: CountyChange): string {
  const { kind, state, amount, unit, count, people } = change;
  const key = CHANGE_KINDS[kind].group === 'rows' ? 'item_rows' : `item_${kind}`;
  if (!hasText('sheetRegister', key)) return '';
  const inMeters = unit === 'meters';
  return say(language, key, {
    state: state !== null && hasText('things', state) ? text(language, 'things', state) : '',
    amount: inMeters ? writeKilometers(amount ?? 0) : formatNumber(amount ?? 0, 1),
    unit: inMeters ? '' : (unit ?? ''),
    count: formatNumber(count, 0),
    people: formatNumber(people ?? 0, 0),
    exit: exitWord(language, county.campaign),
  });
}

/** A figure's difference with its unit: `+0.7 个百分点`; empty where the digits are the same. */
export function writeDifference(before: Figure | undefined, after: Figure, language: Language): string {
  const change = writeChange(before, after);
  return change === '' ? '' : `${change} ${nameDifferenceUnit(after, language)}`.trim();
}

const nameDifferenceUnit = ({ unit }: Figure, language: Language): string =>
  unit === 'ratio' ? text(language, 'figures', 'unit_points') : nameCountUnit(unit, language);

/** What a sheet tells otherwise than the county today, as a sentence. */
export function writeSheetChange(words: ChangeWords, change: SheetChange): string {
  const { language, county } = words;
  switch (change.kind) {
    case 'figure':
      return writeFigure(words, change.before, change.after);
    case 'ranking': {
      const { name } = describeIndicator(language, county.campaign, change.indicator);
      return say(language, 'change_ranking', { count: change.count, name });
    }
    case 'things':
      return writeThings(words, change.of, change.changes);
    case 'plan':
      return say(language, 'change_plan', {
        before: namePlan(words, change.before),
        after: namePlan(words, change.after),
      });
    case 'campaign':
      return say(language, 'change_campaign');
    case 'settings':
      return say(language, 'change_settings', { count: change.names.length });
    case 'area_gone':
      return say(language, 'change_area_gone');
  }
}

function writeFigure({ language, county }: ChangeWords, before: Figure, after: Figure): string {
  const name = nameFigure({ language, county }, after);
  const [was, is] = [formatFigureValue(before, { language }), formatFigureValue(after, { language })];
  const values = { indicator: after.code, name, before: was, after: is };
  if (was === is && before.light !== after.light) {
    const lights = { from: lightLetter(before.light, language), to: lightLetter(after.light, language) };
    return say(language, 'change_light', { ...values, ...lights });
  }
  if (was === is) return say(language, 'change_counts', { ...values, ...writeCounts(before, after, language) });
  const change = writeChange(before, after);
  const unit = nameDifferenceUnit(after, language);
  const written = change === '' ? '' : say(language, 'change_difference', { change, unit });
  return say(language, 'change_figure', { ...values, change: written });
}

/** What a figure is made of, where its value is written with the same digits: of its pair where only that differs. */
function writeCounts(before: Figure, after: Figure, language: Language) {
  const own = [formatFraction(before, { language }), formatFraction(after, { language })] as const;
  const pairs = [before.pair, after.pair].map((pair) => (pair === null ? null : formatFraction(pair, { language })));
  const [from, to] = own[0] === own[1] ? pairs : own;
  return { from: from ?? '', to: to ?? '' };
}

function namePlan({ language, county }: ChangeWords, code: string | null): string {
  if (code === null) return say(language, 'no_plan');
  const plan = county.plans.find((each) => each.code === code);
  const name = language === 'en' ? plan?.nameEn || plan?.name : plan?.name;
  return say(language, 'plan_name', { name: name ?? code });
}

/** How many things a change speaks of. */
export const countSheetChange = (change: SheetChange): number =>
  change.kind === 'things'
    ? sum(change.changes, 'count')
    : change.kind === 'ranking'
      ? change.count
      : change.kind === 'settings'
        ? change.names.length
        : 1;
