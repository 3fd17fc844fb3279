import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { FONT_FAMILY } from '#client/state/font.ts';
import { getTokens } from '#client/state/screen-tokens.ts';
import { type SheetDownload, useSheetDownload } from '#client/state/use-sheet-download.ts';
import { useSheetQuestion } from '#client/state/use-sheet-preview.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { openSheetTab, useView } from '#client/state/view-store.ts';
import { AppConfig } from '#client/ui/app-config.tsx';
import { BusyButton } from '#client/ui/busy-button.tsx';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { SHEET_FORMATS, type SheetFormat } from '#core/api/sheet-files.ts';
import type { SheetReportAnswer } from '#core/api/sheet-report.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';

const RESOLUTIONS = ['72', '100', '150', '200', '300', '600'] as const;

/** Takes the sheet as a file, and remembers that it was printed. */
export function DownloadPanel({ report }: { readonly report: SheetReportAnswer | undefined }) {
  const say = useTopic('sheetRoom');
  const theme = useView((view) => view.theme);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  const [format, setFormat] = useState<SheetFormat>('pdf');
  const [dpi, setDpi] = useState<(typeof RESOLUTIONS)[number]>('150');
  const [isRemembered, setIsRemembered] = useState(true);
  const { wish } = useSheetWish();
  const question = useSheetQuestion(wish);
  const { download, start, cancel } = useSheetDownload();
  const isPicture = format === 'png' || format === 'tiff';
  const refusal = report && !report.isPrintable ? report.findings.filter(({ severity }) => severity === 'error') : [];
  return (
    <section className="room-section download" aria-label={say('download')}>
      <Pick
        label={say('format')}
        value={format}
        options={SHEET_FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
        onPick={setFormat}
      />
      {isPicture ? (
        <LabelledSelect
          label={say('resolution')}
          value={dpi}
          options={RESOLUTIONS.map((value) => ({ value, label: say('dots_per_inch', { dpi: value }) }))}
          onPick={setDpi}
        />
      ) : null}
      {format === 'pdf' ? (
        <LabelledCheck label={say('remember')} isOn={isRemembered} onTurn={setIsRemembered} />
      ) : (
        <p className="room-note">{say('first_page_only')}</p>
      )}
      {refusal.length > 0 ? (
        <div className="download-refusal" role="alert">
          <strong>{say('not_public')}</strong>
          {refusal.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ) : (
        <AppConfig tokens={getTokens(theme)} dark={theme === 'dark'} scale={scale} fontFamily={FONT_FAMILY}>
          <BusyButton
            label={say('download_as', { format: format.toUpperCase() })}
            cancelLabel={say('stop')}
            running={download.state === 'running' ? describeRunning(download, say) : null}
            onStart={() =>
              void start({
                wish,
                question,
                format,
                dotsPerInch: Number(dpi),
                isRemembered: isRemembered && format === 'pdf',
              })
            }
            onCancel={cancel}
          />
        </AppConfig>
      )}
      <DownloadState download={download} />
    </section>
  );
}

function DownloadState({ download }: { readonly download: SheetDownload }) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  if (download.state === 'failed') return <p role="alert">{describeError(download.error, language)}</p>;
  if (download.state !== 'saved') return null;
  const { name, bytes, print } = download;
  return (
    <div className="download-done" role="status">
      <p className="numeral">{say('saved', { name, size: formatBytes(bytes) })}</p>
      {print === null ? null : (
        <p className="numeral">
          {say('remembered', { id: print })}{' '}
          <button type="button" className="text-button" onClick={() => openSheetTab('prints')}>
            {say('hang_it')}
          </button>
        </p>
      )}
    </div>
  );
}

function describeRunning(
  download: Extract<SheetDownload, { state: 'running' }>,
  say: ReturnType<typeof useTopic<'sheetRoom'>>,
) {
  const { progress } = download;
  if (progress.phase === 'drawing') return { label: say('composing'), percent: null };
  const { received, total } = progress;
  return {
    label: say('receiving', { received: formatBytes(received) }),
    percent: total === null ? null : Math.min(100, Math.round((100 * received) / total)),
  };
}

const formatBytes = (bytes: number): string => `${formatNumber(bytes / 1_000_000, 1)} MB`;
