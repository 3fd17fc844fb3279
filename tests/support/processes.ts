import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A program that runs beside the test and says lines. */
export interface SideProcess {
  /** The next line it says; rejects when it ends first. */
  nextLine(): Promise<string>;
  /** Ends it like a power switch: no handler of it runs. */
  kill(): Promise<void>;
  readonly pid: number | undefined;
}

/** Runs TypeScript in another process, which the end of the test ends too. */
export function startSideProcess(code: string): SideProcess {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  if (child.stdout === null) throw new Error('Got a process without output, expected one');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid,
    kill,
    async nextLine() {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('Got the end of the other process, expected a line');
      return value;
    },
  };
}

/** `import { names } from 'file'` for a file of the project, for code of another process. */
export function importLine(names: string, path: string): string {
  return `import { ${names} } from ${JSON.stringify(new URL(`../../${path}`, import.meta.url).href)};`;
}
