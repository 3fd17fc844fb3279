import { FACILITY_KINDS, PARK_KINDS, SITE_LOCATION_TYPES, SITE_STAGES } from '#core/county/kinds.ts';
import type { ParkRow, SiteRow } from '#core/county/things.ts';
import { bboxOf } from '#core/geo/bbox.ts';
import type { AreaGeometry, PointGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { CodeBook } from './code-book.ts';
import { amountField, countField, fieldNames, readChoice, readNumber, readText } from './fields.ts';
import type { ImportProblems } from './import-problem.ts';
import type { ImportFeature } from './read-features.ts';

/** What the reading of places needs: the areas are known by then. */
export interface PlaceContext {
  readonly codes: CodeBook;
  readonly problems: ImportProblems;
  /** Date from which the stage of a site counts, `YYYY-MM-DD`. */
  readonly since: string;
  /** Code of the smallest area that holds a position; null = outside the county. */
  readonly findAreaCode: (position: LonLat) => string | null;
}

/** A point or polygon feature. */
type PlaceFeature = ImportFeature<PointGeometry | AreaGeometry>;

/** The position of a place, its outline, and the smallest area that holds it; a fault when it lies outside the county. */
function locate(feature: PlaceFeature, context: PlaceContext) {
  const { geometry } = feature;
  const [west, south, east, north] = bboxOf(geometry);
  const position: LonLat = geometry.type === 'Point' ? geometry.coordinates : [(west + east) / 2, (south + north) / 2];
  const areaCode = context.findAreaCode(position);
  if (areaCode === null) {
    const at = { file: feature.file, row: feature.row };
    context.problems.add({ ...at, code: 'outside', got: position.join(', '), expected: 'outline' });
  }
  return { position, areaCode: areaCode ?? '', outline: geometry.type === 'Point' ? null : geometry };
}

/** The name and English name of a feature; a fault when there is none. */
export function readNames(feature: ImportFeature, problems: ImportProblems): { name: string; nameEn: string } {
  const name = readText(feature.properties, 'name') ?? readText(feature.properties, 'nameEn');
  if (name === null) {
    problems.add({
      file: feature.file,
      row: feature.row,
      code: 'name_missing',
      got: '',
      expected: fieldNames('name'),
    });
  }
  return { name: name ?? '', nameEn: readText(feature.properties, 'nameEn') ?? name ?? '' };
}

const takeOrMake = (feature: ImportFeature, context: PlaceContext, prefix: string): string => {
  const given = readText(feature.properties, 'code');
  return given === null ? context.codes.make(prefix, 3) : context.codes.take(feature, given);
};

/** Features of a file of relocation sites. */
export function readSites(features: readonly PlaceFeature[], context: PlaceContext): readonly SiteRow[] {
  const { problems } = context;
  return features.map((feature) => {
    const { position, areaCode, outline } = locate(feature, context);
    const stage = readChoice(feature, { field: 'stage', choices: SITE_STAGES, absent: 'sited' }, problems);
    return {
      ...readNames(feature, problems),
      code: takeOrMake(feature, context, 'AZ'),
      areaCode,
      position,
      outline,
      accessPoint: position,
      locationType: readChoice(
        feature,
        { field: 'locationType', choices: SITE_LOCATION_TYPES, absent: 'other' },
        problems,
      ),
      capacityHouseholds: readNumber(feature, countField('capacityHouseholds'), problems),
      capacityPeople: readNumber(feature, countField('capacityPeople'), problems),
      costYuan: readNumber(feature, amountField('costYuan'), problems),
      deadline: null,
      facilities: FACILITY_KINDS.map((kind) => ({ kind, presentSince: null })),
      hazardAssessment: null,
      events: [{ kind: 'stage', on: context.since, value: stage }],
    };
  });
}

/** Features of a file of parks and bases. */
export function readParks(features: readonly PlaceFeature[], context: PlaceContext): readonly ParkRow[] {
  const { problems } = context;
  return features.map((feature) => {
    const { position, areaCode, outline } = locate(feature, context);
    return {
      ...readNames(feature, problems),
      code: takeOrMake(feature, context, 'YQ'),
      areaCode,
      kind: readChoice(feature, { field: 'kind', choices: PARK_KINDS, absent: 'industrial_park' }, problems),
      product: readText(feature.properties, 'product') ?? '',
      position,
      outline,
      accessPoint: position,
      plannedScale: readNumber(feature, amountField('plannedScale'), problems),
      scaleUnit: readText(feature.properties, 'scaleUnit'),
      leadingEnterprise: readText(feature.properties, 'enterprise'),
      jobs: readNumber(feature, countField('jobs'), problems),
      householdsLinked: null,
      linkage: null,
      events: [],
    };
  });
}
