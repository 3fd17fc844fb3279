import type * as api from '#core/api/network.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { type Counties, findCountyCode } from './asked-county.ts';
import { nameDefinition, readDefinition } from './asked-definition.ts';
import { type AskedNetwork, getAskedNetwork } from './asked-network.ts';
import { locatePlace, parsePlaces, type WrittenPlace } from './asked-places.ts';
import { createDefinitionsAnswer } from './definition-answers.ts';
import { createDistanceAnswer } from './distance-answers.ts';
import { createGapList, type GapItem } from './gap-answers.ts';
import { gapsToCsv } from './gaps-csv.ts';
import { createNearestAnswer, parseKinds } from './nearest-answers.ts';
import { createNewlyJoinedAnswer } from './newly-joined-answers.ts';
import { createReachAnswer, parseLimits } from './reach-answers.ts';

/** Questions to the roads of a county. Queries are those of the schemas; what is wrong with them is a `DomainError`. */
export interface NetworkService {
  measureDistance(query: api.DistanceQuery, language: Language): Promise<api.DistanceAnswer>;
  findNearest(query: api.NearestQuery, language: Language): Promise<api.NearestAnswer>;
  computeReach(query: api.ReachQuery, language: Language): Promise<api.ReachAnswer>;
  /** A page of the gaps of an area. */
  listGaps(areaCode: string, query: api.GapsQuery, language: Language): Promise<api.GapsAnswer>;
  /** All gaps of an area as a file. */
  writeGaps(
    areaCode: string,
    query: api.GapsQuery,
    language: Language,
  ): Promise<{ readonly fileName: string; readonly csv: string }>;
  listDefinitions(
    areaCode: string,
    query: api.JoinDefinitionsQuery,
    language: Language,
  ): Promise<api.JoinDefinitionsAnswer>;
  listNewlyJoined(
    areaCode: string,
    request: api.NewlyJoinedRequest,
    language: Language,
  ): Promise<api.NewlyJoinedAnswer>;
}

/** What the service needs of others. */
export interface NetworkServiceParts {
  readonly listCounties: Counties['listCounties'];
  readonly getContext: (countyCode: string, asOf?: IsoDate, revision?: number) => Promise<IndicatorContext>;
}

/** Creates the service. */
export const createNetworkService = (parts: NetworkServiceParts): NetworkService => ({
  ...createPlaceQuestions(parts),
  ...createAreaQuestions(parts),
});

/** Questions about places, whose county has to be found first. */
function createPlaceQuestions({
  listCounties,
  getContext,
}: NetworkServiceParts): Pick<NetworkService, 'measureDistance' | 'findNearest' | 'computeReach'> {
  const getCounty: Counties['getCounty'] = async (code) => (await getContext(code)).county;
  const ask = async (
    query: Pick<api.ReachQuery, 'county' | 'asOf' | 'revision' | 'plan'>,
    places: readonly WrittenPlace[],
    language: Language,
  ) => {
    const countyCode = await findCountyCode({ listCounties, getCounty }, { county: query.county, places });
    const asked = getAskedNetwork(await getContext(countyCode, query.asOf, query.revision), query.plan);
    return { asked, locate: (place: WrittenPlace) => locatePlace(asked.context.county, place, language) };
  };
  return {
    async measureDistance(query, language) {
      const from = parsePlaces('from', query.from);
      const to = parsePlaces('to', query.to);
      const { asked, locate } = await ask(query, [...from, ...to], language);
      const { mode, by } = query;
      return createDistanceAnswer(asked, { from: from.map(locate), to: to.map(locate), mode, by, language });
    },
    async findNearest(query, language) {
      const from = parsePlaces('from', query.from);
      const kinds = parseKinds(query.kinds);
      const { asked, locate } = await ask(query, from, language);
      return createNearestAnswer(asked, { from: from.map(locate), kinds, mode: query.mode, language });
    },
    async computeReach(query, language) {
      const places = parsePlaces('from', query.from);
      const { by, mode, direction } = query;
      const limits = parseLimits(query.limits, by);
      const { asked, locate } = await ask(query, places, language);
      const withAreas = query.areas === 'yes';
      const from = places.map(locate);
      return createReachAnswer(asked, { from, limits, by, mode, direction, withAreas, language });
    },
  };
}

/** Questions about what is joined in an area. */
function createAreaQuestions({
  getContext,
}: NetworkServiceParts): Pick<NetworkService, 'listGaps' | 'writeGaps' | 'listDefinitions' | 'listNewlyJoined'> {
  const ask = async (areaCode: string, query: api.JoinDefinitionsQuery): Promise<AskedNetwork> => {
    const context = await getContext(areaCode.slice(0, 6), query.asOf, query.revision);
    context.scope(areaCode);
    return getAskedNetwork(context, query.plan);
  };
  const findGaps = async (areaCode: string, query: api.GapsQuery, language: Language) => {
    const asked = await ask(areaCode, query);
    const { county, asOf } = asked.context;
    const definition = readDefinition(county.settings, query);
    const list = createGapList(asked, { areaCode, definition, sort: query.sort, language });
    return { asked, asOf, county, definition, list, isSampleCost: county.settings.hardeningCosts.isSample };
  };
  return {
    async listGaps(areaCode, query, language) {
      const { asked, asOf, county, definition, list, isSampleCost } = await findGaps(areaCode, query, language);
      const { itemAt, ...sums } = list;
      const start = Number(query.cursor ?? 0);
      const end = Math.min(list.total, start + query.limit);
      return {
        asOf,
        revision: county.revision,
        plan: asked.plan?.code ?? null,
        definition: definition.key,
        ...sums,
        isSampleCost,
        items: listItems(itemAt, start, end),
        next: end < list.total ? String(end) : null,
      };
    },
    async writeGaps(areaCode, query, language) {
      const { asked, asOf, county, definition, list, isSampleCost } = await findGaps(areaCode, query, language);
      const { sizeName, widthName, surfacesName } = nameDefinition(definition, language);
      const basis = {
        asOf,
        revision: county.revision,
        plan: asked.plan?.code ?? null,
        definition: [sizeName, widthName, surfacesName].join(' / '),
        isSampleCost,
      };
      return {
        fileName: `${areaCode}-gaps-${definition.key.replaceAll(':', '-')}-${asOf}.csv`,
        csv: gapsToCsv(listItems(list.itemAt, 0, list.total), language, basis),
      };
    },
    async listDefinitions(areaCode, query, language) {
      return createDefinitionsAnswer(await ask(areaCode, query), { areaCode, language });
    },
    async listNewlyJoined(areaCode, request, language) {
      const asked = await ask(areaCode, request);
      const definition = readDefinition(asked.context.county.settings, request);
      return createNewlyJoinedAnswer(asked, { areaCode, definition, segmentCodes: request.segments, language });
    },
  };
}

function listItems(itemAt: (index: number) => GapItem | undefined, start: number, end: number): GapItem[] {
  const items: GapItem[] = [];
  for (let i = start; i < end; i++) {
    const item = itemAt(i);
    if (item) items.push(item);
  }
  return items;
}
