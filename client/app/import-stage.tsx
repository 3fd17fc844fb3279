import { lazy, Suspense } from 'react';
import { AnswerPanel } from '#client/panels/side/answer-panel.tsx';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import { LoadingState } from '#client/ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

const MapView = lazy(() => import('#client/map/map-view.tsx').then((module) => ({ default: module.MapView })));

/** The map beside an import. */
export function ImportStage() {
  const say = useText();
  const answer = useMapDefinition();
  return (
    <ErrorBoundary>
      <AnswerPanel answer={answer} lines={1}>
        {(definition) => (
          <Suspense fallback={<LoadingState label={say('loading')} lines={1} />}>
            <MapView definition={definition} side="main" />
          </Suspense>
        )}
      </AnswerPanel>
    </ErrorBoundary>
  );
}
