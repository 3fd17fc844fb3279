import type { Segment } from '../../county/county.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { SURFACES, WORK_STATUSES } from '../../county/kinds.ts';
import { nameRoad } from '../../county/label-segment.ts';
import { formatNumber } from '../../indicators/format-figure.ts';
import { text } from '../../texts/text.ts';
import { metersToKilometers, YUAN_PER_WAN, yuanToWan } from '../../units.ts';
import { classifyYear } from '../classes.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import type { FeatureProperties } from './map-feature.ts';
import { type RoadFacts, readRoadFacts } from './road-columns.ts';
import { getYearSteps } from './year-steps.ts';

/** Works of a segment as the progress map draws them. `none`: not hardened and no works planned. */
export type SegmentProgress = 'hardened' | 'under_way' | 'not_begun' | 'none';

/** One property of a segment, by its index in `County.segments`. */
export type SegmentReader = (index: number) => string | number | boolean | null;

/** Properties that many segments share. */
type SharedName =
  | 'label'
  | 'class'
  | 'width'
  | 'function'
  | 'surface'
  | 'progress'
  | 'status'
  | 'plannedYear'
  | 'isNew'
  | 'yearClass'
  | 'narrow'
  | 'sharedPavement';

/** What a map may say of a segment. */
export interface SegmentDescriber {
  /** @param lengthMeters length in the area */
  describe(index: number, lengthMeters: number): FeatureProperties;
  /** The properties that many segments share, each by itself. */
  readonly readers: Readonly<Record<string, SegmentReader | undefined>>;
}

/** What a map may say of segments, with what is the same for all of them looked up once. */
export function createSegmentDescriber(scope: FeatureScope, facts: RoadFacts): SegmentDescriber {
  const readers = createReaders(scope, facts);
  const { segments } = scope.county;
  return {
    readers,
    describe(index, lengthMeters) {
      const segment = segments[index] as Segment;
      return {
        code: segment.code,
        name: segment.name,
        nameEn: segment.nameEn,
        label: readers.label(index),
        // along the line only below the county
        planLabel:
          scope.level === 'county' || segment.plannedYear === null ? '' : planLabel(scope, segment, lengthMeters),
        class: readers.class(index),
        width: readers.width(index),
        function: readers.function(index),
        surface: readers.surface(index),
        progress: readers.progress(index),
        status: readers.status(index),
        plannedYear: readers.plannedYear(index),
        isNew: readers.isNew(index),
        yearClass: readers.yearClass(index),
        widthMeters: segment.widthMeters,
        narrow: readers.narrow(index),
        routeNumber: segment.routeNumber,
        lengthMeters: Math.round(lengthMeters * 10) / 10,
        costYuan: segment.costYuan,
        sharedPavement: readers.sharedPavement(index),
      };
    },
  };
}

function createReaders(scope: FeatureScope, facts: RoadFacts): Readonly<Record<SharedName, SegmentReader>> {
  const { county, context } = scope;
  const { surface, status, exists } = context.state.segments;
  const { minimumWidthMeters } = county.settings;
  const yearSteps = getYearSteps(county);
  const at = (index: number): Segment => county.segments[index] as Segment;
  return {
    label: (index) => (facts.isNamed(index) ? labelRoad(scope, at(index)) : ''),
    class: facts.roadClass,
    width: (index) => widthClass(facts, index),
    function: (index) => facts.roadFunction(index) ?? 'none',
    surface: (index) => SURFACES[surface[index] ?? NO_CODE] ?? null,
    progress: createProgressReader(context, facts),
    status: (index) => WORK_STATUSES[status[index] ?? 0] ?? 'none',
    plannedYear: facts.plannedYear,
    // not there yet: a road that the plan in force adds
    isNew: (index) => exists[index] !== 1,
    yearClass: (index) => classifyYear(facts.plannedYear(index), yearSteps),
    narrow: (index) => (at(index).widthMeters ?? Infinity) < minimumWidthMeters,
    sharedPavement: (index) => at(index).sharesPavementWith !== null,
  };
}

/** Works of a segment at the context's day. */
export const getSegmentProgress = (context: FeatureScope['context'], index: number): SegmentProgress =>
  createProgressReader(context, readRoadFacts(context.county.segments))(index);

function createProgressReader(
  { state }: FeatureScope['context'],
  { plannedYear }: RoadFacts,
): (index: number) => SegmentProgress {
  const { hardened, status } = state.segments;
  return (index) => {
    if (hardened[index] === 1) return 'hardened';
    const works = WORK_STATUSES[status[index] ?? 0] ?? 'none';
    if (works === 'begun') return 'under_way';
    return plannedYear(index) !== null || works === 'planned' ? 'not_begun' : 'none';
  };
}

/** What is written along a road in the language of a request; empty where there is nothing to write. */
export const labelRoad = ({ language }: Pick<FeatureScope, 'language'>, segment: Segment): string =>
  nameRoad(language, segment);

/** Key of the width on the map: the class, for C and Z roads the function. */
function widthClass({ roadClass, roadFunction }: RoadFacts, index: number): string {
  const own = roadClass(index);
  return own === 'C' || own === 'Z' ? (roadFunction(index) ?? 'village_access') : own;
}

const WAN_DECIMALS = 2;
const YUAN_STEP = YUAN_PER_WAN / 10 ** WAN_DECIMALS;

/** Number, length, cost, year; the cost in 万元 with two decimals as everywhere, in English in yuan to the same hundred. */
const planLabel = (scope: FeatureScope, segment: Segment, lengthMeters: number): string =>
  [
    segment.routeNumber ?? nameIn(scope.language, segment),
    `${formatNumber(metersToKilometers(lengthMeters), 1)} km`,
    segment.costYuan === null ? '' : writeCost(scope, segment.costYuan),
    String(segment.plannedYear),
  ]
    .filter(Boolean)
    .join(' · ');

const writeCost = ({ language }: FeatureScope, yuan: number): string =>
  text(language, 'maps', 'road_cost', {
    amount:
      language === 'zh'
        ? formatNumber(yuanToWan(yuan), WAN_DECIMALS)
        : formatNumber(Math.round(yuan / YUAN_STEP) * YUAN_STEP, 0),
  });
