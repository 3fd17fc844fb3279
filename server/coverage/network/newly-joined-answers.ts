import type { NewlyJoinedAnswer } from '#core/api/network.ts';
import { NotFoundError } from '#core/errors.ts';
import type { JoinDefinition } from '#core/network/join-definition.ts';
import { listNewlyJoined } from '#core/network/newly-joined.ts';
import type { Language } from '#core/texts/language.ts';
import { metersToKilometers, yuanToWan } from '#core/units.ts';
import { nameArea } from '../figure-answers.ts';
import type { AskedNetwork } from './asked-network.ts';
import { sumSegments } from './gap-answers.ts';

/** Codes that an answer repeats at most. */
const SHOWN_CODES = 5;

/** What `newly-joined` is asked. */
export interface NewlyJoinedQuestion {
  readonly areaCode: string;
  readonly definition: JoinDefinition;
  readonly segmentCodes: readonly string[];
  readonly language: Language;
}

/**
 * Settlements of an area that hardening the segments would join, with what the segments cost.
 *
 * @throws {NotFoundError} `unknown_segment`
 */
export function createNewlyJoinedAnswer(asked: AskedNetwork, question: NewlyJoinedQuestion): NewlyJoinedAnswer {
  const { context, network } = asked;
  const { county } = context;
  const { language } = question;
  const segments = findSegments(asked, question.segmentCodes);
  const { start, end } = context.scope(question.areaCode).settlements();
  const joined = [...listNewlyJoined(network, question.definition, segments).settlements]
    .filter((index) => index >= start && index < end)
    .flatMap((index) => county.settlements[index] ?? []);
  const { meters, yuan } = sumSegments(county, segments);
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
  return {
    asOf: context.asOf,
    revision: county.revision,
    segments: segments.length,
    km: metersToKilometers(meters),
    wanYuan: yuanToWan(yuan),
    isSampleCost: county.settings.hardeningCosts.isSample,
    settlements: joined.length,
    households: sum(joined.map(({ registeredHouseholds }) => registeredHouseholds)),
    people: sum(joined.map(({ registeredPeople }) => registeredPeople)),
    items: joined.map(({ code, name, nameEn, villageCode, position }) => ({
      code,
      name: language === 'zh' ? name : nameEn,
      areaName: nameArea({ language, context }, villageCode),
      position: [position[0], position[1]],
    })),
  };
}

/** Indexes of segments by code, each once, ascending. */
function findSegments({ context: { county } }: AskedNetwork, codes: readonly string[]): readonly number[] {
  const wanted = new Set(codes);
  const found = county.segments.flatMap(({ code }, index) => (wanted.delete(code) ? [index] : []));
  if (wanted.size === 0) return found;
  const shown = [...wanted].slice(0, SHOWN_CODES).join(', ');
  throw new NotFoundError('unknown_segment', `No segments ${shown} in ${county.code}`, {
    codes: wanted.size > SHOWN_CODES ? `${shown}, …` : shown,
    count: wanted.size,
  });
}
