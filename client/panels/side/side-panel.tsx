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
  if (figure) return <OriginPanel key={figure} code={figure} part={part} />;
  return (
    <>
      {thing ? <ThingPanel thing={thing} /> : null}
      <FiguresPanel />
      <CountdownPanel />
      <RankingPanel />
      <LateTasksPanel />
      <CurvePanel />
      <AreaPanel />
    </>
  );
}
