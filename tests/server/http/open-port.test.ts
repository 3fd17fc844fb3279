import { get } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPort } from '#server/http/open-port.ts';

function ask(url: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    }).once('error', reject);
  });
}

describe('openPort', () => {
  it('answers that it is starting until there is an app', async () => {
    const port = await openPort('127.0.0.1', 0, 'One moment.');
    onTestFinished(port.close);
    expect(await ask(port.url)).toEqual({ status: 503, text: 'One moment.' });
    expect((await fetch(port.url)).headers.get('Refresh')).toBe('2');
    port.serve((_request, response) => response.end('here'));
    expect(await ask(port.url)).toEqual({ status: 200, text: 'here' });
  });

  it('says that a port is taken and proposes the next', async () => {
    const first = await openPort('127.0.0.1', 0, '');
    onTestFinished(first.close);
    await expect(openPort('127.0.0.1', first.port, '')).rejects.toMatchObject({
      code: 'port_taken',
      details: { port: first.port, next: first.port + 1 },
    });
  });

  it('says that the machine has no such address', async () => {
    // 192.0.2.0/24 is reserved for documentation (RFC 5737).
    await expect(openPort('192.0.2.1', 0, '')).rejects.toMatchObject({ code: 'host_unavailable' });
  });

  it('closes while a request is still waiting', async () => {
    const port = await openPort('127.0.0.1', 0, '');
    port.serve(() => undefined);
    const waiting = ask(port.url).catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await port.close();
    expect(await waiting).toMatch(/hang up|ECONNRESET/);
  });
});
