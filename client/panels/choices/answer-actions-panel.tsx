import { forgetChoice, getTableAddress } from '#client/state/choice-job-store.ts';
import { isOver } from '#client/state/choice-words.ts';
import { useApplyChoice } from '#client/state/use-apply-choice.ts';
import { useChoiceRun } from '#client/state/use-choices.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { usePlans } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { ChoiceResult } from '#core/api/choices.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { NeedDraftPanel } from './need-draft-panel.tsx';

/** What can be done with an answer: into the plan, as a table, away; and what it was computed over. */
export function AnswerActionsPanel({ answer }: { readonly answer: ChoiceResult }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const { job, result, isApplied } = useChoiceRun(answer.kind);
  const { plan } = useOpenPlan();
  const apply = useApplyChoice();
  if (!result) return null;
  const table = getTableAddress(job, language);
  const n = formatNumber(answer.commands.length, 0);
  const isOld = !isApplied && plan !== undefined && !isOver(answer.basis, plan);
  return (
    <>
      <BasisNote answer={answer} />
      {isOld ? <p className="tool-note">{say('choice_basis_old', { version: plan.version })}</p> : null}
      {answer.commands.length === 0 ? <p className="tool-hint">{say('choice_nothing')}</p> : null}
      {apply ? null : <NeedDraftPanel />}
      <p className="tool-actions choices-actions">
        {apply && answer.commands.length > 0 ? (
          <button type="button" className="plain-button is-main" disabled={isApplied} onClick={() => apply(result)}>
            {isApplied ? say('choice_applied') : say('choice_apply', { n })}
          </button>
        ) : null}
        {table ? (
          <a className="text-button" href={table} download>
            <Icon name="download" /> {say('choice_table')}
          </a>
        ) : null}
        <button type="button" className="text-button" onClick={() => forgetChoice(answer.kind)}>
          {say('choice_forget')}
        </button>
      </p>
    </>
  );
}

function BasisNote({ answer: { basis } }: { readonly answer: ChoiceResult }) {
  const say = useTopic('plans');
  const plans = usePlans().data?.items ?? [];
  const name = plans.find(({ code }) => code === basis.plan)?.name ?? basis.plan;
  return (
    <p className="tool-note">
      {name === null ? say('choice_basis_today') : say('choice_basis', { plan: name, version: basis.version ?? 0 })}
    </p>
  );
}
