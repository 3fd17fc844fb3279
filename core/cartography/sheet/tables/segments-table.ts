import type { Segment } from '../../../county/county.ts';
import { labelSegment } from '../../../county/label-segment.ts';
import { formatNumber } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { metersToKilometers, yuanToWan } from '../../../units.ts';
import { getSegmentProgress, type SegmentProgress } from '../../features/segment-properties.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Segments of one road, village, year and state, as far as they lie in the village. */
interface RoadPart {
  readonly road: string;
  readonly areaCode: string;
  readonly year: number;
  readonly progress: SegmentProgress;
  lengthMeters: number;
  /** null = the cost of one of them is not known. */
  costYuan: number | null;
  readonly segments: Set<string>;
}

/**
 * The hardening programme by year, village and road: length, cost and state, segments alike in one row. The cost is the segment's, shared by length
 * where only a part of it lies in the area. Null where nothing is planned; pavement that two segments share counts once.
 */
export function createSegmentsTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const parts = listParts(scope);
  if (parts.length === 0) return null;
  const isSample = context.county.settings.hardeningCosts.isSample;
  const isTown = area.level !== 'village';
  return {
    id: 'segments',
    title: say(scope, 'segments'),
    columns: [
      wordColumn(say(scope, 'column_segment')),
      ...(isTown ? [wordColumn(say(scope, 'column_village'), 1)] : []),
      numberColumn(say(scope, 'column_km')),
      { title: say(scope, 'column_year'), align: 'middle', rank: 0 },
      numberColumn(say(scope, isSample ? 'column_cost_sample' : 'column_cost'), 2),
      { title: say(scope, 'column_state'), align: 'start', rank: 0, isState: true },
    ],
    rows: parts.map((part) => [
      part.segments.size === 1
        ? part.road
        : say(scope, 'segments_of_road', { road: part.road, count: part.segments.size }),
      ...(isTown ? [part.areaCode === area.code ? '—' : nameOf(scope, context.scope(part.areaCode).area)] : []),
      formatNumber(metersToKilometers(part.lengthMeters), 2),
      String(part.year),
      part.costYuan === null ? '—' : formatNumber(yuanToWan(part.costYuan), 2),
      text(language, 'maps', `segment_${part.progress}`),
    ]),
    doneRows: new Set(parts.flatMap(({ progress }, index) => (progress === 'hardened' ? [index] : []))),
  };
}

function listParts({ context, area, language }: TableScope): readonly RoadPart[] {
  const { pieces, segments, planned } = context.county;
  const { start, end } = context.scope(area.code).pieces();
  const parts = new Map<string, RoadPart>();
  for (let p = start; p < end; p++) {
    const index = pieces.segment[p] ?? 0;
    const segment = segments[index];
    if (!segment || segment.plannedYear === null || segment.sharesPavementWith !== null) continue;
    if (context.state.segments.exists[index] !== 1 && !planned?.placed.has(segment.code)) continue;
    const areaCode = pieces.areaCodes[p] ?? area.code;
    const road = labelSegment(language, segment);
    const progress = getSegmentProgress(context, index);
    const year = segment.plannedYear;
    const key = `${year} ${areaCode} ${road} ${progress}`;
    const part = parts.get(key) ?? {
      road,
      areaCode,
      year,
      progress,
      lengthMeters: 0,
      costYuan: 0,
      segments: new Set(),
    };
    const length = pieces.lengthMeters[p] ?? 0;
    const cost = costOf(segment, length);
    part.lengthMeters += length;
    part.costYuan = part.costYuan === null || cost === null ? null : part.costYuan + cost;
    part.segments.add(segment.code);
    parts.set(key, part);
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}

const costOf = ({ costYuan, lengthMeters }: Segment, length: number): number | null =>
  costYuan === null || lengthMeters <= 0 ? null : (costYuan * length) / lengthMeters;
