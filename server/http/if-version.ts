import type { Request, RequestHandler } from 'express';

/**
 * The version in `If-Match: "12"`, or in the tag of an answer (`"12-3-en"`), as it is written; undefined without the header. What is no number
 * is given as it is, for the schema to refuse.
 */
export function readIfMatch(request: Request): string | undefined {
  const header = request.get('If-Match');
  if (header === undefined || header === '*') return undefined;
  return /^(?:W\/)?"?(\d+)(?:-\d+-\w+)?"?$/.exec(header)?.[1] ?? header;
}

/** Puts the version of `If-Match` into a body that does not say one. */
export const fillVersion: RequestHandler = (request, _response, next) => {
  const body: unknown = request.body;
  const version = readIfMatch(request);
  const isOpen = typeof body === 'object' && body !== null && !Array.isArray(body) && !('ifVersion' in body);
  if (isOpen && version !== undefined && /^\d{1,9}$/.test(version))
    request.body = { ...body, ifVersion: Number(version) };
  next();
};
