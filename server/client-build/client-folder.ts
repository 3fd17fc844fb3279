import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../config.ts';

/** Holds one folder a build, named after the hash of what it was built from. */
export const BUILDS_FOLDER = join(PROJECT_FOLDER, 'dist', 'client');

/** Everything that the built page depends on; `package-lock.json` stands for every package. */
const INPUTS = ['client', 'core', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Folder in which the page built from the present sources stands, or will stand. */
export function locateClientFolder(): string {
  return join(BUILDS_FOLDER, hashInputs());
}

/** Whether the page in `folder` is complete: a build appears under its name only when everything is written. */
export function isClientBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(listFiles)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT_FOLDER, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Files at or below a path of the project, sorted, with forward slashes on every system. */
function listFiles(path: string): string[] {
  const full = join(PROJECT_FOLDER, path);
  if (!existsSync(full)) return [];
  if (path.includes('.')) return [path];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(PROJECT_FOLDER.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
