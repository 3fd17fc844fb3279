import type { PlanCommand } from '#core/county/plan.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { createProblem, sendProblem, statusOf } from '../http/error-handler.ts';
import { readLanguage } from '../http/reader-language.ts';
import { conflictsToAnswers, faultsToAnswers } from './plan-answers.ts';
import { PlanConflictError, PlanFaultsError } from './plan-errors.ts';
import type { PlanService } from './plan-service.ts';
import { createThingNames, type ThingNames } from './thing-names.ts';

type Request = Parameters<typeof readLanguage>[0];
type Response = Parameters<typeof sendProblem>[0];

/** A handler of errors, as routers take them. */
type Refusals = (error: unknown, request: Request, response: Response, next: (error: unknown) => void) => void;

/** Most reasons that one answer tells. */
const MOST_REASONS = 200;

/**
 * Answers refusals of plans with more than a sentence: conflicts with both sides, faults with every reason. Other errors go on to the handler of the
 * whole application.
 */
export function createPlanRefusals({ get }: Pick<PlanService, 'get'>): Refusals {
  return (error, request, response, next) => {
    const isOurs = error instanceof PlanConflictError || error instanceof PlanFaultsError;
    if (!isOurs || response.headersSent) return next(error);
    const language = readLanguage(request);
    void readNames(get, request, language)
      .then((nameOf) => sendProblem(response, describe(error, { language, nameOf, instance: request.path })))
      .catch(next);
  };
}

interface Telling {
  readonly language: Language;
  readonly nameOf: ThingNames;
  readonly instance: string;
}

function describe(error: PlanConflictError | PlanFaultsError, { language, nameOf, instance }: Telling) {
  const options = { status: statusOf(error), language, message: error.message, instance };
  if (error instanceof PlanConflictError) {
    const problem = createProblem(error.code, error.details, options);
    const detail = text(language, 'errors', error.sentence, error.details);
    return { ...problem, detail, version: error.version, conflicts: conflictsToAnswers(nameOf, error.conflicts) };
  }
  const errors = faultsToAnswers(language, nameOf, error.faults.slice(0, MOST_REASONS));
  const [first] = errors;
  const problem = createProblem(error.code, { ...error.details, first: first?.text ?? '' }, options);
  return { ...problem, errors };
}

/** Names of what the plan of an address is about; codes where the plan cannot be read. */
async function readNames(get: PlanService['get'], { path, body }: Request, language: Language): Promise<ThingNames> {
  const [, countyCode = '', code = ''] = /^\/api\/plans\/([^/]*)\/([^/]*)/.exec(path) ?? [];
  const state = await get({ countyCode, code }).catch(() => undefined);
  if (state === undefined) return (name) => name;
  return createThingNames(language, state.county, [...state.commands, ...readSent(body)]);
}

/** The commands of a body that was parsed already; none in any other. */
function readSent(body: unknown): readonly PlanCommand[] {
  const commands = typeof body === 'object' && body !== null && 'commands' in body ? body.commands : [];
  return Array.isArray(commands) ? (commands as readonly PlanCommand[]) : [];
}
