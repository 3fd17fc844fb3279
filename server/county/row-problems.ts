import { InvalidInputError } from '#core/errors.ts';

/** A rule that a row breaks. */
export interface RowProblem {
  /** Kind, code and property: `segment seg-01 line`. */
  readonly where: string;
  readonly got: string;
  readonly expected: string;
}

/** Problems that a message lists; the rest is counted. */
const LISTED_PROBLEMS = 20;

/** Collects the problems of a set of rows. */
export class RowProblems {
  readonly #problems: RowProblem[] = [];

  add(where: string, got: string, expected: string): void {
    this.#problems.push({ where, got, expected });
  }

  /**
   * @throws {InvalidInputError} `county_rows_invalid` with the number of problems and the first of them
   */
  throwIfAny(): void {
    const [first] = this.#problems;
    if (!first) return;
    const listed = this.#problems
      .slice(0, LISTED_PROBLEMS)
      .map(({ where, got, expected }) => `${where}: got ${got}, expected ${expected}`);
    const count = this.#problems.length;
    const more = count > LISTED_PROBLEMS ? `\nand ${count - LISTED_PROBLEMS} more` : '';
    throw new InvalidInputError('county_rows_invalid', `${count} rows break a rule:\n${listed.join('\n')}${more}`, {
      count,
      ...first,
    });
  }
}
