import type { Settings } from '#core/county/campaign.ts';
import {
  createDefinition,
  createOwnDefinition,
  JOIN_SURFACES,
  type JoinDefinition,
  type JoinSize,
  type JoinSurfaces,
  type JoinWidth,
} from '#core/network/join-definition.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** Parts of an official definition as a query gives them. */
export interface DefinitionQuery {
  readonly size?: JoinSize | undefined;
  readonly width?: JoinWidth | undefined;
  readonly surfaces?: JoinSurfaces | undefined;
}

/** The county's own definition when no part is given, else the official one; parts left out are those of the road statistics. */
export function readDefinition(settings: Settings, { size, width, surfaces }: DefinitionQuery): JoinDefinition {
  if (size === undefined && width === undefined && surfaces === undefined) return createOwnDefinition(settings);
  return createDefinition(settings, {
    size: size ?? '30_150',
    width: width ?? 'any',
    surfaces: surfaces ?? 'bituminous',
  });
}

/** A definition in words, part by part. The county's own is told by the official parts that it equals, else by its numbers. */
export function nameDefinition(
  definition: JoinDefinition,
  language: Language,
): { readonly sizeName: string; readonly widthName: string; readonly surfacesName: string } {
  const { minimumHouseholds: households, minimumPeople: people, minimumWidthMeters: meters } = definition;
  const surfaces = (Object.keys(JOIN_SURFACES) as JoinSurfaces[]).find((group) =>
    isSameSet(JOIN_SURFACES[group], definition.hardenedSurfaces),
  );
  return {
    sizeName:
      people === null
        ? text(language, 'network', 'size_households', { households })
        : text(language, 'network', 'size_households_people', { households, people }),
    widthName:
      meters === null ? text(language, 'network', 'width_any') : text(language, 'network', 'width_minimum', { meters }),
    surfacesName: text(language, 'network', surfaces === undefined ? 'surfaces_own' : `surfaces_${surfaces}`),
  };
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry) => b.includes(entry));
