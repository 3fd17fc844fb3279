import { InvalidInputError } from '#core/errors.ts';
import type { DeskLaterChange, ImportDeskParts } from './import-desk-parts.ts';
import type { StoredImport } from './import-record-store.ts';

/** Whether an import can be taken back, and what stands against it. */
export interface UndoVerdict {
  readonly isPossible: boolean;
  /** The later revision that changed the same; null when there is none, or nothing to take back. */
  readonly later: DeskLaterChange | null;
}

/** Judges whether imports can be taken back, each once for each revision of its county. */
export interface UndoJudge {
  judge(stored: StoredImport, revision: number): Promise<UndoVerdict>;
  /** What is known without asking the database: for lists of many. */
  guess(stored: StoredImport, revision: number): UndoVerdict;
}

const KEPT_VERDICTS = 500;

/** Creates the judge. */
export function createUndoJudge({ findLaterChange }: Pick<ImportDeskParts, 'findLaterChange'>): UndoJudge {
  const verdicts = new Map<string, UndoVerdict>();
  const keyOf = ({ id }: StoredImport, revision: number): string => `${id} ${revision}`;
  return {
    async judge(stored, revision) {
      const { countyCode, state, writtenRevision } = stored;
      if (state !== 'written' || writtenRevision === null) return { isPossible: false, later: null };
      if (writtenRevision === revision) return { isPossible: true, later: null };
      const key = keyOf(stored, revision);
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const later = (await findLaterChange({ countyCode, revision: writtenRevision })) ?? null;
      const verdict = { isPossible: later === null, later };
      if (verdicts.size >= KEPT_VERDICTS) verdicts.clear();
      verdicts.set(key, verdict);
      return verdict;
    },
    guess: (stored, revision) =>
      verdicts.get(keyOf(stored, revision)) ?? { isPossible: stored.state === 'written', later: null },
  };
}

/** Why an import cannot be taken back any more. */
export const createChangedSince = ({ code, revision, recordedAt }: DeskLaterChange): InvalidInputError =>
  new InvalidInputError('import_changed_since', `Revision ${revision} changed ${code} again`, {
    code,
    revision,
    day: recordedAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }),
  });
