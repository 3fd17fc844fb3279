import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ChoiceRequest, ChoiceResult, ChooseSitesRequest, RoadProgrammeRequest } from '#core/api/choices.ts';
import type { County } from '#core/county/county.ts';
import { InvalidInputError } from '#core/errors.ts';
import { checkSiteChoice } from '#core/planning/choices/check-site-choice.ts';
import { checkProgrammeProblem } from '#core/planning/programme/check-programme-problem.ts';
import type { Language } from '#core/texts/language.ts';
import { choiceToCsv, nameChoiceFile } from './choices-csv.ts';
import type { ChoiceDraft, ChoiceOrder } from './choices-messages.ts';
import type { ChoicesService } from './choices-service.ts';
import { applyDraft, toProgrammeProblem, toSiteChoice } from './solve-choice.ts';

/** Progress is told this often … */
const TELL_MS = 500;
/** … as the share of the time that is given, since nobody knows when a proof will come. */
const MOST_PROGRESS = 0.99;

/** A request that is stored with the language of its reader. */
type Stored<Request extends ChoiceRequest> = Request & { readonly lang: Language };

/** How work is followed and ended. */
interface WorkHooks {
  readonly signal: AbortSignal;
  readonly tellProgress: (progress: number) => void;
  readonly tellInterim: (answer: ChoiceResult) => void;
}

/** Questions to the solvers as the work of jobs. */
export interface ChoiceWork<Request extends ChoiceRequest = ChoiceRequest> {
  /** @throws {DomainError} `unknown_county`, `plan_not_found`, `choice_…`, `programme_…` */
  readonly check: (request: Stored<Request>) => Promise<void>;
  /** The result as JSON; cancelled, the best that was found. */
  readonly run: (
    request: Stored<Request>,
    hooks: WorkHooks,
  ) => Promise<{ readonly fileName: string; readonly mediaType: string; readonly gzipped: Uint8Array }>;
  readonly keepsBest: true;
  readonly toCsv: typeof choiceToCsv;
}

/** What choices need of other features. */
export interface ChoiceParts {
  /** The same object for the same revision. */
  readonly getCounty: (countyCode: string) => Promise<County>;
  /** A plan, or `today`, with the version that it has now. */
  readonly loadDraft: (countyCode: string, plan: string) => Promise<ChoiceDraft & { readonly version: number | null }>;
  readonly service: ChoicesService;
}

/** Both kinds of question, and the same for the command line. */
export interface Choices {
  readonly chooseSites: ChoiceWork<ChooseSitesRequest>;
  readonly planRoads: ChoiceWork<RoadProgrammeRequest>;
  /** Without a job: the result, and its list as CSV. */
  readonly optimise: (
    request: Stored<ChoiceRequest>,
  ) => Promise<{ readonly answer: ChoiceResult; readonly csv: string }>;
}

/** Creates the work over counties and plans. */
export function createChoices({ getCounty, loadDraft, service }: ChoiceParts): Choices {
  const check = async (request: Stored<ChoiceRequest>): Promise<void> => {
    const { county, draft } = await load(request);
    const planned = applyDraft(county, draft);
    if (request.kind === 'choose_sites') checkSiteChoice(planned, toSiteChoice(request));
    else {
      checkProgrammeProblem(toProgrammeProblem(planned, request));
      checkCampaignYears(planned, request);
    }
  };
  const load = async ({ county: code, plan }: ChoiceRequest) => {
    const county = await getCounty(code);
    const { basedOn, commands, version } = await loadDraft(code, plan ?? 'today');
    return { county, draft: { basedOn, commands }, version };
  };
  const solve = async (request: Stored<ChoiceRequest>, hooks: WorkHooks): Promise<ChoiceResult> => {
    const { county, draft, version } = await load(request);
    const { plan, lang: language } = request;
    const basis = { county: county.code, plan: plan === 'today' ? null : plan, version, revision: county.revision };
    const order: ChoiceOrder = { request, draft, basis, batch: nameBatch(request), language };
    const startedAt = performance.now();
    const limitMs = request.timeLimitSeconds * 1000;
    const ticking = setInterval(() => {
      hooks.tellProgress(Math.min(MOST_PROGRESS, (performance.now() - startedAt) / limitMs));
    }, TELL_MS);
    try {
      // who watches needs what is drawn, not the commands
      const tellInterim = (answer: ChoiceResult) => hooks.tellInterim({ ...answer, commands: [] });
      return await service.solve(county, order, { signal: hooks.signal, tellInterim });
    } finally {
      clearInterval(ticking);
    }
  };
  const run: ChoiceWork['run'] = async (request, hooks) => {
    const answer = await solve(request, hooks);
    return {
      fileName: `${nameChoiceFile(answer)}.json`,
      mediaType: 'application/json',
      gzipped: gzipSync(JSON.stringify(answer)),
    };
  };
  const work = { check, run, keepsBest: true, toCsv: choiceToCsv } as const;
  return {
    chooseSites: work,
    planRoads: work,
    async optimise(request) {
      await check(request);
      const { signal } = new AbortController();
      const answer = await solve(request, { signal, tellProgress: () => undefined, tellInterim: () => undefined });
      return { answer, csv: choiceToCsv(JSON.stringify(answer), request.lang).csv };
    },
  };
}

/** A plan hardens in years of the campaign only: the commands of another year would be refused. */
function checkCampaignYears({ campaign }: Pick<County, 'campaign'>, { years }: RoadProgrammeRequest): void {
  const [first, last] = [Number(campaign.startsOn.slice(0, 4)), Number(campaign.deadline.slice(0, 4))];
  const outside = years.find(({ year }) => year < first || year > last);
  if (outside === undefined) return;
  const details = { got: outside.year, first, last };
  throw new InvalidInputError(
    'programme_year_range',
    `Got year ${outside.year}, expected ${first} to ${last}`,
    details,
  );
}

/** Binds the commands of an answer to one step of undo; no two answers share one. */
const nameBatch = ({ kind }: ChoiceRequest): string =>
  `${kind === 'choose_sites' ? 'sites' : 'roads'}-${randomUUID().slice(0, 13)}`;
