import { type ImportRecord, importRecordSchema } from '#core/api/import-records.ts';
import { RequestError, readProblemText } from './problem.ts';
import { formatAddress } from './request.ts';

/** Files for a county. */
export interface ImportUpload {
  readonly county: string;
  readonly lang: string;
  readonly files: readonly File[];
}

/** How sending is told of, and how it ends early. */
interface UploadOptions {
  /** Bytes that left, of how many. */
  readonly onProgress: (sentBytes: number, totalBytes: number) => void;
  readonly signal: AbortSignal;
}

/** Begins an import. By XMLHttpRequest, because `fetch` does not say how much has been sent. */
export function sendImport({ county, lang, files }: ImportUpload, options: UploadOptions): Promise<ImportRecord> {
  const { onProgress, signal } = options;
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', formatAddress('/api/imports', { county, lang }));
  signal.addEventListener('abort', () => request.abort());
  request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
  return new Promise((resolve, reject) => {
    request.onload = () => {
      try {
        resolve(readAnswer(request));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(new RequestError({ status: 0, code: 'unreachable', sentence: null }));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.send(form);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): ImportRecord {
  if (status < 200 || status >= 300) throw readProblemText(status, responseText);
  const parsed = importRecordSchema.safeParse(JSON.parse(responseText));
  if (!parsed.success) throw new RequestError({ status, code: 'unexpected_answer', sentence: null });
  return parsed.data;
}
