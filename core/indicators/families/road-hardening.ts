import { NO_CODE } from '../../county/county-state.ts';
import { ROAD_CLASSES, SURFACES } from '../../county/kinds.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { pieceSource } from '../entry-sources.ts';

/** R1: hardened among all village access roads that exist at the day, by geodesic length cut at the area's boundary. */
export const R1: IndicatorDefinition = {
  code: 'R1',
  unit: 'ratio',
  countUnit: 'meters',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  headline: 'computed',
  groups: (context, scope) => {
    const { surface, hardened } = context.state.segments;
    const { segment } = context.county.pieces;
    const { segments, settings } = context.county;
    const of = (piece: number) => segment[piece] ?? -1;
    const isHardened = (piece: number) => hardened[of(piece)] === 1;
    const width = (piece: number) => segments[of(piece)]?.widthMeters ?? Number.POSITIVE_INFINITY;
    const share = (part: string | null, counts: (piece: number) => boolean, among?: (piece: number) => boolean) =>
      accessShare(context, part, counts, among);
    const parts = [
      share(null, isHardened),
      ...ROAD_CLASSES.map((roadClass) =>
        share(`class:${roadClass}`, isHardened, (piece) => segments[of(piece)]?.roadClass === roadClass),
      ),
      share('width:narrow', (piece) => isHardened(piece) && width(piece) < settings.minimumWidthMeters),
      ...SURFACES.map((kind, code) => share(`surface:${kind}`, (piece) => surface[of(piece)] === code)),
      share('surface:unknown', (piece) => surface[of(piece)] === NO_CODE),
    ];
    return [{ source: pieceSource(context, scope), parts }];
  },
};

/** Length of the village access pieces that count, among those asked. */
function accessShare(
  context: IndicatorContext,
  part: string | null,
  counts: (piece: number) => boolean,
  among: (piece: number) => boolean = () => true,
): PartSpec {
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
    includes: (piece) => isAccess(piece) && !isShared(piece) && among(piece),
    numerator: (piece) => (counts(piece) ? length(piece) : 0),
    denominator: length,
    pair: null,
    excludedNote: (piece) => (isAccess(piece) && among(piece) && isShared(piece) ? 'pavement_shared' : null),
  };
}
