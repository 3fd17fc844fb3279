import { NO_CODE } from '../../county/county-state.ts';
import { ROAD_CLASSES, SURFACES } from '../../county/kinds.ts';
import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { pieceSource } from '../entry-sources.ts';

/** R1: hardened among all village access roads that exist at the day, by geodesic length cut at the area's boundary. */
export const R1: IndicatorDefinition = {
  code: 'R1',
  unit: 'ratio',
  countUnit: 'meters',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { surface, hardened } = context.state.segments;
    const { segment } = context.county.pieces;
    const { segments, settings } = context.county;
    const of = (piece: number) => segment[piece] ?? -1;
    const isHardened = (piece: number) => hardened[of(piece)] === 1;
    const isNarrow = (piece: number) => (segments[of(piece)]?.widthMeters ?? Infinity) < settings.minimumWidthMeters;
    const headline = accessShare(context, null, isHardened);
    const byClass: Breakdown = {
      base: headline,
      parts: ROAD_CLASSES.map((roadClass) => `class:${roadClass}`),
      classOf: (piece) => ROAD_CLASSES.indexOf(segments[of(piece)]?.roadClass ?? 'C'),
      denominator: 'class',
    };
    const bySurface: Breakdown = {
      base: accessShare(context, null, () => true),
      parts: [...SURFACES.map((kind) => `surface:${kind}`), 'surface:unknown'],
      classOf: (piece) => (surface[of(piece)] === NO_CODE ? SURFACES.length : (surface[of(piece)] ?? -1)),
      denominator: 'all',
    };
    const narrow = accessShare(context, 'width:narrow', (piece) => isHardened(piece) && isNarrow(piece));
    return [{ source: pieceSource(context, 'access'), parts: [headline, narrow], breakdowns: [byClass, bySurface] }];
  },
};

/** Length of the village access pieces that count, among all. */
function accessShare(context: IndicatorContext, part: string | null, counts: (piece: number) => boolean): PartSpec {
  const { pieces, segments } = context.county;
  const { exists } = context.state.segments;
  const length = (piece: number) => pieces.lengthMeters[piece] ?? 0;
  const isAccess = (piece: number) => {
    const segment = pieces.segment[piece] ?? -1;
    return exists[segment] === 1 && segments[segment]?.roadFunction === 'village_access';
  };
  const isShared = (piece: number) => segments[pieces.segment[piece] ?? -1]?.sharesPavementWith != null;
  return {
    part,
    unit: 'ratio',
    countUnit: 'meters',
    form: 'quotient',
    includes: (piece) => isAccess(piece) && !isShared(piece),
    numerator: (piece) => (counts(piece) ? length(piece) : 0),
    denominator: length,
    pair: null,
    excludedNote: (piece) => (isAccess(piece) && isShared(piece) ? 'pavement_shared' : null),
  };
}
