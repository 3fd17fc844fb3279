import { sayContextOf, suitabilityToAnswer } from '#core/api/judged-place.ts';
import type { SuitabilityAnswer, SuitabilityAudit, SuitabilityGrid } from '#core/api/suitability.ts';
import type { County } from '#core/county/county.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { auditSites } from '#core/planning/suitability/audit-sites.ts';
import { makeSuitabilityGrid, type SuitabilityGridData } from '#core/planning/suitability/create-suitability-grid.ts';
import { findNearestFeasible } from '#core/planning/suitability/find-nearest-feasible.ts';
import type { Language } from '#core/texts/language.ts';
import { type AnswerBasis, auditToAnswer, gridToAnswer, placeToAnswer } from './suitability-answers.ts';
import { getSuitabilityPng } from './suitability-png.ts';

/** A county at a day and revision, under a plan or as it is. */
export interface SuitabilityPlace {
  readonly countyCode: string;
  readonly asOf?: string | undefined;
  readonly revision?: number | undefined;
  /** Code of a draft or a published plan. */
  readonly plan?: string | undefined;
}

/** What the feature needs. */
export interface SuitabilityServiceOptions {
  readonly getContext: (countyCode: string, asOf?: string, revision?: number) => Promise<IndicatorContext>;
  /**
   * The county under a draft or a published plan.
   * @throws {NotFoundError} there is no such plan
   */
  readonly getCountyUnderPlan: (countyCode: string, planCode: string, revision?: number) => Promise<County>;
}

/** Where a site may stand: one place, the whole county as a grid, the sites that are there. */
export interface SuitabilityService {
  /** @throws {InvalidInputError} `invalid_place` */
  judge(place: SuitabilityPlace, at: string, language: Language): Promise<SuitabilityAnswer>;
  /** The legend of the grid; the picture has the same address with `grid.png`. */
  describeGrid(place: SuitabilityPlace, cellMeters: number, language: Language): Promise<SuitabilityGrid>;
  drawGrid(place: SuitabilityPlace, cellMeters: number): Promise<Uint8Array>;
  audit(place: SuitabilityPlace, language: Language): Promise<SuitabilityAudit>;
}

/** Work goes on this long before other requests have their turn. */
const SLICE_MILLISECONDS = 12;

const POSITION = /^\s*([+-]?\d{1,3}(?:\.\d{1,15})?)\s*[,，]\s*([+-]?\d{1,3}(?:\.\d{1,15})?)\s*$/;
/** Of a refused value that is repeated in an answer. */
const SHOWN_CHARACTERS = 40;

/** Creates the service. Grids are kept with their county, day and size; two who ask for the same one wait for one work. */
export function createSuitabilityService(options: SuitabilityServiceOptions): SuitabilityService {
  const grids = new WeakMap<County, Map<string, Promise<SuitabilityGridData>>>();
  const load = async (place: SuitabilityPlace): Promise<Omit<AnswerBasis, 'language'>> => {
    const { countyCode, plan, revision } = place;
    const { county, asOf } = await options.getContext(countyCode, place.asOf, revision);
    return { asOf, county: plan === undefined ? county : await options.getCountyUnderPlan(countyCode, plan, revision) };
  };
  const getGrid = ({ county, asOf }: Omit<AnswerBasis, 'language'>, cellMeters: number) => {
    const kept = grids.get(county) ?? new Map<string, Promise<SuitabilityGridData>>();
    grids.set(county, kept);
    const key = `${asOf} ${cellMeters}`;
    const known = kept.get(key);
    if (known) return known;
    const grid = runInSlices(makeSuitabilityGrid(county, { cellMeters, asOf }));
    // only the last grid of a county is kept: what it is combined from is kept elsewhere
    kept.clear();
    kept.set(key, grid);
    grid.catch(() => kept.delete(key));
    return grid;
  };
  return {
    async judge(place, at, language) {
      const position = parsePosition(at);
      const basis = { ...(await load(place)), language };
      const { county, asOf } = basis;
      const suitability = judgePlace(county, position, { asOf });
      const nearest = suitability.firstForbidden && findNearestFeasible(county, position, { asOf });
      const context = sayContextOf(county, language);
      const answer = suitabilityToAnswer(context, position, suitability);
      if (nearest === null) return placeToAnswer(basis, answer, null);
      const judged = suitabilityToAnswer(context, nearest.position, judgePlace(county, nearest.position, { asOf }));
      return placeToAnswer(basis, answer, { straightMeters: nearest.straightMeters, place: judged });
    },
    async describeGrid(place, cellMeters, language) {
      const basis = { ...(await load(place)), language };
      const grid = await getGrid(basis, cellMeters);
      const query = new URLSearchParams({
        cellMeters: String(cellMeters),
        asOf: basis.asOf,
        revision: String(basis.county.revision),
      });
      return gridToAnswer(basis, grid, `/api/areas/${basis.county.code}/suitability/grid.png?${query}`);
    },
    drawGrid: async (place, cellMeters) => getSuitabilityPng(await getGrid(await load(place), cellMeters)),
    async audit(place, language) {
      const basis = { ...(await load(place)), language };
      return auditToAnswer(basis, auditSites(basis.county, basis.asOf), place.plan ?? null);
    },
  };
}

/** Runs steps to the end and gives other requests their turn in between. */
async function runInSlices<Value>(steps: Generator<undefined, Value>): Promise<Value> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + SLICE_MILLISECONDS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
  }
}

function parsePosition(at: string): LonLat {
  const [, lonText, latText] = POSITION.exec(at) ?? [];
  const lon = Number(lonText);
  const lat = Number(latText);
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
  const got = at.length > SHOWN_CHARACTERS ? `${at.slice(0, SHOWN_CHARACTERS)}…` : at;
  throw new InvalidInputError('invalid_place', `Got ${got} in at when expected lon,lat`, { field: 'at', got });
}
