import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createPrint, getPrintFileAddress } from '#client/api/prints-requests.ts';
import {
  type FetchFileOptions,
  type FileProgress,
  fetchFile,
  fetchSheetFile,
  type NamedFile,
  type SheetQuestion,
} from '#client/api/sheets-requests.ts';
import type { SheetFormat } from '#core/api/sheet-files.ts';
import { saveFile } from './save-file.ts';
import { type SheetWish, wishToPrint } from './sheet-wish.ts';

/** How the chosen sheet is wanted. */
export interface FileWish {
  readonly wish: SheetWish;
  readonly question: SheetQuestion;
  readonly format: SheetFormat;
  /** Of pictures. */
  readonly dotsPerInch: number;
  /** Whether it enters the list of what was printed. */
  readonly isRemembered: boolean;
}

/** State of a download. */
export type SheetDownload =
  | { readonly state: 'ready' }
  | { readonly state: 'running'; readonly progress: FileProgress }
  | { readonly state: 'saved'; readonly name: string; readonly bytes: number; readonly print: string | null }
  | { readonly state: 'failed'; readonly error: unknown };

/** Downloads the chosen sheet; a new start or `cancel` ends the one that runs. */
export function useSheetDownload(): {
  readonly download: SheetDownload;
  readonly start: (wanted: FileWish) => Promise<void>;
  readonly cancel: () => void;
} {
  const [download, setDownload] = useState<SheetDownload>({ state: 'ready' });
  const running = useRef<AbortController | null>(null);
  const client = useQueryClient();
  const cancel = (): void => {
    running.current?.abort();
    setDownload({ state: 'ready' });
  };
  const start = async (wanted: FileWish): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const whenCurrent = (next: SheetDownload): void => {
      if (!signal.aborted) setDownload(next);
    };
    const onProgress = (progress: FileProgress): void => whenCurrent({ state: 'running', progress });
    try {
      const { file, name, print } = await makeFile(wanted, { onProgress, signal });
      saveFile(file, name);
      whenCurrent({ state: 'saved', name, bytes: file.size, print });
      if (print !== null) await client.invalidateQueries({ queryKey: ['prints'] });
    } catch (error) {
      whenCurrent({ state: 'failed', error });
    }
  };
  return { download, start, cancel };
}

/** What is remembered is made by the register, whose code then leads to that print. */
async function makeFile(
  { wish, question, format, dotsPerInch, isRemembered }: FileWish,
  options: FetchFileOptions,
): Promise<NamedFile & { readonly print: string | null }> {
  if (!isRemembered) {
    const dpi = format === 'png' || format === 'tiff' ? dotsPerInch : null;
    return { ...(await fetchSheetFile({ ...question, format, dpi }, options)), print: null };
  }
  options.onProgress({ phase: 'drawing' });
  const { area, lang, map, asOf } = question;
  const language = lang === 'en' ? 'en' : 'zh';
  const body = { ...wishToPrint(wish, { map, asOf, language }), format };
  const { id, title } = await createPrint({ area, lang }, body, options.signal);
  const { file } = await fetchFile(getPrintFileAddress(id), options);
  return { file, name: `${title}_${id}.${format}`, print: id };
}
