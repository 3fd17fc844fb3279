import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { writeKm } from '#client/state/trip-words.ts';
import { useFinishRoad } from '#client/state/use-finish-road.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { geodesicLengthMeters } from '#core/geo/geodesic-length.ts';
import { metersToKilometers } from '#core/units.ts';

/** How far the drawn road has come, with the ways to end it. */
export function DrawnRoadPanel() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const sketch = usePlanMapStore((store) => store.sketch);
  const finish = useFinishRoad();
  if (sketch.length === 0) return null;
  const km = writeKm(metersToKilometers(geodesicLengthMeters(sketch)), language);
  return (
    <p className="tool-actions numeral">
      <span>{say('points', { n: sketch.length, km })}</span>
      <button type="button" className="plain-button is-main" disabled={sketch.length < 2} onClick={finish}>
        {say('finish_line')}
      </button>
      <button type="button" className="plain-button" onClick={() => usePlanMapStore.setState({ sketch: [] })}>
        {say('clear_line')}
      </button>
    </p>
  );
}
