import { z } from 'zod';
import { codeSchema } from '#core/api/plan-inputs.ts';
import { countyParamsSchema, type PlanSummary } from '#core/api/plans.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { Command, CommandCall } from '../command.ts';
import type { CommandServices } from '../command-services.ts';
import { findCounty } from '../find-county.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

const plansArgumentsSchema = z.object({
  action: z.enum(['list', 'show', 'export']),
  county: countyParamsSchema.shape.county.optional(),
  plan: codeSchema.optional(),
  output: z
    .string()
    .regex(/\.(json|csv)$/, '*.json | *.csv')
    .optional(),
});

interface Asked {
  readonly county: string;
  readonly isJson: boolean;
  readonly output: string | undefined;
}

/** `plans`: the plans of a county, the measures of one as sentences, or its commands as a file. */
export const plansCommand: Command = {
  name: 'plans',
  usage: 'cli_plans',
  async run(call, services) {
    const usage = text(call.language, 'start', 'cli_plans');
    const { options, positionals } = readArguments(call.args, { values: ['county', 'output'], flags: ['json'] }, usage);
    const [action, plan, more] = positionals;
    const { county, output } = options;
    const read = parseArguments(plansArgumentsSchema, { action, plan, county, output }, usage);
    const unused = read.action === 'list' ? plan : more;
    if (unused !== undefined) refuse(unused, usage);
    if (output !== undefined && read.action !== 'export') refuse(`--output ${String(output)}`, usage);
    const asked: Asked = {
      county: read.county ?? (await findCounty(services, usage)),
      isJson: options.json === true,
      output: read.output,
    };
    if (read.action === 'list') return listPlans(call, services, asked);
    if (read.plan === undefined)
      throw new InvalidInputError('missing_argument', 'The plan is missing', { field: 'plan', usage });
    const request = { ...asked, plan: read.plan };
    return read.action === 'show' ? showPlan(call, services, request) : exportPlan(call, services, request);
  },
};

function refuse(got: string, usage: string): never {
  throw new InvalidInputError('invalid_argument', 'Argument refused', { field: got, got, expected: usage });
}

async function listPlans({ language, sayLine }: CommandCall, services: CommandServices, { county, isJson }: Asked) {
  const list = await services.listPlans(county);
  if (isJson) sayLine(JSON.stringify(list, null, 2));
  else for (const plan of list.items) sayLine(formatPlan(language, plan, plan.code === list.inForce));
  if (!isJson && list.items.length === 0) sayLine(text(language, 'planning', 'cli_no_plans', { county }));
  return {};
}

/** Tab-separated: code, name, state, published on, plan under it, commands, version, owner, whether it is in force. */
function formatPlan(language: Language, plan: PlanSummary, isInForce: boolean): string {
  const { code, status, publishedOn, basedOn, commandCount, version, owner } = plan;
  const cells = [code, nameIn(language, plan), text(language, 'plans', `status_${status}`), publishedOn, basedOn];
  const mark = isInForce ? text(language, 'planning', 'cli_in_force') : null;
  return [...cells, commandCount, version, owner || null, mark].map((cell) => String(cell ?? '–')).join('\t');
}

/** On one line, whatever was typed. */
const nameIn = (language: Language, { name, nameEn }: Pick<PlanSummary, 'name' | 'nameEn'>): string =>
  (language === 'en' ? nameEn || name : name).replace(/\s+/g, ' ');

type PlanAsked = Asked & { readonly plan: string };

/** What the plan is, then its measures, one a line with number and author, then what of it can no longer be done. */
async function showPlan({ language, sayLine }: CommandCall, services: CommandServices, asked: PlanAsked) {
  const { answer, sentences } = await services.readPlan({ ...asked, language });
  if (asked.isJson) {
    sayLine(JSON.stringify(answer, null, 2));
    return {};
  }
  const say = (key: 'cli_head' | 'cli_no_commands', values = {}) => text(language, 'planning', key, values);
  const { code, status, version, basedOn, commandCount: count } = answer;
  const base = basedOn ?? text(language, 'planning', 'today');
  const name = nameIn(language, answer);
  sayLine(say('cli_head', { code, name, status: text(language, 'plans', `status_${status}`), base, version, count }));
  if (answer.description !== '') sayLine(answer.description);
  sentences.forEach((sentence, i) => {
    const { by, at } = answer.commands[i] ?? { by: '–', at: '–' };
    sayLine([i + 1, sentence, by, at].join('\t'));
  });
  if (sentences.length === 0) sayLine(say('cli_no_commands'));
  for (const fault of answer.faults) sayLine(fault.text);
  return {};
}

/** The commands as a file: a table, or the list that `POST …/commands` takes; without a name one is made of county and plan. */
async function exportPlan({ language, sayLine, locateFile }: CommandCall, services: CommandServices, asked: PlanAsked) {
  const { answer, csv } = await services.readPlan({ ...asked, language });
  const file = asked.output ?? `${asked.county}-${answer.code}.${asked.isJson ? 'json' : 'csv'}`;
  const written = file.endsWith('.csv') ? csv : `${JSON.stringify(answer.commands, null, 2)}\n`;
  sayLine(text(language, 'planning', 'cli_written', { code: answer.code, count: answer.commandCount, file }));
  return { files: [{ path: locateFile(file), bytes: Buffer.from(written) }] };
}
