import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvironmentError } from '#core/errors.ts';

/** Most bytes of a request's head: two lists of 500 places each, well above what Node allows by default. */
const MOST_HEADER_BYTES = 65_536;

/** Time that requests under way get before their connections are closed. */
const GRACE_MS = 1500;

/** A browser that was opened too early asks again by itself. */
const STARTING_HEADERS = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2', Refresh: '2' } as const;

/** A port that is held from the first moment; until there is an app it answers 503. */
export interface OpenPort {
  readonly port: number;
  /** Address for a browser on this machine. */
  readonly url: string;
  /** From now on `app` answers. */
  serve(app: RequestListener): void;
  close(): Promise<void>;
}

/**
 * Listens on host and port before anything else is done, so that a taken port is told at once.
 *
 * @param startingSentence answer while the app is not there yet
 * @throws {EnvironmentError} `port_taken`, `port_forbidden`, `host_unavailable`
 */
export async function openPort(host: string, port: number, startingSentence: string): Promise<OpenPort> {
  let app: RequestListener = (_request, response) => {
    response.writeHead(503, STARTING_HEADERS).end(startingSentence);
  };
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, (request, response) => app(request, response));
  await listen(server, host, port);
  const actualPort = (server.address() as AddressInfo).port;
  return {
    port: actualPort,
    url: `http://${formatHost(host)}:${actualPort}/`,
    serve: (next) => {
      app = next;
    },
    close: () => close(server),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toEnvironmentError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function toEnvironmentError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const details = { host, port, next: port + 1 };
  if (error.code === 'EADDRINUSE') return new EnvironmentError('port_taken', `Port ${port} is taken`, details);
  if (error.code === 'EACCES') return new EnvironmentError('port_forbidden', `No permission for port ${port}`, details);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new EnvironmentError('host_unavailable', `No such address: ${host}`, details);
  return error;
}

/** The host for a browser: addresses that mean "every address" become the loopback one, IPv6 gets brackets. */
function formatHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
