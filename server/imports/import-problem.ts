import { InvalidInputError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';

/** One fault in a file: which row (feature number from 1; 0 = the file as a whole), what was got, what was expected. */
export interface ImportProblem {
  readonly file: string;
  readonly row: number;
  /** Key of `texts.imports` with prefix `problem_`. */
  readonly code: ImportProblemCode;
  readonly got: string;
  readonly expected: string;
}

/** Codes of import faults: the keys of the sentences without their prefix. */
export type ImportProblemCode =
  TextKey<'imports'> extends infer Key ? (Key extends `problem_${infer Code}` ? Code : never) : never;

/** How many faults are written out; the rest is counted. */
const LISTED_PROBLEMS = 50;

const LONGEST_QUOTE = 60;

/** Collects the faults of all files so that a person sees them at once. */
export class ImportProblems {
  readonly list: ImportProblem[] = [];

  add(problem: ImportProblem): void {
    this.list.push({ ...problem, got: quoteShortly(problem.got) });
  }

  /** @throws {ImportRejectedError} at least one fault was found; sorted by file and row */
  throwIfAny(): void {
    const sorted = this.list.toSorted((a, b) => a.file.localeCompare(b.file) || a.row - b.row);
    if (sorted.length > 0) throw new ImportRejectedError(sorted);
  }
}

/** An import that was refused as a whole: nothing was written. */
export class ImportRejectedError extends InvalidInputError {
  readonly problems: readonly ImportProblem[];

  constructor(problems: readonly ImportProblem[]) {
    super('import_rejected', `The import was refused: ${problems.length} problems; nothing was written.`, {
      count: problems.length,
    });
    this.problems = problems;
  }
}

/** The faults as sentences, at most 50 and then a count of the others. */
export function formatImportProblems(problems: readonly ImportProblem[], language: Language): readonly string[] {
  const sentences = problems.slice(0, LISTED_PROBLEMS).map((problem) => formatImportProblem(problem, language));
  const left = problems.length - sentences.length;
  return left > 0 ? [...sentences, text(language, 'imports', 'more_problems', { count: left })] : sentences;
}

function formatImportProblem(problem: ImportProblem, language: Language): string {
  const place = problem.row === 0 ? 'place_file' : 'place_row';
  return text(language, 'imports', place, {
    file: problem.file,
    row: problem.row,
    sentence: text(language, 'imports', `problem_${problem.code}`, { got: problem.got, expected: problem.expected }),
  });
}

function quoteShortly(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
