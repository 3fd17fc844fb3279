import { chooseCompareYear, useCompareStore } from '#client/state/compare-store.ts';
import { useArea } from '#client/state/use-area.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { CompareAnswer } from '#core/api/plans.ts';

/** A slider from the data date over the years to the last that is planned. */
export function CompareYearPanel({ comparison }: { readonly comparison: CompareAnswer }) {
  const say = useTopic('compare');
  const dataDate = useArea().data?.county.dataDate ?? '';
  const chosen = useCompareStore((store) => store.year) ?? comparison.years.at(-1) ?? 'now';
  const stops = ['now' as const, ...comparison.years];
  const at = Math.max(0, stops.indexOf(chosen));
  const describe = (stop: number | 'now' | undefined): string =>
    stop === 'now' || stop === undefined ? say('year_now', { date: dataDate }) : say('year_end', { year: stop });
  return (
    <div className="compare-year">
      <label>
        <span>{say('year')}</span>
        <input
          type="range"
          min={0}
          max={stops.length - 1}
          value={at}
          aria-valuetext={describe(stops[at])}
          onChange={({ target }) => chooseCompareYear(stops[Number(target.value)] ?? 'now')}
        />
      </label>
      <output className="numeral">{describe(stops[at])}</output>
    </div>
  );
}
