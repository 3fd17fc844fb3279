import { REAL_SIZE } from '#client/state/sheet-camera.ts';
import { useTopic } from '#client/state/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { type PreviewCamera, ZOOM_STEP } from './use-preview-camera.ts';

interface PreviewToolsPanelProps {
  readonly hands: PreviewCamera;
  readonly pages: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Closer, farther, whole, real size; page by page. */
export function PreviewToolsPanel({ hands, pages, page, onPage }: PreviewToolsPanelProps) {
  const say = useTopic('sheetRoom');
  const percent = hands.camera ? Math.round((100 * hands.camera.zoom) / REAL_SIZE) : null;
  return (
    <div className="preview-tools">
      <IconButton icon="minus" label={say('zoom_out')} onPress={() => hands.zoom(1 / ZOOM_STEP)} />
      <span className="numeral preview-zoom">{percent === null ? '' : `${percent}%`}</span>
      <IconButton icon="plus" label={say('zoom_in')} onPress={() => hands.zoom(ZOOM_STEP)} />
      <IconButton icon="frame" label={say('fit')} word={say('fit')} pressed={hands.isFit} onPress={hands.showWhole} />
      <button type="button" className="icon-button numeral" title={say('real_size')} onClick={hands.showRealSize}>
        100%
      </button>
      {pages > 1 ? (
        <span className="preview-pages">
          <IconButton icon="back" label={say('page_back')} disabled={page <= 1} onPress={() => onPage(page - 1)} />
          <span className="numeral">{say('page_of', { page, pages })}</span>
          <IconButton icon="forward" label={say('page_on')} disabled={page >= pages} onPress={() => onPage(page + 1)} />
        </span>
      ) : null}
    </div>
  );
}
