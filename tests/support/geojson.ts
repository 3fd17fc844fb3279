/** A GeoJSON feature for import tests. */
export interface TestFeature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** A feature with a geometry of any shape, sound or not. */
export const createFeature = (
  type: string,
  coordinates: unknown,
  properties: Readonly<Record<string, unknown>> = {},
): TestFeature => ({ type: 'Feature', properties, geometry: { type, coordinates } });

/** The text of a file with those features. */
export const createCollectionText = (
  features: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): string => JSON.stringify({ type: 'FeatureCollection', features, ...more });

/** Ring of a rectangle, counter-clockwise. */
export const createRectangle = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];
