import { lazy, Suspense, useEffect } from 'react';
import { DataPanel } from '#client/panels/data/data-panel.tsx';
import { HeaderPanel } from '#client/panels/header/header-panel.tsx';
import { RailPanel } from '#client/panels/rail/rail-panel.tsx';
import { AnswerPanel } from '#client/panels/side/answer-panel.tsx';
import { SidePanel } from '#client/panels/side/side-panel.tsx';
import { TimelinePanel } from '#client/panels/timeline/timeline-panel.tsx';
import { useArea, useCounties } from '#client/state/use-area.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import { useView, useViewStore } from '#client/state/view-store.ts';
import { PullUp } from '#client/ui/pull-up.tsx';
import { EmptyState, LoadingState } from '#client/ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ImportStage } from './import-stage.tsx';
import { Stage } from './stage.tsx';
import { useMedia } from './use-media.ts';
import { useQuiet } from './use-quiet.ts';

const SheetRoomPanel = lazy(() =>
  import('#client/panels/sheet/sheet-room-panel.tsx').then((module) => ({ default: module.SheetRoomPanel })),
);

const ImportRoomPanel = lazy(() =>
  import('#client/panels/import/import-room-panel.tsx').then((module) => ({ default: module.ImportRoomPanel })),
);

const PrintBannerPanel = lazy(() =>
  import('#client/panels/sheet/print-banner-panel.tsx').then((module) => ({ default: module.PrintBannerPanel })),
);

const PlanPanel = lazy(() =>
  import('#client/panels/plan/plan-panel.tsx').then((module) => ({ default: module.PlanPanel })),
);

/** The page: header, rail, map with time line, figures; on a phone the figures are pulled up from below. */
export function Shell() {
  const say = useText();
  const wall = useView((view) => view.wall);
  const page = useView((view) => view.page);
  const print = useView((view) => view.print);
  const area = useView((view) => view.area);
  const quiet = useQuiet(wall);
  useFirstArea();
  usePageTitle();
  const answer = useArea();
  if (area === null) return <Entrance />;
  if (answer.error) return <Dismissal answer={answer} />;
  return (
    <div className="shell" data-wall={wall} data-quiet={quiet} data-page={page}>
      <a className="skip" href="#map">
        {say('skip_to_map')}
      </a>
      <HeaderPanel />
      <RailPanel />
      <Centre />
      {print === null ? null : (
        <Suspense fallback={null}>
          <PrintBannerPanel id={print} />
        </Suspense>
      )}
    </div>
  );
}

/** What stands in the middle: the map with its figures, the tables, or one of the rooms, which take the whole width. */
function Centre() {
  const say = useText();
  const page = useView((view) => view.page);
  if (page === 'sheet')
    return (
      <ErrorBoundary>
        <Suspense fallback={<LoadingState label={say('loading')} />}>
          <SheetRoomPanel />
        </Suspense>
      </ErrorBoundary>
    );
  if (page === 'import')
    return (
      <ErrorBoundary>
        <Suspense fallback={<LoadingState label={say('loading')} />}>
          <ImportRoomPanel map={<ImportStage />} />
        </Suspense>
      </ErrorBoundary>
    );
  return (
    <>
      {page === 'data' ? <DataPanel /> : <Stage />}
      <Sides />
    </>
  );
}

function Sides() {
  const say = useText();
  const planning = useView((view) => view.page === 'plan');
  const phone = useMedia('(max-width: 800px)');
  const panel = (
    <ErrorBoundary>
      {planning ? (
        <Suspense fallback={<LoadingState label={say('loading')} />}>
          <PlanPanel />
        </Suspense>
      ) : (
        <SidePanel />
      )}
    </ErrorBoundary>
  );
  if (!phone) {
    return (
      <>
        <TimelinePanel />
        <aside className="side" aria-label={say('figures')}>
          {panel}
        </aside>
      </>
    );
  }
  return (
    <PullUp label={say('sheet_handle')} raiseLabel={say('sheet_raise')} lowerLabel={say('sheet_lower')}>
      <TimelinePanel />
      {panel}
    </PullUp>
  );
}

/** Without an area in the address: the first county there is. */
function Entrance() {
  const say = useText();
  const counties = useCounties();
  return (
    <main className="entrance">
      <AnswerPanel answer={counties}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState>
              {say('no_county')} {say('no_county_hint')}
            </EmptyState>
          ) : null
        }
      </AnswerPanel>
    </main>
  );
}

/** The address names an area that is not there, or the server is away: why, and the ways out. */
function Dismissal({ answer }: { readonly answer: ReturnType<typeof useArea> }) {
  const say = useText();
  const change = useViewStore((store) => store.change);
  return (
    <main className="entrance">
      <div>
        <AnswerPanel answer={answer}>{() => null}</AnswerPanel>
        <button type="button" className="text-button" onClick={() => change(INITIAL_AREA)}>
          {say('go_home')}
        </button>
      </div>
    </main>
  );
}

const INITIAL_AREA = { area: null, asOf: null, compare: null, camera: null, thing: null, figure: null, part: null };

/** Opens the first county, and writes the data date into the address so that a link keeps its date. */
function useFirstArea(): void {
  const first = useCounties().data?.items[0];
  const detail = useArea();
  const change = useViewStore((store) => store.change);
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  useEffect(() => {
    if (area === null && first) change({ area: first.code, asOf: first.dataDate }, 'replace');
  }, [area, first, change]);
  const dataDate = detail.isPlaceholderData ? undefined : detail.data?.county.dataDate;
  useEffect(() => {
    if (asOf === null && dataDate) change({ asOf: dataDate }, 'replace');
  }, [asOf, dataDate, change]);
}

function usePageTitle(): void {
  const say = useText();
  const language = useView((view) => view.language);
  const title = useMapDefinition().data?.title;
  const product = say('product_long');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [title, product, language]);
}
