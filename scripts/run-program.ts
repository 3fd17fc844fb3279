import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createChildEnvironment, type Environment, PROJECT_FOLDER } from '#server/config.ts';

/** How a program ended; its output went to this terminal. */
export interface ProgramEnd {
  readonly code: number;
}

/** Runs a program in the project folder and waits for its end; 127 when it is not there. */
export function runProgram(
  command: string,
  args: readonly string[],
  environment: Environment = {},
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: PROJECT_FOLDER,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: createChildEnvironment(environment),
    });
    child.once('error', () => resolve({ code: 127 }));
    child.once('exit', (code) => resolve({ code: code ?? 1 }));
  });
}

/** Runs the script of an installed package with this Node: no shell, the same on every system. */
export function runTool(script: string, args: readonly string[], environment: Environment = {}): Promise<ProgramEnd> {
  return runProgram(process.execPath, [join(PROJECT_FOLDER, 'node_modules', script), ...args], environment);
}
