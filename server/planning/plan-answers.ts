import type { PlanAnswer, PlanConflictAnswer, PlanHistory, PlanRefusalAnswer } from '#core/api/plans.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import type { PlanConflict } from '#core/planning/plan-conflict.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextValues, text } from '#core/texts/text.ts';
import type { DraftAction } from './draft-store.ts';
import { findNearestOf, sayForbidden } from './forbidden-places.ts';
import type { PlanState } from './read-plan.ts';
import { createThingNames, type ThingNames } from './thing-names.ts';

type Fault = PlanRefusalAnswer['errors'][number];
type CommandAnswer = PlanAnswer['commands'][number];

/** A plan as the interface gives it. */
export function planToAnswer(language: Language, { county, summary, commands, faults }: PlanState): PlanAnswer {
  const nameOf = createThingNames(language, county, commands);
  return { ...summary, commands: commands.map(commandToAnswer), faults: faultsToAnswers(language, nameOf, faults) };
}

/** Why something cannot be done, each as a sentence. */
export const faultsToAnswers = (language: Language, nameOf: ThingNames, faults: readonly PlanFault[]): Fault[] =>
  faults.map((fault) => {
    const { code, commandId, about, details } = fault;
    const nearest = findNearestOf(fault);
    const words = code === 'forbidden_place' ? sayForbidden(language, fault) : writeCounts(details);
    return {
      code: `plan_${code}`,
      commandId,
      about,
      text: text(language, 'planning', `fault_${code}`, { ...words, name: nameOf(about), about }),
      ...(nearest && { nearest: [...nearest] }),
    };
  });

/** Details that count or measure, as people read them; years, days and positions stay as they are. */
const COUNTS: readonly string[] = ['households', 'capacity', 'excess', 'meters', 'least'];

const writeCounts = (details: PlanFault['details']): TextValues =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) =>
      typeof value === 'number' && COUNTS.includes(name)
        ? [name, formatNumber(value, Number.isInteger(value) ? 0 : 1)]
        : [name, value],
    ),
  );

/** What both sides did to the same things. */
export const conflictsToAnswers = (
  nameOf: ThingNames,
  conflicts: readonly PlanConflict[],
): PlanConflictAnswer['conflicts'] =>
  conflicts.map(({ about, mine, theirs, removed = [] }) => ({
    about,
    aboutName: nameOf(about),
    mine: mine.map(commandToAnswer),
    theirs: theirs.map((command) => ({ ...commandToAnswer(command), isRemoved: removed.includes(command.id) })),
  }));

/** What was done to a plan, as sentences. */
export const historyToAnswer = (language: Language, actions: readonly DraftAction[]): PlanHistory => ({
  items: actions.map(({ version, action, by, at, commandIds }) => ({
    version,
    action,
    by,
    at: at.toISOString(),
    commandIds: [...commandIds],
    text: text(language, 'planning', `history_${action}`, { count: commandIds.length }),
  })),
});

const commandToAnswer = ({ id, kind, input, batch, by, at }: PlanCommand): CommandAnswer => ({
  id,
  kind,
  input: { ...input },
  ...(batch !== undefined && { batch }),
  by,
  at,
});
