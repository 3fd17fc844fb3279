import { useEffect, useRef, useState } from 'react';
import { frameRect } from '#client/state/sheet-camera.ts';
import { useSheetPicture, useSheetReport } from '#client/state/use-sheet-preview.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Fold } from '#client/ui/fold.tsx';
import { DownloadPanel } from './download-panel.tsx';
import { EditionPanel } from './edition-panel.tsx';
import { FurniturePanel } from './furniture-panel.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { SubjectPanel } from './subject-panel.tsx';
import { TemplatePanel } from './template-panel.tsx';
import type { PreviewCamera } from './use-preview-camera.ts';
import { WordsPanel } from './words-panel.tsx';

/** One sheet: what is chosen, the sheet itself, what is to be known of it. */
export function SheetDeskPanel() {
  const say = useTopic('sheetRoom');
  const { wish } = useSheetWish();
  const [page, setPage] = usePage();
  const camera = useRef<PreviewCamera | null>(null);
  const picture = useSheetPicture(wish, page);
  const report = useSheetReport(wish, !picture.isFetching).data;
  // fewer pages than before: the last one there is
  const last = report?.pages.length ?? page;
  useEffect(() => {
    if (page > last) setPage(last);
  }, [page, last, setPage]);
  const jump = (id: string): void => {
    const place = report?.pages.flatMap((each) => each.panels.map((panel) => ({ ...panel, page: each.number })));
    const found = place?.find((panel) => panel.id === id);
    if (!found) return;
    setPage(found.page);
    camera.current?.look((frame) => frameRect(found.rect, { frame }));
  };
  return (
    <div className="room-desk">
      <div className="room-options">
        <SubjectPanel />
        <PaperPanel scale={report?.scale ?? null} />
        <EditionPanel />
        <Fold title={say('furniture')}>
          <FurniturePanel />
        </Fold>
        <Fold title={say('words')}>
          <WordsPanel />
        </Fold>
        <Fold title={say('templates')}>
          <TemplatePanel />
        </Fold>
      </div>
      <PreviewPanel
        report={report}
        page={page}
        onPage={setPage}
        onCamera={(hands) => {
          camera.current = hands;
        }}
      />
      <div className="room-report">
        <DownloadPanel report={report} />
        <ReportPanel report={report} isStale={picture.isFetching} error={picture.error} onJump={jump} />
      </div>
    </div>
  );
}

/** The page looked at; another sheet is looked at from its first. */
function usePage(): readonly [number, (page: number) => void] {
  const area = useView((view) => view.area);
  const map = useView((view) => view.map);
  const of = `${area} ${map}`;
  const [chosen, setChosen] = useState({ of, page: 1 });
  return [chosen.of === of ? chosen.page : 1, (page) => setChosen({ of, page })];
}
