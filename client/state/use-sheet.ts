import { useRef, useState } from 'react';
import { fetchSheet, type SheetProgress } from '#client/api/maps-requests.ts';
import type { SheetQuery } from '#core/api/sheets.ts';
import { useViewStore } from './view-store.ts';

/** What the sheet dialog can choose; the rest follows the view. */
export type SheetChoice = Required<Pick<SheetQuery, 'paper' | 'orientation' | 'relief'>> & {
  readonly lang: 'zh' | 'en';
};

/** State of a download. */
export type SheetDownload =
  | { readonly state: 'ready' }
  | { readonly state: 'running'; readonly progress: SheetProgress }
  | { readonly state: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly state: 'failed'; readonly error: unknown };

/** Downloads the open map as a sheet; a new start or `cancel` ends the one that runs. */
export function useSheetDownload(): {
  readonly download: SheetDownload;
  readonly start: (choice: SheetChoice) => Promise<void>;
  readonly cancel: () => void;
} {
  const [download, setDownload] = useState<SheetDownload>({ state: 'ready' });
  const running = useRef<AbortController | null>(null);
  const cancel = (): void => {
    running.current?.abort();
    setDownload({ state: 'ready' });
  };
  const start = async (choice: SheetChoice): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { area, map, asOf } = useViewStore.getState().view;
    const whenCurrent = (next: SheetDownload): void => {
      if (!controller.signal.aborted) setDownload(next);
    };
    try {
      const { file, name } = await fetchSheet({
        area: area ?? '',
        map,
        query: { ...choice, ...(asOf === null ? {} : { asOf }) },
        onProgress: (progress) => whenCurrent({ state: 'running', progress }),
        signal: controller.signal,
      });
      saveFile(file, name);
      whenCurrent({ state: 'saved', name, bytes: file.size });
    } catch (error) {
      whenCurrent({ state: 'failed', error });
    }
  };
  return { download, start, cancel };
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the address when the click is handled; a minute is ample even for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
