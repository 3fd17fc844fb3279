import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import {
  deleteImport,
  fetchImport,
  type ImportQuestion,
  startCheck,
  undoImport,
  writeImport,
} from '#client/api/imports-requests.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import { followImportWork, isAtWork } from './import-follow.ts';
import { useView } from './view-store.ts';

/** The import that the address names; '' while it names none. */
export function useImportQuestion(): ImportQuestion {
  const id = useView((view) => view.importing.id ?? '');
  const lang = useView((view) => view.language);
  return { id, lang };
}

/** The import that is open. */
export function useImport(): UseQueryResult<ImportRecord> {
  const question = useImportQuestion();
  return useQuery({
    queryKey: ['import', question.id, question.lang],
    queryFn: ({ signal }) => fetchImport(question, signal),
    enabled: question.id !== '',
    staleTime: 0,
  });
}

/** Puts a newer state of an import in the place of the older one, and has what depends on it asked for anew. */
export function useKeepImport(): (record: ImportRecord) => void {
  const client = useQueryClient();
  const lang = useView((view) => view.language);
  return useCallback(
    (record) => {
      const key = ['import', record.id, lang];
      const before = client.getQueryData<ImportRecord>(key);
      client.setQueryData(key, record);
      if (isAtWork(record) || (before && before.version === record.version && before.state === record.state)) return;
      for (const part of ['import-rows', 'import-map', 'imports']) void client.invalidateQueries({ queryKey: [part] });
    },
    [client, lang],
  );
}

/** Follows the server's work at the open import; true while the server is away. */
export function useImportWork(): boolean {
  const question = useImportQuestion();
  const record = useImport().data;
  const keep = useKeepImport();
  const [isLost, setLost] = useState(false);
  const isBusy = record !== undefined && isAtWork(record);
  const { id, lang } = question;
  useEffect(() => {
    if (!isBusy) return;
    const stop = followImportWork({ id, lang }, { onStep: keep, onLost: setLost });
    return () => {
      setLost(false);
      stop();
    };
  }, [isBusy, id, lang, keep]);
  return isLost;
}

/** Steps that the server takes when it is told to. */
export type ImportCommand =
  | { readonly kind: 'check' | 'undo' }
  | { readonly kind: 'write'; readonly ifRevision: number };

const send = (question: ImportQuestion, command: ImportCommand): Promise<ImportRecord> => {
  if (command.kind === 'write') return writeImport(question, command.ifRevision);
  return command.kind === 'check' ? startCheck(question) : undoImport(question);
};

/** Has the open import checked, written or undone; what is read of the county is asked for anew where it changes. */
export function useImportCommand(): UseMutationResult<ImportRecord, Error, ImportCommand> {
  const question = useImportQuestion();
  const keep = useKeepImport();
  return useMutation({ mutationFn: (command: ImportCommand) => send(question, command), onSuccess: keep });
}

/** Undoes any import of the history. */
export function useUndoImport(): UseMutationResult<ImportRecord, Error, string> {
  const { lang } = useImportQuestion();
  const keep = useKeepImport();
  return useMutation({ mutationFn: (id: string) => undoImport({ id, lang }), onSuccess: keep });
}

/** Stops the work at an import, or forgets one that wrote nothing. */
export function useDeleteImport(): UseMutationResult<void, Error, string> {
  const { lang } = useImportQuestion();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => deleteImport({ id, lang }),
    onSettled: (_answer, _error, id) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['imports'] }),
        client.invalidateQueries({ queryKey: ['import', id] }),
      ]),
  });
}

/** What the page knows of a county is asked for anew when an import was written or undone. */
export function useFreshCounty(): void {
  const client = useQueryClient();
  const record = useImport().data;
  const made = record && `${record.id} ${record.writtenRevision} ${record.undoneRevision}`;
  const [before, setBefore] = useState(made);
  useEffect(() => {
    if (made === before) return;
    setBefore(made);
    const isSame = before !== undefined && made?.split(' ')[0] === before.split(' ')[0];
    if (isSame)
      void client.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('import') });
  }, [made, before, client]);
}
