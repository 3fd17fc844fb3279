import type { DistanceMatrixRequest } from '#core/api/jobs.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Trip } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers } from '#core/units.ts';
import type { CsvCell } from '../../http/csv-text.ts';
import { nameArea } from '../figure-answers.ts';
import type { AskedNetwork } from './asked-network.ts';
import { describeUnreachable, metersToKilometersOrNull } from './trip-answers.ts';

/** A place on either side of the matrix. */
export interface MatrixPlace {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly position: LonLat;
  /** Of settlements. */
  readonly villageCode?: string;
}

/** Head of the file, units included. */
export const createMatrixHead = ({
  mode,
  lang,
}: {
  readonly mode: DistanceMatrixRequest['mode'];
  readonly lang: Language;
}): readonly string[] => [
  text(lang, 'network', 'column_from_code'),
  text(lang, 'network', 'column_from'),
  text(lang, 'network', 'column_from_area'),
  text(lang, 'network', 'column_to_kind'),
  text(lang, 'network', 'column_to_code'),
  text(lang, 'network', 'column_to'),
  text(lang, 'network', 'column_km'),
  text(lang, 'network', 'column_minutes', { mode: text(lang, 'network', `mode_${mode}`) }),
  text(lang, 'network', 'column_straight_km'),
  text(lang, 'network', 'column_off_road_km'),
  text(lang, 'network', 'column_note'),
  text(lang, 'network', 'column_as_of'),
  text(lang, 'network', 'column_revision'),
  text(lang, 'network', 'column_plan'),
  text(lang, 'network', 'column_speed_version'),
];

/** One pair; what the figures rest on stands in each line, so that it is not lost when lines are copied. */
export function createMatrixLine(
  { context, plan }: AskedNetwork,
  pair: {
    readonly from: MatrixPlace;
    readonly to: MatrixPlace;
    readonly kind: DistanceMatrixRequest['to'][number];
    readonly trip: Trip;
    readonly language: Language;
  },
): readonly CsvCell[] {
  const { from, to, kind, trip, language } = pair;
  const nameOf = ({ name, nameEn }: MatrixPlace): string => (language === 'zh' ? name : nameEn);
  return [
    from.code,
    nameOf(from),
    nameArea({ language, context }, from.villageCode ?? from.code),
    text(language, 'network', `kind_${kind}`),
    to.code,
    nameOf(to),
    metersToKilometersOrNull(trip.meters),
    trip.minutes,
    metersToKilometers(trip.straightMeters),
    metersToKilometersOrNull(trip.offRoadMeters),
    trip.reason === null ? null : describeUnreachable(trip.reason, language),
    context.asOf,
    context.county.revision,
    plan?.code ?? null,
    context.county.settings.speeds.version,
  ];
}
