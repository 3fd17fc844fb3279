import { setTimeout as wait } from 'node:timers/promises';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiPath } from './api-path.ts';

/** How long the database may take to answer before it counts as busy. */
const PATIENCE_MS = 500;

/** What `/health` answers. */
const healthSchema = z.object({
  name: z.literal('guatu'),
  status: z.enum(['ok', 'busy', 'failing']),
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
    const check = options.checkDatabase().then(
      () => 'ok' as const,
      () => 'failing' as const,
    );
    // Behind a long write or a backup the one connection of the embedded engine is busy, not broken.
    const status = await Promise.race([check, wait(PATIENCE_MS, 'busy' as const)]);
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
      .status(status === 'failing' ? 503 : 200)
      .json(health);
  });
  return router;
}
