import { lazy, Suspense, useMemo } from 'react';
import { isEveryMapIdle, useMapStore } from '#client/state/map-store.ts';
import { dateToMonth, monthToDate } from '#client/state/months.ts';
import { useArea } from '#client/state/use-area.ts';
import { useSeries } from '#client/state/use-figures.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import { openFigure, openFigureAt, useView } from '#client/state/view-store.ts';
import { EmptyState, LoadingState } from '#client/ui/states.tsx';
import { WhenSeen } from '#client/ui/when-seen.tsx';
import type { SeriesAnswer } from '#core/api/figures.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import type { FigureUnit } from '#core/indicators/figure.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SectionPanel } from '../side/section-panel.tsx';

const LineChart = lazy(() => import('#client/ui/line-chart.tsx').then((module) => ({ default: module.LineChart })));

const FONT_PIXELS = 12;

/** The indicator of the open map month by month, actual beside planned; loaded when it comes into view. */
export function CurvePanel() {
  const say = useText();
  const drawn = useMapStore(isEveryMapIdle);
  const withoutMap = useView((view) => view.page === 'data');
  const ready = drawn || withoutMap;
  return (
    <SectionPanel title={say('curve')}>
      <WhenSeen waiting={!ready} fallback={<LoadingState label={say('loading')} />}>
        <CurveAnswer />
      </WhenSeen>
    </SectionPanel>
  );
}

function CurveAnswer() {
  const say = useText();
  const answer = useSeries(useMapDefinition().data?.rankedBy ?? null);
  return (
    <AnswerPanel answer={answer}>
      {(series) =>
        series.points.some((point) => point.value !== null) ? (
          <Curve series={series} />
        ) : (
          <EmptyState>{say('curve_empty')}</EmptyState>
        )
      }
    </AnswerPanel>
  );
}

function Curve({ series }: { readonly series: SeriesAnswer }) {
  const say = useText();
  const theme = useView((view) => view.theme);
  const wall = useView((view) => view.wall);
  const language = useView((view) => view.language);
  const dataDate = useArea().data?.county.dataDate;
  const asOf = useView((view) => view.asOf) ?? dataDate ?? null;
  const palette = PALETTES[theme];
  const largest = Math.max(...series.points.map((point) => Math.max(point.value ?? 0, point.planned ?? 0)));
  const hasPlan = series.points.some((point) => point.planned !== null);
  const lines = useMemo(
    () => [
      {
        name: say('curve_actual'),
        color: palette.primary,
        dashed: false,
        values: series.points.map((point) => point.value),
      },
      ...(hasPlan
        ? [
            {
              name: say('curve_planned'),
              color: palette.ink2,
              dashed: true,
              values: series.points.map((point) => point.planned),
            },
          ]
        : []),
    ],
    [series, palette, hasPlan, say],
  );
  return (
    <Suspense fallback={<LoadingState label={say('loading')} />}>
      <p className="curve-key">
        {lines.map((line) => (
          <span key={line.name} className={line.dashed ? 'is-planned' : 'is-actual'}>
            {line.name}
          </span>
        ))}
      </p>
      <LineChart
        label={say('curve')}
        places={series.points.map((point) => point.month)}
        lines={lines}
        marked={asOf === null ? null : dateToMonth(asOf)}
        ink={palette.ink2}
        hairline={palette.hairline}
        fontPixels={wall ? 2 * FONT_PIXELS : FONT_PIXELS}
        top={series.unit === 'ratio' && largest > 0.75 ? Math.max(1, largest) : null}
        formatValue={(value) => formatFigureValue({ value, unit: series.unit as FigureUnit }, { language })}
        onPick={(index) => {
          const month = series.points[index]?.month;
          if (month && dataDate) openFigureAt(series.code, monthToDate(month, dataDate));
        }}
      />
      <button type="button" className="text-button" onClick={() => openFigure(series.code)}>
        {say('figure_open', { name: series.code })}
      </button>
    </Suspense>
  );
}
