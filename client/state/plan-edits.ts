import { PLAN_INPUT_SCHEMAS } from '#core/api/plan-inputs.ts';
import type { PlanAnswer, SentCommand } from '#core/api/plans.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import type { PlanQueue } from './plan-queue.ts';

/** A command as the page shows it: with authorship once the server has it. */
export type ShownCommand = SentCommand & {
  /** Null = not with the server yet. */
  readonly by: string | null;
  readonly at: string | null;
};

/** What a plan places, by the letter in its codes. */
export type PlacedLetter = 'S' | 'P' | 'F' | 'L';

const RANDOM_LENGTH = 3;

/** Commands with ids of their own; several are one step of undo. */
export function createCommands(edits: readonly PlanEdit[]): readonly SentCommand[] {
  const batch = edits.length > 1 ? crypto.randomUUID() : undefined;
  return edits.map((edit) => ({ ...edit, id: crypto.randomUUID(), ...(batch ? { batch } : {}) }));
}

/** Commands of the server in the types of the page; one whose input this page cannot read is left out of what is drawn. */
export const readCommands = (commands: PlanAnswer['commands']): readonly ShownCommand[] =>
  commands.flatMap((command): ShownCommand[] => {
    const input = PLAN_INPUT_SCHEMAS[command.kind].safeParse(command.input);
    // the input was parsed by the schema of its own kind
    return input.success ? [{ ...command, input: input.data } as ShownCommand] : [];
  });

/** Commands of a plan as the server knows them, then those that wait. */
export function listCommands(plan: PlanAnswer | undefined, queue: PlanQueue): readonly ShownCommand[] {
  const saved = readCommands(plan?.commands ?? []);
  const known = new Set(saved.map(({ id }) => id));
  const waiting = queue.commands.filter(({ id }) => !known.has(id));
  return [...saved, ...waiting.map((command): ShownCommand => ({ ...command, by: null, at: null }))];
}

/** How many things of a kind a plan placed, plus one: for their names. */
export function nextNumber(commands: readonly PlanEdit[], letter: PlacedLetter): number {
  return 1 + commands.filter((command) => placedCode(command)?.letter === letter).length;
}

/** A code for what the plan places; the random end keeps two desks from choosing the same one. */
export function createPlacedCode(plan: string, letter: PlacedLetter, number: number): string {
  const random = crypto.randomUUID().slice(0, RANDOM_LENGTH);
  return `${plan}-${letter}${number}-${random}`;
}

function placedCode(command: PlanEdit): { readonly letter: PlacedLetter } | null {
  switch (command.kind) {
    case 'place_site':
      return { letter: 'S' };
    case 'place_park':
      return { letter: 'P' };
    case 'place_service':
      return { letter: 'F' };
    case 'add_segment':
      return { letter: 'L' };
    default:
      return null;
  }
}
