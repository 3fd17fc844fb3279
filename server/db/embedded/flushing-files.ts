import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What the owner of the files is told. */
export interface FileHooks {
  readonly onFlush?: OnFlush | undefined;
  readonly onFailure: (error: unknown) => void;
  /** A last word of PostgreSQL before it ends itself. Other lines of its log may hold rows and are dropped. */
  readonly onPanic: (line: string) => void;
}

/** Told about each flush after it happened: the host path, and whether it is a folder. */
export type OnFlush = (path: string, isFolder: boolean) => void;

/** The parts of Emscripten's file system over Node that carry a flush; `nfd` is absent where a folder is open. */
interface NodeFileSystem {
  readonly realPath: (node: object) => string;
  readonly stream_ops: { fsync?: (stream: { readonly nfd?: number; readonly node: object }) => number };
}

/** WASI's number for EIO: PostgreSQL stops with a panic when a flush fails, so that nothing is acknowledged that is not on disk. */
const INPUT_OUTPUT_ERROR = 29;

/**
 * The database folder on the host, with real flushing: Emscripten's file system answers every fsync with success without doing anything. The
 * hook is in place before the engine boots, so that recovery after a crash is flushed too.
 *
 * @see libraries.md, trap 5
 */
export class FlushingFiles extends NodeFS {
  readonly #hooks: FileHooks;

  constructor(folder: string, hooks: FileHooks) {
    super(folder);
    this.#hooks = hooks;
  }

  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const amended = await super.init(engine, options);
    const addFlush = (module: PGlite['Module']): void => {
      const files = (module.FS as unknown as { filesystems: { NODEFS: NodeFileSystem } }).filesystems.NODEFS;
      files.stream_ops.fsync = (stream) => this.#flush(files.realPath(stream.node), stream.nfd);
    };
    const printErr = (line: string): void => {
      if (/\b(?:PANIC|FATAL):/.test(line)) this.#hooks.onPanic(line);
    };
    return { emscriptenOpts: { ...amended.emscriptenOpts, printErr, preRun: [addFlush, ...preRuns(amended)] } };
  }

  /** Never throws: an exception would unwind the engine's stack. */
  #flush(path: string, descriptor: number | undefined): number {
    try {
      if (descriptor === undefined) flushFolder(path);
      else fsyncSync(descriptor);
      this.#hooks.onFlush?.(path, descriptor === undefined);
      return 0;
    } catch (error) {
      this.#hooks.onFailure(error);
      return INPUT_OUTPUT_ERROR;
    }
  }
}

type PreRun = (module: PGlite['Module']) => void;

function preRuns(amended: Awaited<ReturnType<NodeFS['init']>>): readonly PreRun[] {
  const hooks = amended.emscriptenOpts.preRun as PreRun | readonly PreRun[] | undefined;
  return hooks === undefined ? [] : typeof hooks === 'function' ? [hooks] : hooks;
}

/** Flushes a folder's list of names. Windows can neither open nor flush a folder; NTFS journals its names itself. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  flushFile(path);
}

/** Flushes one file by its path. */
export function flushFile(path: string): void {
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
