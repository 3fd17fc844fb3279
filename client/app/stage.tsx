import { lazy, Suspense } from 'react';
import { AnswerPanel } from '#client/panels/side/answer-panel.tsx';
import { useArea } from '#client/state/use-area.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LoadingState } from '#client/ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

const MapView = lazy(() => import('#client/map/map-view.tsx').then((module) => ({ default: module.MapView })));

/** The map, or two of them side by side while dates are compared. */
export function Stage() {
  const say = useText();
  const compare = useView((view) => view.compare);
  const dataDate = useArea().data?.county.dataDate;
  const asOf = useView((view) => view.asOf) ?? dataDate ?? '';
  const now = useMapDefinition('asOf');
  const earlier = useMapDefinition('compare');
  return (
    <main id="map" className="stage" data-compare={compare !== null}>
      <ErrorBoundary>
        {compare === null ? null : (
          <StageHalf caption={say('compare_earlier', { date: compare })} answer={earlier} side="earlier" />
        )}
        <StageHalf caption={compare === null ? null : say('compare_now', { date: asOf })} answer={now} side="main" />
      </ErrorBoundary>
    </main>
  );
}

interface StageHalfProps {
  readonly caption: string | null;
  readonly answer: ReturnType<typeof useMapDefinition>;
  readonly side: 'main' | 'earlier';
}

function StageHalf({ caption, answer, side }: StageHalfProps) {
  const say = useText();
  return (
    <div className="stage-half">
      <AnswerPanel answer={answer} lines={1}>
        {(definition) => (
          <Suspense fallback={<LoadingState label={say('loading')} lines={1} />}>
            <MapView definition={definition} side={side} />
          </Suspense>
        )}
      </AnswerPanel>
      {caption ? <p className="stage-caption numeral">{caption}</p> : null}
    </div>
  );
}
