import { describeError } from '#client/state/error-words.ts';
import { listSiteRows } from '#client/state/evaluation-rows.ts';
import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { usePlanNames } from '#client/state/use-plan-places.ts';
import { findSite, usePlanAccount } from '#client/state/use-site-account.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { PlanEvaluationAnswer, SiteEvaluationAnswer } from '#core/api/plans.ts';
import { writePosition } from '#core/planning/describe-command.ts';
import { AccountRowsPanel } from './account-rows-panel.tsx';
import { AssessmentPanel } from './assessment-panel.tsx';
import { ClosenessPanel } from './closeness-panel.tsx';
import { SiteButtonsPanel } from './site-buttons-panel.tsx';
import { SuitabilityPanel } from './suitability-panel.tsx';

/** The account of one site: who would go there, how far, at what cost, what it is close to, whether it may be built. */
export function SitePanel({ code }: { readonly code: string }) {
  const say = useTopic('plans');
  const { commands } = useOpenPlan();
  const nameOf = usePlanNames(commands);
  const drag = usePlanMapStore((store) => store.drag);
  const { now, today, before, isStale, error } = usePlanAccount();
  const language = useView((view) => view.language);
  const site = findSite(now, code);
  const position = drag?.position ?? site?.position ?? null;
  return (
    <section className="plan-card" aria-busy={isStale}>
      <h3>
        {drag?.name ?? nameOf(code)} <small className="numeral">{position ? writePosition(position) : ''}</small>
      </h3>
      <SiteMarks site={site} />
      {error ? <p role="alert">{say('evaluation_failed', { sentence: describeError(error, language) })}</p> : null}
      {site && now ? (
        <SiteAccount site={site} now={now} today={today} before={before} isStale={isStale} />
      ) : error ? null : (
        <p role="status">{say('evaluating')}</p>
      )}
      {site && !drag ? <SiteButtonsPanel site={site} /> : null}
      {position && !drag ? <SuitabilityPanel position={position} /> : null}
      {drag ? null : <AssessmentPanel siteCode={code} />}
    </section>
  );
}

function SiteMarks({ site }: { readonly site: SiteEvaluationAnswer | undefined }) {
  const say = useTopic('plans');
  if (!site || (site.isOpen && !site.isPlanned)) return null;
  return (
    <p>
      {site.isOpen ? null : <em className="mark">{say('site_closed')}</em>}{' '}
      {site.isPlanned ? <em className="mark">{say('site_placed')}</em> : null}
    </p>
  );
}

interface SiteAccountProps {
  readonly site: SiteEvaluationAnswer;
  readonly now: PlanEvaluationAnswer;
  readonly today: PlanEvaluationAnswer | undefined;
  readonly before: PlanEvaluationAnswer | undefined;
  readonly isStale: boolean;
}

function SiteAccount({ site, now, today, before, isStale }: SiteAccountProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const rows = listSiteRows(site, [findSite(today, site.siteCode), findSite(before, site.siteCode)], {
    language,
    hasSampleCosts: now.hasSampleCosts,
  });
  return (
    <div className={isStale ? 'is-coming' : undefined}>
      <CapacityBar site={site} />
      <AccountRowsPanel
        caption={say('evaluation')}
        rows={rows}
        others={[say('against_today'), say('against_before')]}
      />
      <ClosenessPanel site={site} />
    </div>
  );
}

function CapacityBar({ site }: { readonly site: SiteEvaluationAnswer }) {
  const say = useTopic('plans');
  const { capacityHouseholds: capacity, assigned, movedInHouseholds } = site;
  if (capacity === null) return null;
  const full = Math.max(capacity, assigned.households, 1);
  const width = (households: number): string => `${((households / full) * 100).toFixed(1)}%`;
  const over = assigned.households - capacity;
  return (
    <>
      <div className="plan-bar" data-over={over > 0} aria-hidden="true">
        <span style={{ width: width(assigned.households) }} />
        <span className="is-moved" style={{ width: width(movedInHouseholds) }} />
        <i style={{ left: width(capacity) }} />
      </div>
      {over > 0 ? <p className="plan-fault">{say('over_capacity', { n: over })}</p> : null}
    </>
  );
}
