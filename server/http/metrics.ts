import type { RequestHandler } from 'express';

/** Upper edges of the time classes, in seconds (the defaults of the Prometheus clients). */
const SECONDS_EDGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Counts requests and writes them, with the state of the process, in the Prometheus text format. */
export interface Metrics {
  readonly count: RequestHandler;
  readonly answer: RequestHandler;
}

/** Metrics of one app. */
export function createMetrics(): Metrics {
  const byStatus = new Map<string, number>();
  const byEdge = new Array<number>(SECONDS_EDGES.length).fill(0);
  let secondsSum = 0;
  let total = 0;

  const record = (status: number, seconds: number): void => {
    const statusClass = `${Math.floor(status / 100)}xx`;
    byStatus.set(statusClass, (byStatus.get(statusClass) ?? 0) + 1);
    secondsSum += seconds;
    total += 1;
    SECONDS_EDGES.forEach((edge, index) => {
      if (seconds <= edge) byEdge[index] = (byEdge[index] ?? 0) + 1;
    });
  };

  const writeLines = (): string[] => [
    '# TYPE guatu_requests_total counter',
    ...[...byStatus].map(([status, count]) => `guatu_requests_total{status="${status}"} ${count}`),
    '# TYPE guatu_request_seconds histogram',
    ...SECONDS_EDGES.map((edge, index) => `guatu_request_seconds_bucket{le="${edge}"} ${byEdge[index] ?? 0}`),
    `guatu_request_seconds_bucket{le="+Inf"} ${total}`,
    `guatu_request_seconds_sum ${secondsSum}`,
    `guatu_request_seconds_count ${total}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime()}`,
  ];

  return {
    count: (_request, response, next) => {
      const startedAt = performance.now();
      response.once('finish', () => record(response.statusCode, (performance.now() - startedAt) / 1000));
      next();
    },
    answer: (_request, response) => {
      response.type('text/plain; version=0.0.4').send(`${writeLines().join('\n')}\n`);
    },
  };
}
