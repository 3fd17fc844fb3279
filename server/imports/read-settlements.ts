import type { SettlementRow } from '#core/county/things.ts';
import type { PointGeometry } from '#core/geo/geometry.ts';
import type { CodeBook } from './code-book.ts';
import { countField, readNumber, readText } from './fields.ts';
import type { ImportProblems } from './import-problem.ts';
import type { ImportFeature } from './read-features.ts';
import { readNames } from './read-points.ts';

/** Metres; lower and higher than any place on land. */
const ELEVATION = { field: 'elevation', minimum: -500, maximum: 9000, whole: false } as const;

/** A place of a file before the county is divided: it has no village yet. */
export interface PlaceReading {
  readonly feature: ImportFeature<PointGeometry>;
  readonly name: string;
  readonly nameEn: string;
  /** Value of `place` (city, town, village, suburb, hamlet …); null = not said. */
  readonly rank: string | null;
  readonly counts: Pick<
    SettlementRow,
    'registeredHouseholds' | 'registeredPeople' | 'residentHouseholds' | 'residentPeople' | 'elevationMeters'
  >;
}

/** Features of a file of settlements; missing people stay null. */
export function readPlaces(
  features: readonly ImportFeature<PointGeometry>[],
  problems: ImportProblems,
): readonly PlaceReading[] {
  return features.map((feature) => {
    const count = (field: 'registeredPeople' | 'registeredHouseholds' | 'residentPeople' | 'residentHouseholds') =>
      readNumber(feature, countField(field), problems);
    const registeredPeople = count('registeredPeople');
    const registeredHouseholds = count('registeredHouseholds');
    return {
      feature,
      ...readNames(feature, problems),
      rank: readText(feature.properties, 'placeRank'),
      counts: {
        registeredPeople,
        registeredHouseholds,
        residentPeople: count('residentPeople') ?? registeredPeople,
        residentHouseholds: count('residentHouseholds') ?? registeredHouseholds,
        elevationMeters: readNumber(feature, ELEVATION, problems),
      },
    };
  });
}

/** Settlement code: its village's code and three digits. */
const SETTLEMENT_CODE = /^\d{15}$/;

/** Places as settlements of the villages that hold them; their own code is kept when it has the form of a settlement's. */
export function placesToSettlements(
  places: readonly PlaceReading[],
  context: {
    readonly codes: CodeBook;
    readonly problems: ImportProblems;
    readonly findVillageCode: (place: PlaceReading) => string | null;
  },
): readonly SettlementRow[] {
  return places.map((place) => {
    const { feature } = place;
    const villageCode = context.findVillageCode(place);
    if (villageCode === null) {
      const got = feature.geometry.coordinates.join(', ');
      context.problems.add({ file: feature.file, row: feature.row, code: 'outside', got, expected: 'outline' });
    }
    const village = villageCode ?? '';
    const given = readText(feature.properties, 'code');
    const keeps = given !== null && SETTLEMENT_CODE.test(given) && given.startsWith(village);
    return {
      code: keeps ? context.codes.take(feature, given) : context.codes.make(village, 3),
      name: place.name,
      nameEn: place.nameEn,
      villageCode: village,
      kind: 'natural_village',
      position: feature.geometry.coordinates,
      ...place.counts,
      roadDuty: 'required',
      siteCode: null,
    };
  });
}
