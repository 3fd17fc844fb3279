import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { EnvironmentError } from '#core/errors.ts';
import {
  COMMANDS_ADDRESS,
  type CommandMessage,
  type CommandRequest,
  commandMessageSchema,
} from './command-messages.ts';
import type { LiveServer } from './live-server.ts';

/** Time in which a server on the same machine says who it is. */
const GREETING_MS = 15_000;

/** Whether the server of the file still runs, and not another program at its port. */
export async function isLive(live: LiveServer): Promise<boolean> {
  const answer = await readHealth(live.url).catch(() => undefined);
  return answer?.includes(`"instance":${JSON.stringify(live.instance)}`) ?? false;
}

/**
 * Has a command done by the live server.
 *
 * @param onMessage receives each message in order
 * @throws {EnvironmentError} `server_refused`, `server_lost`
 */
export async function sendCommand(
  live: LiveServer,
  command: CommandRequest,
  onMessage: (message: CommandMessage) => void,
): Promise<void> {
  const body = JSON.stringify(command);
  const headers = { Authorization: `Bearer ${live.token}`, 'Content-Type': 'application/json' };
  let isWhole = false;
  await new Promise<void>((resolve, reject) => {
    const lost = (): void => reject(new EnvironmentError('server_lost', 'The live server went away'));
    const sent = request(new URL(COMMANDS_ADDRESS, live.url), { method: 'POST', headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status !== 200) return reject(new EnvironmentError('server_refused', `Status ${status}`, { status }));
      const lines = createInterface({ input: answer });
      lines.on('line', (line) => {
        const message = commandMessageSchema.parse(JSON.parse(line));
        isWhole = message.kind === 'done' || message.kind === 'failed';
        onMessage(message);
      });
      lines.once('close', () => (isWhole ? resolve() : lost()));
    });
    sent.once('error', lost);
    sent.end(body);
  });
}

function readHealth(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL('/health', url), { timeout: GREETING_MS }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.once('end', () => resolve(text));
    });
    asked.once('timeout', () => asked.destroy(new Error('No answer')));
    asked.once('error', reject);
    asked.end();
  });
}
