import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { MOST_TILE_ZOOM, type TileJson } from '#core/api/tiles.ts';
import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { NotFoundError } from '#core/errors.ts';
import { COUNTY_LAYERS, type CountyLayer, fieldsOfLayer, listLayerEntries } from '#core/ledgers/county-layers.ts';
import type { LedgerEntry } from '#core/ledgers/ledger.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** A tile by its address. */
export interface TileAddress {
  /** `529901` or `529901-segments`. */
  readonly layer: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Vector tiles of the counties in memory, EPSG:3857, the same entries as the OGC API. */
export interface TilesService {
  /**
   * A tile as Mapbox Vector Tile 2.1, not compressed; empty where nothing lies.
   *
   * @throws {NotFoundError} `ogc_unknown_collection`, `tile_absent`
   */
  getTile(address: TileAddress, asOf?: IsoDate): Promise<Uint8Array>;
  /** @throws {NotFoundError} `ogc_unknown_collection` */
  describe(layer: string, reader: { readonly base: string; readonly language: Language }): Promise<TileJson>;
}

/** Indexes kept of one loaded county: each layer at a few dates. */
const KEPT_INDEXES = 24;
/** Units of a tile's side, and how far a tile reaches over it, so that lines and symbols join. */
const TILE_EXTENT = 4096;
const TILE_BUFFER = 128;

/** Creates the service. */
export function createTilesService(parts: {
  readonly listCountyCodes: () => Promise<readonly string[]>;
  readonly getCounty: (countyCode: string) => Promise<County>;
}): TilesService {
  const indexOf = createIndexCache();
  const find = async (layer: string) => {
    const [, code = '', written] = /^(\d{6})(?:-(\w+))?$/.exec(layer) ?? [];
    const layers = written === undefined ? COUNTY_LAYERS : COUNTY_LAYERS.filter((candidate) => candidate === written);
    if (layers.length === 0 || !(await parts.listCountyCodes()).includes(code)) {
      throw new NotFoundError('ogc_unknown_collection', `No layer ${layer}`, { id: layer });
    }
    return { county: await parts.getCounty(code), layers };
  };
  return {
    async getTile({ layer, z, x, y }, asOf) {
      const { county, layers } = await find(layer);
      if (z > MOST_TILE_ZOOM || x >= 2 ** z || y >= 2 ** z) {
        throw new NotFoundError('tile_absent', `No tile ${z}/${x}/${y}`, { z, x, y, most: MOST_TILE_ZOOM });
      }
      const day = asOf === undefined || asOf > county.dataDate ? county.dataDate : asOf;
      const tiles = layers.flatMap((name) => {
        const tile = indexOf(county, name, day).getTile(z, x, y);
        return tile === null || tile.features.length === 0 ? [] : [[name, tile] as const];
      });
      if (tiles.length === 0) return new Uint8Array();
      return fromGeojsonVt(Object.fromEntries(tiles), { version: 2, extent: TILE_EXTENT });
    },
    async describe(layer, { base, language }) {
      const { county, layers } = await find(layer);
      const [area] = county.areas;
      const [west = -180, south = -85, east = 180, north = 85] = area?.bbox ?? [];
      return {
        tilejson: '3.0.0',
        name: (language === 'en' ? area?.nameEn : area?.name) ?? county.code,
        description: text(language, 'ogc', 'description'),
        attribution: county.dataDate,
        scheme: 'xyz',
        tiles: [`${base}/${layer}/{z}/{x}/{y}.mvt`],
        minzoom: 0,
        maxzoom: MOST_TILE_ZOOM,
        bounds: [west, south, east, north],
        vector_layers: layers.map((id) => ({
          id,
          description: text(language, 'ogc', `layer_${id}`),
          minzoom: 0,
          maxzoom: MOST_TILE_ZOOM,
          fields: Object.fromEntries(fieldsOfLayer(id).map((field) => [field.name, field.name])),
        })),
      };
    },
  };
}

/** Tile indexes of layers at a day, kept with the loaded county; the one used longest ago leaves first. */
function createIndexCache(): (county: County, layer: CountyLayer, day: IsoDate) => GeoJSONVT {
  const kept = new WeakMap<County, Map<string, GeoJSONVT>>();
  return (county, layer, day) => {
    const indexes = kept.get(county) ?? new Map<string, GeoJSONVT>();
    kept.set(county, indexes);
    const key = `${layer} ${day}`;
    const index = indexes.get(key) ?? createIndex(listLayerEntries(county, layer, { asOf: day }));
    indexes.delete(key);
    indexes.set(key, index);
    const [oldest] = indexes.keys();
    if (indexes.size > KEPT_INDEXES && oldest !== undefined) indexes.delete(oldest);
    return index;
  };
}

const createIndex = (entries: readonly LedgerEntry[]): GeoJSONVT =>
  new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: entries.flatMap(({ values, geometry }) =>
        geometry === null
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: geometry as unknown as GeoJSON.Geometry,
                properties: toProperties(values),
              },
            ],
      ),
    },
    { maxZoom: MOST_TILE_ZOOM, indexMaxZoom: 6, extent: TILE_EXTENT, buffer: TILE_BUFFER },
  );

/** Values that a tile can hold: lists as one text, nothing for what is not known. */
const toProperties = (values: LedgerEntry['values']): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === null) return [];
      return [[name, Array.isArray(value) ? value.join(';') : (value as string | number | boolean)]];
    }),
  );
