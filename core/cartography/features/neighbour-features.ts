import type { Area } from '../../county/county.ts';
import { bboxesTouch } from '../../geo/bbox.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getBoundaryLines } from './boundary-lines.ts';
import { type FeatureScope, FRAME_PADDING, nameIn, padBbox } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { buildRoadExits } from './road-exits.ts';
import { roundGeometry, roundPosition } from './round-geometry.ts';

/** The veil reaches this many sizes of the area beyond it. */
const VEIL_SIZES = 4;

/** A neighbour's name stands this share of the frame beyond the common boundary. */
const NAME_OFFSET = 0.035;

/**
 * What lies outside the area: `role` veil (everything but the area), neighbour (areas of the same level in the frame, as surfaces), name (their
 * names just beyond the common boundary) and exit (where main roads lead). Areas beyond the county are not known.
 */
export function buildNeighbourFeatures(scope: FeatureScope): readonly MapFeature[] {
  const neighbours = listNeighbours(scope);
  return [
    createVeil(scope),
    ...neighbours.map((area) =>
      createFeature(
        { code: area.code, role: 'neighbour', label: nameIn(scope.language, area) },
        roundGeometry(area.boundary, scope.decimals),
      ),
    ),
    ...neighbours.flatMap((area) => placeName(scope, area)),
    ...buildRoadExits(scope),
  ];
}

function createVeil(scope: FeatureScope): MapFeature {
  const [west, south, east, north] = padBbox(scope.area.bbox, VEIL_SIZES);
  const { boundary } = scope.area;
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  const outer: LonLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const holes = polygons.flatMap(([ring]) => (ring ? [ring] : []));
  return createFeature(
    { code: 'veil', role: 'veil', label: '' },
    {
      type: 'Polygon',
      coordinates: [outer, ...holes].map((ring) => ring.map((position) => roundPosition(position, scope.decimals))),
    },
  );
}

function listNeighbours({ county, area, level }: FeatureScope): readonly Area[] {
  const frame = padBbox(area.bbox, FRAME_PADDING);
  return county.areas.filter(
    (other) => other.level === level && other.code !== area.code && bboxesTouch(other.bbox, frame),
  );
}

/** The name at the middle of the longest common boundary, moved outwards; nothing when the two do not touch. */
function placeName(scope: FeatureScope, neighbour: Area): readonly MapFeature[] {
  const isOf = (code: string | null, area: Area): boolean => code?.startsWith(area.code) ?? false;
  const common = getBoundaryLines(scope.county)
    .filter(
      ({ sides: [a, b] }) => (isOf(a, scope.area) && isOf(b, neighbour)) || (isOf(b, scope.area) && isOf(a, neighbour)),
    )
    .flatMap(({ line }) => line);
  const middle = common[common.length >> 1];
  if (!middle) return [];
  const [west, south, east, north] = scope.area.bbox;
  const offset = Math.max(east - west, north - south) * NAME_OFFSET;
  const towards: LonLat = [neighbour.seat[0] - middle[0], neighbour.seat[1] - middle[1]];
  const length = Math.hypot(...towards) || 1;
  const position: LonLat = [middle[0] + (towards[0] / length) * offset, middle[1] + (towards[1] / length) * offset];
  return [
    createFeature(
      {
        code: `${neighbour.code}-name`,
        role: 'name',
        name: neighbour.name,
        nameEn: neighbour.nameEn,
        label: nameIn(scope.language, neighbour),
      },
      { type: 'Point', coordinates: roundPosition(position, scope.decimals) },
    ),
  ];
}
