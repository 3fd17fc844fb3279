import { Router } from 'express';
import { z } from 'zod';
import type { ApiPath } from './api-path.ts';

/** What `/health` answers. */
const healthSchema = z.object({
  name: z.literal('guatu'),
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  /** Tells one start of a server from another. */
  instance: z.string(),
  engine: z.enum(['embedded', 'server']),
  uptimeSeconds: z.number(),
});
type Health = z.infer<typeof healthSchema>;

/** The addresses of this router. */
export const healthPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/health',
    summary: 'Whether the server and its database answer; status 503 when the database does not.',
    tag: 'operation',
    answer: healthSchema,
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counts and times of requests, and the state of the process, for Prometheus.',
    tag: 'operation',
    answer: 'text/plain',
  },
];

/** `/health`: for supervisors, load balancers and the command line. */
export function createHealthRoutes(options: {
  readonly version: string;
  readonly instance: string;
  readonly engine: Health['engine'];
  /** Resolves when the database answers. */
  readonly checkDatabase: () => Promise<void>;
}): Router {
  const router = Router();
  router.get('/health', async (_request, response) => {
    const status = await options.checkDatabase().then(
      () => 'ok' as const,
      () => 'failing' as const,
    );
    const { version, instance, engine } = options;
    const health: Health = {
      name: 'guatu',
      status,
      version,
      instance,
      engine,
      uptimeSeconds: Math.round(process.uptime()),
    };
    response
      .set('Cache-Control', 'no-store')
      .status(status === 'ok' ? 200 : 503)
      .json(health);
  });
  return router;
}
