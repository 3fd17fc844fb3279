import { computeFigure } from './compute.ts';
import type { IndicatorContext } from './context.ts';
import type { Figure } from './figure.ts';
import { CAUSES_CODE } from './largest-parts.ts';

/** A main cause and its households, then and now. */
export interface CauseChange {
  readonly before: Figure;
  readonly after: Figure;
}

/** Main causes of an area that have a household then or now, those of most households now first. */
export function listCauses(
  before: IndicatorContext,
  after: IndicatorContext,
  areaCode: string,
): readonly CauseChange[] {
  const then = new Map(computeFigure(before, CAUSES_CODE, areaCode).parts.map((part) => [part.part, part]));
  return computeFigure(after, CAUSES_CODE, areaCode)
    .parts.flatMap((now): CauseChange[] => {
      const was = then.get(now.part);
      return was && (was.value || now.value) ? [{ before: was, after: now }] : [];
    })
    .sort((a, b) => (b.after.value ?? 0) - (a.after.value ?? 0));
}
