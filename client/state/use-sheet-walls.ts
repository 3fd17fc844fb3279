import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { RegisterQuestion } from '#client/api/templates-requests.ts';
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
import { useRegisterQuestion } from './use-sheet-templates.ts';

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
export const useCreateWall = (): UseMutationResult<WallDetail, Error, WallCreate> => useWallChange(createWall);

/** Changes a wall. */
export const usePatchWall = (): UseMutationResult<
  WallDetail,
  Error,
  { readonly id: string; readonly patch: WallPatch }
> => useWallChange((question, { id, patch }) => patchWall({ ...question, id }, patch));

/** Gives up a wall. */
export const useDeleteWall = (): UseMutationResult<void, Error, Pick<WallAnswer, 'id' | 'version'>> =>
  useWallChange((question, { id, version }) => deleteWall({ ...question, id }, version));

/** Hangs a print on a wall. */
export const useHangPrint = (): UseMutationResult<
  WallDetail,
  Error,
  { readonly wall: string; readonly print: string }
> => useWallChange((question, { wall, print }) => hangPrint({ ...question, id: wall }, { print }));

/** Takes a sheet down. */
export const useTakeDown = (): UseMutationResult<
  WallDetail,
  Error,
  { readonly wall: string; readonly hanging: string }
> => useWallChange((question, { wall, hanging }) => takeDown({ ...question, id: wall }, hanging));

/** What hangs where stands in the lists of walls and of prints. */
function useWallChange<Body, Answer>(
  change: (question: RegisterQuestion, body: Body) => Promise<Answer>,
): UseMutationResult<Answer, Error, Body> {
  const question = useRegisterQuestion();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => change(question, body),
    onSettled: () =>
      Promise.all(['walls', 'wall', 'prints', 'print'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
