import { z } from 'zod';
import { type ChoiceRequest, chooseSitesRequestSchema, roadProgrammeRequestSchema } from '#core/api/choices.ts';

const PREFIX = 'guatu.choice-job.';

const keptSchema = z.object({
  id: z.string().regex(/^[\w-]{1,40}$/),
  request: z.discriminatedUnion('kind', [chooseSitesRequestSchema, roadProgrammeRequestSchema]),
  isApplied: z.boolean(),
});

/** A question to a solver that this tab asked: the server has the work and its result. */
export interface KeptChoiceJob {
  readonly id: string;
  readonly request: ChoiceRequest;
  /** Its commands are part of a plan. */
  readonly isApplied: boolean;
}

interface KeptAddress {
  readonly county: string;
  readonly kind: ChoiceRequest['kind'];
}

const keyOf = ({ county, kind }: KeptAddress): string => `${PREFIX}${county}.${kind}`;

/** The last question of a kind that this tab asked about a county; null where there is none, or none that can be read. */
export function readKeptJob(address: KeptAddress): KeptChoiceJob | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(address)) ?? 'null'));
    return parsed.success && parsed.data.request.kind === address.kind ? parsed.data : null;
  } catch {
    // Without storage, or with something else in it, nothing was kept.
    return null;
  }
}

/** Keeps a question as long as the tab is open; null = forgets it. */
export function keepJob(address: KeptAddress, job: KeptChoiceJob | null): void {
  try {
    if (job === null) sessionStorage.removeItem(keyOf(address));
    else sessionStorage.setItem(keyOf(address), JSON.stringify(job));
  } catch {
    // The browser gives no storage: the question is known as long as the page is open.
  }
}
