import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '#core/errors.ts';
import { createChildEnvironment, PROJECT_FOLDER } from '../config.ts';
import { BUILDS_FOLDER, isClientBuilt, locateClientFolder } from './client-folder.ts';

/** Prefix of folders that a build is still writing. */
const UNFINISHED = '.building-';
/** After this time an unfinished folder belongs to a build that was killed. */
const ABANDONED_AFTER_MS = 3_600_000;

/** Builds that stay on disk, the present one included. */
const KEPT_BUILDS = 3;

/** A built page. */
export interface BuiltClient {
  readonly folder: string;
  /** False when the page of these sources stood there already. */
  readonly isNew: boolean;
}

/**
 * Builds the page unless it was built from the same sources before.
 *
 * The bundler runs in a process of its own, so that its memory does not stay with the server. The new page appears by one rename: a build
 * that is killed leaves the old page, or none, never half of one.
 *
 * @throws {EnvironmentError} `client_build_failed`
 */
export async function buildClient(signal?: AbortSignal): Promise<BuiltClient> {
  const folder = locateClientFolder();
  if (isClientBuilt(folder)) return { folder, isNew: false };
  mkdirSync(BUILDS_FOLDER, { recursive: true });
  const unfinished = join(BUILDS_FOLDER, `${UNFINISHED}${process.pid}`);
  try {
    await runBundler(unfinished, signal);
    publish(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOldBuilds();
  return { folder, isNew: true };
}

function runBundler(outFolder: string, signal: AbortSignal | undefined): Promise<void> {
  const vite = join(PROJECT_FOLDER, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'error', '--outDir', outFolder, '--emptyOutDir'];
  return new Promise((resolve, reject) => {
    const bundler = spawn(process.execPath, args, {
      cwd: PROJECT_FOLDER,
      env: createChildEnvironment({ NODE_ENV: 'production' }),
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
    });
    let messages = '';
    bundler.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      messages += chunk;
    });
    bundler.once('error', reject);
    bundler.once('exit', (code) => {
      if (code === 0) return resolve();
      reject(
        new EnvironmentError('client_build_failed', `The bundler ended with ${code}`, { reason: summarise(messages) }),
      );
    });
  });
}

/** Another start may have published the same page meanwhile: then that one stands. */
function publish(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!isClientBuilt(folder)) throw error;
  }
}

/** Keeps the newest builds, which a running server may still serve, and every build under way. */
function removeOldBuilds(): void {
  const builds = readdirSync(BUILDS_FOLDER)
    .map((name) => ({ name, path: join(BUILDS_FOLDER, name), changedAt: statSync(join(BUILDS_FOLDER, name)).mtimeMs }))
    .sort((a, b) => b.changedAt - a.changedAt);
  const finished = builds.filter((build) => !build.name.startsWith(UNFINISHED));
  const abandoned = builds.filter(
    (build) => build.name.startsWith(UNFINISHED) && Date.now() - build.changedAt > ABANDONED_AFTER_MS,
  );
  for (const { path } of [...finished.slice(KEPT_BUILDS), ...abandoned]) rmSync(path, { recursive: true, force: true });
}

/** First lines that say something, without terminal colours. */
function summarise(messages: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with the escape character
  const lines = messages.replaceAll(/\u001b\[\d*m/g, '').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, 3)
    .join(' ')
    .slice(0, 400);
}
