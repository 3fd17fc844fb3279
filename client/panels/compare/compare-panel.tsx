import { listCostLines, listFigureLines } from '#client/state/compare-rows.ts';
import { useComparePage, useComparison } from '#client/state/use-compare.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlanTab, useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { CompareAnswer } from '#core/api/plans.ts';
import { text } from '#core/texts/text.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { CompareLinesPanel } from './compare-lines-panel.tsx';
import { CompareYearPanel } from './compare-year-panel.tsx';
import { ComparedPlansPanel } from './compared-plans-panel.tsx';
import { DifferencesPanel } from './differences-panel.tsx';
import { TownsPanel } from './towns-panel.tsx';
import './compare.css';

const PAPERS = ['A3', 'A4'] as const;

/** Plans side by side: which, when, figure by figure, cost, by town, what differs, one page to print. */
export function ComparePanel() {
  const say = useTopic('compare');
  const formatPage = useComparePage();
  const answer = useComparison();
  return (
    <div className="plan-compare" aria-busy={answer.isFetching}>
      <ComparedPlansPanel />
      {formatPage ? (
        <AnswerPanel answer={answer} lines={10}>
          {(comparison) => (
            <div className={answer.isPlaceholderData ? 'is-coming' : undefined}>
              {answer.isPlaceholderData ? <p role="status">{say('computing')}</p> : null}
              <Comparison comparison={comparison} />
              <p className="compare-print">
                {PAPERS.map((paper) => (
                  <a key={paper} className="plain-button" href={formatPage(paper)} target="_blank" rel="noopener">
                    {say('print', { paper })}
                  </a>
                ))}
              </p>
            </div>
          )}
        </AnswerPanel>
      ) : (
        <p role="status">{say('choose_two')}</p>
      )}
    </div>
  );
}

function Comparison({ comparison }: { readonly comparison: CompareAnswer }) {
  const say = useTopic('compare');
  const language = useView((view) => view.language);
  const { columns } = comparison;
  const [hasSample] = columns.filter(({ hasSampleCosts }) => hasSampleCosts);
  return (
    <>
      <CompareYearPanel comparison={comparison} />
      {columns.flatMap(({ plan, name, faults: [first, ...others] }) =>
        first ? (
          <p key={plan} role="alert">
            {say('faults', { plan: name, count: others.length + 1, first: first.text })}
          </p>
        ) : (
          []
        ),
      )}
      <DifferencesPanel comparison={comparison} />
      <CompareLinesPanel title={say('figures')} columns={columns} lines={listFigureLines(comparison, language)} />
      <CompareLinesPanel title={say('costs')} columns={columns} lines={listCostLines(comparison, language)} />
      {hasSample ? <p className="tool-note">{say('sample_cost_note')}</p> : null}
      <TownsPanel comparison={comparison} />
      <p className="tool-note">{text(language, 'compare', 'note_screening')}</p>
    </>
  );
}

/** The comparison where no plan is open. */
export function CompareSection() {
  const say = useTopic('compare');
  return (
    <section className="section plan" aria-label={say('title')}>
      <div className="thing-head">
        <h2>{say('title')}</h2>
        <IconButton icon="close" label={say('back')} onPress={() => openPlanTab('edit')} />
      </div>
      <ComparePanel />
    </section>
  );
}
