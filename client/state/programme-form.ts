import { type RoadProgrammeRequest, roadProgrammeRequestSchema } from '#core/api/choices.ts';
import type { ProgrammeTarget } from '#core/planning/programme/programme.ts';
import { text } from '#core/texts/text.ts';
import { type ChoiceAddress, describeNumberFault, type NumberBounds, readNumber } from './choose-form.ts';

/** What leads a road programme. */
export const PROGRAMME_GOALS = ['budget', 'target_share', 'join_all'] as const;
export type ProgrammeGoal = (typeof PROGRAMME_GOALS)[number];

/** A year of the programme as it is typed. */
export interface ProgrammeYear {
  readonly year: string;
  /** Empty = the total spread evenly over the years. */
  readonly budgetWanYuan: string;
}

/** The question as it is typed. */
export interface ProgrammeForm {
  readonly goal: ProgrammeGoal;
  readonly budgetWanYuan: string;
  /** Per cent. */
  readonly targetPercent: string;
  readonly target: ProgrammeTarget;
  readonly years: readonly ProgrammeYear[];
  readonly includesEmptied: boolean;
  readonly seed: string;
  readonly timeLimitSeconds: string;
}

/** Years at first, where the campaign has so many left. */
const MOST_YEARS = 3;

/** A question that the county can answer: over the years after its data, none beyond the campaign's last. */
export const createProgrammeForm = (dataYear: number, lastYear: number): ProgrammeForm => ({
  goal: 'budget',
  budgetWanYuan: '2000',
  targetPercent: '90',
  target: 'households',
  years: listYearsLeft(dataYear, lastYear).map((year) => ({ year: String(year), budgetWanYuan: '' })),
  includesEmptied: false,
  seed: '1',
  timeLimitSeconds: '30',
});

/** The years after the data; the last one where none is left. */
function listYearsLeft(dataYear: number, lastYear: number): readonly number[] {
  const left = Array.from({ length: MOST_YEARS }, (_, i) => dataYear + 1 + i).filter((year) => year <= lastYear);
  return left.length > 0 ? left : [lastYear];
}

/** Number fields with the bounds of the contract. */
export const PROGRAMME_NUMBERS = {
  budgetWanYuan: { least: 0.01, most: 10_000_000, isWhole: false, label: 'roads_budget' },
  targetPercent: { least: 0, most: 100, isWhole: false, label: 'roads_share' },
  year: { least: 2000, most: 2100, isWhole: true, label: 'year' },
  yearBudget: { least: 0, most: 10_000_000, isWhole: false, label: 'roads_year_budget' },
  seed: { least: 0, most: 2 ** 31 - 1, isWhole: true, label: 'choose_seed' },
  timeLimitSeconds: { least: 1, most: 600, isWhole: false, label: 'choose_seconds' },
} as const satisfies Record<string, NumberBounds>;

const PERCENT = 100;

/** The question as it is sent, or the first thing that is wrong with it. */
export function readProgrammeForm(
  form: ProgrammeForm,
  address: ChoiceAddress,
): { readonly request: RoadProgrammeRequest } | { readonly fault: string } {
  const language = address.lang;
  const typed: readonly (readonly [keyof typeof PROGRAMME_NUMBERS, string])[] = [
    ...(form.goal === 'budget' ? [['budgetWanYuan', form.budgetWanYuan] as const] : []),
    ...(form.goal === 'target_share' ? [['targetPercent', form.targetPercent] as const] : []),
    ...form.years.map(({ year }) => ['year', year] as const),
    ...form.years.map(({ budgetWanYuan }) => ['yearBudget', budgetWanYuan] as const),
    ['seed', form.seed],
    ['timeLimitSeconds', form.timeLimitSeconds],
  ];
  for (const [name, value] of typed) {
    const number = readNumber(value, PROGRAMME_NUMBERS[name]);
    if (number === undefined || (number === null && name !== 'yearBudget'))
      return { fault: describeNumberFault(PROGRAMME_NUMBERS[name], { typed: value, language }) };
  }
  if (form.years.length === 0) return { fault: text(language, 'plans', 'roads_years_missing') };
  const repeated = form.years.find(({ year }, i) => form.years.findIndex((one) => one.year === year) !== i);
  if (repeated) return { fault: text(language, 'plans', 'roads_years_twice', { year: repeated.year }) };
  return {
    request: roadProgrammeRequestSchema.parse({
      kind: 'road_programme',
      ...address,
      goal: readGoal(form),
      target: form.target,
      years: form.years.map(({ year, budgetWanYuan }) => ({
        year: Number(year),
        budgetWanYuan: budgetWanYuan.trim() === '' ? null : Number(budgetWanYuan),
      })),
      includesEmptied: form.includesEmptied,
      seed: Number(form.seed),
      timeLimitSeconds: Number(form.timeLimitSeconds),
    }),
  };
}

function readGoal(form: ProgrammeForm): RoadProgrammeRequest['goal'] {
  switch (form.goal) {
    case 'budget':
      return { kind: 'budget', budgetWanYuan: Number(form.budgetWanYuan) };
    case 'target_share':
      return { kind: 'target_share', targetShare: Number(form.targetPercent) / PERCENT };
    case 'join_all':
      return { kind: 'join_all' };
  }
}

/** The next year after those that are typed. */
export const addYear = (years: readonly ProgrammeYear[]): readonly ProgrammeYear[] => {
  const last = Math.max(...years.map(({ year }) => Number(year)).filter(Number.isInteger));
  return [...years, { year: Number.isFinite(last) ? String(last + 1) : '', budgetWanYuan: '' }];
};
