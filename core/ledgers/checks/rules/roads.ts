import type { RoadFault } from '../../../county/county.ts';
import type { CountyRows } from '../../../county/county-rows.ts';
import type { SegmentRow } from '../../../county/things.ts';
import { buildTopology } from '../../../county/topology/build-topology.ts';
import { geodesicLengthMeters, roundToMillimeters } from '../../../geo/geodesic-length.ts';
import { joinEnd } from '../../../geo/mend-geometry.ts';
import type { Repair } from '../../import-finding.ts';
import { reportRow } from '../check-context.ts';
import type { CountyDraft } from '../county-draft.ts';
import type { RowDraft } from '../row-draft.ts';

/**
 * Roads of the county as they would be: ends of imported segments that miss another road (`road_end_unjoined`), and imported segments that another one
 * repeats (`segment_doubled`). Segments whose line is not touched are not spoken of.
 *
 * @param rows the county as it would be
 */
export function checkRoads(county: CountyDraft, rows: CountyRows): void {
  const imported = new Map<string, RowDraft>();
  for (const { draft, kind, geometryChanged } of county.outcomes.values()) {
    const isDrawn = draft.table.kind === 'segments' && (kind === 'new' || geometryChanged);
    if (isDrawn && draft.code !== null) imported.set(draft.code, draft);
  }
  if (imported.size === 0) return;
  const segments = new Map(rows.segments.map((segment) => [segment.code, segment]));
  const measured = rows.segments.map(measure);
  const { faults } = buildTopology(measured, { probableGapMeters: rows.settings.probableGapMeters });
  for (const fault of faults) {
    if (fault.kind === 'probable_gap') reportEnd(county, fault, { imported, segments });
    if (fault.kind === 'duplicate') reportDouble(county, fault, imported);
  }
}

/** Segments by code as they would be, and the drafts of those that are imported. */
interface Roads {
  readonly imported: ReadonlyMap<string, RowDraft>;
  readonly segments: ReadonlyMap<string, SegmentRow>;
}

/** The end of an imported road can be joined; that of another road beside which the imported one passes is not ours to move. */
function reportEnd(county: CountyDraft, fault: RoadFault, { imported, segments }: Roads): void {
  const own = imported.get(fault.segmentCode);
  const draft = own ?? imported.get(fault.otherSegmentCode ?? '');
  if (draft === undefined || draft.state !== 'good') return;
  const other = segments.get(own ? (fault.otherSegmentCode ?? '') : fault.segmentCode);
  const line = own?.geometry?.type === 'LineString' ? own.geometry : null;
  const canJoin = line !== null && other !== undefined;
  const settled = reportRow(county.context, draft, {
    rule: 'road_end_unjoined',
    got: `${fault.distanceMeters.toFixed(1)} m`,
    expected: other?.code ?? '',
    repairs: canJoin ? [{ kind: 'mend_geometry' }] : [],
    position: fault.position,
  });
  if (settled?.kind === 'mend_geometry' && canJoin)
    draft.geometry = { type: 'LineString', coordinates: joinEnd(line.coordinates, other.line.coordinates) };
  if (settled !== null) county.settleAgain(draft);
}

/** Of two imported segments the second repeats the first. Two routes on one pavement are declared by `sharesPavementWith`. */
function reportDouble(county: CountyDraft, fault: RoadFault, imported: Roads['imported']): void {
  const codes = [fault.segmentCode, fault.otherSegmentCode ?? ''];
  const drafts = codes.flatMap((code) => imported.get(code) ?? []).filter(({ state }) => state === 'good');
  const draft = drafts.reduce<RowDraft | undefined>(
    (last, each) => (last && last.source.row > each.source.row ? last : each),
    undefined,
  );
  if (draft === undefined) return;
  const other = codes.find((code) => code !== draft.code) ?? '';
  const shares: Repair = { kind: 'set', field: 'sharesPavementWith', value: other };
  const settled = reportRow(county.context, draft, {
    rule: 'segment_doubled',
    got: draft.code ?? '',
    expected: other,
    repairs: [{ kind: 'leave_out' }, shares],
    position: fault.position,
  });
  if (settled !== null) county.settleAgain(draft);
}

const lengths = new WeakMap<SegmentRow['line'], number>();

/** A segment with its length, which is remembered for lines that stay the same. */
function measure(segment: SegmentRow): SegmentRow & { readonly lengthMeters: number } {
  const lengthMeters = lengths.get(segment.line) ?? roundToMillimeters(geodesicLengthMeters(segment.line.coordinates));
  lengths.set(segment.line, lengthMeters);
  return { ...segment, lengthMeters };
}
