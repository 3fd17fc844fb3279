import type { CountyRows } from '#core/county/county-rows.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createTinyCountyRows } from './tiny-county.ts';

/** The tiny county with findings of four kinds at its roads: seg-97 to seg-99 are new, seg-10 passes over seg-04 and seg-11. */
export function createFaultyRoads(): CountyRows {
  const { segments } = createTinyCountyRows();
  const bridge = findSegment(segments, 'seg-10');
  const branch = findSegment(segments, 'seg-05');
  const line = (...coordinates: readonly LonLat[]) => ({ type: 'LineString', coordinates }) as const;
  return createTinyCountyRows({
    segments: [
      ...segments.filter((segment) => segment !== bridge),
      { ...bridge, line: line([107.508, 27.01], [107.518, 27.01]) },
      // 11 m south of the trunk, and half a metre north of it
      { ...bridge, code: 'seg-97', line: line([107.503, 27.0049], [107.503, 27.001]) },
      { ...bridge, code: 'seg-98', line: line([107.507, 27.0050045], [107.507, 27.009]) },
      { ...branch, code: 'seg-99', line: line(...branch.line.coordinates.toReversed()) },
    ],
  });
}

function findSegment(segments: CountyRows['segments'], code: string): CountyRows['segments'][number] {
  const segment = segments.find((each) => each.code === code);
  if (segment === undefined) throw new Error(`The tiny county has no segment ${code}.`);
  return segment;
}
