import { describe, expect, it } from 'vitest';
import { RequestError } from '#client/api/problem.ts';
import { createQueryClient } from '#client/state/query-client.ts';

/** How often a question is asked whose answers all fail with this status. */
async function countAsked(status: number): Promise<number> {
  let asked = 0;
  const client = createQueryClient();
  const query = client.fetchQuery({
    queryKey: ['question'],
    queryFn: () => {
      asked++;
      throw new RequestError({ status, code: 'code', sentence: null });
    },
    retry: client.getDefaultOptions().queries?.retry ?? false,
    retryDelay: 1,
  });
  await expect(query).rejects.toBeInstanceOf(RequestError);
  return asked;
}

describe('createQueryClient', () => {
  it.each([0, 503])('asks again twice where the server cannot be reached or is busy (%i)', async (status) => {
    await expect(countAsked(status)).resolves.toBe(3);
  });

  it.each([400, 404, 409, 500])('takes a refusal for final (%i)', async (status) => {
    await expect(countAsked(status)).resolves.toBe(1);
  });
});
