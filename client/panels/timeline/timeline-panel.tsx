import { useEffect, useState } from 'react';
import { isEveryMapIdle, useMapStore } from '#client/state/map-store.ts';
import { dateToMonth, listMonths, monthToDate } from '#client/state/months.ts';
import { useArea } from '#client/state/use-area.ts';
import { useText } from '#client/state/use-text.ts';
import { setAsOf, useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { MonthSlider } from '#client/ui/month-slider.tsx';
import { ComparePanel } from './compare-panel.tsx';

/** Pause on each month while playing, after the map has drawn it. */
const PLAY_MILLISECONDS = 900;

/** The time line: the month that everything on the page is as of. */
export function TimelinePanel() {
  const county = useArea().data?.county;
  const asOf = useView((view) => view.asOf) ?? county?.dataDate;
  if (!county || !asOf) return <div className="timeline" />;
  const months = listMonths(county.months.first, county.months.last);
  return <Timeline months={months} month={dateToMonth(asOf)} dataDate={county.dataDate} />;
}

interface TimelineProps {
  readonly months: readonly string[];
  readonly month: string;
  readonly dataDate: string;
}

function Timeline({ months, month, dataDate }: TimelineProps) {
  const say = useText();
  const [dragged, setDragged] = useState<string | null>(null);
  const play = usePlay({ months, month, dataDate });
  const index = months.indexOf(month);
  const go = (to: string | undefined): void => {
    setDragged(null);
    if (to && to !== month) setAsOf(monthToDate(to, dataDate));
  };
  const shown = dragged ?? month;
  return (
    <section className="timeline" aria-label={say('as_of_label')}>
      <IconButton icon="first" label={say('first_month')} onPress={() => go(months[0])} disabled={index <= 0} />
      <IconButton
        icon={play.playing ? 'pause' : 'play'}
        label={say(play.playing ? 'pause' : 'play')}
        pressed={play.playing}
        onPress={play.toggle}
      />
      <IconButton
        icon="back"
        label={say('previous_month')}
        onPress={() => go(months[index - 1])}
        disabled={index <= 0}
      />
      <MonthSlider months={months} value={shown} label={say('as_of_label')} onChange={setDragged} onSettle={go} />
      <IconButton
        icon="forward"
        label={say('next_month')}
        onPress={() => go(months[index + 1])}
        disabled={index >= months.length - 1}
      />
      <output className="timeline-month numeral">{shown}</output>
      <ComparePanel months={months} month={month} dataDate={dataDate} />
    </section>
  );
}

/** Walks through the months; each waits until the map has drawn the one before. */
function usePlay({ months, month, dataDate }: TimelineProps): {
  readonly playing: boolean;
  readonly toggle: () => void;
} {
  const [playing, setPlaying] = useState(false);
  const idle = useMapStore(isEveryMapIdle);
  const last = months.at(-1);
  useEffect(() => {
    if (!playing || !idle) return;
    const timer = setTimeout(() => {
      const next = months[months.indexOf(month) + 1];
      if (next) setAsOf(monthToDate(next, dataDate), 'replace');
      if (!next || next === last) setPlaying(false);
    }, PLAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [playing, idle, month, months, dataDate, last]);
  const toggle = (): void => {
    if (!playing && month === last && months[0]) setAsOf(monthToDate(months[0], dataDate));
    setPlaying(!playing);
  };
  return { playing, toggle };
}
