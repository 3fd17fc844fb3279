import type { z } from 'zod';
import {
  type AreaDetail,
  areaDetailSchema,
  type CountyList,
  countyListSchema,
  searchAnswerSchema,
  taskSchema,
} from '#core/api/areas.ts';
import { pageOf } from '#core/api/common.ts';
import { formatAddress, requestJson } from './request.ts';

/** What most questions about an area have in common. */
export interface AreaQuestion {
  readonly area: string;
  readonly asOf: string | null;
  readonly lang: string;
}

const tasksSchema = pageOf(taskSchema);
export type TaskPage = z.infer<typeof tasksSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** The counties one may see. */
export const fetchCounties = (lang: string, signal?: AbortSignal): Promise<CountyList> =>
  requestJson(countyListSchema, formatAddress('/api/areas', { lang }), signal);

/** The area with parents, children and the county's time frame. */
export const fetchArea = (question: AreaQuestion, signal?: AbortSignal): Promise<AreaDetail> =>
  requestJson(
    areaDetailSchema,
    formatAddress(`/api/areas/${question.area}`, { asOf: question.asOf, lang: question.lang }),
    signal,
  );

/** Places whose name, code or pinyin matches. */
export const fetchSearch = (
  question: { readonly q: string; readonly county: string; readonly lang: string },
  signal?: AbortSignal,
): Promise<SearchAnswer> => requestJson(searchAnswerSchema, formatAddress('/api/search', { ...question }), signal);

/** Tasks of an area in one state. */
export const fetchTasks = (
  question: AreaQuestion & { readonly state: string },
  signal?: AbortSignal,
): Promise<TaskPage> =>
  requestJson(
    tasksSchema,
    formatAddress(`/api/areas/${question.area}/tasks`, {
      state: question.state,
      asOf: question.asOf,
      lang: question.lang,
    }),
    signal,
  );
