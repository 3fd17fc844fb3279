import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { FONT_FAMILY } from '#client/state/font.ts';
import { getTokens } from '#client/state/screen-tokens.ts';
import { useArea } from '#client/state/use-area.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { type SheetChoice, type SheetDownload, useSheetDownload } from '#client/state/use-sheet.ts';
import { useText } from '#client/state/use-text.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { openPage, useView } from '#client/state/view-store.ts';
import { AppConfig } from '#client/ui/app-config.tsx';
import { BusyButton } from '#client/ui/busy-button.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { PAPER_NAMES, type PaperSize } from '#core/cartography/sheet/paper.ts';
import { formatDate, formatNumber } from '#core/indicators/format-figure.ts';

const PAPERS: readonly PaperSize[] = PAPER_NAMES.toReversed();

/** Takes the open map to paper. */
export function SheetPanel() {
  const say = useText();
  const language = useView((view) => view.language);
  const theme = useView((view) => view.theme);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  const dataDate = useArea().data?.county.dataDate;
  const asOf = useView((view) => view.asOf) ?? dataDate ?? '';
  const title = useMapDefinition().data?.title ?? '';
  const { download, start, cancel } = useSheetDownload();
  const [choice, setChoice] = useState<SheetChoice>({
    paper: 'A0',
    orientation: 'landscape',
    relief: 'on',
    lang: language,
  });
  const running = download.state === 'running' ? describeRunning(download, say) : null;
  return (
    <AppConfig tokens={getTokens(theme)} dark={theme === 'dark'} scale={scale} fontFamily={FONT_FAMILY}>
      <Dialog title={say('sheet_title')} closeLabel={say('close')} onClose={() => openPage('map')}>
        <div className="sheet-dialog">
          <p className="numeral">{say('sheet_what', { title, date: asOf && formatDate(asOf, language) })}</p>
          <SheetChoices choice={choice} onChange={setChoice} />
          <BusyButton
            label={say('sheet_download')}
            cancelLabel={say('sheet_cancel')}
            running={running}
            onStart={() => void start(choice)}
            onCancel={cancel}
          />
          {download.state === 'saved' ? (
            <p role="status">{say('sheet_saved', { name: download.name, size: formatBytes(download.bytes) })}</p>
          ) : null}
          {download.state === 'failed' ? <p role="alert">{describeError(download.error, language)}</p> : null}
        </div>
      </Dialog>
    </AppConfig>
  );
}

interface SheetChoicesProps {
  readonly choice: SheetChoice;
  readonly onChange: (choice: SheetChoice) => void;
}

function SheetChoices({ choice, onChange }: SheetChoicesProps) {
  const say = useText();
  return (
    <>
      <Choice
        label={say('sheet_paper')}
        value={choice.paper}
        options={PAPERS.map((paper) => ({ value: paper, label: paper }))}
        onChange={(paper) => onChange({ ...choice, paper })}
      />
      <Choice
        label={say('sheet_orientation')}
        value={choice.orientation}
        options={[
          { value: 'landscape', label: say('sheet_landscape') },
          { value: 'portrait', label: say('sheet_portrait') },
        ]}
        onChange={(orientation) => onChange({ ...choice, orientation })}
      />
      <Choice
        label={say('sheet_language')}
        value={choice.lang}
        options={[
          { value: 'zh', label: say('language_zh') },
          { value: 'en', label: say('language_en') },
        ]}
        onChange={(lang) => onChange({ ...choice, lang })}
      />
      <Choice
        label={say('sheet_relief')}
        value={choice.relief}
        options={[
          { value: 'on', label: say('sheet_on') },
          { value: 'off', label: say('sheet_off') },
        ]}
        onChange={(relief) => onChange({ ...choice, relief })}
      />
    </>
  );
}

function describeRunning(download: Extract<SheetDownload, { state: 'running' }>, say: ReturnType<typeof useText>) {
  const { progress } = download;
  if (progress.phase === 'drawing') return { label: say('sheet_drawing'), percent: null };
  const { received, total } = progress;
  return {
    label: say('sheet_receiving', { received: formatBytes(received) }),
    percent: total === null ? null : Math.min(100, Math.round((100 * received) / total)),
  };
}

const formatBytes = (bytes: number): string => `${formatNumber(bytes / 1_000_000, 1)} MB`;
