import { findAreaRange } from '../../county/area-range.ts';
import { bboxesTouch, bboxOf } from '../../geo/bbox.ts';
import { simplifyLine } from '../../geo/simplify-line.ts';
import { entriesOf, type FeatureScope, FRAME_PADDING, nameIn, padBbox } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundGeometry, roundPosition } from './round-geometry.ts';

/** Tolerance of rivers on a county map, degrees of latitude: 15 m. */
const RIVER_TOLERANCE_DEGREES = 15 / 111_132;

/** Schools, clinics, offices and markets of the area. */
export function buildServiceFeatures(scope: FeatureScope): readonly MapFeature[] {
  const { services } = scope.county;
  const range = findAreaRange(services.length, (i) => services[i]?.areaCode ?? '', scope.area.code);
  return entriesOf(services, range).map(([service]) =>
    createFeature(
      {
        code: service.code,
        name: service.name,
        nameEn: service.nameEn,
        label: nameIn(scope.language, service),
        kind: service.kind,
        isPlanned: scope.county.planned?.placed.has(service.code) ?? false,
      },
      { type: 'Point', coordinates: roundPosition(service.position, scope.decimals) },
    ),
  );
}

/** Constraint areas that touch the frame of the area. */
export function buildConstraintFeatures(scope: FeatureScope): readonly MapFeature[] {
  const frame = padBbox(scope.area.bbox, FRAME_PADDING);
  return scope.county.constraints
    .filter(({ boundary }) => bboxesTouch(bboxOf(boundary), frame))
    .map((constraint) =>
      createFeature(
        {
          code: constraint.code,
          name: constraint.name,
          nameEn: constraint.nameEn,
          label: nameIn(scope.language, constraint),
          kind: constraint.kind,
          effect: constraint.effect,
          source: constraint.source,
          on: constraint.on,
        },
        roundGeometry(constraint.boundary, scope.decimals),
      ),
    );
}

/** Rivers that touch the frame of the area; on a county map brooks are left out. */
export function buildRiverFeatures(scope: FeatureScope): readonly MapFeature[] {
  const frame = padBbox(scope.area.bbox, FRAME_PADDING);
  const highest = scope.county.rivers.reduce((most, { order }) => Math.max(most, order), 1);
  const least = scope.level === 'county' ? Math.max(1, highest - 3) : 1;
  return scope.county.rivers
    .filter(({ order, line }) => order >= least && bboxesTouch(bboxOf(line), frame))
    .map((river) =>
      createFeature(
        {
          code: river.code,
          name: river.name,
          nameEn: river.nameEn,
          label: nameIn(scope.language, river),
          kind: 'river',
          order: river.order,
          // 0 = the smallest brook of the county, 1 = its largest river
          size: highest === 1 ? 0.5 : (river.order - 1) / (highest - 1),
        },
        scope.level === 'county'
          ? {
              type: 'LineString',
              coordinates: simplifyLine(river.line.coordinates, RIVER_TOLERANCE_DEGREES).map((position) =>
                roundPosition(position, scope.decimals),
              ),
            }
          : roundGeometry(river.line, scope.decimals),
      ),
    );
}
