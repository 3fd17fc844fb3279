import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import type { SheetCamera } from '#client/state/sheet-camera.ts';
import { useSheetPicture } from '#client/state/use-sheet-preview.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LoadingState } from '#client/ui/states.tsx';
import type { SheetReportAnswer } from '#core/api/sheet-report.ts';
import { isPublicEdition } from '#core/cartography/sheet/sheet-spec.ts';
import { FurnitureHandles } from './furniture-handles.tsx';
import { PreviewToolsPanel } from './preview-tools-panel.tsx';
import { type PreviewCamera, usePreviewCamera } from './use-preview-camera.ts';
import { type ShownPicture, useShownPicture } from './use-shown-picture.ts';

interface PreviewPanelProps {
  readonly report: SheetReportAnswer | undefined;
  /** Page of the set, from 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Hears how the camera is moved to a place. */
  readonly onCamera: (camera: PreviewCamera) => void;
}

const NO_PAGE = { width: 1189, height: 841 };

/** The sheet itself, as it will be printed. */
export function PreviewPanel({ report, page, onPage, onCamera }: PreviewPanelProps) {
  const say = useTopic('sheetRoom');
  const { wish } = useSheetWish();
  const answer = useSheetPicture(wish, page);
  const { shown, isLate } = useShownPicture(answer.data);
  const hands = usePreviewCamera(shown ?? NO_PAGE);
  useEffect(() => onCamera(hands));
  const isBusy = answer.isFetching || isLate;
  const handleKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (hands.onKey(event.key)) event.preventDefault();
    else if (event.key === 'PageDown' && page < (report?.pages.length ?? 1)) onPage(page + 1);
    else if (event.key === 'PageUp' && page > 1) onPage(page - 1);
  };
  return (
    <section className="preview" aria-label={say('preview')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of fields it is not */}
      <div
        ref={hands.frame}
        className="preview-frame"
        role="group"
        aria-label={say('preview_hint')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the sheet
        tabIndex={0}
        data-busy={isBusy}
        onKeyDown={handleKey}
        onPointerDown={hands.onPointerDown}
        onPointerMove={hands.onPointerMove}
        onPointerUp={hands.onPointerUp}
        onPointerCancel={hands.onPointerUp}
        onDoubleClick={() => (hands.isFit ? hands.showRealSize() : hands.showWhole())}
      >
        {shown && hands.camera ? (
          <Sheet picture={shown} camera={hands.camera} isVeiled={isBusy || answer.isError}>
            {report && !answer.isError ? <FurnitureHandles report={report} page={page} camera={hands.camera} /> : null}
          </Sheet>
        ) : null}
      </div>
      <PreviewNote report={report} />
      <PreviewState answer={answer} isBusy={isBusy} isFirst={shown === null} />
      <PreviewToolsPanel hands={hands} pages={report?.pages.length ?? 1} page={page} onPage={onPage} />
    </section>
  );
}

/** That what is seen is the copy for review, and why. */
function PreviewNote({ report }: { readonly report: SheetReportAnswer | undefined }) {
  const say = useTopic('sheetRoom');
  const { wish } = useSheetWish();
  const { approval, plan } = wish.options;
  const errors = report?.findings.filter(({ severity }) => severity === 'error').length ?? 0;
  const notes = [
    ...(isPublicEdition(wish.edition) && plan !== null ? [say('preview_without_plan')] : []),
    ...(wish.edition !== 'public'
      ? []
      : approval === null
        ? [say('preview_review')]
        : errors > 0
          ? [say('preview_errors', { count: errors })]
          : []),
  ];
  return notes.length === 0 ? null : <p className="preview-note">{notes.join(' ')}</p>;
}

/** After this long without a movement the picture is drawn in its new size; until then it is stretched. */
const SETTLE_MILLISECONDS = 250;

function Sheet({
  picture,
  camera,
  isVeiled,
  children,
}: {
  readonly picture: ShownPicture;
  readonly camera: SheetCamera;
  readonly isVeiled: boolean;
  readonly children: React.ReactNode;
}) {
  const [drawn, setDrawn] = useState(camera.zoom);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      setDrawn(camera.zoom);
      return;
    }
    const timer = setTimeout(() => setDrawn(camera.zoom), SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [camera.zoom]);
  return (
    <div
      className="preview-sheet"
      data-veiled={isVeiled}
      style={{
        width: picture.width * drawn,
        height: picture.height * drawn,
        transform: `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom / drawn})`,
      }}
    >
      <img src={picture.url} alt="" draggable={false} />
      {children}
    </div>
  );
}

/** That it is being drawn, or why it cannot be; the sheet before stays visible under it. */
function PreviewState({
  answer,
  isBusy,
  isFirst,
}: {
  readonly answer: ReturnType<typeof useSheetPicture>;
  readonly isBusy: boolean;
  readonly isFirst: boolean;
}) {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const { wish, choose } = useSheetWish();
  if (answer.isError && !answer.isFetching)
    return (
      <div className="preview-error" role="alert">
        <strong>{say('preview_failed')}</strong>
        <p>{describeError(answer.error, language)}</p>
        <p className="room-actions">
          {wish.scale === 'fit' ? null : (
            <button type="button" className="plain-button" onClick={() => choose({ scale: 'fit' })}>
              {say('take_fit')}
            </button>
          )}
          <button type="button" className="plain-button" onClick={() => void answer.refetch()}>
            {sayApp('retry')}
          </button>
        </p>
      </div>
    );
  if (!isBusy) return null;
  return (
    <div className="preview-busy" role="status">
      {isFirst ? <LoadingState label={say('composing')} lines={2} /> : null}
      <span className="preview-spin" aria-hidden="true" />
      {say('composing')}
    </div>
  );
}
