import type { BaseMap } from '#core/api/base-maps.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { WORLD } from './tile-archive.ts';

/** Hosts of Tianditu's tiles, which the page may ask only where there is a key. */
export const TIANDITU_HOSTS = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `https://t${number}.tianditu.gov.cn`);

/** Layers in web Mercator: pictures, and the plain map. Source: Tianditu, WMTS of the National Platform for Common Geospatial Information Services. */
const LAYERS = ['vec', 'img'] as const;
const DEEPEST_ZOOM = 18;

/** Tianditu as base maps, for offices with internet and a key of their own. */
export const listTianditu = (key: string, language: Language): readonly BaseMap[] =>
  LAYERS.map((layer) => ({
    id: `tianditu-${layer}`,
    name: text(language, 'ogc', `tianditu_${layer}`),
    kind: 'raster',
    tiles: TIANDITU_HOSTS.map((host) => addressOf(host, layer, key)),
    tilePixels: 256,
    minZoom: 1,
    maxZoom: DEEPEST_ZOOM,
    bounds: [...WORLD],
    attribution: text(language, 'ogc', 'tianditu_attribution'),
    layers: [],
    isRemote: true,
    problem: null,
  }));

function addressOf(host: string, layer: string, key: string): string {
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    tk: key,
  });
  return `${host}/${layer}_w/wmts?${query.toString()}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`;
}
