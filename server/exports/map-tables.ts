import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import type { MapFeature } from '#core/cartography/features/map-feature.ts';
import type { FeatureLayer } from '#core/cartography/map-definition.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import type { OutColumn, OutTable, OutType, OutValue } from './out-table.ts';

/** Layers that show households one by one, or are drawn for the eye alone. */
const LEFT_OUT: readonly FeatureLayer[] = ['households', 'homesteads', 'contours', 'neighbours'];

/** A DBF's column has at most ten letters. */
const SHORT_NAME = 10;

/** The layers of one of the four maps of an area as it shows them, with the values that its colours and marks stand for. */
export function createMapTables(
  context: IndicatorContext,
  { map, areaCode, language }: { readonly map: MapKind; readonly areaCode: string; readonly language: Language },
): readonly OutTable[] {
  const definition = createMapDefinition({ context, map, areaCode, palette: 'light', language });
  const layers = Object.values(definition.sources).flatMap((source) =>
    source.kind === 'features' ? [source.layer] : [],
  );
  return [...new Set(layers)]
    .filter((layer) => !LEFT_OUT.includes(layer))
    .map((layer) => createLayerTable(layer, buildFeatures({ context, layer, areaCode, language }).features))
    .filter(({ rows }) => rows.length > 0);
}

function createLayerTable(layer: FeatureLayer, features: readonly MapFeature[]): OutTable {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const columns = names.map(
    (name): OutColumn => ({ name, title: name, shortName: '', type: typeOf(name, features), words: null }),
  );
  return {
    name: layer,
    title: layer,
    columns: giveShortNames(columns),
    rows: features.map(({ properties, geometry }) => ({
      geometry,
      values: names.map((name) => toValue((properties as Readonly<Record<string, unknown>>)[name])),
    })),
    geometries: [...new Set(features.map(({ geometry }) => geometry.type))],
  };
}

function toValue(value: unknown): OutValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function typeOf(name: string, features: readonly MapFeature[]): OutType {
  const values = features.map(({ properties }) => (properties as Readonly<Record<string, unknown>>)[name]);
  const known = values.filter((value) => value !== undefined && value !== null);
  if (known.length > 0 && known.every((value) => typeof value === 'boolean')) return 'boolean';
  if (known.length === 0 || !known.every((value) => typeof value === 'number')) return 'text';
  return known.every(Number.isInteger) ? 'integer' : 'number';
}

/** Ten capital letters each, no two the same. */
function giveShortNames(columns: readonly OutColumn[]): readonly OutColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const plain =
      column.name
        .replaceAll(/[^A-Za-z0-9]/g, '')
        .toUpperCase()
        .slice(0, SHORT_NAME) || 'F';
    let shortName = plain;
    for (let number = 2; taken.has(shortName); number++) shortName = `${plain.slice(0, SHORT_NAME - 2)}${number}`;
    taken.add(shortName);
    return { ...column, shortName };
  });
}
