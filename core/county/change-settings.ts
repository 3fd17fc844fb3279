import type { Settings } from './campaign.ts';
import { changeSiteFactors, changeSiteRules } from './change-site-rules.ts';
import { SURFACES } from './kinds.ts';
import type { SiteFactor, SiteRule } from './site-rule.ts';
import type { SpeedTable } from './speed-table.ts';

/** Settings that people may change one by one. */
type ChangeableSetting =
  | 'joinHouseholds'
  | 'joinPeople'
  | 'joinMinimumWidthMeters'
  | 'hardenedSurfaces'
  | 'joinDistanceMeters';

/** What is to be changed; what is absent stays. The version of the speed table is given by `changeSettings`. */
export type SettingsChange = {
  readonly [Key in ChangeableSetting]?: Settings[Key] | undefined;
} & {
  readonly speeds?: Omit<SpeedTable, 'version'> | undefined;
  /** Rules and factors by code; those that are not given stay. */
  readonly siteRules?: readonly SiteRule[] | undefined;
  readonly siteFactors?: readonly SiteFactor[] | undefined;
};

/**
 * Settings after a change. Surfaces are kept in the order of SURFACES, each once; the speed table's version rises by one when, and only
 * when, its contents change.
 *
 * @returns the very settings given when nothing differs
 * @throws {InvalidInputError} rules and factors that cannot be meant, as in `changeSiteRules`
 */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const { speeds, hardenedSurfaces, siteRules, siteFactors, ...others } = change;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  const changed: Settings = {
    ...settings,
    ...given,
    ...(hardenedSurfaces && { hardenedSurfaces: SURFACES.filter((surface) => hardenedSurfaces.includes(surface)) }),
    speeds: changeSpeeds(settings.speeds, speeds),
    siteRules: siteRules ? changeSiteRules(settings.siteRules, siteRules) : settings.siteRules,
    siteFactors: siteFactors ? changeSiteFactors(settings.siteFactors, siteFactors) : settings.siteFactors,
  };
  return isSame(settings, changed) ? settings : changed;
}

function changeSpeeds(table: SpeedTable, change: SettingsChange['speeds']): SpeedTable {
  if (change === undefined) return table;
  const changed: SpeedTable = {
    version: table.version + 1,
    pavedKmh: { ...table.pavedKmh, ...change.pavedKmh },
    bituminousFactor: change.bituminousFactor,
    blocksFactor: change.blocksFactor,
    gravelKmh: change.gravelKmh,
    earthKmh: change.earthKmh,
    tricycleFactor: change.tricycleFactor,
    tricycleMaximumKmh: change.tricycleMaximumKmh,
    walkingKmh: change.walkingKmh,
    walkingSteepness: change.walkingSteepness,
    walkingOffset: change.walkingOffset,
    source: change.source,
  };
  return isSame(table, { ...changed, version: table.version }) ? table : changed;
}

/** Whether two values have the same contents; the order of properties does not matter, that of lists does. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  const others = b as Readonly<Record<string, unknown>>;
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Readonly<Record<string, unknown>>)[key], others[key]))
  );
}
