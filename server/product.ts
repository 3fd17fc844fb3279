import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './config.ts';

/** Changes with the product's version, Node's, and the code that reads a county. */
export const readCountyProgram = (version: string): string =>
  readProgram(`${version} ${process.version}`, ['core/county', 'core/geo', 'server/county']);

/** Changes with the product's version, the major one of Node, and the code that draws sheets. */
export const readSheetProgram = (version: string): string =>
  readProgram(`${version} ${process.version.split('.')[0]}`, ['core', 'server/sheets']);

function readProgram(versions: string, folders: readonly string[]): string {
  const hash = createHash('sha256').update(versions);
  for (const folder of folders) {
    const names = readdirSync(join(PROJECT_FOLDER, folder), { encoding: 'utf8', recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts')).toSorted()) {
      hash.update(readFileSync(join(PROJECT_FOLDER, folder, name)));
    }
  }
  return hash.digest('hex');
}

/** Version of the product, from package.json. */
export function readVersion(): string {
  const written: unknown = JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8'));
  return typeof written === 'object' && written !== null && 'version' in written ? String(written.version) : '';
}
