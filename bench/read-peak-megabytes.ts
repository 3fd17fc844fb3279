import { readFileSync } from 'node:fs';

/**
 * The most resident memory that this process has taken, in megabytes of 10^6 bytes. Linux counts that of the process by which it was started as its
 * own in `maxRSS`, so its status is read there.
 */
export function readPeakMegabytes(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const kibibytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return (kibibytes * 1024) / 1_000_000;
}
