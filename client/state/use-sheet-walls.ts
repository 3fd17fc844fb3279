import { type UseMutationResult, type UseQueryResult, useQuery } from '@tanstack/react-query';
import {
  createWall,
  deleteWall,
  fetchWall,
  fetchWalls,
  hangPrint,
  patchWall,
  takeDown,
} from '#client/api/walls-requests.ts';
import type { WallAnswer, WallCreate, WallDetail, WallPatch } from '#core/api/sheet-register.ts';
import { useRegisterChange, useRegisterQuestion } from './use-sheet-register.ts';

/** What hangs where stands in the lists of walls and of prints. */
const LISTS = ['walls', 'wall', 'prints', 'print'] as const;

/** Walls of the county. */
export function useWalls(): UseQueryResult<readonly WallAnswer[]> {
  const question = useRegisterQuestion();
  return useQuery({
    queryKey: ['walls', question],
    queryFn: ({ signal }) => fetchWalls(question, signal),
    enabled: question.county !== '',
    staleTime: 0,
  });
}

/** A wall with its sheets; null asks for nothing. */
export function useWall(id: string | null): UseQueryResult<WallDetail> {
  const question = useRegisterQuestion();
  return useQuery({
    queryKey: ['wall', question, id],
    queryFn: ({ signal }) => fetchWall({ ...question, id: id ?? '' }, signal),
    enabled: id !== null,
    staleTime: 0,
  });
}

/** Enters a wall. */
export const useCreateWall = (): UseMutationResult<WallDetail, Error, WallCreate> =>
  useRegisterChange(LISTS, createWall);

/** Changes a wall. */
export const usePatchWall = (): UseMutationResult<
  WallDetail,
  Error,
  { readonly id: string; readonly patch: WallPatch }
> => useRegisterChange(LISTS, (question, { id, patch }) => patchWall({ ...question, id }, patch));

/** Gives up a wall. */
export const useDeleteWall = (): UseMutationResult<void, Error, Pick<WallAnswer, 'id' | 'version'>> =>
  useRegisterChange(LISTS, (question, { id, version }) => deleteWall({ ...question, id }, version));

/** Hangs a print on a wall. */
export const useHangPrint = (): UseMutationResult<
  WallDetail,
  Error,
  { readonly wall: string; readonly print: string }
> => useRegisterChange(LISTS, (question, { wall, print }) => hangPrint({ ...question, id: wall }, { print }));

/** Takes a sheet down. */
export const useTakeDown = (): UseMutationResult<
  WallDetail,
  Error,
  { readonly wall: string; readonly hanging: string }
> => useRegisterChange(LISTS, (question, { wall, hanging }) => takeDown({ ...question, id: wall }, hanging));
