import type { NetworkReport } from '#core/api/network.ts';
import { type County, ROAD_FAULT_KINDS, type RoadFault, type RoadFaultKind } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { NetworkAt } from '#core/network/network.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers } from '#core/units.ts';
import { getArea } from './area-answers.ts';

/** Components that a report lists; the rest is counted. */
const MOST_COMPONENTS = 100;
const COUNTY_DIGITS = 6;

/** Roads of an area at a day. */
export interface AreaRoads {
  readonly asOf: IsoDate;
  readonly network: NetworkAt;
  readonly areaCode: string;
  /** By segment: metres inside the area, 0 for a second route on the same pavement; NaN = not there, or not in the area. */
  readonly metersInside: Float64Array;
}

/** What of the findings is asked for. */
export interface FaultPage {
  readonly kind?: RoadFaultKind | undefined;
  readonly offset: number;
  readonly limit: number;
  readonly language: Language;
}

/**
 * The segments that are there at the context's day and have a piece in an area.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function listAreaRoads(context: IndicatorContext, areaCode: string): AreaRoads {
  const { county } = context;
  getArea(county, areaCode);
  const network = context.network();
  const metersInside = new Float64Array(county.segments.length).fill(Number.NaN);
  const { pieces } = county;
  for (let piece = 0; piece < pieces.count; piece++) {
    const segment = pieces.segment[piece] ?? -1;
    if (network.state.exists[segment] !== 1 || !pieces.areaCodes[piece]?.startsWith(areaCode)) continue;
    const isSecondRoute = county.segments[segment]?.sharesPavementWith !== null;
    const before = metersInside[segment] ?? Number.NaN;
    const added = isSecondRoute ? 0 : (pieces.lengthMeters[piece] ?? 0);
    metersInside[segment] = (Number.isNaN(before) ? 0 : before) + added;
  }
  return { asOf: context.asOf, network, areaCode, metersInside };
}

/** Findings at roads that are there at the day, inside the area. */
export function listFaults({ network, areaCode }: AreaRoads): readonly RoadFault[] {
  const { county, state } = network;
  const present = new Set(county.segments.flatMap(({ code }, index) => (state.exists[index] === 1 ? [code] : [])));
  const { boundary } = getArea(county, areaCode);
  return county.roadFaults.filter(
    ({ segmentCode, otherSegmentCode, position }) =>
      present.has(segmentCode) &&
      (otherSegmentCode === null || present.has(otherSegmentCode)) &&
      (areaCode.length === COUNTY_DIGITS || isPointInArea(position, boundary)),
  );
}

/** The report of an area's roads: the graph in numbers, its components, and a page of findings. */
export function createNetworkReport(roads: AreaRoads, page: FaultPage): NetworkReport {
  const { asOf, network, metersInside } = roads;
  const { graph, county } = network;
  const faults = listFaults(roads);
  const asked = faults.filter(({ kind }) => page.kind === undefined || kind === page.kind);
  const end = page.offset + page.limit;
  const nodes = new Set<number>();
  let links = 0;
  for (let link = 0; link < graph.linkCount; link++) {
    if (Number.isNaN(metersInside[graph.linkSegment[link] ?? -1] ?? Number.NaN)) continue;
    links++;
    nodes.add(graph.linkFrom[link] ?? 0).add(graph.linkTo[link] ?? 0);
  }
  const components = listComponents(roads);
  return {
    asOf,
    revision: county.revision,
    segments: components.reduce((sum, component) => sum + component.segments, 0),
    links,
    nodes: nodes.size,
    km: toKilometers(metersInside.reduce((sum, meters) => sum + (Number.isNaN(meters) ? 0 : meters), 0)),
    components: components.slice(0, MOST_COMPONENTS).map(({ meters, ...component }) => component),
    componentCount: components.length,
    counts: countKinds(faults),
    items: asked.slice(page.offset, end).map((fault) => describeFault(fault, page.language)),
    next: end < asked.length ? String(end) : null,
  };
}

/** How often each kind was found. */
export function countKinds(faults: readonly RoadFault[]): Record<RoadFaultKind, number> {
  const count = (kind: RoadFaultKind): number => faults.filter((fault) => fault.kind === kind).length;
  return Object.fromEntries(ROAD_FAULT_KINDS.map((kind) => [kind, count(kind)])) as Record<RoadFaultKind, number>;
}

const describeFault = (fault: RoadFault, language: Language): NetworkReport['items'][number] => ({
  ...fault,
  kindText: text(language, 'network', `fault_${fault.kind}`),
  position: [...fault.position],
});

/** A component with its length in metres, by which components are sorted. */
type MeasuredComponent = NetworkReport['components'][number] & { readonly meters: number };

/**
 * Components of the whole county's roads that reach into the area, with what lies inside: largest first. A settlement belongs to the
 * component of the road that is nearest to it.
 */
function listComponents({ network, areaCode, metersInside }: AreaRoads): readonly MeasuredComponent[] {
  const { graph, county } = network;
  const componentOfNode = network.componentOfNode();
  const componentOf = (link: number): number => componentOfNode[graph.linkFrom[link] ?? 0] ?? 0;
  const segmentsOf = new Map<number, number[]>();
  for (const [segment, meters] of metersInside.entries()) {
    if (Number.isNaN(meters)) continue;
    const component = componentOf(graph.firstLink[segment] ?? 0);
    const known = segmentsOf.get(component);
    if (known) known.push(segment);
    else segmentsOf.set(component, [segment]);
  }
  const settlements = new Map<number, number>();
  for (const [index, snap] of network.settlementSnaps().entries()) {
    if (snap === null || !county.settlements[index]?.villageCode.startsWith(areaCode)) continue;
    const component = componentOf(snap.link);
    settlements.set(component, (settlements.get(component) ?? 0) + 1);
  }
  return [...segmentsOf]
    .map(([component, segments]) => {
      const meters = segments.reduce((sum, segment) => sum + (metersInside[segment] ?? 0), 0);
      const [first = 0] = segments;
      return {
        segments: segments.length,
        km: toKilometers(meters),
        settlements: settlements.get(component) ?? 0,
        position: middleOf(county, first),
        meters,
      };
    })
    .sort((a, b) => b.meters - a.meters || b.segments - a.segments);
}

/** The middle vertex of a segment. */
function middleOf(county: County, segment: number): NetworkReport['components'][number]['position'] {
  const line = county.segments[segment]?.line.coordinates ?? [];
  const [lon, lat] = line[line.length >> 1] ?? [0, 0];
  return [lon, lat];
}

/** To a metre. */
const toKilometers = (meters: number): number => metersToKilometers(Math.round(meters));
