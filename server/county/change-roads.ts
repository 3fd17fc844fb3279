import { isDeepStrictEqual } from 'node:util';
import type { RoadFault, Segment } from '#core/county/county.ts';
import type { CountyChange } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { SegmentPieceRow } from '#core/county/cut-segments.ts';
import type { DerivedCounty } from '#core/county/derive-county.ts';
import type { SegmentLinkRow } from '#core/county/topology/build-topology.ts';
import { ROAD_FAULTS, type RoadFaultRecordRow, SEGMENT_LINKS } from './road-tables.ts';
import { type DbRecord, type TableSpec, toRecord } from './table-spec.ts';
import { SEGMENT_PIECES, SEGMENTS } from './thing-tables.ts';
import { type VersionChange, VersionCollector } from './version-change.ts';

/** What was computed of the roads when they were stored. */
export interface StoredRoads {
  readonly segments: readonly Pick<Segment, 'code' | 'lengthMeters' | 'startNode' | 'endNode'>[];
  readonly pieces: readonly SegmentPieceRow[];
  readonly links: readonly SegmentLinkRow[];
  readonly faults: readonly RoadFaultRecordRow[];
}

/** What changes in the tables of roads: segments that differ by themselves or by their nodes, and all that is cut of them. */
export function changeRoads({
  before,
  change,
  roads,
  derived,
}: {
  readonly before: CountyRows;
  readonly change: CountyChange;
  readonly roads: StoredRoads;
  readonly derived: DerivedCounty;
}): readonly VersionChange[] {
  return [
    ...changeSegments(before, change, { roads, derived }),
    ...changeGroups(SEGMENT_PIECES, roads.pieces, derived.pieces),
    ...changeGroups(SEGMENT_LINKS, roads.links, derived.links),
    ...changeFaults(roads.faults, derived.roadFaults),
  ];
}

function changeSegments(
  before: CountyRows,
  { upserts, removed }: CountyChange,
  { roads, derived }: { readonly roads: StoredRoads; readonly derived: DerivedCounty },
): readonly VersionChange[] {
  const versions = new VersionCollector(SEGMENTS.table, 'code');
  const rows = new Map(before.segments.map((row) => [row.code, row]));
  const stored = new Map(roads.segments.map((row) => [row.code, row]));
  const named = new Set((upserts.segments ?? []).map(({ code }) => code));
  for (const segment of derived.segments) {
    const { code, lengthMeters, startNode, endNode } = segment;
    const [row, old] = [rows.get(code), stored.get(code)];
    if (!named.has(code) && isDeepStrictEqual({ ...old }, { code, lengthMeters, startNode, endNode })) continue;
    const oldRecord = row && old ? toRecord(SEGMENTS, { ...row, ...old }) : null;
    versions.replace({ code }, oldRecord, toRecord(SEGMENTS, segment));
  }
  for (const code of removed.segments ?? []) if (rows.has(code)) versions.end({ code });
  return versions.list();
}

/** What belongs to a segment ends and begins as a whole. */
function changeGroups<Row extends { readonly segmentCode: string }>(
  spec: TableSpec<Row>,
  stored: readonly Row[],
  derived: readonly Row[],
): readonly VersionChange[] {
  const versions = new VersionCollector(spec.table, 'segment_code');
  const [old, next] = [groupRecords(spec, stored), groupRecords(spec, derived)];
  for (const code of new Set([...old.keys(), ...next.keys()])) {
    const [before = [], after = []] = [old.get(code), next.get(code)];
    if (isDeepStrictEqual(new Set(before), new Set(after))) continue;
    if (before.length > 0) versions.end({ segment_code: code });
    for (const record of after) versions.begin(record);
  }
  return versions.list();
}

function groupRecords<Row extends { readonly segmentCode: string }>(
  spec: TableSpec<Row>,
  rows: readonly Row[],
): ReadonlyMap<string, readonly DbRecord[]> {
  const groups = new Map<string, DbRecord[]>();
  for (const row of rows) {
    const group = groups.get(row.segmentCode);
    if (group) group.push(toRecord(spec, row));
    else groups.set(row.segmentCode, [toRecord(spec, row)]);
  }
  return groups;
}

function changeFaults(stored: readonly RoadFaultRecordRow[], faults: readonly RoadFault[]): readonly VersionChange[] {
  const versions = new VersionCollector(ROAD_FAULTS.table, 'fault_number');
  const old = new Map(stored.map((fault) => [fault.faultNumber, toRecord(ROAD_FAULTS, fault)]));
  const next = faults.map((fault, faultNumber) => toRecord(ROAD_FAULTS, { ...fault, faultNumber }));
  for (let place = 0; place < Math.max(old.size, next.length); place += 1)
    versions.replace({ fault_number: place }, old.get(place) ?? null, next[place] ?? null);
  return versions.list();
}
