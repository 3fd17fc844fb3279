import type { CountyRows } from '#core/county/county-rows.ts';
import type { RoadClass } from '#core/county/kinds.ts';
import type { AreaRow } from '#core/county/things.ts';

/** What was assumed because the files do not say it; the keys are those of `texts.imports`. */
export interface ImportAssumption {
  readonly key:
    | 'assumption_outline'
    | 'assumption_towns'
    | 'assumption_villages'
    | 'assumption_people'
    | 'assumption_surface'
    | 'assumption_codes'
    | 'assumption_classes';
  readonly count: number;
  readonly mapping: string;
}

/** What an import made and what it was given. */
export interface AssumptionFacts {
  readonly rows: CountyRows;
  /** Which divisions a file gave. */
  readonly given: { readonly outline: boolean; readonly towns: boolean; readonly villages: boolean };
  readonly highwayClasses: Readonly<Record<string, RoadClass>>;
  readonly assumedSurfaces: number;
  readonly madeCodes: number;
}

/** Everything that was assumed, in the order in which people ask for it. */
export function listAssumptions(facts: AssumptionFacts): readonly ImportAssumption[] {
  const { rows, given } = facts;
  const mapping = Object.entries(facts.highwayClasses)
    .map(([highway, roadClass]) => `${highway}=${roadClass}`)
    .join(', ');
  const countLevel = (level: AreaRow['level']) => rows.areas.filter((area) => area.level === level).length;
  const unknownPeople = rows.settlements.filter((settlement) => settlement.registeredPeople === null).length;
  const all: readonly [ImportAssumption['key'], boolean, number][] = [
    ['assumption_outline', !given.outline, 1],
    ['assumption_towns', !given.towns, countLevel('town')],
    ['assumption_villages', !given.villages, countLevel('village')],
    ['assumption_people', unknownPeople > 0, unknownPeople],
    ['assumption_surface', facts.assumedSurfaces > 0, facts.assumedSurfaces],
    ['assumption_classes', rows.segments.length > 0, rows.segments.length],
    ['assumption_codes', facts.madeCodes > 0, facts.madeCodes],
  ];
  return all.filter(([, applies]) => applies).map(([key, , count]) => ({ key, count, mapping }));
}
