import type { Settings } from '#core/county/campaign.ts';
import {
  createDefinition,
  createOwnDefinition,
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

/** A definition in words, part by part. `key` as in `JoinDefinition`. */
export function nameDefinition(
  key: string,
  settings: Settings,
  language: Language,
): { readonly sizeName: string; readonly widthName: string; readonly surfacesName: string } {
  const own = text(language, 'network', 'own_definition');
  if (key === 'own') return { sizeName: own, widthName: own, surfacesName: own };
  const [size, width, surfaces] = key.split(':') as [JoinSize, JoinWidth, JoinSurfaces];
  return {
    sizeName: text(language, 'network', `size_${size}`),
    widthName: text(language, 'network', `width_${width}`, { meters: settings.minimumWidthMeters }),
    surfacesName: text(language, 'network', `surfaces_${surfaces}`),
  };
}
