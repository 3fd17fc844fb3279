import type { z } from 'zod';
import { RequestError, readProblem } from './problem.ts';

/** Query of an address; null and undefined are left out. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** An address of the server with its query. */
export function formatAddress(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** What is sent beside the address. */
interface Sending {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Version of what is changed, as its author knows it: `If-Match`. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Asks the server and lets only a good answer through. */
export async function requestAnswer(
  address: string,
  { method = 'GET', body, ifMatch, signal }: Sending = {},
): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  const response = await fetch(address, {
    method,
    headers,
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RequestError({ status: 0, code: 'unreachable', sentence: null });
  });
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** Asks for JSON and parses it with the schema of the contract. */
export const requestJson = <Schema extends z.ZodType>(
  schema: Schema,
  address: string,
  signal?: AbortSignal,
): Promise<z.infer<Schema>> => sendJson(schema, address, { signal });

/** Sends JSON and parses the answer with the schema of the contract. */
export async function sendJson<Schema extends z.ZodType>(
  schema: Schema,
  address: string,
  sending: Sending,
): Promise<z.infer<Schema>> {
  const response = await requestAnswer(address, sending);
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) throw new RequestError({ status: 200, code: 'unexpected_answer', sentence: null });
  return parsed.data;
}
