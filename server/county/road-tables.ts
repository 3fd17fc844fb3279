import type { RoadFault } from '#core/county/county.ts';
import type { SegmentLinkRow } from '#core/county/topology/build-topology.ts';
import { columnsOf, type TableSpec } from './table-spec.ts';

const link = columnsOf<SegmentLinkRow>();
/** Links of the road graph. */
export const SEGMENT_LINKS: TableSpec<SegmentLinkRow> = {
  table: 'segment_link',
  columns: [
    ...link.plain('segmentCode', 'linkNumber', 'fromNode', 'toNode'),
    link.renamed('fromMeters', 'from_m'),
    link.renamed('toMeters', 'to_m'),
  ],
};

/** A finding with its place in the list. */
export type RoadFaultRecordRow = RoadFault & { readonly faultNumber: number };

const fault = columnsOf<RoadFaultRecordRow>();
/** What was found while the roads became a graph. */
export const ROAD_FAULTS: TableSpec<RoadFaultRecordRow> = {
  table: 'road_fault',
  columns: [
    ...fault.plain('faultNumber', 'kind', 'segmentCode', 'otherSegmentCode'),
    fault.renamed('distanceMeters', 'distance_m'),
    fault.position('position'),
  ],
};
