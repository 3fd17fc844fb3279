import type { Language } from '#core/texts/language.ts';
import type { TextKey } from '#core/texts/text.ts';
import type { CommandServices } from './command-services.ts';

/** One command of `npm run guatu`, the same in a process of its own and inside a live server. */
export interface Command {
  readonly name: string;
  /** Sentence of the usage list. */
  readonly usage: TextKey<'start'>;
  /** Throws a `DomainError` when it cannot be done; what it says goes to the person line by line. */
  readonly run: (call: CommandCall, services: CommandServices) => Promise<CommandResult>;
}

/** What a person typed, and how to answer. */
export interface CommandCall {
  readonly args: readonly string[];
  readonly language: Language;
  /** Makes a file name absolute, starting at the folder in which the person typed it. */
  readonly locateFile: (name: string) => string;
  readonly sayLine: (line: string) => void;
  /** Aborts when the person no longer wants it; long work looks at it. */
  readonly signal?: AbortSignal;
}

/** What remains to be done where the person sits. */
export interface CommandResult {
  /** Files to write, absolute names. */
  readonly files?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}
