import type { County } from '../../county/county.ts';
import type { PlanInputs } from '../../county/plan.ts';
import { NotFoundError } from '../../errors.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { findHolder } from '../find-holder.ts';
import { createPairsOfSite, createPairsRoom, mergePairs } from './allocate-households.ts';
import { assembleEvaluation } from './assemble-evaluation.ts';
import {
  createEvaluationBasis,
  type EvaluationBasis,
  type EvaluationOptions,
  findNearestSites,
  listPairs,
} from './evaluate-plan.ts';
import { type EvaluatedSite, isWithin, rankSites } from './evaluated-site.ts';
import type { PlanEvaluation } from './evaluation.ts';
import { createEvaluationMemory } from './evaluation-memory.ts';
import { copyNearestSite, createNearestSite, improveNearestSite, type NearestSite } from './nearest-site.ts';
import type { TripQuestion } from './place-trips.ts';
import { priceSite } from './plan-costs.ts';
import type { Surroundings } from './site-surroundings.ts';

/** What is dragged: a site of the county, or one that is being placed. */
export type DragSubject = { readonly siteCode: string } | Omit<PlanInputs['place_site'], 'position'>;

/** A drag that has begun: everything that does not hang on the dragged site is known. */
export interface SiteDrag {
  /**
   * The evaluation of the county with the site at a position: equal, to the last digit, to `evaluatePlan` after `move_site` or `place_site`. Outside
   * the county, where those commands are refused, the site counts as lying in the county itself.
   */
  evaluateAt(position: LonLat): PlanEvaluation;
}

/**
 * Begins to drag a site. The other sites' trips, their order in the rule of the nearest site and their surroundings are kept; each position costs
 * the searches from the dragged site alone, and with a limit these end there.
 *
 * @throws {NotFoundError} `unknown_site`
 */
export function createSiteDrag(county: County, subject: DragSubject, options: EvaluationOptions = {}): SiteDrag {
  const basis = createEvaluationBasis(county, options);
  const dragged = findDragged(basis, subject);
  const others = basis.sites.map((site, i) => (i === dragged.index ? undefined : site));
  // the code, and so the rank, of the dragged site does not change on the way
  const rank = rankSites([
    ...basis.sites.slice(0, dragged.index),
    dragged.site,
    ...basis.sites.slice(dragged.index + 1),
  ]);
  const otherPairs = listPairs(basis, others, rank);
  const otherNearest = findNearestSites(basis, others, rank);
  // room that each position writes anew: an evaluation holds nothing of it
  const room = createDragRoom(basis, otherPairs.count);
  const memory = createEvaluationMemory(dragged.index);
  return {
    evaluateAt(position) {
      const site = placeDragged(basis, dragged.site, { position, columnOf: room.columnOf });
      const sites = others.map((other) => other ?? site);
      if (dragged.index === others.length) sites.push(site);
      return assembleEvaluation({
        ...basis,
        sites,
        rank,
        memory,
        ...(site.isOpen
          ? {
              pairs: mergePairs(otherPairs, listOwnPairs(basis, site, dragged.index), { rank, into: room.pairs }),
              nearest: improveNearest(basis, site, {
                nearest: copyNearestSite(otherNearest, room.nearest),
                index: dragged.index,
                rank,
              }),
            }
          : { pairs: otherPairs, nearest: otherNearest }),
      });
    },
  };
}

/** Arrays that every position of a drag uses again: they are large, and the garbage of a drag is what makes it slow. */
function createDragRoom({ demand, trips }: EvaluationBasis, otherPairs: number) {
  const columns = new Map<string, Float64Array>();
  return {
    pairs: createPairsRoom(otherPairs + demand.waiting.length),
    nearest: createNearestSite(demand.origins.length),
    columnOf({ metric, direction }: TripQuestion): Float64Array {
      const key = `${metric} ${direction}`;
      const column = columns.get(key) ?? new Float64Array(trips.placeCount);
      columns.set(key, column);
      return column;
    },
  };
}

/** The site as it stands, or as it will be placed, and its number among the sites. */
function findDragged(
  { county, sites }: EvaluationBasis,
  subject: DragSubject,
): { readonly index: number; readonly site: EvaluatedSite } {
  const index = sites.findIndex(({ facts }) => facts.code === subject.siteCode);
  const known = sites[index];
  if (known) return { index, site: known };
  if (!('capacityHouseholds' in subject)) {
    throw new NotFoundError('unknown_site', `Got site ${subject.siteCode} when expected a site of ${county.code}`, {
      code: subject.siteCode,
    });
  }
  const { siteCode: code, name = code, capacityHouseholds, costYuan = null } = subject;
  const position: LonLat = [0, 0];
  const facts = { code, name, areaCode: county.code, position, accessPoint: position, capacityHouseholds, costYuan };
  const site: EvaluatedSite = {
    facts,
    isOpen: county.planned?.closedSites.has(code) !== true,
    isPlanned: true,
    isBuilt: false,
    cost: priceSite(county.settings, facts),
    minutes: new Float64Array(0),
    trips: () => new Float64Array(0),
    surroundings: () => ({ closeness: [], isClose: false, jobsInReach: 0 }),
  };
  return { index: sites.length, site };
}

/** The dragged site at a position. At the place where it stands it is as it was. */
function placeDragged(
  { county, trips, surroundingsOf, limitMinutes }: EvaluationBasis,
  site: EvaluatedSite,
  { position, columnOf }: { readonly position: LonLat; readonly columnOf: (question: TripQuestion) => Float64Array },
): EvaluatedSite {
  const [lon, lat] = site.facts.position;
  if (site.minutes.length > 0 && lon === position[0] && lat === position[1]) return site;
  const areaCode = findHolder(county, position)?.areaCode ?? county.code;
  const toSite = { metric: 'minutes', direction: 'there' } as const;
  const minutes = trips.measureSome(position, { ...toSite, limit: limitMinutes, into: columnOf(toSite) });
  let surroundings: Surroundings | undefined;
  return {
    ...site,
    facts: { ...site.facts, areaCode, position, accessPoint: position },
    isPlanned: true,
    minutes,
    // those whom a command sends there may come from beyond the limit; then the minutes are measured anew, beside those that are still needed
    trips(question, wanted) {
      const isMeasured = question.metric === toSite.metric && question.direction === toSite.direction;
      if (!isMeasured) return trips.measureSome(position, { ...question, wanted, into: columnOf(question) });
      return isWithin(minutes, wanted, limitMinutes) ? minutes : trips.measureSome(position, { ...question, wanted });
    },
    surroundings() {
      surroundings ??= surroundingsOf(position);
      return surroundings;
    },
  };
}

function listOwnPairs({ demand, limitMinutes }: EvaluationBasis, { minutes }: EvaluatedSite, index: number) {
  const minutesTo = (group: number) => minutes[demand.waiting[group]?.origin ?? -1] ?? Infinity;
  return createPairsOfSite(demand.waiting.length, index, { minutesTo, limitMinutes });
}

function improveNearest(
  { limitMinutes }: EvaluationBasis,
  { minutes }: EvaluatedSite,
  { nearest, index, rank }: { readonly nearest: NearestSite; readonly index: number; readonly rank: Int32Array },
): NearestSite {
  improveNearestSite(nearest, index, { minutes, rank, limitMinutes });
  return nearest;
}
