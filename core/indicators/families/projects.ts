import { PROJECT_KINDS, PROJECT_STAGES } from '../../county/kinds.ts';
import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
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
  groups: (context) => {
    const { stage } = context.state.projects;
    const isBegun = (i: number) => (stage[i] ?? -1) >= BEGUN;
    const share = (part: string | null): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'projects',
      form: 'quotient',
      includes: isBegun,
      numerator: (i) => ((stage[i] ?? -1) >= COMPLETED ? 1 : 0),
      denominator: () => 1,
      pair: null,
      excludedNote: (i) => (isBegun(i) ? null : 'not_begun'),
    });
    const base = share(null);
    return [
      {
        source: thingSource(context, 'projects'),
        parts: [base],
        breakdowns: [createByKind(context, base)],
      },
    ];
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
  groups: (context) => {
    const { allocatedYuan, disbursedYuan, spentYuan } = context.state.projects;
    const share = (part: string | null, amounts: Float64Array): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'yuan',
      form: 'quotient',
      includes: (i) => (allocatedYuan[i] ?? 0) > 0,
      numerator: (i) => amounts[i] ?? 0,
      denominator: (i) => allocatedYuan[i] ?? 0,
      pair: null,
      excludedNote: () => 'nothing_allocated',
    });
    const base = share(null, disbursedYuan);
    return [
      {
        source: thingSource(context, 'projects'),
        parts: [base, share('spent', spentYuan)],
        breakdowns: [createByKind(context, base)],
      },
    ];
  },
};

/** The same rate within each kind of project. */
const createByKind = ({ county: { projects } }: IndicatorContext, base: PartSpec): Breakdown => ({
  base,
  parts: PROJECT_KINDS.map((kind) => `kind:${kind}`),
  classOf: (i) => PROJECT_KINDS.indexOf(projects[i]?.kind ?? 'road'),
  denominator: 'class',
});
