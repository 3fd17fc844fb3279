import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sendImport } from '#client/api/import-files-requests.ts';
import { useRegisterQuestion } from './use-sheet-register.ts';
import { openImport } from './view-store.ts';

/** State of sending files. */
export type UploadState =
  | { readonly state: 'ready' }
  | {
      readonly state: 'sending';
      readonly files: readonly string[];
      readonly sentBytes: number;
      readonly totalBytes: number;
    }
  | { readonly state: 'failed'; readonly error: unknown };

/** Sends files and opens the import that they begin; leaving the page or `cancel` ends it. */
export function useImportUpload(): {
  readonly upload: UploadState;
  readonly send: (files: readonly File[]) => Promise<void>;
  readonly cancel: () => void;
} {
  const question = useRegisterQuestion();
  const client = useQueryClient();
  const [upload, setUpload] = useState<UploadState>({ state: 'ready' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const cancel = (): void => {
    running.current?.abort();
    setUpload({ state: 'ready' });
  };
  const send = async (files: readonly File[]): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const names = files.map(({ name }) => name);
    const tell = (sentBytes: number, totalBytes: number): void => {
      if (!signal.aborted) setUpload({ state: 'sending', files: names, sentBytes, totalBytes });
    };
    tell(
      0,
      files.reduce((sum, { size }) => sum + size, 0),
    );
    try {
      const record = await sendImport({ ...question, files }, { onProgress: tell, signal });
      if (signal.aborted) return;
      client.setQueryData(['import', record.id, question.lang], record);
      void client.invalidateQueries({ queryKey: ['imports'] });
      setUpload({ state: 'ready' });
      openImport({ id: record.id, step: 'files', table: null });
    } catch (error) {
      if (!signal.aborted) setUpload({ state: 'failed', error });
    }
  };
  return { upload, send, cancel };
}
