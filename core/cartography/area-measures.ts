import { computeFigure } from '../indicators/compute.ts';
import type { IndicatorContext } from '../indicators/context.ts';
import type { IndicatorCode, Light } from '../indicators/figure.ts';
import { getSettlementCounts } from './features/settlement-counts.ts';

/** Indicator whose light colours areas on the progress map: the one that every village has. */
export const PROGRESS_INDICATOR = 'R6' satisfies IndicatorCode;

/** What the maps show of an area as a whole. Null = not applicable. */
export interface AreaMeasures {
  /** T1. */
  readonly targetHouseholds: number;
  readonly relocationHouseholds: number;
  readonly movedInHouseholds: number;
  /** T2. */
  readonly share: number | null;
  /** D1: mean minutes by vehicle from its settlements to the headline place. */
  readonly minutes: number | null;
  /** Light of `PROGRESS_INDICATOR`. */
  readonly light: Light;
}

/** The measures of an area at the context's day: figures of the register, and counts of its settlements. */
export function getAreaMeasures(context: IndicatorContext, areaCode: string): AreaMeasures {
  const counts = getSettlementCounts(context);
  const { start, end } = context.scope(areaCode).settlements();
  const sum = (column: Int32Array): number => column.subarray(start, end).reduce((total, count) => total + count, 0);
  const headline = (code: IndicatorCode) => computeFigure(context, code, areaCode, { parts: false });
  return {
    targetHouseholds: headline('T1').value ?? 0,
    relocationHouseholds: sum(counts.relocationHouseholds),
    movedInHouseholds: sum(counts.movedIn),
    share: headline('T2').value,
    minutes: headline('D1').value,
    light: headline(PROGRESS_INDICATOR).light,
  };
}
