import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ImportQuestion, putMappings, putRepairs } from '#client/api/imports-requests.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { noteSaved, noteSaving, useEditStore } from './import-edit-store.ts';
import { createLatestRunner, type LatestRunner } from './latest-runner.ts';
import { useImportQuestion, useKeepImport } from './use-import.ts';

/** Lists of an import that a person changes. */
interface Lists {
  readonly mappings: readonly TableMapping[];
  readonly repairs: readonly RepairChoice[];
}
type Edited = keyof Lists;

/** Changing mappings or choices: shown at once, sent one after the other. */
export interface ImportEdit<Part extends Edited> {
  readonly edit: (change: (before: Lists[Part]) => Lists[Part]) => void;
  /** Why the last change was not taken; the list is then that of the server again. */
  readonly error: unknown;
}

/** Edits one of the lists of the open import. */
export function useImportEdit<Part extends Edited>(part: Part): ImportEdit<Part> {
  const question = useImportQuestion();
  const client = useQueryClient();
  const keep = useKeepImport();
  const name = `${question.id} ${part}`;
  const error = useEditStore(({ errors }) => errors[name] ?? null);
  const edit: ImportEdit<Part>['edit'] = (change) => {
    const key = ['import', question.id, question.lang];
    const before = client.getQueryData<ImportRecord>(key);
    if (!before) return;
    // the answer's lists are those of the contract, without `readonly`
    const list = change(before[part] as Lists[Part]);
    noteSaving(name);
    latest.set(name, list);
    client.setQueryData(key, { ...before, [part]: list });
    findSender({ part, question, client, keep }).ask(list as Lists[Edited]);
  };
  return { edit, error };
}

interface SenderParts {
  readonly part: Edited;
  readonly question: ImportQuestion;
  readonly client: QueryClient;
  readonly keep: (record: ImportRecord) => void;
}

/** What was changed last, by import and list. */
const latest = new Map<string, Lists[Edited]>();

/** One for each list: what was changed is sent although the step was left. */
const senders = new Map<string, LatestRunner<Lists[Edited]>>();

function findSender(parts: SenderParts): LatestRunner<Lists[Edited]> {
  const name = `${parts.question.id} ${parts.part} ${parts.question.lang}`;
  const sender = senders.get(name) ?? createSender(parts);
  senders.set(name, sender);
  return sender;
}

function createSender({ part, question, client, keep }: SenderParts): LatestRunner<Lists[Edited]> {
  const key = ['import', question.id, question.lang];
  const name = `${question.id} ${part}`;
  const now = (): ImportRecord | undefined => client.getQueryData<ImportRecord>(key);
  return createLatestRunner<Lists[Edited], ImportRecord>({
    run: (list) => {
      const version = now()?.version ?? 0;
      return part === 'mappings'
        ? putMappings(question, { version, mappings: list as Lists['mappings'] })
        : putRepairs(question, { version, repairs: list as Lists['repairs'] });
    },
    onAnswer: (record, sent) => {
      // what was changed meanwhile stays on the screen until it is sent as well
      const newest = latest.get(name);
      const isNewest = newest === sent;
      keep(isNewest ? record : { ...record, [part]: newest });
      if (isNewest) noteSaved(name);
    },
    onFailure: (failure) => {
      noteSaved(name, failure);
      void client.invalidateQueries({ queryKey: key });
    },
  });
}
