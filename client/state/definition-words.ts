import type { JoinDefinitionsAnswer, SettingsAnswer, SettingsPatch } from '#core/api/network.ts';
import { JOIN_SIZES, JOIN_SURFACES, type JoinSize, type JoinSurfaces } from '#core/network/join-definition.ts';

/** R2 under one definition. */
export type DefinitionItem = JoinDefinitionsAnswer['items'][number];

/** Definitions of one size of settlement: a row for each group of surfaces, a column for each width. */
export interface DefinitionTable {
  readonly sizeName: string;
  readonly widthNames: readonly string[];
  readonly rows: readonly { readonly surfacesName: string; readonly items: readonly (DefinitionItem | undefined)[] }[];
}

/** What of the settings makes up a definition. */
export type OwnSettings = Pick<
  SettingsAnswer,
  'joinHouseholds' | 'joinPeople' | 'joinMinimumWidthMeters' | 'minimumWidthMeters' | 'hardenedSurfaces'
>;

/** Key of a definition that is none of the official ones. */
const OWN = 'own';

/** Part of R2 that tells of a definition. */
export const definitionPart = (key: string): string => `definition:${key}`;

/** The official definitions as tables, sizes, widths and surfaces in the order of the answer. */
export function tabulateDefinitions(items: readonly DefinitionItem[]): readonly DefinitionTable[] {
  const official = items.filter(({ key }) => key !== OWN);
  const namesOf = (list: readonly DefinitionItem[], name: 'sizeName' | 'widthName' | 'surfacesName'): string[] => [
    ...new Set(list.map((item) => item[name])),
  ];
  return namesOf(official, 'sizeName').map((sizeName) => {
    const same = official.filter((item) => item.sizeName === sizeName);
    const widthNames = namesOf(same, 'widthName');
    return {
      sizeName,
      widthNames,
      rows: namesOf(same, 'surfacesName').map((surfacesName) => ({
        surfacesName,
        items: widthNames.map((widthName) =>
          same.find((item) => item.surfacesName === surfacesName && item.widthName === widthName),
        ),
      })),
    };
  });
}

/** The official definition that the county's settings amount to, if any. */
export function findOfficialOwn(
  items: readonly DefinitionItem[],
  settings: OwnSettings | undefined,
): DefinitionItem | undefined {
  return items.find(({ key }) => {
    const patch = settings && definitionToPatch(key, settings);
    return (
      patch !== undefined &&
      patch.joinHouseholds === settings?.joinHouseholds &&
      patch.joinPeople === settings?.joinPeople &&
      patch.joinMinimumWidthMeters === settings?.joinMinimumWidthMeters &&
      [...(patch.hardenedSurfaces ?? [])].sort().join() === [...(settings?.hardenedSurfaces ?? [])].sort().join()
    );
  });
}

/** The county's own definition, as the answer tells it. */
export const findOwn = (items: readonly DefinitionItem[]): DefinitionItem | undefined =>
  items.find(({ isOwn }) => isOwn);

/** A definition in words. */
export const describeDefinition = ({ sizeName, widthName, surfacesName }: DefinitionItem): string =>
  [...new Set([sizeName, widthName, surfacesName])].join(' · ');

/** The settings that make an official definition (`30_150:any:bituminous`) the county's own; undefined for any other key. */
export function definitionToPatch(
  key: string,
  { minimumWidthMeters }: Pick<SettingsAnswer, 'minimumWidthMeters'>,
): SettingsPatch | undefined {
  const [size = '', width = '', surfaces = ''] = key.split(':');
  const sizes = JOIN_SIZES[size as JoinSize];
  const hardened = JOIN_SURFACES[surfaces as JoinSurfaces];
  if (!sizes || !hardened || (width !== 'any' && width !== 'minimum')) return undefined;
  return {
    joinHouseholds: sizes.minimumHouseholds,
    joinPeople: sizes.minimumPeople,
    joinMinimumWidthMeters: width === 'any' ? null : minimumWidthMeters,
    hardenedSurfaces: [...hardened],
  };
}
