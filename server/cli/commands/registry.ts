import { InvalidInputError } from '#core/errors.ts';
import type { Command } from '../command.ts';
import { atlasCommand } from './atlas-command.ts';
import { backupCommand } from './backup-command.ts';
import { distanceCommand } from './distance-command.ts';
import { exportCommand } from './export-command.ts';
import { gapsCommand } from './gaps-command.ts';
import { importCommand } from './import-command.ts';
import { indicatorsCommand } from './indicators-command.ts';
import { optimiseCommand } from './optimise-command.ts';
import { plansCommand } from './plans-command.ts';
import { readerCommand } from './reader-command.ts';
import { restoreCommand } from './restore-command.ts';
import { seedCommand } from './seed-command.ts';
import { sheetCommand } from './sheet-command.ts';
import { tilesCommand } from './tiles-command.ts';

/** Every command but `serve`, in the order of the usage list: one file each. */
export const COMMANDS: readonly Command[] = [
  seedCommand,
  importCommand,
  exportCommand,
  sheetCommand,
  atlasCommand,
  tilesCommand,
  indicatorsCommand,
  distanceCommand,
  gapsCommand,
  plansCommand,
  optimiseCommand,
  backupCommand,
  restoreCommand,
  readerCommand,
];

/**
 * The command of that name.
 *
 * @throws {InvalidInputError} `unknown_command` with the names there are
 */
export function getCommand(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const commands = ['serve', ...COMMANDS.map((candidate) => candidate.name)].join(', ');
  throw new InvalidInputError('unknown_command', `No command ${name}`, { command: name, commands });
}
