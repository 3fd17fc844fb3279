import { timingSafeEqual } from 'node:crypto';
import { resolve } from 'node:path';
import express, { Router } from 'express';
import { DomainError } from '#core/errors.ts';
import { parseBody } from '../http/parse-request.ts';
import { COMMANDS_ADDRESS, type CommandMessage, commandRequestSchema } from './command-messages.ts';
import type { CommandServices } from './command-services.ts';
import { getCommand } from './commands/registry.ts';
import { describeFailure } from './terminal.ts';

/**
 * Takes commands of the command line while this process holds the embedded folder. Whoever sends one must be on this machine and know the
 * token that only the owner of the folder can read.
 */
export function createCommandRoutes(options: { readonly token: string; readonly services: CommandServices }): Router {
  const router = Router();
  router.post(COMMANDS_ADDRESS, express.json({ limit: '100kb' }), async (request, response) => {
    checkSender(request.socket.remoteAddress ?? '', request.headers.authorization ?? '', options.token);
    const asked = parseBody(commandRequestSchema, request);
    response.type('application/x-ndjson').set('Cache-Control', 'no-store, no-transform');
    const send = (message: CommandMessage): void => {
      response.write(`${JSON.stringify(message)}\n`);
    };
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const result = await getCommand(asked.name).run(
        {
          args: asked.args,
          language: asked.language,
          locateFile: (name) => resolve(asked.folder, name),
          sayLine: (line) => send({ kind: 'line', line }),
          signal: gone.signal,
        },
        options.services,
      );
      for (const file of result.files ?? []) {
        send({ kind: 'file', path: file.path, base64: Buffer.from(file.bytes).toString('base64') });
      }
      send({ kind: 'done' });
    } catch (error) {
      send({ kind: 'failed', sentence: describeFailure(asked.language, error) });
    }
    response.end();
  });
  return router;
}

/** @throws {DomainError} `forbidden` */
function checkSender(address: string, authorization: string, token: string): void {
  const isLocal = /^(::ffff:)?127\.|^::1$/.test(address);
  const expected = Buffer.from(`Bearer ${token}`);
  const got = Buffer.from(authorization);
  if (isLocal && got.length === expected.length && timingSafeEqual(got, expected)) return;
  throw new DomainError('forbidden', 'Command refused');
}
