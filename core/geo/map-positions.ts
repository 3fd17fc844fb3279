import type { Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/** The same geometry with every position changed; two numbers stay two numbers, whatever they mean then. */
export function mapPositions<G extends Geometry>(geometry: G, change: (position: LonLat) => LonLat): G {
  return { ...geometry, coordinates: mapNested(geometry.coordinates, change) } as G;
}

type Nested = LonLat | readonly Nested[];

function mapNested(coordinates: Nested, change: (position: LonLat) => LonLat): Nested {
  return isPosition(coordinates) ? change(coordinates) : coordinates.map((part) => mapNested(part, change));
}

const isPosition = (coordinates: Nested): coordinates is LonLat => typeof coordinates[0] === 'number';
