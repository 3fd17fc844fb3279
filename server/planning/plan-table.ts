import { listCommandTargets } from '#core/planning/command-targets.ts';
import { describeCommand } from '#core/planning/describe-command.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { formatCsv } from '../http/csv-text.ts';
import { planToAnswer } from './plan-answers.ts';
import type { PlanState } from './read-plan.ts';
import { createThingNames } from './thing-names.ts';

const HEAD = [
  'csv_number',
  'csv_what',
  'csv_kind',
  'csv_about',
  'csv_input',
  'csv_by',
  'csv_at',
  'csv_id',
  'csv_batch',
] as const;

/** A plan as the command line tells it: as the interface answers it, as sentences in their order, and as a table. */
export const describePlan = (language: Language, state: PlanState) => ({
  answer: planToAnswer(language, state),
  sentences: listSentences(language, state),
  csv: planToCsv(language, state),
});

/** The commands of a plan as sentences, in their order. */
function listSentences(language: Language, { county, commands }: PlanState): readonly string[] {
  const nameOf = createThingNames(language, county, commands);
  return commands.map((command) => describeCommand(command, { language, nameOf }));
}

/** The commands of a plan as a table, one a line; `input` is the JSON that `POST …/commands` takes. */
function planToCsv(language: Language, state: PlanState): string {
  const sentences = listSentences(language, state);
  const lines = state.commands.map((command, i) => [
    i + 1,
    sentences[i] ?? '',
    command.kind,
    listCommandTargets(command).join(' '),
    JSON.stringify(command.input),
    command.by,
    command.at,
    command.id,
    command.batch ?? null,
  ]);
  return formatCsv([HEAD.map((key) => text(language, 'planning', key)), ...lines]);
}
