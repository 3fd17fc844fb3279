import {
  type WallAnswer,
  type WallCreate,
  type WallDetail,
  type WallPatch,
  wallDetailSchema,
  wallListSchema,
} from '#core/api/sheet-register.ts';
import { formatAddress, requestJson, sendJson } from './request.ts';
import type { RegisterQuestion } from './templates-requests.ts';

/** One wall. */
export interface WallQuestion extends RegisterQuestion {
  readonly id: string;
}

const wallAddress = ({ county, id, lang }: WallQuestion, part = ''): string =>
  formatAddress(`/api/counties/${county}/walls/${id}${part}`, { lang });

/** Walls of a county, and how many of their sheets are out of date. */
export const fetchWalls = async (
  { county, lang }: RegisterQuestion,
  signal?: AbortSignal,
): Promise<readonly WallAnswer[]> =>
  (await requestJson(wallListSchema, formatAddress(`/api/counties/${county}/walls`, { lang }), signal)).items;

/** A wall with its sheets. */
export const fetchWall = (question: WallQuestion, signal?: AbortSignal): Promise<WallDetail> =>
  requestJson(wallDetailSchema, wallAddress(question), signal);

/** Enters a wall. */
export const createWall = ({ county, lang }: RegisterQuestion, body: WallCreate): Promise<WallDetail> =>
  sendJson(wallDetailSchema, formatAddress(`/api/counties/${county}/walls`, { lang }), { method: 'POST', body });

/** Changes a wall. */
export const patchWall = (question: WallQuestion, body: WallPatch): Promise<WallDetail> =>
  sendJson(wallDetailSchema, wallAddress(question), { method: 'PATCH', body });

/** Gives up a wall on which nothing hangs. */
export const deleteWall = async ({ county, id, lang }: WallQuestion, ifVersion: number): Promise<void> => {
  await sendJson(wallListSchema, formatAddress(`/api/counties/${county}/walls/${id}`, { lang, ifVersion }), {
    method: 'DELETE',
  });
};

/** Hangs a print. */
export const hangPrint = (
  question: WallQuestion,
  body: { readonly print: string; readonly hungOn?: string },
): Promise<WallDetail> => sendJson(wallDetailSchema, wallAddress(question, '/hangings'), { method: 'POST', body });

/** Takes a print down today. */
export const takeDown = (question: WallQuestion, hanging: string): Promise<WallDetail> =>
  sendJson(wallDetailSchema, wallAddress(question, `/hangings/${hanging}/take-down`), { method: 'POST', body: {} });
