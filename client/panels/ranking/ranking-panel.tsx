import { useState } from 'react';
import { useArea } from '#client/state/use-area.ts';
import { useRanking } from '#client/state/use-figures.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { EmptyState } from '#client/ui/states.tsx';
import type { RankingAnswer } from '#core/api/figures.ts';
import { formatBenchmark } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SectionPanel } from '../side/section-panel.tsx';
import { RankedAreaPanel } from './ranked-area-panel.tsx';

const FIRST_RANKS = 6;

/** Towns (villages) by the indicator of the open map, with the benchmark as a line. */
export function RankingPanel() {
  const say = useText();
  const level = useArea().data?.area.level;
  const definition = useMapDefinition().data;
  const answer = useRanking(level === 'village' ? null : (definition?.rankedBy ?? null));
  if (level === 'village') return null;
  const name = answer.data?.items[0]?.figure.name ?? '';
  return (
    <SectionPanel title={say(level === 'town' ? 'ranking_of_villages' : 'ranking_of_towns', { name })}>
      <AnswerPanel answer={answer} lines={FIRST_RANKS}>
        {(data) => <Ranking data={data} />}
      </AnswerPanel>
    </SectionPanel>
  );
}

function Ranking({ data }: { readonly data: RankingAnswer }) {
  const say = useText();
  const [all, setAll] = useState(false);
  const language = useView((view) => view.language);
  const first = data.items[0];
  if (!first) return <EmptyState>{say('ranking_empty')}</EmptyState>;
  const full = measureFull(data);
  const shown = all ? data.items : data.items.slice(0, FIRST_RANKS);
  return (
    <>
      <ol className="ranking">
        {shown.map((item) => (
          <RankedAreaPanel key={item.area} item={item} full={full} benchmark={data.benchmarks[0]?.value ?? null} />
        ))}
      </ol>
      {data.benchmarks.map((benchmark) => (
        <p key={benchmark.name} className="benchmark numeral" title={benchmark.source}>
          {say('benchmark', {
            name: benchmark.name,
            value: formatBenchmark(benchmark.value, first.figure.unit, { language }),
            date: benchmark.on,
          })}
        </p>
      ))}
      {data.items.length > FIRST_RANKS ? (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('ranking_fewer') : say('ranking_all', { n: data.items.length })}
        </button>
      ) : null}
    </>
  );
}

/** What a full bar stands for: 100 % of a rate, else the largest value. */
function measureFull(data: RankingAnswer): number {
  const values = data.items.map((item) => item.figure.value ?? 0);
  const largest = Math.max(...values, ...data.benchmarks.map((benchmark) => benchmark.value));
  return data.items[0]?.figure.unit === 'ratio' && largest > 0.5 ? Math.max(1, largest) : largest || 1;
}
