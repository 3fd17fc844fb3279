import { type FigureAnswer, figureSchema } from '#core/api/figures.ts';
import type { JoinDefinitionsAnswer } from '#core/api/network.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createOwnDefinition, type JoinDefinition, listDefinitions } from '#core/network/join-definition.ts';
import { JOINED, joinPlaces } from '#core/network/join-places.ts';
import type { Language } from '#core/texts/language.ts';
import { figureToAnswer } from '../figure-answers.ts';
import { nameDefinition } from './asked-definition.ts';
import type { AskedNetwork } from './asked-network.ts';

/** R2 of an area under the county's own definition, then under every official one. */
export function createDefinitionsAnswer(
  asked: AskedNetwork,
  { areaCode, language }: { readonly areaCode: string; readonly language: Language },
): JoinDefinitionsAnswer {
  const { context } = asked;
  const { settings } = context.county;
  const headline = figureToAnswer({ language, context }, computeFigure(context, 'R2', areaCode));
  return {
    items: [createOwnDefinition(settings), ...listDefinitions(settings)].map((definition) => ({
      key: definition.key,
      isOwn: definition.key === 'own',
      ...nameDefinition(definition, language),
      figure: findFigure(asked, { areaCode, definition, headline }),
    })),
  };
}

/** The figure as the register has it; with a plan carried out it is counted here, and without a light: no schedule speaks of it. */
function findFigure(
  asked: AskedNetwork,
  {
    areaCode,
    definition,
    headline,
  }: { readonly areaCode: string; readonly definition: JoinDefinition; readonly headline: FigureAnswer },
): JoinDefinitionsAnswer['items'][number]['figure'] {
  const part = definition.key === 'own' ? null : `definition:${definition.key}`;
  const known = part === null ? headline : headline.parts.find((figure) => figure.part === part);
  if (asked.plan === null && known !== undefined) return figureSchema.parse(known);
  const { numerator, denominator } = countJoined(asked, areaCode, definition);
  return {
    ...figureSchema.parse(headline),
    part,
    plan: asked.plan?.code ?? headline.plan,
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    reason: denominator === 0 ? 'empty_denominator' : null,
    light: 'grey',
    lag: null,
    dueSoon: false,
    recovered: false,
  };
}

/** Settlements of an area that are joined, of those that must be. */
function countJoined(
  { network, context }: AskedNetwork,
  areaCode: string,
  definition: JoinDefinition,
): { readonly numerator: number; readonly denominator: number } {
  const joined = joinPlaces(network, definition);
  const { start, end } = context.scope(areaCode).settlements();
  let numerator = 0;
  let denominator = 0;
  for (let i = start; i < end; i++) {
    if (!joined.isAsked(i)) continue;
    denominator += 1;
    if (joined.settlementState[i] === JOINED) numerator += 1;
  }
  return { numerator, denominator };
}
