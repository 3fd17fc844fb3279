import type { Area, County, RoadFault, Segment, SegmentLinks, SegmentPieces } from './county.ts';
import type { CountyRows } from './county-rows.ts';
import type { SegmentPieceRow } from './cut-segments.ts';
import { deriveCounty } from './derive-county.ts';
import {
  createHouseholdColumns,
  eventsOfHouseholds,
  type HouseholdEntry,
  type HouseholdEventEntry,
} from './household-columns.ts';
import { compareCodes, sortByArea, sortByCode, sortEvents } from './sort-things.ts';
import type { SegmentLinkRow } from './topology/build-topology.ts';

/** Everything `arrangeCounty` puts in order: rows with what was derived of them. */
export interface CountyParts extends Omit<CountyRows, 'areas' | 'segments' | 'households'> {
  readonly revision: number;
  readonly areas: readonly Area[];
  readonly segments: readonly Segment[];
  readonly pieces: readonly SegmentPieceRow[];
  readonly links: readonly SegmentLinkRow[];
  readonly roadFaults: readonly RoadFault[];
  readonly households: readonly HouseholdEntry[];
  readonly householdEvents: Iterable<HouseholdEventEntry>;
}

/** A county from rows, without any database: derived values first (`deriveCounty`), then order (`arrangeCounty`). */
export function buildCounty(rows: CountyRows, revision: number): County {
  const derived = deriveCounty(rows);
  const householdEvents = eventsOfHouseholds(rows.households);
  return arrangeCounty({ ...rows, ...derived, revision, householdEvents });
}

/** Puts a county into the order on which range searches rest, and its households and pieces into columns: the cheap half. */
export function arrangeCounty(parts: CountyParts): County {
  const settlements = sortByCode(parts.settlements);
  const sites = sortByArea(parts.sites).map(sortEvents);
  const hazards = sortByArea(parts.hazards).map(sortEvents);
  const segments = sortByCode(parts.segments).map(sortEvents);
  const households = sortByCode(parts.households);
  const targets = { settlements, sites, hazards };
  return {
    code: parts.code,
    revision: parts.revision,
    dataDate: parts.dataDate,
    origin: parts.origin,
    campaign: parts.campaign,
    settings: parts.settings,
    areas: sortByCode(parts.areas).map(sortEvents),
    settlements,
    households: createHouseholdColumns(households, parts.householdEvents, targets),
    sites,
    homesteads: sortByCode(parts.homesteads),
    segments,
    pieces: arrangePieces(parts.pieces, segments),
    links: arrangeLinks(parts.links, segments),
    roadFaults: parts.roadFaults,
    hazards,
    parks: sortByArea(parts.parks).map(sortEvents),
    services: sortByArea(parts.services),
    constraints: sortByCode(parts.constraints),
    projects: sortByArea(parts.projects).map(sortEvents),
    tasks: sortByArea(parts.tasks).map(sortEvents),
    items: sortByArea(parts.items).map(sortEvents),
    responsibilities: sortByCode(parts.responsibilities),
    benchmarks: sortByCode(parts.benchmarks),
    calendarStops: sortByCode(parts.calendarStops),
    ledgerRows: [...parts.ledgerRows].sort(
      (a, b) =>
        compareCodes(a.villageCode, b.villageCode) || compareCodes(a.source, b.source) || a.rowNumber - b.rowNumber,
    ),
    reportedTotals: sortByCode(parts.reportedTotals),
    rivers: sortByCode(parts.rivers),
    plans: sortByCode(parts.plans),
    dem: parts.dem,
  };
}

/** Pieces as columns, by area, then segment, then place along the segment. @param segments sorted by code */
export function arrangePieces(pieces: readonly SegmentPieceRow[], segments: readonly Segment[]): SegmentPieces {
  const sorted = [...pieces].sort(
    (a, b) =>
      compareCodes(a.areaCode, b.areaCode) ||
      compareCodes(a.segmentCode, b.segmentCode) ||
      a.fromFraction - b.fromFraction,
  );
  const indexes = new Map(segments.map((segment, index) => [segment.code, index]));
  return {
    count: sorted.length,
    areaCodes: sorted.map((piece) => piece.areaCode),
    segment: Int32Array.from(sorted, (piece) => indexes.get(piece.segmentCode) ?? -1),
    lengthMeters: Float64Array.from(sorted, (piece) => piece.lengthMeters),
    fromFraction: Float64Array.from(sorted, (piece) => piece.fromFraction),
    toFraction: Float64Array.from(sorted, (piece) => piece.toFraction),
  };
}

/** Links as columns, by segment, then place along it. @param segments sorted by code */
export function arrangeLinks(links: readonly SegmentLinkRow[], segments: readonly Segment[]): SegmentLinks {
  const sorted = [...links].sort((a, b) => compareCodes(a.segmentCode, b.segmentCode) || a.linkNumber - b.linkNumber);
  const indexes = new Map(segments.map((segment, index) => [segment.code, index]));
  return {
    nodeCount: sorted.reduce((most, { fromNode, toNode }) => Math.max(most, fromNode + 1, toNode + 1), 0),
    count: sorted.length,
    segment: Int32Array.from(sorted, (link) => indexes.get(link.segmentCode) ?? -1),
    fromNode: Int32Array.from(sorted, (link) => link.fromNode),
    toNode: Int32Array.from(sorted, (link) => link.toNode),
    fromMeters: Float64Array.from(sorted, (link) => link.fromMeters),
    toMeters: Float64Array.from(sorted, (link) => link.toMeters),
  };
}
