import { lazy, type ReactNode, Suspense } from 'react';
import { useText, useTopic } from '#client/state/use-text.ts';
import { SHEET_TABS, type SheetTab } from '#client/state/view.ts';
import { openSheetTab, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';
import { LoadingState } from '#client/ui/states.tsx';
import './sheet.css';
import { SheetDeskPanel } from './sheet-desk-panel.tsx';

const BatchPanel = lazy(() => import('./batch-panel.tsx').then((module) => ({ default: module.BatchPanel })));
const PrintsPanel = lazy(() => import('./prints-panel.tsx').then((module) => ({ default: module.PrintsPanel })));
const WallsPanel = lazy(() => import('./walls-panel.tsx').then((module) => ({ default: module.WallsPanel })));
const ChangesPanel = lazy(() => import('./changes-panel.tsx').then((module) => ({ default: module.ChangesPanel })));

const TABS: Readonly<Record<SheetTab, () => ReactNode>> = {
  sheet: () => <SheetDeskPanel />,
  batch: () => <BatchPanel />,
  prints: () => <PrintsPanel />,
  walls: () => <WallsPanel />,
  changes: () => <ChangesPanel />,
};

/** The sheet room: one sheet, many at once, what was printed, where it hangs, what changed. */
export function SheetRoomPanel() {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  const tab = useView((view) => view.sheetTab);
  const view = useView((current) => current);
  return (
    <main className="room" id="map" aria-label={say('room')}>
      <nav className="room-tabs" aria-label={say('room')}>
        {SHEET_TABS.map((each) => (
          <PlainLink
            key={each}
            href={formatViewUrl({ ...view, page: 'sheet', sheetTab: each })}
            current={each === tab}
            onOpen={() => openSheetTab(each)}
          >
            {say(`tab_${each}`)}
          </PlainLink>
        ))}
      </nav>
      <Suspense fallback={<LoadingState label={sayApp('loading')} />}>{TABS[tab]()}</Suspense>
    </main>
  );
}
