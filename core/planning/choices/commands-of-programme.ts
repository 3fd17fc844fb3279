import type { ProgrammeAnswer } from '../programme/programme.ts';
import { bindCommands, type ChoiceCommand } from './commands-of-sites.ts';

/** What makes a road programme part of the plan: each segment hardened in the year of its step. */
export const createProgrammeCommands = (
  { steps }: Pick<ProgrammeAnswer, 'steps'>,
  batch: string,
): readonly ChoiceCommand[] =>
  bindCommands(
    steps.flatMap(({ segmentCodes, year }) =>
      segmentCodes.map((segmentCode) => ({ kind: 'harden_segment' as const, input: { segmentCode, year } })),
    ),
    batch,
  );
