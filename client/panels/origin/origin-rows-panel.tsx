import { useState } from 'react';
import { ALL_ROWS, getFigureTableAddress, useFigureRows } from '#client/state/use-figures.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Pick } from '#client/ui/pick.tsx';
import type { FigureRowsAnswer, RowChoice } from '#core/api/figures.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SectionPanel } from '../side/section-panel.tsx';
import { RollUpPanel } from './roll-up-panel.tsx';
import { RowsPanel } from './rows-panel.tsx';

interface OriginRowsPanelProps {
  readonly code: IndicatorCode;
  readonly part: string | null;
}

/** The rows behind a figure: all, those that count or those that do not; in the order of a column; also as a table to download. */
export function OriginRowsPanel({ code, part }: OriginRowsPanelProps) {
  const say = useText();
  const [choice, setChoice] = useState(ALL_ROWS);
  const rows = useFigureRows(code, part, choice);
  return (
    <SectionPanel title={say('rows_behind')}>
      <a className="text-button" href={getFigureTableAddress(code, part, choice)} download>
        <Icon name="download" /> {say('rows_download')}
      </a>
      <AnswerPanel answer={rows} lines={5}>
        {(pages) => (
          <>
            <RowChoices page={pages[0]} which={choice.which} onChoose={(which) => setChoice({ ...choice, which })} />
            <RowsPanel
              pages={pages}
              sort={choice.sort}
              onSort={(sort) => setChoice({ ...choice, sort })}
              more={rows.hasNextPage ? () => void rows.fetchNextPage() : null}
              loading={rows.isFetchingNextPage}
            />
          </>
        )}
      </AnswerPanel>
    </SectionPanel>
  );
}

interface RowChoicesProps {
  readonly page: FigureRowsAnswer | undefined;
  readonly which: RowChoice;
  readonly onChoose: (which: RowChoice) => void;
}

function RowChoices({ page, which, onChoose }: RowChoicesProps) {
  const tools = useTopic('tools');
  if (!page) return null;
  const counts: Record<RowChoice, number> = {
    all: page.total,
    counted: page.counted,
    excluded: page.total - page.counted,
  };
  const options = (['all', 'counted', 'excluded'] as const).map((value) => ({
    value,
    label: tools(`rows_${value}`, { n: formatNumber(counts[value], 0) }),
  }));
  return (
    <>
      {page.rollUp ? <RollUpPanel rollUp={page.rollUp} figure={page.figure} /> : null}
      {counts.excluded > 0 ? (
        <Pick label={tools('rows_filter')} value={which} options={options} onPick={onChoose} hideLabel />
      ) : null}
    </>
  );
}
