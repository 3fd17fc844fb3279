import { describeError } from '#client/state/error-words.ts';
import { listCountyRows } from '#client/state/evaluation-rows.ts';
import { usePlanAccount } from '#client/state/use-site-account.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { SectionPanel } from '../side/section-panel.tsx';
import { AccountRowsPanel } from './account-rows-panel.tsx';

/** What the plan means for the county. */
export function CountyAccountPanel() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const { now, today, before, isStale, error } = usePlanAccount();
  return (
    <SectionPanel title={say('county')}>
      {now ? (
        <div className={isStale ? 'is-coming' : undefined} aria-busy={isStale}>
          <AccountRowsPanel
            caption={say('county')}
            rows={listCountyRows(now, [today, before], language)}
            others={[say('against_today'), say('against_before')]}
          />
        </div>
      ) : error ? (
        <p role="alert">{say('evaluation_failed', { sentence: describeError(error, language) })}</p>
      ) : (
        <p role="status">{say('evaluating')}</p>
      )}
    </SectionPanel>
  );
}
