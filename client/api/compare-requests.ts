import { type CompareAnswer, compareAnswerSchema } from '#core/api/plans.ts';
import { formatAddress, requestJson } from './request.ts';

/** Plans to be compared, `today` among them; the end of a year, `now`, or null = the last year. */
export interface CompareQuestion {
  readonly county: string;
  readonly plans: readonly string[];
  readonly year: number | 'now' | null;
  readonly lang: string;
}

/** Plans side by side. */
export const fetchComparison = (
  { county, plans, year, lang }: CompareQuestion,
  signal?: AbortSignal,
): Promise<CompareAnswer> =>
  requestJson(
    compareAnswerSchema,
    formatAddress(`/api/plans/${county}/compare`, { plans: plans.join(','), year, lang }),
    signal,
  );

/** Address of the same as one page to print. */
export const formatComparePage = ({ county, plans, year, lang }: CompareQuestion, paper: 'A3' | 'A4'): string =>
  formatAddress(`/api/plans/${county}/compare/sheet.pdf`, { plans: plans.join(','), year, paper, lang });
