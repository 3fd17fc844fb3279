import { useEffect, useRef } from 'react';
import { useView } from '#client/state/view-store.ts';
import { CountdownPanel } from '../countdown/countdown-panel.tsx';
import { CurvePanel } from '../curve/curve-panel.tsx';
import { FiguresPanel } from '../figures/figures-panel.tsx';
import { OriginPanel } from '../origin/origin-panel.tsx';
import { RankingPanel } from '../ranking/ranking-panel.tsx';
import { LateTasksPanel } from '../tasks/late-tasks-panel.tsx';
import { AreaPanel } from '../thing/area-panel.tsx';
import { ThingPanel } from '../thing/thing-panel.tsx';

/** Beside the map: the figures of the area, or the origin of one, or the card of a thing. */
export function SidePanel() {
  const figure = useView((view) => view.figure);
  const part = useView((view) => view.part);
  const thing = useView((view) => view.thing);
  const top = useRef<HTMLDivElement>(null);
  const opened = figure ?? thing?.code ?? null;
  // What was opened from far below begins at the top.
  useEffect(() => {
    if (opened !== null) top.current?.scrollIntoView({ block: 'start' });
  }, [opened]);
  return (
    <div ref={top}>
      {figure ? (
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
