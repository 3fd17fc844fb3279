import type { z } from 'zod';

/** One address of the interface, as data: features export a list of them, the OpenAPI document is made from it. */
export interface ApiPath {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI: `/api/areas/{code}`. */
  readonly path: string;
  /** One English sentence. */
  readonly summary: string;
  /** Group in the documentation, usually the feature's name. */
  readonly tag: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Schema of a JSON answer, or the media type of any other answer. */
  readonly answer: z.ZodType | string;
  /** Status of a good answer; by default 200. */
  readonly status?: number;
}
