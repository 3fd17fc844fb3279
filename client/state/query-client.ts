import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '#client/api/problem.ts';

const FIVE_MINUTES = 300_000;
const RETRIES = 2;

/** The cache of answers: a refusal is final, an unreachable server is asked again twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FIVE_MINUTES,
        gcTime: 2 * FIVE_MINUTES,
        refetchOnWindowFocus: false,
        retry: (count, error) => !(error instanceof RequestError && error.status >= 400) && count < RETRIES,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
    },
  });
}
