import { formatNumber } from '../../../indicators/format-figure.ts';
import type { Language } from '../../../texts/language.ts';
import { type TextKey, type TextValues, text } from '../../../texts/text.ts';
import { PAPER_SIZES, type PaperSize, parsePaper } from '../paper.ts';
import { formatScale } from '../round-scale.ts';
import type { PaperAdvice } from './advise-paper.ts';

/** Less of the paper than this is waste. */
const SMALL_SHARE = 0.2;

/** Why a paper stands where it does in the ranking, a clause each, the most important first. */
export function describeAdvice(advice: PaperAdvice, language: Language): readonly string[] {
  const say = (key: TextKey<'sheetAdvice'>, values: TextValues = {}): string =>
    text(language, 'sheetAdvice', key, values);
  const { heights } = advice;
  const spacing = { count: advice.nameCount, millimeters: formatNumber(advice.nameSpacing, 0) };
  const usual = { scale: formatScale(advice.usualScale) };
  return [
    say('scale', {
      paper: namePaper(advice.paper, language),
      orientation: say(advice.orientation),
      scale: formatScale(advice.scale),
    }),
    say(advice.isUsualScale ? 'usual_scale' : 'below_usual_scale', usual),
    say(`heights_${advice.reading}`, { title: heights.title, town: heights.town, village: heights.village }),
    say(`names_${advice.names}`, spacing),
    say(advice.share < SMALL_SHARE ? 'share_small' : 'share', { percent: formatNumber(advice.share * 100, 0) }),
    ...(advice.rollLength === null ? [] : [say('roll_length', { meters: formatNumber(advice.rollLength / 1000, 2) })]),
  ];
}

/** Name of a paper for readers: `A0`, 大全张 889×1194, 卷筒纸 914 毫米. */
export function namePaper(size: PaperSize, language: Language): string {
  if (size === 'Q787' || size === 'Q889') return text(language, 'sheets', `paper_${size}`);
  if (Object.hasOwn(PAPER_SIZES, size)) return size;
  const paper = parsePaper(size);
  if (!paper) return size;
  return paper.roll
    ? text(language, 'sheets', 'roll_name', { width: paper.roll.width })
    : text(language, 'sheets', 'paper_board', { width: paper.long, height: paper.short });
}
