import type { IndicatorContext } from '../indicators/context.ts';
import type { IndicatorCode, Light } from '../indicators/figure.ts';
import { getSettlementCounts } from './features/settlement-counts.ts';

/** Indicator whose light colours villages on the progress map and by which they are ranked beside it. */
export const PROGRESS_INDICATOR: IndicatorCode = 'P1';

/** What the maps show of an area as a whole. Null = not applicable. */
export interface AreaMeasures {
  readonly targetHouseholds: number;
  readonly relocationHouseholds: number;
  readonly movedInHouseholds: number;
  /** T2. */
  readonly share: number | null;
  /** Light of the progress map's indicator. */
  readonly light: Light;
}

/** The measures of an area at the context's day. */
export function getAreaMeasures(context: IndicatorContext, areaCode: string): AreaMeasures {
  const counts = getSettlementCounts(context);
  const { start, end } = context.scope(areaCode).settlements();
  let targetHouseholds = 0;
  let targetPeople = 0;
  let relocationHouseholds = 0;
  let movedInHouseholds = 0;
  let registered = 0;
  for (let i = start; i < end; i++) {
    targetHouseholds += counts.targetHouseholds[i] ?? 0;
    targetPeople += counts.targetPeople[i] ?? 0;
    relocationHouseholds += counts.relocationHouseholds[i] ?? 0;
    movedInHouseholds += counts.movedIn[i] ?? 0;
    registered += context.county.settlements[i]?.registeredPeople ?? 0;
  }
  return {
    targetHouseholds,
    relocationHouseholds,
    movedInHouseholds,
    share: registered > 0 ? targetPeople / registered : null,
    light: 'grey',
  };
}
