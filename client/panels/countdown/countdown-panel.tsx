import { useArea } from '#client/state/use-area.ts';
import { useText } from '#client/state/use-text.ts';
import { openFigure, useView } from '#client/state/view-store.ts';
import { dateToDay } from '#core/county/dates.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';

/** What is left to do in these days, and the pace that it needs. */
const REMAINING = 'R5';

/** Days from the as-of date to the campaign's deadline, always with its date; leads to what is left to do in them. */
export function CountdownPanel() {
  const say = useText();
  const county = useArea().data?.county;
  const asOf = useView((view) => view.asOf) ?? county?.dataDate;
  if (!county || !asOf) return null;
  const { deadline, name } = county.campaign;
  const days = dateToDay(deadline) - dateToDay(asOf);
  return (
    <section className="countdown" aria-label={say('countdown', { date: deadline })}>
      <p className="countdown-campaign">{name}</p>
      <button
        type="button"
        className="countdown-days"
        title={say('figure_open', { name: REMAINING })}
        onClick={() => openFigure(REMAINING)}
      >
        {say(days < 0 ? 'countdown_over' : 'countdown', { date: deadline })}
        <strong className="numeral">{formatNumber(Math.abs(days), 0)}</strong>
        {say('countdown_days')}
      </button>
    </section>
  );
}
