import type { County } from '../county/county.ts';
import type { IndicatorCode } from '../indicators/figure.ts';

/** What a map shows of the register. */
export interface FigureChoice {
  readonly figures: readonly IndicatorCode[];
  readonly rankedBy: IndicatorCode;
}

const hasHouseholds = ({ households }: County): boolean => households.codes.length > 0;
const hasSites = ({ sites }: County): boolean => sites.length > 0;
const hasParks = ({ parks }: County): boolean => parks.length > 0;
const hasProjects = ({ projects }: County): boolean => projects.length > 0;
const hasSettlements = ({ settlements }: County): boolean => settlements.length > 0;
const hasSegments = ({ segments }: County): boolean => segments.length > 0;
const hasProgramme = ({ segments }: County): boolean => segments.some(({ plannedYear }) => plannedYear !== null);

/** What a county has to hold, at whatever date, for an indicator to say anything of it. */
const NEEDS: Readonly<Record<IndicatorCode, (county: County) => boolean>> = {
  T1: hasHouseholds,
  T2: hasHouseholds,
  T3: hasHouseholds,
  R0: hasSegments,
  R1: ({ segments }) => segments.some(({ roadFunction }) => roadFunction === 'village_access'),
  R2: (county) => hasSegments(county) && hasSettlements(county),
  R3: hasHouseholds,
  R4: ({ settlements }) => settlements.some(({ registeredPeople }) => registeredPeople !== null),
  R5: hasProgramme,
  R6: hasProgramme,
  D1: hasSettlements,
  D2: (county) => hasSettlements(county) && hasParks(county),
  D3: hasSites,
  S1: hasHouseholds,
  S2: hasSites,
  S3: hasHouseholds,
  S4: ({ hazards }) => hazards.length > 0,
  S5: hasSites,
  S6: hasHouseholds,
  S7: hasHouseholds,
  P1: hasProjects,
  P2: hasProjects,
  P3: ({ areas }) => areas.some(({ plannedExitYear }) => plannedExitYear !== null),
  P4: ({ items }) => items.length > 0,
  P5: hasHouseholds,
  I1: hasHouseholds,
  I2: (county) => hasHouseholds(county) && hasParks(county),
  I3: hasParks,
  Q1: ({ ledgerRows }) => ledgerRows.length > 0,
};

const known = new WeakMap<County, Map<IndicatorCode, boolean>>();

/** Whether a county holds what an indicator needs; looked for once. */
function holdsDataFor(county: County, code: IndicatorCode): boolean {
  const answers = known.get(county) ?? new Map<IndicatorCode, boolean>();
  known.set(county, answers);
  const answer = answers.get(code) ?? NEEDS[code](county);
  answers.set(code, answer);
  return answer;
}

/** What roads and places alone can say, for counties that hold nothing else. */
const FROM_ROADS_AND_PLACES: readonly IndicatorCode[] = ['R1', 'R2', 'R0', 'R4'];

/** A map with fewer figures of its own than this also takes those of roads and places. */
const ENOUGH_FIGURES = 3;

/**
 * The figures of a map in a county: those it holds data for come first. Where they are fewer than three, what its roads and places can say
 * follows them, and the ranking is by the first figure that says something unless the map's own does. It depends on the county only, not on date
 * or area, so that a panel stays the same while the map is played.
 */
export function preferApplicable(county: County, { figures, rankedBy }: FigureChoice): FigureChoice {
  const holds = (code: IndicatorCode): boolean => holdsDataFor(county, code);
  const own = figures.filter(holds);
  if (own.length >= ENOUGH_FIGURES) return { figures: [...own, ...figures.filter((code) => !holds(code))], rankedBy };
  const first = [...new Set([...figures, ...FROM_ROADS_AND_PLACES])].filter(holds);
  return {
    figures: [...first, ...figures.filter((code) => !first.includes(code))].slice(0, figures.length),
    rankedBy: holds(rankedBy) ? rankedBy : (first[0] ?? rankedBy),
  };
}
