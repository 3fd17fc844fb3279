import type { Settings } from '../county/campaign.ts';
import type { Surface } from '../county/kinds.ts';

/** Which settlements must be joined and what joins them: one official reading of 组组通. */
export interface JoinDefinition {
  /** `size:width:surfaces`, such as `30_150:any:default`. */
  readonly key: string;
  /** A settlement counts from this many registered households … */
  readonly minimumHouseholds: number;
  /** … or this many registered people; null = households alone decide. */
  readonly minimumPeople: number | null;
  /** Narrower segments do not join; null = any width. A segment whose width is not known counts as wide enough. */
  readonly minimumWidthMeters: number | null;
  readonly hardenedSurfaces: readonly Surface[];
  readonly distanceMeters: number;
}

/** Sizes, widths and surfaces whose combinations stand beside each other (domain.md section 6). */
export const JOIN_SIZES = {
  '30_150': { minimumHouseholds: 30, minimumPeople: 150 },
  '20': { minimumHouseholds: 20, minimumPeople: null },
} as const;
export type JoinSize = keyof typeof JOIN_SIZES;

/** Sizes in the order in which they are shown; an object would put the one that looks like a number first. */
const SIZE_ORDER: readonly JoinSize[] = ['30_150', '20'];

/** `any` width, or the county's minimum. */
export const JOIN_WIDTHS = ['any', 'minimum'] as const;
export type JoinWidth = (typeof JOIN_WIDTHS)[number];

/** Surfaces that count as hardened: paved alone (有铺装), with bituminous ones (加简易铺装), with blocks too (加块石). */
export const JOIN_SURFACES = {
  paved: ['asphalt_concrete', 'cement_concrete'],
  bituminous: ['asphalt_concrete', 'cement_concrete', 'penetrated_asphalt', 'bituminous_surface'],
  blocks: [
    'asphalt_concrete',
    'cement_concrete',
    'penetrated_asphalt',
    'bituminous_surface',
    'blocks',
    'brick',
    'stone',
  ],
} as const satisfies Readonly<Record<string, readonly Surface[]>>;
export type JoinSurfaces = keyof typeof JOIN_SURFACES;

/** The county's own definition, key `own`. */
export function createOwnDefinition(settings: Settings): JoinDefinition {
  return {
    key: 'own',
    minimumHouseholds: settings.joinHouseholds,
    minimumPeople: settings.joinPeople,
    minimumWidthMeters: settings.joinMinimumWidthMeters,
    hardenedSurfaces: settings.hardenedSurfaces,
    distanceMeters: settings.joinDistanceMeters,
  };
}

/** One of the official definitions. */
export function createDefinition(
  settings: Settings,
  { size, width, surfaces }: { readonly size: JoinSize; readonly width: JoinWidth; readonly surfaces: JoinSurfaces },
): JoinDefinition {
  return {
    key: `${size}:${width}:${surfaces}`,
    ...JOIN_SIZES[size],
    minimumWidthMeters: width === 'any' ? null : settings.minimumWidthMeters,
    hardenedSurfaces: JOIN_SURFACES[surfaces],
    distanceMeters: settings.joinDistanceMeters,
  };
}

/** All twelve, sizes first, then widths, then surfaces. */
export function listDefinitions(settings: Settings): readonly JoinDefinition[] {
  const surfaceGroups = Object.keys(JOIN_SURFACES) as JoinSurfaces[];
  return SIZE_ORDER.flatMap((size) =>
    JOIN_WIDTHS.flatMap((width) =>
      surfaceGroups.map((surfaces) => createDefinition(settings, { size, width, surfaces })),
    ),
  );
}
