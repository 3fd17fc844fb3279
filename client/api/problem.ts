import { type Problem, problemSchema } from '#core/api/common.ts';

/** A request that was not answered as hoped; `sentence` is what the reader sees, null when the server could not be asked. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly sentence: string | null;
  /** The whole problem, for those that say more than a sentence. */
  readonly body: unknown;

  constructor(options: { status: number; code: string; sentence: string | null; body?: unknown }) {
    super(`${options.code} (${options.status})`);
    this.name = 'RequestError';
    this.status = options.status;
    this.code = options.code;
    this.sentence = options.sentence;
    this.body = options.body ?? null;
  }
}

/** Reads the problem JSON of a refused request. */
export const readProblem = async (response: Response): Promise<RequestError> =>
  readProblemText(response.status, await response.text().catch(() => ''));

/** The same from a text. */
export function readProblemText(status: number, text: string): RequestError {
  const body = parseJson(text);
  const parsed = problemSchema.safeParse(body);
  const problem: Problem | null = parsed.success ? parsed.data : null;
  return new RequestError({
    status,
    code: problem?.code ?? 'unexpected_answer',
    sentence: problem?.detail ?? null,
    body,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
