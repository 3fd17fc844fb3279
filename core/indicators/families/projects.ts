import { PROJECT_KINDS, PROJECT_STAGES } from '../../county/kinds.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { thingSource } from '../entry-sources.ts';

const BEGUN = PROJECT_STAGES.indexOf('begun');
const COMPLETED = PROJECT_STAGES.indexOf('completed');

/** P1: projects completed among those contracted and begun, by kind. */
export const P1: IndicatorDefinition = {
  code: 'P1',
  unit: 'ratio',
  countUnit: 'projects',
  betterDirection: 'up',
  target: { kind: 'ranked' },
  withoutSchedule: 'linear',
  headline: 'computed',
  groups: (context, scope) => {
    const { projects } = context.county;
    const { stage } = context.state.projects;
    const isBegun = (i: number) => (stage[i] ?? -1) >= BEGUN;
    const share = (part: string | null, among: (project: number) => boolean = () => true): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'projects',
      form: 'quotient',
      includes: (i) => isBegun(i) && among(i),
      numerator: (i) => ((stage[i] ?? -1) >= COMPLETED ? 1 : 0),
      denominator: () => 1,
      pair: null,
      excludedNote: (i) => (among(i) && !isBegun(i) ? 'not_begun' : null),
    });
    const parts = [
      share(null),
      ...PROJECT_KINDS.map((kind) => share(`kind:${kind}`, (i) => projects[i]?.kind === kind)),
    ];
    return [{ source: thingSource(context, scope, 'projects'), parts }];
  },
};

/** P2: money disbursed among money allocated, by kind; part P2b: spent among allocated. */
export const P2: IndicatorDefinition = {
  code: 'P2',
  unit: 'ratio',
  countUnit: 'yuan',
  betterDirection: 'up',
  target: { kind: 'ranked' },
  withoutSchedule: 'linear',
  headline: 'computed',
  groups: (context, scope) => {
    const { projects } = context.county;
    const { allocatedYuan, disbursedYuan, spentYuan } = context.state.projects;
    const share = (part: string | null, amounts: Float64Array, among: (project: number) => boolean): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'yuan',
      form: 'quotient',
      includes: (i) => (allocatedYuan[i] ?? 0) > 0 && among(i),
      numerator: (i) => amounts[i] ?? 0,
      denominator: (i) => allocatedYuan[i] ?? 0,
      pair: null,
      excludedNote: (i) => (among(i) ? 'nothing_allocated' : null),
    });
    const parts = [
      share(null, disbursedYuan, () => true),
      share('spent', spentYuan, () => true),
      ...PROJECT_KINDS.map((kind) => share(`kind:${kind}`, disbursedYuan, (i) => projects[i]?.kind === kind)),
    ];
    return [{ source: thingSource(context, scope, 'projects'), parts }];
  },
};
