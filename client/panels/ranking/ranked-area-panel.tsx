import { toFigure } from '#client/state/figure-words.ts';
import { setPointedArea } from '#client/state/map-store.ts';
import { useText } from '#client/state/use-text.ts';
import { openArea, openAreaFigure, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';
import type { RankingAnswer } from '#core/api/figures.ts';
import { formatFigureValue, formatFraction } from '#core/indicators/format-figure.ts';
import { LightPanel } from '../side/light-panel.tsx';

interface RankedAreaPanelProps {
  readonly item: RankingAnswer['items'][number];
  /** What a full bar stands for. */
  readonly full: number;
  readonly benchmark: number | null;
}

/** One area of the ranking: rank, name, bar, value. The name leads there, the value to where it comes from; the map outlines it while pointed at. */
export function RankedAreaPanel({ item, full, benchmark }: RankedAreaPanelProps) {
  const say = useText();
  const view = useView((current) => current);
  const { figure } = item;
  const fraction = formatFraction(toFigure(figure), { language: view.language });
  return (
    <li className="ranked" onPointerEnter={() => setPointedArea(item.area)} onPointerLeave={() => setPointedArea(null)}>
      <span className="ranked-rank numeral">{item.rank ?? '–'}</span>
      <PlainLink
        className="ranked-name"
        href={formatViewUrl({ ...view, area: item.area, camera: null, thing: null, part: null })}
        onOpen={() => openArea(item.area)}
      >
        {item.name}
      </PlainLink>
      <button
        type="button"
        className="ranked-figure"
        title={say('figure_open', { name: figure.name })}
        onClick={() => openAreaFigure(item.area, figure.code)}
      >
        <span className="ranked-value numeral">
          {figure.value === null ? say('ranking_unranked') : formatFigureValue(figure, { language: view.language })}
        </span>
        <LightPanel light={figure.light} />
        <span className="ranked-fraction numeral">
          {fraction}
          <RankChange rank={item.rank} previousRank={item.previousRank} />
        </span>
      </button>
      <RankBar value={figure.value} full={full} benchmark={benchmark} />
    </li>
  );
}

function RankBar({ value, full, benchmark }: { value: number | null; full: number; benchmark: number | null }) {
  const share = (amount: number): string => `${Math.min(100, Math.max(0, (amount / full) * 100)).toFixed(1)}%`;
  return (
    <span className="ranked-bar" aria-hidden="true">
      <span style={{ width: share(value ?? 0) }} />
      {benchmark === null ? null : <i style={{ left: share(benchmark) }} />}
    </span>
  );
}

function RankChange({ rank, previousRank }: { rank: number | null; previousRank: number | null }) {
  if (rank === null || previousRank === null || rank === previousRank) return null;
  const up = rank < previousRank;
  return <em className={up ? 'is-better' : 'is-worse'}>{` ${up ? '▲' : '▼'}${Math.abs(rank - previousRank)}`}</em>;
}
