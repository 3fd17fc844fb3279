import { InvalidInputError } from '../../errors.ts';
import type { ProgrammeProblem } from './programme.ts';

/**
 * Refuses a problem that has no meaning.
 * @throws {InvalidInputError} `programme_budget`, `programme_share`, `programme_years`
 */
export function checkProgrammeProblem({ goal, years }: ProgrammeProblem): void {
  if (goal.kind === 'budget' && !isAmount(goal.budgetYuan)) refuseBudget(goal.budgetYuan);
  if (goal.kind === 'target_share' && !(goal.targetShare >= 0 && goal.targetShare <= 1)) {
    throw new InvalidInputError('programme_share', `Got share ${goal.targetShare}, expected 0 to 1`, {
      got: String(goal.targetShare),
    });
  }
  for (const { budgetYuan } of years) if (budgetYuan !== null && !isAmount(budgetYuan)) refuseBudget(budgetYuan);
  const distinct = new Set(years.map(({ year }) => year));
  if (years.length === 0 || distinct.size < years.length || years.some(({ year }) => !Number.isInteger(year))) {
    const got = years.map(({ year }) => year).join(', ');
    throw new InvalidInputError('programme_years', `Got years "${got}", expected at least one, each once`, { got });
  }
}

const isAmount = (yuan: number): boolean => Number.isFinite(yuan) && yuan >= 0;

function refuseBudget(got: number): never {
  throw new InvalidInputError('programme_budget', `Got budget ${got} yuan, expected 0 or more`, { got: String(got) });
}
