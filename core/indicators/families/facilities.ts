import { FACILITY_KINDS } from '../../county/kinds.ts';
import type { SiteFacility } from '../../county/things.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { thingSource } from '../entry-sources.ts';

/** S5: facilities present among those required, over the sites; parts by kind, and sites that have all. */
export const S5: IndicatorDefinition = {
  code: 'S5',
  unit: 'ratio',
  countUnit: 'facilities',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { sites } = context.county;
    const facilities = (i: number): readonly SiteFacility[] => sites[i]?.facilities ?? [];
    const isPresent = ({ presentSince }: SiteFacility) => presentSince !== null && presentSince <= context.asOf;
    const share = (part: string | null, isAsked: (facility: SiteFacility) => boolean): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'facilities',
      form: 'quotient',
      includes: (i) => facilities(i).some(isAsked),
      numerator: (i) => facilities(i).filter((facility) => isAsked(facility) && isPresent(facility)).length,
      denominator: (i) => facilities(i).filter(isAsked).length,
      pair: null,
      targeted: true,
      excludedNote: (i) => (part === null && facilities(i).length === 0 ? 'nothing_required' : null),
    });
    const complete: PartSpec = {
      ...share('sites_complete', () => true),
      countUnit: 'sites',
      numerator: (i) => (facilities(i).every(isPresent) ? 1 : 0),
      denominator: () => 1,
    };
    const parts = [
      share(null, () => true),
      complete,
      ...FACILITY_KINDS.map((kind) => share(`facility:${kind}`, (facility) => facility.kind === kind)),
    ];
    return [{ source: thingSource(context, 'sites'), parts }];
  },
};
