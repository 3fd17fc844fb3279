import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { OnFlush } from './flushing-files.ts';

/**
 * Keeps a second folder that receives only what was flushed, as a disk would after a power cut: a file's content when the file was flushed, a
 * name in a folder when the folder was flushed. Everything present at the start counts as flushed.
 *
 * A name whose file was never flushed appears empty, which is the worst that a journalling file system leaves behind.
 */
export function createShadow(folder: string, shadowFolder: string): OnFlush {
  const flushedFiles = new Set<bigint>();
  const toShadow = (path: string): string => join(shadowFolder, relative(folder, path));
  const copy = (path: string): void => {
    if (!existsSync(path)) return;
    mkdirSync(dirname(toShadow(path)), { recursive: true });
    copyFileSync(path, toShadow(path));
  };
  const copyNames = (path: string): void => {
    const shadow = toShadow(path);
    mkdirSync(shadow, { recursive: true });
    const names = new Set(readdirSync(path));
    for (const name of readdirSync(shadow)) {
      if (!names.has(name)) rmSync(join(shadow, name), { recursive: true });
    }
    for (const name of names) {
      const file = join(path, name);
      const state = statSync(file, { bigint: true });
      if (!existsSync(join(shadow, name)) && state.isFile() && flushedFiles.has(state.ino)) copy(file);
    }
  };
  const copyAll = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = join(path, entry.name);
      if (entry.isDirectory()) copyAll(file);
      else {
        flushedFiles.add(statSync(file, { bigint: true }).ino);
        copy(file);
      }
    }
    copyNames(path);
  };
  copyAll(folder);
  return (path, isFolder) => {
    if (isFolder) return copyNames(path);
    if (!existsSync(path)) return;
    flushedFiles.add(statSync(path, { bigint: true }).ino);
    copy(path);
  };
}
