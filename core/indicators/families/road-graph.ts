import type { IndicatorDefinition, TargetRule } from '../definition.ts';
import type { CountUnit, FigureUnit, IndicatorCode } from '../figure.ts';

/** An indicator that rests on the road network and answers `not_yet_available` until that is there. */
function createWaiting(
  code: IndicatorCode,
  unit: FigureUnit,
  countUnit: CountUnit,
  target: TargetRule,
): IndicatorDefinition {
  return {
    code,
    unit,
    countUnit,
    betterDirection: 'up',
    target,
    withoutSchedule: 'linear',
    headline: 'road_graph',
    groups: () => [],
  };
}

/** R0: villages joined to a hardened G, S, X or Y road. */
export const R0 = createWaiting('R0', 'ratio', 'villages', { kind: 'value', value: 1 });

/** R2: settlements joined by a continuous hardened path. */
export const R2 = createWaiting('R2', 'ratio', 'settlements', { kind: 'value', value: 1 });

/** D3: sites near at least one of town, park, central village. */
export const D3 = createWaiting('D3', 'ratio', 'sites', { kind: 'value', value: 1 });

/** I2: target households within 30 minutes of a park. */
export const I2 = createWaiting('I2', 'ratio', 'households', { kind: 'shown' });
