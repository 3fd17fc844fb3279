import { type Job, type JobRequest, jobSchema } from '#core/api/jobs.ts';
import { formatAddress, requestAnswer, requestJson, sendJson } from './request.ts';

/** Starts long work. */
export function startJob(request: JobRequest): Promise<Job> {
  const own = OWN_ADDRESSES[request.kind];
  const { kind: _kind, ...rest } = request;
  const address = formatAddress(own ?? '/api/jobs', { lang: request.lang });
  return sendJson(jobSchema, address, { method: 'POST', body: own ? rest : request });
}

/** Kinds of work that begin at an address of their own. */
const OWN_ADDRESSES: Partial<Record<JobRequest['kind'], string>> = {
  atlas: '/api/atlases',
  sheets: '/api/sheet-batches',
  tiles: '/api/tiled-sheets',
};

/** How far it is. */
export const fetchJob = (id: string, lang: string): Promise<Job> =>
  requestJson(jobSchema, formatAddress(`/api/jobs/${id}`, { lang }));

/** Stops it. */
export const cancelJob = async (id: string, lang: string): Promise<void> => {
  await requestAnswer(formatAddress(`/api/jobs/${id}`, { lang }), { method: 'DELETE' });
};

/** Tells of each step as the server sends it, until the function that is given back is called; `onLost`, once, when the connection breaks off. */
export function followJob(
  { id, lang }: { readonly id: string; readonly lang: string },
  { onStep, onLost }: { readonly onStep: (job: Job) => void; readonly onLost: () => void },
): () => void {
  const events = new EventSource(formatAddress(`/api/jobs/${id}/events`, { lang }));
  events.onmessage = (event: MessageEvent<string>) => {
    const parsed = jobSchema.safeParse(JSON.parse(event.data));
    if (parsed.success) onStep(parsed.data);
  };
  // The browser would connect again by itself and say nothing, and give up when a starting server refuses: the caller decides.
  events.onerror = () => {
    events.close();
    onLost();
  };
  return () => events.close();
}
