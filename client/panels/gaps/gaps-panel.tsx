import { useEffect, useMemo, useState } from 'react';
import { drawGaps, GAP_SORTS } from '#client/state/gap-words.ts';
import { setGapLines, setRows } from '#client/state/map-store.ts';
import type { GapsTool } from '#client/state/tool.ts';
import { getGapsTableAddress, useGaps, useNewlyJoined } from '#client/state/use-gaps.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { Icon } from '#client/ui/icon.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { GapsAnswer } from '#core/api/network.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { ChosenPanel } from './chosen-panel.tsx';
import { GapPanel } from './gap-panel.tsx';

/** Settlements that must be joined and are not: why, what would join them, and what a choice of segments would join. */
export function GapsPanel({ tool }: { readonly tool: GapsTool }) {
  const say = useTopic('tools');
  const app = useText();
  const [sort, setSort] = useState<GapSort>('km');
  const [shown, setShown] = useState<string | null>(null);
  const answer = useGaps(sort);
  const items = useMemo(() => answer.data?.flatMap((page) => page.items) ?? [], [answer.data]);
  useShownGaps({ items, shown, segments: tool.segments });
  return (
    <>
      <ChosenPanel segments={tool.segments} />
      <AnswerPanel answer={answer} lines={6}>
        {(pages) => (
          <>
            <GapTotals page={pages[0]} />
            <GapOrder sort={sort} onSort={setSort} />
            <ul className="gap-list">
              {items.map((gap) => (
                <GapPanel
                  key={gap.code}
                  gap={gap}
                  open={shown === gap.code}
                  chosen={tool.segments}
                  onOpen={(open) => setShown(open ? gap.code : null)}
                />
              ))}
            </ul>
            {answer.hasNextPage ? (
              <button
                type="button"
                className="text-button"
                disabled={answer.isFetchingNextPage}
                onClick={() => void answer.fetchNextPage()}
              >
                {answer.isFetchingNextPage ? app('loading') : say('more')}
              </button>
            ) : null}
          </>
        )}
      </AnswerPanel>
    </>
  );
}

/** The map shows the settlements as dots (those that the choice would join are full), the open gap and the chosen segments as lines. */
function useShownGaps(list: {
  readonly items: GapsAnswer['items'];
  readonly shown: string | null;
  readonly segments: readonly string[];
}): void {
  const { items, shown, segments } = list;
  const joined = useNewlyJoined(segments).data?.items;
  useEffect(() => {
    const won = new Set(segments.length === 0 ? [] : joined?.map(({ code }) => code));
    const listed = items.map(({ code, position }) => ({ code, position, counts: won.has(code) }));
    const known = new Set(items.map(({ code }) => code));
    const others = (joined ?? []).filter(({ code }) => won.has(code) && !known.has(code));
    setRows([...listed, ...others.map(({ code, position }) => ({ code, position, counts: true }))]);
    return () => setRows([]);
  }, [items, joined, segments]);
  useEffect(() => {
    setGapLines(drawGaps(items, { shown, segments }));
    return () => setGapLines([]);
  }, [items, shown, segments]);
}

function GapTotals({ page }: { readonly page: GapsAnswer | undefined }) {
  const say = useTopic('tools');
  if (!page) return null;
  if (page.total === 0) return <EmptyState>{say('gaps_none')}</EmptyState>;
  return (
    <p className="numeral">
      {say('gaps_total', {
        n: formatNumber(page.total, 0),
        km: formatNumber(page.totalKm, 1),
        cost: formatNumber(page.totalWanYuan, 2),
      })}
      {page.isSampleCost ? <em className="mark">{say('sample_cost')}</em> : null}
      <small className="gap-basis">
        {say('basis_county', { date: page.asOf, revision: page.revision })}
        {page.definition === 'own' ? '' : ` · ${say('gaps_definition', { definition: page.definition })}`}
      </small>
    </p>
  );
}

type GapSort = keyof typeof GAP_SORTS;

function GapOrder({ sort, onSort }: { readonly sort: GapSort; readonly onSort: (sort: GapSort) => void }) {
  const say = useTopic('tools');
  return (
    <div className="gap-order">
      <label>
        {say('sort')}{' '}
        <select value={sort} onChange={(event) => onSort(event.target.value as GapSort)}>
          {Object.entries(GAP_SORTS).map(([value, key]) => (
            <option key={value} value={value}>
              {say(key)}
            </option>
          ))}
        </select>
      </label>
      <a className="text-button" href={getGapsTableAddress(sort)} download>
        <Icon name="download" /> {say('download')}
      </a>
    </div>
  );
}
