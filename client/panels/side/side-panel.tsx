import { lazy, Suspense, useEffect, useRef } from 'react';
import { useText } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LoadingState } from '#client/ui/states.tsx';
import { CountdownPanel } from '../countdown/countdown-panel.tsx';
import { CurvePanel } from '../curve/curve-panel.tsx';
import { FiguresPanel } from '../figures/figures-panel.tsx';
import { OriginPanel } from '../origin/origin-panel.tsx';
import { RankingPanel } from '../ranking/ranking-panel.tsx';
import { LateTasksPanel } from '../tasks/late-tasks-panel.tsx';
import { AreaPanel } from '../thing/area-panel.tsx';
import { ThingPanel } from '../thing/thing-panel.tsx';

const ToolPanel = lazy(() => import('../tools/tool-panel.tsx').then((module) => ({ default: module.ToolPanel })));

/** Beside the map: the figures of the area, or the origin of one, or the card of a tool or a thing. */
export function SidePanel() {
  const figure = useView((view) => view.figure);
  const part = useView((view) => view.part);
  const thing = useView((view) => view.thing);
  const tool = useView((view) => view.tool);
  const say = useText();
  const top = useRef<HTMLDivElement>(null);
  const opened = tool?.kind ?? figure ?? thing?.code ?? null;
  // What was opened from far below begins at the top.
  useEffect(() => {
    if (opened !== null) top.current?.scrollIntoView({ block: 'start' });
  }, [opened]);
  return (
    <div ref={top}>
      {tool ? (
        <Suspense fallback={<LoadingState label={say('loading')} />}>
          <ToolPanel key={tool.kind} tool={tool} />
        </Suspense>
      ) : figure ? (
        <OriginPanel key={figure} code={figure} part={part} />
      ) : (
        <>
          {thing ? <ThingPanel thing={thing} /> : null}
          <FiguresPanel />
          <CountdownPanel />
          <RankingPanel />
          <LateTasksPanel />
          <CurvePanel />
          <AreaPanel />
        </>
      )}
    </div>
  );
}
