import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '#client/api/problem.ts';

const FIVE_MINUTES = 300_000;
const RETRIES = 2;
/** Status of a server whose database has no turn to give yet, or that is starting. */
const BUSY = 503;

/** The cache of answers: a refusal is final, a server that is unreachable or busy is asked again twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FIVE_MINUTES,
        gcTime: 2 * FIVE_MINUTES,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < RETRIES && !isRefusal(error),
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
    },
  });
}

const isRefusal = (error: Error): boolean =>
  error instanceof RequestError && error.status >= 400 && error.status !== BUSY;
