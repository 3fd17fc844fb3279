import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** Reference systems that can be chosen by hand, in the order of the list. */
export const CRS_CHOICES = [
  'cgcs2000',
  'wgs84',
  'gcj02',
  'bd09',
  'gauss_kruger',
  'web_mercator',
  'xian80',
  'beijing54',
] as const;
export type CrsChoice = (typeof CRS_CHOICES)[number];

/** Widths of the zones of Gauss-Kruger, degrees. */
export const ZONE_WIDTHS = [3, 6] as const;

/** A grid of Gauss-Kruger. */
export type CrsGrid = Omit<Extract<SourceCrs, { readonly kind: 'gauss_kruger' }>, 'kind' | 'swapped'>;

/** How far coordinates of old datums may be off that are shifted by parameters of the whole country, in metres. */
const OLD_DATUM_ERROR_METERS = 10;

/** Which choice a reference system is; null for one that only a file can state. */
export function findCrsChoice(crs: SourceCrs | null): CrsChoice | null {
  if (crs === null || crs.kind === 'proj') return null;
  return crs.kind === 'old_datum' ? crs.datum : crs.kind;
}

/** The grid of a reference system; null for longitude and latitude. */
export function findGrid(crs: SourceCrs | null): CrsGrid | null {
  if (crs?.kind === 'gauss_kruger') {
    const { zoneWidth, centralMeridian, zonePrefix } = crs;
    return { zoneWidth, centralMeridian, zonePrefix };
  }
  return crs?.kind === 'old_datum' ? crs.projection : null;
}

/** A reference system by its choice; axes and grid are kept from the one before where it has them. */
export function createCrs(choice: CrsChoice, before: SourceCrs | null, grid: CrsGrid): SourceCrs {
  const swapped = before?.swapped ?? false;
  if (choice === 'gauss_kruger') return { kind: 'gauss_kruger', ...(findGrid(before) ?? grid), swapped };
  if (choice === 'xian80' || choice === 'beijing54') {
    const errorMeters = before?.kind === 'old_datum' ? before.errorMeters : OLD_DATUM_ERROR_METERS;
    return { kind: 'old_datum', datum: choice, projection: findGrid(before), errorMeters, swapped };
  }
  return { kind: choice, swapped };
}

/** Another grid; null = longitude and latitude, for old datums. */
export function setGrid(crs: SourceCrs, grid: CrsGrid | null): SourceCrs {
  if (crs.kind === 'old_datum') return { ...crs, projection: grid };
  return crs.kind === 'gauss_kruger' && grid ? { ...crs, ...grid } : crs;
}

/** Central meridians of a zone width near a longitude, degrees. */
export function listMeridians(zoneWidth: 3 | 6, nearLon: number): readonly number[] {
  const first = zoneWidth === 3 ? Math.round(nearLon / 3) * 3 : Math.floor(nearLon / 6) * 6 + 3;
  return [-2, -1, 0, 1, 2].map((step) => first + step * zoneWidth);
}

/** A reference system in words. */
export function describeCrs(crs: SourceCrs | null, language: Language): string {
  if (crs === null) return text(language, 'importRoom', 'crs_unknown');
  const swapped = crs.swapped ? text(language, 'importRoom', 'crs_swapped_suffix') : '';
  if (crs.kind === 'proj') return crs.name + swapped;
  const choice = findCrsChoice(crs) ?? 'cgcs2000';
  const grid = findGrid(crs);
  const name = text(language, 'importRoom', `crs_${choice}`);
  const zone = grid
    ? text(language, 'importRoom', grid.zonePrefix ? 'crs_grid_prefixed' : 'crs_grid', {
        width: grid.zoneWidth,
        meridian: grid.centralMeridian,
      })
    : '';
  return name + zone + swapped;
}
