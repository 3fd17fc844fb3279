import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import type { FeatureLayer, PaletteName } from '#core/cartography/map-definition.ts';
import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { MapKind } from '#core/county/kinds.ts';
import { NotFoundError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { type CachedAnswer, createAnswerCache } from './answer-cache.ts';
import { createReliefPng, type ReliefDetail, type ReliefTheme } from './relief-png.ts';

/** An area at a day and a data revision; day and revision default to the newest. */
export interface MapPlace {
  readonly areaCode: string;
  readonly asOf?: IsoDate | undefined;
  readonly revision?: number | undefined;
}

/** Maps, their features and the relief as finished answers. */
export interface MapsService {
  getMap(
    place: MapPlace,
    look: { readonly map: MapKind; readonly palette: PaletteName; readonly language: Language },
  ): Promise<CachedAnswer>;
  getFeatures(place: MapPlace, layer: FeatureLayer, language: Language): Promise<CachedAnswer>;
  /** @throws {NotFoundError} `no_relief`: the county has no elevation data */
  getRelief(
    place: MapPlace,
    look: { readonly theme: ReliefTheme; readonly detail: ReliefDetail },
  ): Promise<CachedAnswer>;
}

/** Answers kept at most: a few counties at a few dates. */
const CACHE_BYTES = 96 * 1024 * 1024;

const COUNTY_DIGITS = 6;

/**
 * Creates the service.
 *
 * @param getContext answers a county at a day; the same object for the same county, day and revision
 * @param cacheBytes 0 keeps nothing but the last answer
 */
export function createMapsService({
  getContext,
  cacheBytes = CACHE_BYTES,
}: {
  readonly getContext: (countyCode: string, asOf?: IsoDate, revision?: number) => Promise<IndicatorContext>;
  readonly cacheBytes?: number;
}): MapsService {
  const cache = createAnswerCache(cacheBytes);
  const contextOf = (place: MapPlace): Promise<IndicatorContext> =>
    getContext(place.areaCode.slice(0, COUNTY_DIGITS), place.asOf, place.revision);
  return {
    async getMap(place, { map, palette, language }) {
      const context = await contextOf(place);
      const { areaCode } = place;
      return cache.get(`${keyOf(context, areaCode)} map ${map} ${palette} ${language}`, () =>
        JSON.stringify(createMapDefinition({ context, map, areaCode, palette, language })),
      );
    },
    async getFeatures(place, layer, language) {
      const context = await contextOf(place);
      const { areaCode } = place;
      return cache.get(`${keyOf(context, areaCode)} features ${layer} ${language}`, () =>
        JSON.stringify(buildFeatures({ context, layer, areaCode, language })),
      );
    },
    async getRelief(place, { theme, detail }) {
      const { county } = await contextOf(place);
      const { dem } = county;
      if (!dem) {
        throw new NotFoundError('no_relief', `County ${county.code} has no elevation data`, { code: county.code });
      }
      return cache.get(`${serialOf(county)} relief ${theme} ${detail}`, () => createReliefPng(dem, theme, detail));
    },
  };
}

const keyOf = ({ county, asOf }: IndicatorContext, areaCode: string): string =>
  `${areaCode} ${serialOf(county)} ${asOf}`;

const serials = new WeakMap<County, number>();
let lastSerial = 0;

/** Number of a loaded county: a restored one may carry the revision of the one it replaced. */
function serialOf(county: County): number {
  const serial = serials.get(county) ?? ++lastSerial;
  serials.set(county, serial);
  return serial;
}
