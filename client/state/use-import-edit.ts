import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { putMappings, putRepairs } from '#client/api/imports-requests.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { createLatestRunner } from './latest-runner.ts';
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
  readonly isSaving: boolean;
  /** Why the last change was not taken; the list is then that of the server again. */
  readonly error: unknown;
}

/** Edits one of the lists of the open import. */
export function useImportEdit<Part extends Edited>(part: Part): ImportEdit<Part> {
  const { id, lang } = useImportQuestion();
  const client = useQueryClient();
  const keep = useKeepImport();
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const latest = useRef<Lists[Part] | null>(null);
  const runner = useMemo(() => {
    const key = ['import', id, lang];
    return createLatestRunner<Lists[Part], ImportRecord>({
      run: (list) => {
        const version = client.getQueryData<ImportRecord>(key)?.version ?? 0;
        const question = { id, lang };
        return part === 'mappings'
          ? putMappings(question, { version, mappings: list as Lists['mappings'] })
          : putRepairs(question, { version, repairs: list as Lists['repairs'] });
      },
      onAnswer: (record, sent) => {
        const isNewest = latest.current === sent;
        keep(isNewest ? record : { ...record, [part]: latest.current ?? sent });
        setSaving(!isNewest);
      },
      onFailure: (failure) => {
        setError(failure);
        setSaving(false);
        void client.invalidateQueries({ queryKey: key });
      },
    });
  }, [id, lang, part, client, keep]);
  useEffect(() => () => runner.stop(), [runner]);
  const edit: ImportEdit<Part>['edit'] = (change) => {
    const key = ['import', id, lang];
    const before = client.getQueryData<ImportRecord>(key);
    if (!before) return;
    // the answer's lists are those of the contract, without `readonly`
    const list = change(before[part] as Lists[Part]);
    latest.current = list;
    setError(null);
    setSaving(true);
    client.setQueryData(key, { ...before, [part]: list });
    runner.ask(list);
  };
  return { edit, isSaving, error };
}
