import type { RequestHandler } from 'express';
import { DomainError } from '#core/errors.ts';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Host name of a Host header, without port and brackets, in lower case. */
export function parseHostHeader(header: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(header);
  return (bracketed?.[1] ?? header.replace(/:\d*$/, '')).toLowerCase();
}

/**
 * Refuses requests for host names that are not this server's, so that a web page whose name was rebound to the loopback address cannot read
 * the county. Only for servers on the loopback: elsewhere people use names that the server cannot know.
 *
 * @param extraHosts names that a proxy in front passes on
 */
export function createHostCheck(extraHosts: readonly string[]): RequestHandler {
  const accepted = new Set(extraHosts.map((host) => host.toLowerCase()));
  return (request, _response, next) => {
    const host = parseHostHeader(request.headers.host ?? '');
    if (isLoopback(host) || accepted.has(host)) return next();
    throw new DomainError('unknown_host', 'Host not accepted', { host: host.slice(0, 100) });
  };
}
